import type { Progress } from '../plan/job.ts';
import type { TaskId } from '../plan/plan.ts';
import type { TaskFailure, TaskStatus } from '../plan/schedule.ts';

/** What a run tells whoever watches it. */
export type RunEvent =
  /** Something to say to people: a process died and was started again, a run was found and is followed. */
  | { readonly kind: 'message'; readonly text: string }
  /** Tasks that stand differently than before. */
  | { readonly kind: 'tasks'; readonly tasks: ReadonlyMap<TaskId, TaskStatus> }
  | {
      readonly kind: 'progress';
      readonly task: TaskId;
      readonly attempt: number;
      readonly progress: Progress;
    }
  /** An attempt failed and another one follows, from the state before a step where one was kept. */
  | {
      readonly kind: 'retry';
      readonly task: TaskId;
      readonly attempt: number;
      readonly failure: TaskFailure;
      readonly checkpoint?: number;
    }
  /** Somebody paused the run, or lets it go on. */
  | { readonly kind: 'paused'; readonly isPaused: boolean }
  /** Tasks wait for a worker, and none polls their queue. Told once, and again after a worker was there. */
  | { readonly kind: 'no-worker'; readonly queue: string; readonly tasks: number };

export interface RunResult {
  /** `interrupted`: stopped by the caller; what is finished is in the store, the same call goes on. */
  readonly state: 'done' | 'failed' | 'interrupted';
  readonly tasks: ReadonlyMap<TaskId, TaskStatus>;
  /** Interrupted here only: on a server of the user the run goes on, as far as it has other workers. */
  readonly goesOn?: boolean;
}
