import { setTimeout as wait } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Plan, TaskId } from '../plan/plan.ts';
import { names, type StatusPage } from '../workflows/contract.ts';
import { askerOf, pendingOf } from './look-at-run.ts';
import type { PendingTask } from './pending-tasks.ts';
import { isRunning, type LiveRun } from './reach-run.ts';

const identity = 'lacuna';
/** Calls to the server at once. */
const lanes = 16;
const takenWithinMs = 5_000;
const lookEveryMs = 100;

/** Why the server ended a run that no worker answered for. */
export const cancelled = 'lacuna cancel';

/** What came of a pause. */
export interface PauseReport {
  /** Tasks under way, which go on. */
  readonly underWay: readonly TaskId[];
  /** Tasks that waited for a worker and are held back now. */
  readonly held: number;
  /** False: no worker answers for the run, so that it takes notice of the pause when one is there. */
  readonly isTaken: boolean;
}

/** Nothing new starts any more: the run hands out no task, and the server holds back those that wait for a worker. */
export async function pauseRun(run: LiveRun, plan: Plan): Promise<PauseReport> {
  await run.handle.signal(names.pause);
  const isTaken = await isTakenNotice(run);
  const pending = await pendingOf(run, plan);
  const idle = pending.filter(({ isStarted, isPaused }) => !isStarted && !isPaused);
  await perActivity(idle, (id) =>
    run.client.workflowService.pauseActivity({ ...activityOf(run, id), reason: 'lacuna pause' }),
  );
  const underWay = pending.filter(({ isStarted }) => isStarted).map(({ task }) => task);
  return { underWay, held: pending.length - underWay.length, isTaken };
}

/** Goes on after a pause; returns how many tasks the server had held back. */
export async function resumeRun(run: LiveRun, plan: Plan): Promise<number> {
  await run.handle.signal(names.resume);
  const held = (await pendingOf(run, plan)).filter(({ isPaused }) => isPaused);
  await perActivity(held, (id) => run.client.workflowService.unpauseActivity(activityOf(run, id)));
  return held.length;
}

/**
 * Stops what is under way and ends the run; what is finished stays. Returns whether a worker took notice: where none is
 * there the server itself ends the run, which otherwise would wait for one only to end.
 */
export async function cancelRun(run: LiveRun): Promise<boolean> {
  await run.handle.signal(names.cancel);
  if (await isHeard(run)) return true;
  await run.handle.terminate(cancelled).catch((error: unknown) => {
    // It has ended meanwhile.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  });
  return false;
}

/** Failed tasks are open again, and what was skipped for them. */
export async function retryTasks({ handle }: LiveRun, places: readonly number[]): Promise<void> {
  await handle.signal(names.retry, places);
}

/** Tasks get another place in their queues; returns how many of them waited for a worker already. */
export async function prioritiseTasks(
  run: LiveRun,
  plan: Plan,
  places: readonly number[],
  priorityKey: number,
): Promise<number> {
  await run.handle.signal(names.prioritise, places, priorityKey);
  const ids = new Set(places.map((place) => plan.tasks[place]?.id));
  const waiting = (await pendingOf(run, plan)).filter(({ task, isStarted }) => !isStarted && ids.has(task));
  await perActivity(waiting, (id) =>
    run.client.workflowService.updateActivityOptions({
      ...activityOf(run, id),
      activityOptions: { priority: { priorityKey } },
      updateMask: { paths: ['priority'] },
    }),
  );
  return waiting.length;
}

function activityOf({ client, handle }: LiveRun, id: string) {
  const { namespace } = client.options;
  return { namespace, execution: { workflowId: handle.workflowId }, identity, id };
}

/** One call per activity. One that has started, or ended, meanwhile is none of ours any more. */
async function perActivity(
  tasks: readonly PendingTask[],
  call: (id: string) => Promise<unknown>,
): Promise<void> {
  const open = [...tasks];
  const lane = async () => {
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      await call(task.activityId).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** gRPC's "not found" and "failed precondition". */
function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 5 || code === 9;
}

/** Whether a worker made the workflow hear of the pause, within a few seconds. */
function isTakenNotice(run: LiveRun): Promise<boolean> {
  return withinSeconds(async () => (await pageOf(run))?.isPaused === true);
}

/** Whether a worker answers for the run, or ended it, within a few seconds. */
function isHeard(run: LiveRun): Promise<boolean> {
  return withinSeconds(async () => {
    if ((await pageOf(run)) !== undefined) return true;
    // A query that meets the last step of a run is never answered.
    return !(await isRunning(run.client, run.handle));
  });
}

/** Undefined where no worker answers. */
function pageOf(run: LiveRun): Promise<StatusPage | undefined> {
  return askerOf(run)(Number.MAX_SAFE_INTEGER).catch(() => undefined);
}

async function withinSeconds(holds: () => Promise<boolean>): Promise<boolean> {
  const until = performance.now() + takenWithinMs;
  while (performance.now() < until) {
    if (await holds()) return true;
    await wait(lookEveryMs);
  }
  return false;
}
