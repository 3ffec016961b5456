import type { Digest } from '../plan/digest.ts';
import type { Kind } from './kinds.ts';

/*
 * What housekeeping asks of a store and says of it: what can be collected (`gc.ts`) and what is wrong (`verify.ts`).
 */

export type RunState = 'running' | 'done' | 'failed' | 'interrupted';

/** Which runs may go, and what is too young to be judged. */
export interface GcPolicy {
  /** Of each pipeline so many of the newest runs stay; left out: no limit. */
  readonly keepRuns?: number;
  /** Runs that began less than this ago stay, in ms; left out: no limit. */
  readonly olderThanMs?: number;
  /** Whatever was written less than this ago stays, in ms: its publisher may be between a blob and its entry. */
  readonly graceMs: number;
  /** Whether a record that says "running" is of a run that still is under way, as far as can be known. */
  readonly isUnderWay: (run: {
    readonly state: RunState;
    readonly host: string;
    readonly pid: number;
  }) => boolean;
}

/** What collecting must know of a run. */
export interface GcRun {
  readonly id: string;
  readonly pipeline: string;
  readonly startedAt: string;
  readonly plan: Digest;
  readonly state: RunState;
  readonly tag?: string;
  /** Place of its record. */
  readonly name: string;
  readonly isFixed: boolean;
}

/** How much there is of a kind, and how much of it goes. */
export interface Tally {
  readonly kind: Kind;
  readonly count: number;
  readonly bytes: number;
  readonly goingCount: number;
  readonly goingBytes: number;
}

/** What collecting found; nothing is removed before `remove` is called. */
export interface Garbage {
  readonly kept: readonly GcRun[];
  readonly retired: readonly GcRun[];
  readonly tallies: readonly Tally[];
  /** Entries that cannot be read; they stay. */
  readonly damaged: number;
  /** Removes what was found, the names of things before the things; says how many were removed. */
  readonly remove: () => Promise<number>;
}

export type OnGcProgress = (phase: string, done: number, total: number) => void;

/** Something that is wrong with the store. */
export interface Finding {
  readonly what: 'damaged' | 'missing';
  readonly path: string;
  readonly reason: string;
  /** Where it is now, when it was set aside. */
  readonly quarantine?: string;
}

export interface Verified {
  readonly findings: readonly Finding[];
  /** How much was read, by what it is. */
  readonly read: { readonly [what: string]: { readonly count: number; readonly bytes: number } };
}

export type OnVerifyProgress = (phase: string, done: number, total: number, bytes: number) => void;
