import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import { cacheRoot } from '../../setup/cache-root.mjs';
import { makeWorkFolder } from '../../setup/work-folder.mjs';
import { inLanes } from '../in-lanes.ts';
import type { FetchContext } from '../sources/packages.ts';

/*
 * SHA-256 of raw media, remembered per folder in the user's cache by path, size, time of change and inode: an unchanged
 * data set is looked at, not read. Whoever changes a file and restores all of these deceives it; LACUNA_CACHE names
 * another cache, and deleting the `media` folder makes it read everything again.
 */

/** A file as it was when it was hashed. */
interface Entry {
  readonly bytes: number;
  /** Nanoseconds, as a text: they do not fit into a number. */
  readonly changed: string;
  readonly inode: string;
  readonly sha256: string;
}

const lanes = 8;
const smallBytes = 1 << 20;
const reportMs = 500;
const saveMs = 30_000;
/** A file may be written again within the resolution of its time: what is that young is hashed each time. */
const settledMs = 2000;

/**
 * SHA-256 in hexadecimal of files of a folder, by their path in it. A file that is not there or cannot be read is
 * refused with LAC3162.
 */
export async function digestFiles(
  root: string,
  paths: readonly string[],
  { report, signal }: FetchContext,
): Promise<ReadonlyMap<string, string>> {
  const cache = cacheFile(root);
  const entries = new Map(await readCache(cache));
  let [done, told, saved, isStale] = [0, Date.now(), Date.now(), false];
  const save = async () => {
    [saved, isStale] = [Date.now(), false];
    await writeCache(cache, entries);
  };
  try {
    const digests = await inLanes(paths, lanes, async (path) => {
      signal?.throwIfAborted();
      const { entry, isNew, isSettled } = await digestOne(join(root, path), entries.get(path));
      if (isNew) {
        isStale = true;
        if (isSettled) entries.set(path, entry);
        else entries.delete(path);
      }
      if (isStale && Date.now() - saved > saveMs) await save();
      done += 1;
      if (Date.now() - told > reportMs) {
        told = Date.now();
        report({ phase: 'hash data', done, total: paths.length, unit: 'files' });
      }
      return [path, entry.sha256] as const;
    });
    return new Map(digests);
  } finally {
    // What an interrupted look has hashed is not hashed again.
    if (isStale) await save();
  }
}

async function digestOne(file: string, known: Entry | undefined) {
  try {
    const { size, mtimeNs, mtimeMs, ino } = await stat(file, { bigint: true });
    const state = { bytes: Number(size), changed: String(mtimeNs), inode: String(ino) };
    const isSettled = Date.now() - Number(mtimeMs) >= settledMs;
    const isKnown =
      known?.bytes === state.bytes && known.changed === state.changed && known.inode === state.inode;
    if (known && isKnown && isSettled) return { entry: known, isNew: false, isSettled };
    return { entry: { ...state, sha256: await hashFile(file, state.bytes) }, isNew: true, isSettled };
  } catch (error) {
    throw failure('LAC3162', { file, reason: (error as Error).message }, error);
  }
}

async function hashFile(file: string, bytes: number): Promise<string> {
  if (bytes <= smallBytes) return hash('sha256', await readFile(file), 'hex');
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: smallBytes }))
    sum.update(chunk as Buffer);
  return sum.digest('hex');
}

function cacheFile(root: string): string {
  return join(cacheRoot(), 'media', `${hash('sha256', root, 'hex').slice(0, 32)}.json`);
}

type Row = readonly [path: string, bytes: number, changed: string, inode: string, sha256: string];

/** What an earlier look remembered; nothing where that is damaged or of another version. */
async function readCache(file: string): Promise<readonly (readonly [string, Entry])[]> {
  try {
    const { version, files } = JSON.parse(await readFile(file, 'utf8')) as { version: number; files: Row[] };
    if (version !== 1 || !files.every(isRow)) return [];
    return files.map(([path, bytes, changed, inode, sha256]) => [path, { bytes, changed, inode, sha256 }]);
  } catch {
    return [];
  }
}

function isRow(row: unknown): row is Row {
  if (!Array.isArray(row) || row.length !== 5) return false;
  const [path, bytes, changed, inode, sha256]: readonly unknown[] = row;
  const areTexts = [path, changed, inode].every((each) => typeof each === 'string');
  return areTexts && typeof bytes === 'number' && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}

/** Replaces the file as a whole. A cache that cannot be written costs time, not the result. */
async function writeCache(file: string, entries: ReadonlyMap<string, Entry>): Promise<void> {
  const files = [...entries].map(([path, { bytes, changed, inode, sha256 }]): Row => {
    return [path, bytes, changed, inode, sha256];
  });
  let work: string | undefined;
  try {
    work = makeWorkFolder(cacheRoot());
    const arriving = join(work, 'digests.json');
    await writeFile(arriving, JSON.stringify({ version: 1, files }), { flush: true });
    await mkdir(dirname(file), { recursive: true });
    await rename(arriving, file);
  } catch {
    // Read-only home folders and full disks are common on clusters.
  } finally {
    if (work !== undefined) await rm(work, { recursive: true, force: true }).catch(() => undefined);
  }
}
