import type { Client } from '@temporalio/client';
import { optionalTsToMs } from '@temporalio/common/lib/time.js';
import type { Plan, TaskId } from '../plan/plan.ts';
import { workflowQueue } from '../workflows/contract.ts';

/** Task queue types of Temporal's interface. */
const kinds = { workflow: 1, activity: 2 } as const;
/** A poll lasts a minute at most; the server lists those who polled within five. */
const freshMs = 75_000;
const callWithinMs = 3_000;

/** Queues that tasks wait on and that no worker polls, with the number of tasks. */
export async function queuesWithoutWorker(
  client: Client,
  plan: Plan,
  waiting: ReadonlySet<TaskId>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { id, queue } of plan.tasks) {
    if (waiting.has(id)) counts.set(queue, (counts.get(queue) ?? 0) + 1);
  }
  const unpolled = new Map<string, number>();
  for (const [queue, tasks] of counts) {
    if (!(await isPolled(client, queue, kinds.activity))) unpolled.set(queue, tasks);
  }
  // Without a worker on its own queue the workflow does not even ask for tasks.
  if (!(await isPolled(client, workflowQueue, kinds.workflow)))
    unpolled.set(workflowQueue, plan.tasks.length);
  return unpolled;
}

async function isPolled(client: Client, name: string, taskQueueType: number): Promise<boolean> {
  const { namespace } = client.options;
  const { pollers } = await client.withDeadline(Date.now() + callWithinMs, () =>
    client.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType }),
  );
  const since = Date.now() - freshMs;
  return (pollers ?? []).some(({ lastAccessTime }) => (optionalTsToMs(lastAccessTime) ?? 0) > since);
}
