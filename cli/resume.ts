import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { loadSteering, openLiveRun, type SteerOptions } from './live-run.ts';
import type { Terminal } from './terminal.ts';

/** Lets a paused run go on. */
export async function resume(options: SteerOptions, terminal: Terminal): Promise<ExitStatus> {
  await using run = await openLiveRun(options.run, 'resume', terminal);
  const { resumeRun } = await loadSteering();
  const held = await resumeRun(run, run.plan);
  const { id } = run.record;
  if (options.json) terminal.out(JSON.stringify({ run: id, paused: false, held }));
  else terminal.out(`run ${id} goes on. Follow it: lacuna attach ${id}`);
  return exitCodes.done;
}
