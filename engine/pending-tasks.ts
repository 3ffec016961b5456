import type { WorkflowExecutionDescription } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Progress } from '../plan/job.ts';
import type { TaskId } from '../plan/plan.ts';
import type { TaskFailure } from '../plan/schedule.ts';

/** An attempt that the server knows of: under way, or waiting for a worker or for its next try. */
export interface PendingTask {
  readonly task: TaskId;
  /** What the server calls it. */
  readonly activityId: string;
  readonly attempt: number;
  readonly isStarted: boolean;
  /** Held back by a pause. */
  readonly isPaused: boolean;
  readonly progress?: Progress;
  /** Why the attempt before this one ended. */
  readonly lastFailure?: TaskFailure;
}

type Pending = NonNullable<WorkflowExecutionDescription['raw']['pendingActivities']>[number];

/** PENDING_ACTIVITY_STATE_STARTED of Temporal's interface. */
const stateStarted = 2;

/** The attempts in the description of a workflow; their activity ids are places in the plan. */
export function pendingTasks(
  description: WorkflowExecutionDescription,
  ids: readonly TaskId[],
): readonly PendingTask[] {
  return (description.raw.pendingActivities ?? []).flatMap((pending) => {
    const task = ids[Number(pending.activityId)];
    return task === undefined ? [] : [pendingTask(task, pending)];
  });
}

/** Queues whose tasks a worker is at, of any run. */
export function queuesUnderWay({ raw }: WorkflowExecutionDescription): readonly string[] {
  return (raw.pendingActivities ?? []).flatMap(({ state, activityOptions }) => {
    const queue = activityOptions?.taskQueue?.name;
    return state === stateStarted && queue ? [queue] : [];
  });
}

function pendingTask(task: TaskId, pending: Pending): PendingTask {
  const { activityId, attempt, state, paused, heartbeatDetails, lastFailure } = pending;
  const progress = progressIn(heartbeatDetails?.payloads?.[0]);
  return {
    task,
    activityId: activityId ?? '',
    attempt: attempt ?? 1,
    isStarted: state === stateStarted,
    isPaused: paused === true,
    ...(progress && { progress }),
    ...(lastFailure && { lastFailure: failureIn(lastFailure) }),
  };
}

function progressIn(
  payload: Parameters<typeof defaultPayloadConverter.fromPayload>[0] | undefined,
): Progress | undefined {
  return payload ? (defaultPayloadConverter.fromPayload<Progress | null>(payload) ?? undefined) : undefined;
}

function failureIn({
  message,
  applicationFailureInfo,
  timeoutFailureInfo,
}: NonNullable<Pending['lastFailure']>): TaskFailure {
  if (timeoutFailureInfo)
    return { code: 'LAC6010', message: 'no sign of life from its worker for ten seconds' };
  return { code: applicationFailureInfo?.type ?? 'LAC9001', message: message ?? '' };
}
