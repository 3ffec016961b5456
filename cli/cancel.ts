import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { loadSteering, openLiveRun, type SteerOptions } from './live-run.ts';
import type { Terminal } from './terminal.ts';

/** Stops what a run has under way and ends it; what is finished is kept. */
export async function cancel(options: SteerOptions, terminal: Terminal): Promise<ExitStatus> {
  await using run = await openLiveRun(options.run, 'cancel', terminal);
  const { cancelRun } = await loadSteering();
  const isHeard = await cancelRun(run);
  const { id, file } = run.record;
  const done = isHeard
    ? 'is being cancelled: what is under way is told to stop, finished tasks are kept'
    : 'is cancelled: no worker answers for it, so the server has ended it; finished tasks are kept';
  if (options.json) terminal.out(JSON.stringify({ run: id, cancelled: true }));
  else terminal.out(`run ${id} ${done}. To go on later: lacuna run ${file}`);
  return exitCodes.done;
}
