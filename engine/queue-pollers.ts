import type { Client } from '@temporalio/client';
import { optionalTsToMs } from '@temporalio/common/lib/time.js';
import type { Plan, TaskId } from '../plan/plan.ts';
import { names, workflowQueue } from '../workflows/contract.ts';
import { queuesUnderWay } from './pending-tasks.ts';

/** Task queue types of Temporal's interface. */
const kinds = { workflow: 1, activity: 2 } as const;
/** A poll lasts a minute at most; the server lists those who polled within five. */
const pollsWithinMs = 75_000;
const callWithinMs = 3_000;
/** So many other runs are looked at for work of theirs, the newest first. */
const runsToLookAt = 20;

/** Queues that tasks wait on and that no worker polls, with the number of tasks. `freshMs`: age of a poll that counts. */
export async function queuesWithoutWorker(
  client: Client,
  plan: Plan,
  waiting: ReadonlySet<TaskId>,
  freshMs = pollsWithinMs,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { id, queue } of plan.tasks) {
    if (waiting.has(id)) counts.set(queue, (counts.get(queue) ?? 0) + 1);
  }
  const unpolled = new Map<string, number>();
  for (const [queue, tasks] of counts) {
    if (!(await isPolled(client, queue, kinds.activity, freshMs))) unpolled.set(queue, tasks);
  }
  // Who may not list runs is told what the polls say.
  const busy = unpolled.size > 0 ? await busyQueues(client).catch(() => []) : [];
  for (const queue of busy) unpolled.delete(queue);
  // Without a worker on its own queue the workflow does not even ask for tasks.
  if (!(await isPolled(client, workflowQueue, kinds.workflow, freshMs)))
    unpolled.set(workflowQueue, plan.tasks.length);
  return unpolled;
}

/** Queues of what other runs have under way: a worker whose slots they all take does not poll. */
async function busyQueues(client: Client): Promise<ReadonlySet<string>> {
  const busy = new Set<string>();
  const query = `WorkflowType = "${names.workflow}" AND ExecutionStatus = "Running"`;
  let left = runsToLookAt;
  for await (const { workflowId, runId } of client.workflow.list({ query, pageSize: left })) {
    const description = await client.withDeadline(Date.now() + callWithinMs, () =>
      client.workflow.getHandle(workflowId, runId).describe(),
    );
    for (const queue of queuesUnderWay(description)) busy.add(queue);
    left -= 1;
    if (left === 0) break;
  }
  return busy;
}

async function isPolled(
  client: Client,
  name: string,
  taskQueueType: number,
  freshMs: number,
): Promise<boolean> {
  const { namespace } = client.options;
  const { pollers } = await client.withDeadline(Date.now() + callWithinMs, () =>
    client.workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType }),
  );
  const since = Date.now() - freshMs;
  return (pollers ?? []).some(({ lastAccessTime }) => (optionalTsToMs(lastAccessTime) ?? 0) > since);
}
