import type { Plan, TaskId } from '../plan/plan.ts';
import type { TaskStatus } from '../plan/schedule.ts';
import { names, type StatusPage } from '../workflows/contract.ts';
import { type PendingTask, pendingTasks } from './pending-tasks.ts';
import { queuesWithoutWorker } from './queue-pollers.ts';
import type { LiveRun } from './reach-run.ts';
import { TaskBoard } from './task-board.ts';

/** How a run stands at one moment. */
export interface RunSight {
  /** Undefined where no worker answers for the run: then only the server's own knowledge is there. */
  readonly tasks?: ReadonlyMap<TaskId, TaskStatus>;
  readonly isPaused: boolean;
  /** Tasks that were handed to the server: under way, or waiting for a worker. */
  readonly pending: readonly PendingTask[];
  /** Queues that tasks wait on and that no worker polls, with the number of tasks. */
  readonly unpolled: ReadonlyMap<string, number>;
}

const answerWithinMs = 3_000;

/** Asks the workflow and the server how a run stands. Rejects when the server does not answer. */
export async function lookAtRun(run: LiveRun, plan: Plan): Promise<RunSight> {
  const board = new TaskBoard(plan.tasks.map(({ id }) => id));
  // A query needs a worker, and one that meets the last step of a run is never answered.
  const isAnswered = await board.refresh(askerOf(run)).then(
    () => true,
    () => false,
  );
  const pending = await pendingOf(run, plan);
  return {
    ...(isAnswered && { tasks: board.tasks }),
    isPaused: board.isPaused,
    pending,
    unpolled: await queuesWithoutWorker(run.client, plan, waitingForWorkers(plan, pending)),
  };
}

/** Asks for a page of what changed, for a few seconds at most. */
export function askerOf({ client, handle }: LiveRun): (revision: number) => Promise<StatusPage> {
  return (revision) =>
    client.withDeadline(Date.now() + answerWithinMs, () =>
      handle.query<StatusPage, [number]>(names.status, revision),
    );
}

/** What the server has of a run. */
export async function pendingOf(run: LiveRun, plan: Plan): Promise<readonly PendingTask[]> {
  const { client, handle } = run;
  const description = await client.withDeadline(Date.now() + answerWithinMs, () => handle.describe());
  return pendingTasks(
    description,
    plan.tasks.map(({ id }) => id),
  );
}

/**
 * Tasks of which it is not known that a worker will take them. A worker whose slots are all taken does not poll; that
 * its tasks run shows that it is there.
 */
export function waitingForWorkers(plan: Plan, pending: readonly PendingTask[]): ReadonlySet<TaskId> {
  const queues = new Map(plan.tasks.map(({ id, queue }) => [id, queue]));
  const busy = new Set(pending.filter(({ isStarted }) => isStarted).map(({ task }) => queues.get(task)));
  const open = pending.filter(({ task, isPaused }) => !isPaused && !busy.has(queues.get(task)));
  return new Set(open.map(({ task }) => task));
}
