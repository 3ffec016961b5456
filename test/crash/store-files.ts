import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** What the checks read of an entry; written down here apart from the product's types, as another reader would. */
interface EntryFile {
  readonly key: string;
  readonly digest: string;
  readonly artifact: { readonly files: readonly { readonly digest: string; readonly bytes: number }[] };
  readonly provenance: { readonly task: string };
}

/** Folders of a store that are no results. */
const stateFolders = ['runs', 'histories', 'logs', 'temporal', 'checkpoints', 'quarantine', 'claims', 'tmp'];

/** Makes a store forget tasks: their entries, their bytes, and everything that is no result. */
export function forgetTasks(store: string, tasks: readonly string[]): void {
  for (const folder of stateFolders) rmSync(join(store, folder), { recursive: true, force: true });
  const entries = readEntries(store);
  const isForgotten = ({ entry }: { readonly entry: EntryFile }) =>
    tasks.some((task) => entry.provenance.task.startsWith(task));
  const kept = new Set(entries.filter((one) => !isForgotten(one)).flatMap(({ entry }) => digestsOf(entry)));
  for (const { path } of entries.filter(isForgotten)) rmSync(path);
  // The plan goes too: it is no artifact of a task that is kept.
  for (const path of filesBelow(join(store, 'blobs'))) {
    if (!kept.has(`sha256-${basename(path)}`)) rmSync(path);
  }
}

/** The digest of the artifact under every key. */
export function artifactsOf(store: string): ReadonlyMap<string, string> {
  return new Map(readEntries(store).map(({ entry }) => [entry.key, entry.digest]));
}

/** Everything in a store that is not whole; nothing when it is sound. */
export function flawsOf(store: string): readonly string[] {
  const flaws: string[] = [];
  for (const path of filesBelow(join(store, 'blobs'))) {
    const hex = createHash('sha256').update(readFileSync(path)).digest('hex');
    if (hex !== basename(path)) flaws.push(`blob ${basename(path)} has other bytes`);
  }
  for (const { entry } of readEntries(store)) {
    for (const digest of digestsOf(entry)) {
      if (!existsSync(blobPath(store, digest))) flaws.push(`${entry.provenance.task} lacks ${digest}`);
    }
  }
  for (const folder of ['runs', 'histories']) {
    for (const path of filesBelow(join(store, folder))) readRecord(path);
  }
  return flaws;
}

/** Everything that is left in a folder for temporary files. */
export function leftIn(folder: string): readonly string[] {
  return filesBelow(folder).map((path) => `left behind: ${relative(folder, path)}`);
}

/** Every regular file below a folder, which need not be there. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The file of a task's entry. */
export function entryPathOf(store: string, task: string): string {
  const found = readEntries(store).find(({ entry }) => entry.provenance.task === task);
  if (found === undefined) throw new Error(`${store} has no entry of ${task}`);
  return found.path;
}

function readEntries(store: string): { readonly path: string; readonly entry: EntryFile }[] {
  return filesBelow(join(store, 'entries')).map((path) => ({
    path,
    entry: readRecord(path) as EntryFile,
  }));
}

function readRecord(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${basename(dirname(path))}/${basename(path)} is no record: ${text.slice(0, 80)}`, {
      cause: error,
    });
  }
}

function digestsOf({ digest, artifact }: EntryFile): readonly string[] {
  return [digest, ...artifact.files.map((file) => file.digest)];
}

function blobPath(store: string, digest: string): string {
  const hex = digest.replace('sha256-', '');
  return join(store, 'blobs', hex.slice(0, 2), hex);
}
