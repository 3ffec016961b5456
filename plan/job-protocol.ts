import type { Code } from '../diagnostics/message.ts';
import type { CheckpointEvery, Job, Outcome, Progress } from './job.ts';

/*
 * What a supervisor and the process that runs a job say to each other over Node's IPC channel. The child is given one
 * job, answers with any number of `progress` and `request`, each request being replied to, and then with exactly one
 * `outcome` or `failure`, and ends by itself. When the channel closes before that, or the parent dies, the child ends
 * at once.
 */

/** From the supervisor, once: the job to run, and what outlives the attempt, where something does. */
export interface JobMessage {
  readonly job: Job;
  readonly keepsParts: boolean;
  /** Absent where no checkpoints are kept. */
  readonly checkpointEvery?: CheckpointEvery;
}

/** What a job asks its supervisor, which has the store; see `Parts` and `Checkpoints`. Folders are on one machine. */
export type Request =
  | { readonly kind: 'take-part'; readonly name: string; readonly directory: string }
  | { readonly kind: 'keep-part'; readonly name: string; readonly directory: string }
  | { readonly kind: 'take-checkpoint'; readonly directory: string }
  | { readonly kind: 'keep-checkpoint'; readonly step: number; readonly directory: string };

/** Requests are numbered by the child. */
export interface RequestMessage {
  readonly number: number;
  readonly request: Request;
}

/** From the supervisor: what came of a request. */
export type ReplyMessage =
  | { readonly reply: number; readonly value?: boolean | number }
  | { readonly reply: number; readonly failure: FailureMessage['failure'] };

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
export type ChildMessage = ProgressMessage | RequestMessage | OutcomeMessage | FailureMessage;

/** Every message that the supervisor sends. */
export type SupervisorMessage = JobMessage | ReplyMessage;

/** Exit statuses of the child: a result, a failure that was sent, a stop on SIGTERM, the parent is gone. */
export const childExit = { done: 0, failed: 1, terminated: 143, orphaned: 129 } as const;
