import { failure } from '../diagnostics/failure.ts';
import type { RunSight } from '../engine/look-at-run.ts';
import type { Plan } from '../plan/plan.ts';
import { graphOf, Schedule } from '../plan/schedule.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { countOf, loadSight, loadSteering, openLiveRun, placesOf, type SteerOptions } from './live-run.ts';
import type { Terminal } from './terminal.ts';

export interface RetryOptions extends SteerOptions {
  /** Tasks, or steps for all of their tasks. */
  readonly tasks: readonly string[];
  /** All tasks that failed. */
  readonly failed: boolean;
}

/** Opens failed tasks of a run that is under way again, and what was skipped for them. */
export async function retry(options: RetryOptions, terminal: Terminal): Promise<ExitStatus> {
  if (options.tasks.length === 0 && !options.failed) throw failure('LAC1932', { run: options.run });
  await using run = await openLiveRun(options.run, 'retry', terminal);
  const { plan, record } = run;
  const named = options.tasks.flatMap((name) => placesOf(plan, name, record.id));
  const [{ lookAtRun }, { retryTasks }] = await Promise.all([loadSight(), loadSteering()]);
  const { tasks } = await lookAtRun(run, plan);
  if (tasks === undefined) {
    const reason = 'no worker answers for it, so that it is not known which tasks failed';
    throw failure('LAC6021', { run: record.id, reason, advice: 'Start a worker: lacuna worker --queue cpu' });
  }
  const candidates = options.failed ? [...plan.tasks.keys()] : named;
  const failed = candidates.filter((place) => tasks.get(plan.tasks[place]?.id ?? '')?.state === 'failed');
  if (failed.length === 0)
    throw failure('LAC1935', { run: record.id, what: nothingFailed(options, named, plan, tasks) });
  const opened = openedBy(failed, plan, tasks);
  await retryTasks(run, failed);
  const ids = failed.map((place) => plan.tasks[place]?.id ?? '');
  if (options.json) terminal.out(JSON.stringify({ run: record.id, retried: ids, opened }));
  else {
    const along =
      opened === 0 ? '' : `, and ${countOf(opened)} that ${opened === 1 ? 'was' : 'were'} skipped`;
    terminal.out(`run ${record.id}: open again ${ids.join(', ')}${along}`);
  }
  return exitCodes.done;
}

type Tasks = NonNullable<RunSight['tasks']>;

function nothingFailed({ failed }: RetryOptions, named: readonly number[], plan: Plan, tasks: Tasks): string {
  if (failed) return 'no task has failed';
  const states = named.map((place) => {
    const id = plan.tasks[place]?.id ?? '';
    return `${id} is ${tasks.get(id)?.state ?? 'waiting'}`;
  });
  return states.slice(0, 5).join(', ') + (states.length > 5 ? ', ...' : '');
}

/** How many skipped tasks are open again with these: what the workflow does, on the states that it told. */
function openedBy(places: readonly number[], plan: Plan, tasks: Tasks): number {
  const schedule = new Schedule(graphOf(plan));
  for (const [place, { id }] of plan.tasks.entries()) {
    const reason = tasks.get(id)?.failure;
    if (reason !== undefined) schedule.fail(place, reason);
  }
  return places.reduce((sum, place) => sum + Math.max(0, schedule.retry(place).length - 1), 0);
}
