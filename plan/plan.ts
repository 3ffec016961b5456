import type { Span } from '../diagnostics/diagnostic.ts';
import type { Digest, JsonObject, Key } from './digest.ts';
import type { CheckpointEvery, Operation } from './job.ts';

/** `train[method=u2a,seed=0]`: how people name a task. Never part of a key. */
export type TaskId = string;

/**
 * Something a task reads: what another task makes, or bytes from outside that are known by digest. Of those that are not
 * there the reason is known; a task that reads them has no key.
 */
export type TaskInput =
  | { readonly role: string; readonly task: TaskId }
  | { readonly role: string; readonly digest: Digest; readonly source: string }
  | { readonly role: string; readonly absent: string; readonly source: string };

/** A step after expansion: one call of an operation. */
export interface Task {
  readonly id: TaskId;
  /** Name of the step or table that it comes from. */
  readonly step: string;
  readonly operation: Operation;
  readonly queue: string;
  /** Values of the matrix axes that made it, inherited ones included. */
  readonly axes: { readonly [axis: string]: string | number | boolean };
  /** Everything that can change the result, defaults filled in; no names, no paths. */
  readonly params: JsonObject;
  readonly inputs: readonly TaskInput[];
  /** Tasks that must finish first without being read. */
  readonly after: readonly TaskId[];
  /** Of a task that can go on from a state that it saved: how often it saves one. Never part of a key. */
  readonly checkpoint?: CheckpointEvery;
}

/** Every task of a pipeline, in an order in which each follows what it reads. Immutable, JSON, has a digest. */
export interface Plan {
  readonly version: 1;
  readonly pipeline: string;
  readonly tasks: readonly Task[];
}

/**
 * What identifies a result. A field that can change the bytes must be here; nothing else may be.
 * Names, paths, key order, comments, worker count and time never enter.
 */
export interface KeyRecord {
  readonly operation: Operation;
  /** Raised when the operation's code changes what it writes. */
  readonly operationVersion: number;
  readonly params: JsonObject;
  /** By role, in order: content digests, so that a re-run with equal bytes ends the chain. */
  readonly inputs: { readonly [role: string]: readonly Digest[] };
  /** Of a part that a task keeps for its next attempt: its name. */
  readonly part?: string;
}

/** What will happen to a task and why. `deferred`: depends on the bytes of a task that must run first. */
export interface Decision {
  readonly action: 'reuse' | 'execute' | 'deferred';
  readonly reason: string;
  readonly key?: Key;
  readonly artifact?: Digest;
  /** The values that differ from the last run of this task, with their place in the file. */
  readonly changes: readonly Change[];
}

export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly at?: Span;
}
