import type { Code } from '../diagnostics/message.ts';
import type { Job, Outcome, Progress } from './job.ts';

/*
 * What a supervisor and the process that runs a job say to each other over Node's IPC channel. The child is
 * given one job, answers with any number of `progress` and then with exactly one `outcome` or `failure`, and
 * ends by itself. When the channel closes before that, or the parent dies, the child ends at once.
 */

/** From the supervisor, once: the job to run. */
export interface JobMessage {
  readonly job: Job;
}

/** How far the job is; sent at least once per second of work as long as steps are shorter than that. */
export interface ProgressMessage {
  readonly progress: Progress;
}

/** The job is done and its files lie in `outputDirectory`. Nothing follows; the exit status is 0. */
export interface OutcomeMessage {
  readonly outcome: Outcome;
}

/** The job ended without a result. Nothing follows; the exit status is 1. */
export interface FailureMessage {
  readonly failure: { readonly code: Code; readonly message: string; readonly retryable: boolean };
}

/** Every message that the child sends. */
export type ChildMessage = ProgressMessage | OutcomeMessage | FailureMessage;

/** Exit statuses of the child: a result, a failure that was sent, a stop on SIGTERM, the parent is gone. */
export const childExit = { done: 0, failed: 1, terminated: 143, orphaned: 129 } as const;
