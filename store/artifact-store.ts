import { link, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../plan/canonical-json.ts';
import type { Digest, Key } from '../plan/digest.ts';
import type { KeyRecord } from '../plan/plan.ts';
import { Blobs, type Damage } from './blobs.ts';
import { Checkpoints } from './checkpoints.ts';
import { type Claims, claimsIn } from './claims.ts';
import { artifactRecord, Entries } from './entries.ts';
import { reach } from './fault-points.ts';
import { filesBelow } from './files-below.ts';
import { findGarbage } from './gc.ts';
import type { Garbage, GcPolicy, OnGcProgress, OnVerifyProgress, Verified } from './keeping.ts';
import { inLanes } from './lanes.ts';
import type { Medium } from './medium.ts';
import { Records } from './records.ts';
import { codeOf, refusing } from './refusal.ts';
import type { Artifact, ArtifactFile, Entry, PublishRequest, RunRecord, Store } from './store.ts';
import { verifyStore } from './verify.ts';

/** How many keys are looked up at once: enough to hide the latency of a disk or a network, few enough for open files. */
const lookupLanes = 32;

/**
 * The store, wherever its bytes are:
 *
 *     blobs/<2>/<64 hex>   bytes by SHA-256, read-only      entries/<2>/<64 hex>.json   results by key
 *     histories/ runs/     our records                      checkpoints/                states of unfinished tasks
 */
export class ArtifactStore implements Store {
  readonly location: string;
  readonly workDirectory: string;
  readonly claims: Claims;
  readonly #medium: Medium;
  #setAside = 0;
  readonly #blobs: Blobs;
  readonly #entries: Entries;
  readonly #checkpoints: Checkpoints;
  readonly #histories: Records<{ readonly [task: string]: KeyRecord }>;
  readonly #runs: Records<RunRecord>;

  constructor(medium: Medium, workDirectory: string, onDamage: (damage: Damage) => void) {
    this.location = medium.location;
    this.workDirectory = workDirectory;
    this.#blobs = new Blobs(medium, workDirectory, (damage) => {
      this.#setAside += 1;
      onDamage(damage);
    });
    this.claims = claimsIn(medium);
    this.#medium = medium;
    this.#entries = new Entries(medium, this.#blobs);
    this.#checkpoints = new Checkpoints(medium, workDirectory, this.#blobs);
    this.#histories = new Records(medium, 'histories', this.#blobs);
    this.#runs = new Records(medium, 'runs', this.#blobs);
  }

  get setAside(): number {
    return this.#setAside;
  }

  lookup(keys: readonly Key[]): Promise<ReadonlyMap<Key, Entry>> {
    return this.#doing('look up results', async () => {
      const found = await inLanes([...new Set(keys)], lookupLanes, (key) => this.#entries.find(key));
      return new Map(found.flatMap((entry) => (entry ? [[entry.key, entry] as const] : [])));
    });
  }

  publish({ key, record, directory, mediaType, summary, provenance }: PublishRequest): Promise<Entry> {
    return this.#doing(`write the result of ${provenance.task}`, async () => {
      const files: ArtifactFile[] = [];
      for (const path of await filesBelow(directory)) {
        files.push({ path, ...(await this.#blobs.putFile(join(directory, path))) });
      }
      const artifact: Artifact = { mediaType, files };
      // The list of files is a blob too, named by the artifact's digest: so an artifact is found without its key.
      const digest = await this.#blobs.putBytes(canonicalJson(artifactRecord(artifact)));
      reach('store:after-blob-before-entry');
      return this.#entries.put({ key, artifact, digest, record, summary, provenance });
    });
  }

  materialise(digest: Digest, directory: string): Promise<Artifact> {
    return this.#doing(`lay out ${digest}`, async () => {
      const artifact = JSON.parse(new TextDecoder().decode(await this.#blobs.getBytes(digest))) as Artifact;
      await mkdir(directory, { recursive: true });
      for (const file of artifact.files) {
        const blob = await this.#blobs.verify(file.digest, file.bytes);
        const path = join(directory, file.path);
        await mkdir(dirname(path), { recursive: true });
        await layOut(blob, path);
      }
      return artifact;
    });
  }

  putBytes(bytes: Uint8Array): Promise<Digest> {
    return this.#doing(`write ${bytes.length} bytes`, () => this.#blobs.putBytes(bytes));
  }

  getBytes(digest: Digest): Promise<Uint8Array> {
    return this.#doing(`read ${digest}`, () => this.#blobs.getBytes(digest));
  }

  saveCheckpoint(key: Key, step: number, directory: string): Promise<void> {
    return this.#doing('write a checkpoint', () => this.#checkpoints.save(key, step, directory));
  }

  takeCheckpoint(key: Key, directory: string): Promise<number | undefined> {
    return this.#doing('read a checkpoint', () => this.#checkpoints.take(key, directory));
  }

  dropCheckpoints(key: Key): Promise<void> {
    return this.#doing('remove checkpoints', () => this.#checkpoints.drop(key));
  }

  readHistory(pipeline: string): Promise<ReadonlyMap<string, KeyRecord>> {
    return this.#doing(
      'read the history',
      async () => new Map(Object.entries((await this.#histories.read(pipeline)) ?? {})),
    );
  }

  writeHistory(pipeline: string, records: ReadonlyMap<string, KeyRecord>): Promise<void> {
    return this.#doing('write the history', () =>
      this.#histories.write(pipeline, Object.fromEntries(records)),
    );
  }

  putRun(run: RunRecord): Promise<void> {
    return this.#doing(`write the record of run ${run.id}`, () => this.#runs.write(run.id, run));
  }

  getRun(id: string): Promise<RunRecord | undefined> {
    return this.#doing(`read the record of run ${id}`, () => this.#runs.read(id));
  }

  /** Oldest first. */
  listRuns(): Promise<readonly RunRecord[]> {
    return this.#doing('list runs', async () =>
      [...(await this.#runs.readAll())].sort(
        (a, b) => compare(a.startedAt, b.startedAt) || compare(a.id, b.id),
      ),
    );
  }

  findGarbage(policy: GcPolicy, onProgress?: OnGcProgress): Promise<Garbage> {
    return this.#doing('look for garbage', async () => {
      const garbage = await findGarbage(this.#medium, this.workDirectory, policy, onProgress);
      return { ...garbage, remove: () => this.#doing('remove garbage', garbage.remove) };
    });
  }

  verify(onProgress?: OnVerifyProgress): Promise<Verified> {
    return this.#doing('verify', () => verifyStore(this.#medium, this.#blobs, onProgress));
  }

  #doing<Result>(what: string, effect: () => Promise<Result>): Promise<Result> {
    return refusing({ location: this.location, what }, effect);
  }
}

/** A hard link where the file system allows it, otherwise a symbolic one: a dataset is never copied. */
async function layOut(blob: string, path: string): Promise<void> {
  try {
    await link(blob, path);
  } catch (error) {
    if (!['EXDEV', 'EMLINK', 'EPERM'].includes(codeOf(error) ?? '')) throw error;
    await symlink(blob, path);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
