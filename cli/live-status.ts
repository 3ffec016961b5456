import type { RunSight } from '../engine/look-at-run.ts';
import type { PendingTask } from '../engine/pending-tasks.ts';
import type { TaskStatus } from '../plan/schedule.ts';
import type { RunRecord, Store } from '../store/store.ts';
import { loadSight, reach, readPlan } from './live-run.ts';
import { nextCommand } from './next-command.ts';
import { describeQueue } from './run-report.ts';
import { describeProgress } from './run-view.ts';
import { alignColumns, duration } from './terminal.ts';

/** What a run under way says of itself, or why it was not asked. */
export interface LiveSight {
  readonly sight?: RunSight;
  readonly reason?: string;
  /** Members for `--json`. */
  readonly json: object;
}

/** Asks a run that may be under way how it stands. A run that is over, or cannot be reached, is no failure. */
export async function lookLive(run: RunRecord, store: Store): Promise<LiveSight> {
  if (run.state === 'done' || run.state === 'failed') return { json: {} };
  try {
    const reached = await reach(run, store);
    if (reached.state !== 'live') return notReached(run, reached);
    await using live = reached.run;
    const { lookAtRun } = await loadSight();
    const sight = await lookAtRun(live, await readPlan(store, run));
    return { sight, json: jsonOf(run, sight) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), json: {} };
  }
}

/** Only a run that should be there is missed. */
function notReached(run: RunRecord, reached: Awaited<ReturnType<typeof reach>>): LiveSight {
  if (run.state !== 'running' || reached.state !== 'unreachable') return { json: {} };
  return { reason: reached.reason, json: { notReached: reached.reason } };
}

function jsonOf(run: RunRecord, sight: RunSight): object {
  const pending = new Map(sight.pending.map((one) => [one.task, one]));
  const tasks = Object.keys(run.tasks).map((id) => {
    const { revision: _, ...status } = sight.tasks?.get(id) ?? { revision: 0, ...run.tasks[id] };
    const { attempt, progress, isStarted, isPaused } = pending.get(id) ?? {};
    const now = { attempt, progress, underWay: isStarted, heldBack: isPaused };
    return [id, { ...status, ...(attempt !== undefined && now) }] as const;
  });
  return {
    state: 'running',
    live: { paused: sight.isPaused, queuesWithoutWorker: Object.fromEntries(sight.unpolled) },
    tasks: Object.fromEntries(tasks),
  };
}

/** A run under way: a head, a line per task, and what it lacks. */
export function renderLiveRun(run: RunRecord, sight: RunSight): string {
  const pending = new Map(sight.pending.map((one) => [one.task, one]));
  const rows = Object.keys(run.tasks).map((id) => [
    `  ${id}`,
    ...describeTask(sight.tasks?.get(id), pending.get(id)),
  ]);
  const paused = sight.isPaused ? ', paused' : '';
  return [
    `${run.pipeline}   run ${run.id}   running${paused}   started ${run.startedAt}`,
    ...alignColumns(rows, new Set([2])),
    ...(sight.tasks === undefined ? ['  no worker answers for this run'] : []),
    ...[...sight.unpolled].map(([queue, tasks]) => `  ${describeQueue(queue, tasks)}`),
    `Next: ${nextOf(run, sight)}`,
  ].join('\n');
}

/** Where no worker answers, the record alone tells: `run` goes on with a run whose process is gone. */
function nextOf(run: RunRecord, { tasks, isPaused }: RunSight): string {
  if (tasks === undefined) return nextCommand(run);
  return isPaused ? `lacuna resume ${run.id}` : `lacuna attach ${run.id}`;
}

function describeTask(
  status: TaskStatus | undefined,
  pending: PendingTask | undefined,
): readonly [state: string, seconds: string, detail: string] {
  if (pending !== undefined) return [stateOf(pending), '', describePending(pending)];
  const { state = 'not known', seconds, failure } = status ?? {};
  const detail = failure === undefined ? '' : `${failure.code}: ${failure.message}`;
  return [state, seconds === undefined ? '' : duration(seconds), detail];
}

function stateOf({ isStarted, isPaused, attempt }: PendingTask): string {
  if (isStarted) return 'running';
  if (isPaused) return 'held back';
  return attempt > 1 ? 'waiting' : 'queued';
}

/** Progress, and after a lost attempt which one this is and from where it goes on. */
function describePending({ isStarted, attempt, progress, lastFailure }: PendingTask): string {
  const parts: string[] = [];
  if (isStarted && progress !== undefined) parts.push(describeProgress(progress));
  if (attempt > 1) parts.push(`attempt ${attempt}${lastFailure ? ` after ${lastFailure.code}` : ''}`);
  if (!isStarted && progress?.checkpoint !== undefined)
    parts.push(`goes on from step ${progress.checkpoint}`);
  return parts.join('   ');
}
