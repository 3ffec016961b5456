import { Client, type Connection, type WorkflowExecutionDescription } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Progress } from '../../plan/job.ts';

/** An attempt at a task as the server has it. */
export interface Attempt {
  /** The task's place in the plan. */
  readonly place: string;
  readonly attempt: number;
  readonly isStarted: boolean;
  /** Process that has it, or had it last. */
  readonly pid: number;
  readonly progress?: Progress;
}

/** PENDING_ACTIVITY_STATE_STARTED of Temporal's interface. */
const stateStarted = 2;

/** What the server knows of the one run that is under way; nothing when there is none. */
export class Observer {
  readonly #client: Client;
  #workflow: string | undefined;

  constructor(connection: Connection, namespace: string) {
    this.#client = new Client({ connection, namespace });
  }

  async attempts(): Promise<readonly Attempt[]> {
    this.#workflow ??= await this.#findRun();
    if (this.#workflow === undefined) return [];
    const { raw } = await this.#client.workflow.getHandle(this.#workflow).describe();
    const tasks = (raw.pendingActivities ?? []).filter(
      ({ activityType }) => activityType?.name === 'execute',
    );
    return tasks.map(attemptOf);
  }

  /** By process: how many tasks it finished. Of the run that was under way last. */
  async tasksByProcess(): Promise<ReadonlyMap<number, number>> {
    const counts = new Map<number, number>();
    if (this.#workflow === undefined) return counts;
    const { events } = await this.#client.workflow.getHandle(this.#workflow).fetchHistory();
    const executed = new Set<string>();
    for (const { eventId, activityTaskScheduledEventAttributes: scheduled } of events ?? []) {
      if (scheduled?.activityType?.name === 'execute') executed.add(String(eventId));
    }
    const started = new Map<string, number>();
    for (const { eventId, activityTaskStartedEventAttributes: start } of events ?? []) {
      if (executed.has(String(start?.scheduledEventId))) started.set(String(eventId), pidOf(start?.identity));
    }
    for (const { activityTaskCompletedEventAttributes: done } of events ?? []) {
      const pid = started.get(String(done?.startedEventId));
      if (pid !== undefined) counts.set(pid, (counts.get(pid) ?? 0) + 1);
    }
    return counts;
  }

  async #findRun(): Promise<string | undefined> {
    const open = this.#client.workflow.list({ query: 'ExecutionStatus="Running"' });
    for await (const { workflowId } of open) if (workflowId.startsWith('lacuna-')) return workflowId;
    return undefined;
  }
}

type Pending = NonNullable<WorkflowExecutionDescription['raw']['pendingActivities']>[number];

function attemptOf(pending: Pending): Attempt {
  const payload = pending.heartbeatDetails?.payloads?.[0];
  const progress = payload ? defaultPayloadConverter.fromPayload<Progress | null>(payload) : null;
  return {
    place: pending.activityId ?? '',
    attempt: pending.attempt ?? 1,
    isStarted: pending.state === stateStarted,
    pid: pidOf(pending.lastWorkerIdentity),
    ...(progress !== null && { progress }),
  };
}

/** Workers are called `PID@HOST`. */
function pidOf(identity: string | null | undefined): number {
  return Number(identity?.split('@')[0]);
}
