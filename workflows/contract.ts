import type { Digest } from '../plan/digest.ts';
import type { TaskFailure, TaskStatus } from '../plan/schedule.ts';

/*
 * What the world outside says to the interpreter and hears from it. Types and names only: safe to import from
 * the client.
 */

export interface InterpretInput {
  readonly planDigest: Digest;
  readonly pipeline: string;
  readonly run: string;
  /** Continue as new after so many activities, besides when the server suggests it. For tests. */
  readonly continueAfter?: number;
  /** From the run before when it continued as new. */
  readonly carried?: Carried;
}

/** The little that one execution hands to the next; results are looked up in the store again. */
export interface Carried {
  readonly failed: readonly (readonly [place: number, failure: TaskFailure])[];
  /** Tasks made in this run, with their seconds: so that they are not called reused afterwards. */
  readonly done: readonly (readonly [place: number, seconds: number])[];
  /** What people asked of the run. Absent in runs of an interpreter that could not be asked. */
  readonly steering?: CarriedSteering;
}

export interface CarriedSteering {
  readonly isPaused: boolean;
  readonly failsFast: boolean;
  readonly priorities: readonly (readonly [place: number, priority: number])[];
}

export interface InterpretResult {
  readonly state: 'done' | 'failed' | 'interrupted';
}

/** Answer to the query `status`: what changed after a revision, at most `pageSize` tasks of it. */
export interface StatusPage {
  /** Ask for what is after this next time. */
  readonly revision: number;
  readonly hasMore: boolean;
  /** Number of the execution in the chain of continue-as-new: when it changes, revisions start again. */
  readonly execution: string;
  readonly isPaused: boolean;
  readonly tasks: readonly (readonly [place: number, status: TaskStatus])[];
}

/** A page of so many tasks stays below 0.5 MB, unless failures have much to say: then it is shorter. */
export const pageSize = 2_000;

/** Name of the workflow type, of its query and of its signals. */
export const names = {
  workflow: 'interpret',
  status: 'status',
  /** Stops what is under way and ends the run. */
  cancel: 'cancel',
  /** Nothing new is started until `resume`; what is under way goes on. */
  pause: 'pause',
  resume: 'resume',
  /** `places`: failed tasks are open again, and what was skipped for them. */
  retry: 'retry',
  /** `places, priority`: where waiting tasks stand in the queue. */
  prioritise: 'prioritise',
  /** The first failure ends the run, and so does one that has happened. */
  failFast: 'fail-fast',
} as const;

/** The queue of the workflow itself and of what is cheap: every installation has a worker on it. */
export const workflowQueue = 'cpu';

/** Attempts per task before it counts as failed. */
export const maximumAttempts = 5;

/** Temporal's range of priorities: the lowest number goes first. */
export const priorities = { first: 1, usual: 3, last: 5 } as const;
