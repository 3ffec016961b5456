import { failure } from '../diagnostics/failure.ts';
import { priorities } from '../workflows/contract.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { countOf, loadSteering, openLiveRun, placesOf, type SteerOptions } from './live-run.ts';
import type { Terminal } from './terminal.ts';

export interface PriorityOptions extends SteerOptions {
  /** A task, or a step for all of its tasks. */
  readonly task: string;
  readonly priority: string;
}

/** Says in which order tasks that wait for the same queue are started. */
export async function priority(options: PriorityOptions, terminal: Terminal): Promise<ExitStatus> {
  const value = Number(options.priority);
  const { first, usual, last } = priorities;
  if (!Number.isInteger(value) || value < first || value > last)
    throw failure('LAC1933', { value: options.priority, first, usual, last });
  await using run = await openLiveRun(options.run, 'put into another order', terminal);
  const { plan, record } = run;
  const places = placesOf(plan, options.task, record.id);
  const { prioritiseTasks } = await loadSteering();
  const queued = await prioritiseTasks(run, plan, places, value);
  if (options.json) {
    const tasks = places.map((place) => plan.tasks[place]?.id);
    terminal.out(JSON.stringify({ run: record.id, priority: value, tasks, queued }));
  } else {
    terminal.out(
      `run ${record.id}: ${countOf(places.length)} of priority ${value} from now on, ${queued} of them in a queue already`,
    );
  }
  return exitCodes.done;
}
