import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { countOf, loadSteering, openLiveRun, type SteerOptions } from './live-run.ts';
import type { Terminal } from './terminal.ts';

/** Starts nothing new of a run until `resume`; what is under way goes on. */
export async function pause(options: SteerOptions, terminal: Terminal): Promise<ExitStatus> {
  await using run = await openLiveRun(options.run, 'pause', terminal);
  const { pauseRun } = await loadSteering();
  const report = await pauseRun(run, run.plan);
  const { id } = run.record;
  if (options.json) terminal.out(JSON.stringify({ run: id, paused: true, ...report }));
  else {
    const goesOn =
      report.underWay.length === 0 ? 'nothing is' : `${countOf(report.underWay.length)} go on that are`;
    terminal.out(
      `run ${id} is paused: nothing new starts, ${goesOn} under way. Go on with: lacuna resume ${id}`,
    );
  }
  if (!report.isTaken)
    terminal.talk(`no worker answers for run ${id}: it takes notice of this when one is there`);
  return exitCodes.done;
}
