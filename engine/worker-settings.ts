import type { Program } from '../activities/supervise.ts';
import type { StorePlace } from '../store/open-store.ts';
import type { Owner } from '../store/owner.ts';
import type { Place } from './connect.ts';

/** Everything that a worker process is told when it starts. */
export interface WorkerSettings {
  readonly place: Place;
  readonly store: StorePlace;
  /** Queues to work on, and tasks of each at once. */
  readonly queues: { readonly [queue: string]: number };
  /** Module that exports `parts`. */
  readonly parts: string;
  /** Runs the operations that `parts` does not. */
  readonly program: Program;
  /** Workflow code in one file; left out, it is bundled at the start. */
  readonly bundle?: string;
  /** File that takes the log of Temporal's worker library. */
  readonly log: string;
  /** A server that must not outlive the process that started both. */
  readonly server?: Owner;
  readonly versions: { readonly [name: string]: string };
}

/** From the parent to the worker process. */
export type WorkerOrder =
  | { readonly start: WorkerSettings }
  | { readonly server: Owner }
  | { readonly stop: true };

/** From the worker process to its parent. */
export type WorkerNews =
  | { readonly ready: true }
  | { readonly failed: string }
  /** Attempts that were under way when it was stopped, and that another worker may take. */
  | { readonly givenBack: number }
  | { readonly damage: { readonly path: string; readonly reason: string; readonly quarantine: string } };
