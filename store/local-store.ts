import { link, lstat, mkdir, readdir, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { canonicalJson } from '../plan/canonical-json.ts';
import type { Digest, Key } from '../plan/digest.ts';
import type { KeyRecord } from '../plan/plan.ts';
import { Blobs, type Damage } from './blobs.ts';
import { sweepTemporary } from './disk.ts';
import { artifactRecord, Entries } from './entries.ts';
import { reach } from './fault-points.ts';
import { Records } from './records.ts';
import { codeOf, refusing } from './refusal.ts';
import type { Artifact, ArtifactFile, Entry, PublishRequest, RunRecord, Store } from './store.ts';

const folders = ['blobs', 'entries', 'histories', 'runs', 'quarantine', 'tmp', 'logs'];

/** How many keys are looked up at once: enough to hide the disk's latency, few enough for open files. */
const lookupLanes = 32;

/**
 * Opens (or makes) a store in a folder of this machine or of a shared file system. `onDamage` hears of
 * everything that was set aside because its bytes are not what its name says.
 *
 *     blobs/<2>/<64 hex>   bytes by SHA-256, read-only      entries/<2>/<64 hex>.json   results by key
 *     histories/ runs/     our records                      quarantine/ tmp/ logs/
 */
export async function openLocalStore(
  directory: string,
  { onDamage = () => {} }: { readonly onDamage?: (damage: Damage) => void } = {},
): Promise<Store> {
  const location = resolve(directory);
  await refusing({ location, what: 'open folders' }, async () => {
    await Promise.all(folders.map((folder) => mkdir(join(location, folder), { recursive: true })));
    await sweepTemporary(join(location, 'tmp'));
  });
  return new LocalStore(location, onDamage);
}

class LocalStore implements Store {
  readonly location: string;
  readonly #blobs: Blobs;
  readonly #entries: Entries;
  readonly #histories: Records<{ readonly [task: string]: KeyRecord }>;
  readonly #runs: Records<RunRecord>;

  constructor(location: string, onDamage: (damage: Damage) => void) {
    this.location = location;
    this.#blobs = new Blobs(location, onDamage);
    this.#entries = new Entries(location, this.#blobs);
    this.#histories = new Records(location, 'histories', this.#blobs);
    this.#runs = new Records(location, 'runs', this.#blobs);
  }

  lookup(keys: readonly Key[]): Promise<ReadonlyMap<Key, Entry>> {
    return this.#doing('look up results', async () => {
      const found = new Map<Key, Entry>();
      const left = [...new Set(keys)];
      const lane = async () => {
        for (let key = left.pop(); key !== undefined; key = left.pop()) {
          const entry = await this.#entries.find(key);
          if (entry) found.set(key, entry);
        }
      };
      await Promise.all(Array.from({ length: lookupLanes }, lane));
      return found;
    });
  }

  publish({ key, record, directory, mediaType, summary, provenance }: PublishRequest): Promise<Entry> {
    return this.#doing(`write the result of ${provenance.task}`, async () => {
      const files: ArtifactFile[] = [];
      for (const path of await filesBelow(directory, '')) {
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

  #doing<Result>(what: string, effect: () => Promise<Result>): Promise<Result> {
    return refusing({ location: this.location, what }, effect);
  }
}

/** Paths of the regular files below a folder, sorted by code unit; anything else there is a failure. */
async function filesBelow(root: string, folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const name of (await readdir(join(root, folder))).sort()) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const found = await lstat(join(root, path));
    if (found.isDirectory()) paths.push(...(await filesBelow(root, path)));
    else if (found.isFile()) paths.push(path);
    else throw failure('LAC5005', { path, kind: found.isSymbolicLink() ? 'symbolic link' : 'special file' });
  }
  return paths.sort();
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
