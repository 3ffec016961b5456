import type { RunRecord, RunTask } from '../store/store.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** Of a run that others go on with. */
export function tellLeft(run: string, terminal: Terminal): ExitStatus {
  terminal.talk(
    `left run ${run}, which goes on. Follow it again: lacuna attach ${run}   Stop it: lacuna cancel ${run}`,
  );
  return exitCodes.interrupted;
}

/** Names what failed in a run that is over, says how to go on, and gives the status that the run ends with. */
export function tellEnd(
  state: RunRecord['state'],
  tasks: Iterable<readonly [id: string, task: Pick<RunTask, 'failure'>]>,
  { kept, file }: { readonly kept: string; readonly file: string },
  terminal: Terminal,
): ExitStatus {
  if (state === 'done') return exitCodes.done;
  for (const [id, { failure: reason }] of tasks) {
    if (reason) terminal.talk(`${terminal.colours.red('failed')} ${id}: ${reason.code} ${reason.message}`);
  }
  const what = state === 'interrupted' ? 'Interrupted' : 'The run failed';
  terminal.talk(`${what}. ${kept}. Go on with: lacuna run ${file}`);
  return state === 'interrupted' ? exitCodes.interrupted : exitCodes.failed;
}
