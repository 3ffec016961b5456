import type { Digest, Key } from '../plan/digest.ts';
import type { KeyRecord } from '../plan/plan.ts';
import type { Claims } from './claims.ts';
import type { Garbage, GcPolicy, OnGcProgress, OnVerifyProgress, RunState, Verified } from './keeping.ts';

export interface ArtifactFile {
  /** Relative, with `/`; never leaves the artifact's folder. */
  readonly path: string;
  readonly digest: Digest;
  readonly bytes: number;
}

/** What a task made: files by content. Its digest covers exactly these two fields, as canonical JSON. */
export interface Artifact {
  readonly mediaType: string;
  readonly files: readonly ArtifactFile[];
}

/** An artifact under the key of the task that made it, with where it comes from. Provenance has no digest. */
export interface Entry {
  readonly key: Key;
  readonly artifact: Artifact;
  readonly digest: Digest;
  readonly record: KeyRecord;
  readonly summary: { readonly [name: string]: string | number };
  readonly provenance: {
    readonly run: string;
    readonly task: string;
    readonly finishedAt: string;
    readonly seconds: number;
    readonly versions: { readonly [name: string]: string };
  };
}

/** Content-addressed results, in a folder or in a bucket. */
export interface Store {
  /** Where it is, for people and messages. */
  readonly location: string;
  /** A folder of this machine for attempts under way, logs and the state of its processes; no results. */
  readonly workDirectory: string;
  readonly claims: Claims;
  /** How many damaged things were set aside since it was opened. */
  readonly setAside: number;
  /** Entries that exist among these keys. Damaged entries are quarantined, reported by `onDamage`, and absent. */
  lookup(keys: readonly Key[]): Promise<ReadonlyMap<Key, Entry>>;
  /** Publishes every file of a folder under a key, atomically. Two publishers of one key end with one result: the first. */
  publish(request: PublishRequest): Promise<Entry>;
  /** Lays the artifact's files into a new folder for reading, after verifying their bytes. */
  materialise(digest: Digest, directory: string): Promise<Artifact>;
  /** Stores small bytes (a plan); reading verifies. */
  putBytes(bytes: Uint8Array): Promise<Digest>;
  getBytes(digest: Digest): Promise<Uint8Array>;
  /**
   * Keeps every file of a folder as the state of an unfinished task before a step; the last two states stay. The files
   * are copied, so that the folder may be removed afterwards.
   */
  saveCheckpoint(key: Key, step: number, directory: string): Promise<void>;
  /** Copies the newest sound state of a task into a new folder and says its step; undefined: there is none. */
  takeCheckpoint(key: Key, directory: string): Promise<number | undefined>;
  /** Removes the states of a task whose result is there. */
  dropCheckpoints(key: Key): Promise<void>;
  /** The last recorded key record of each task of a pipeline: what `plan` explains changes against. */
  readHistory(pipeline: string): Promise<ReadonlyMap<string, KeyRecord>>;
  writeHistory(pipeline: string, records: ReadonlyMap<string, KeyRecord>): Promise<void>;
  putRun(run: RunRecord): Promise<void>;
  getRun(id: string): Promise<RunRecord | undefined>;
  listRuns(): Promise<readonly RunRecord[]>;
  /** Looks for what no kept run and no table reaches. Nothing is removed before the answer is told to. */
  findGarbage(policy: GcPolicy, onProgress?: OnGcProgress): Promise<Garbage>;
  /** Reads everything and sets aside what is damaged, which `onDamage` hears of too. */
  verify(onProgress?: OnVerifyProgress): Promise<Verified>;
}

export interface PublishRequest {
  readonly key: Key;
  readonly record: KeyRecord;
  readonly directory: string;
  readonly mediaType: string;
  readonly summary: Entry['summary'];
  readonly provenance: Entry['provenance'];
}

/** Our own record of an execution: the engine forgets, this does not. */
export interface RunRecord {
  readonly id: string;
  readonly pipeline: string;
  readonly file: string;
  readonly plan: Digest;
  readonly state: RunState;
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly host: string;
  readonly pid: number;
  /** A name that somebody gave it: such a run is never collected. */
  readonly tag?: string;
  readonly versions: { readonly [name: string]: string };
  readonly tasks: { readonly [task: string]: RunTask };
}

export interface RunTask {
  readonly state: 'waiting' | 'running' | 'reused' | 'done' | 'failed' | 'skipped';
  readonly artifact?: Digest;
  readonly seconds?: number;
  readonly failure?: { readonly code: string; readonly message: string };
}
