import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { Digest } from '../../plan/digest.ts';

/** A file of the code of a program. */
export interface CodeFile {
  /** From the working folder, with `/`. */
  readonly path: string;
  readonly digest: Digest;
  readonly executable: boolean;
}

/** The list of files that the digest of code is the digest of, as JSON. */
export interface CodeList {
  readonly version: 1;
  /** Sorted by path. */
  readonly files: readonly CodeFile[];
}

/** Code of a program: its digest, and all bytes that a store must have for it, the list among them. */
export interface Code {
  readonly digest: Digest;
  readonly blobs: readonly Uint8Array[];
}

/** More is data: code is held in memory while it is planned, and kept with every plan. */
const limits = { bytes: 64 * 2 ** 20, files: 5_000 };

/** Left out of folders: what tools leave there, and what changes without a change of the program. */
const isLeftOut = (name: string): boolean =>
  name.startsWith('.') || name === '__pycache__' || name === 'node_modules';

/**
 * Reads the files and folders that a step lists as its code, by their paths below `root`. A symbolic link to a file
 * below `root` counts as that file; whatever leads out of it is refused. Throws LAC4411 to LAC4415.
 */
export async function readCode(paths: readonly string[], root: string, step: string): Promise<Code> {
  const reading: Reading = { root, realRoot: await realpath(root), step, files: new Map(), bytes: 0 };
  for (const path of paths) await readListed(path, reading);
  const read = [...reading.files].sort(([one], [other]) => (one < other ? -1 : 1));
  const files = read.map(([path, { bytes, executable }]) => ({ path, digest: sha256(bytes), executable }));
  const list = new TextEncoder().encode(JSON.stringify({ version: 1, files } satisfies CodeList));
  return { digest: sha256(list), blobs: [...read.map(([, { bytes }]) => bytes), list] };
}

interface Reading {
  readonly root: string;
  readonly realRoot: string;
  readonly step: string;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly executable: boolean }>;
  bytes: number;
}

async function readListed(listed: string, reading: Reading): Promise<void> {
  const path = relative(reading.root, join(reading.root, listed)).split(sep).join('/');
  const place = join(reading.root, path);
  const target = await realpath(place).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error)))
      throw failure('LAC4411', { path: listed, step: reading.step, place });
    throw failure('LAC4414', { path: listed, reason: reasonOf(error) }, error);
  });
  refuseOutside(path, target, reading);
  await readFound(path, await attempt(path, () => stat(place)), reading);
}

/** Something that is there, below a folder or listed itself. */
async function readFound(path: string, found: Stats, reading: Reading): Promise<void> {
  if (found.isFile()) return readOne(path, found, reading);
  if (!found.isDirectory()) throw failure('LAC4415', { path, kind: 'special file' });
  const names = await attempt(path, () => readdir(join(reading.root, path)));
  for (const name of names.filter((one) => !isLeftOut(one))) {
    await readInside(`${path}/${name}`, reading);
  }
}

async function readInside(path: string, reading: Reading): Promise<void> {
  const place = join(reading.root, path);
  const found = await attempt(path, () => lstat(place));
  if (!found.isSymbolicLink()) return readFound(path, found, reading);
  refuseOutside(path, await attempt(path, () => realpath(place)), reading);
  const target = await attempt(path, () => stat(place));
  // A link to a folder may lead to one that it lies in, and so on without end.
  if (target.isDirectory()) throw failure('LAC4415', { path, kind: 'symbolic link to a folder' });
  return readFound(path, target, reading);
}

async function readOne(path: string, { size, mode }: Stats, reading: Reading): Promise<void> {
  if (reading.files.has(path)) return;
  reading.bytes += size;
  const { step, files, bytes } = reading;
  if (bytes > limits.bytes) {
    throw failure('LAC4413', { step, limit: '64 MiB', found: `${bytes} bytes`, path });
  }
  if (files.size === limits.files) {
    throw failure('LAC4413', {
      step,
      limit: `${limits.files} files`,
      found: `${limits.files + 1} files`,
      path,
    });
  }
  const content = await attempt(path, () => readFile(join(reading.root, path)));
  files.set(path, { bytes: content, executable: (mode & 0o100) !== 0 });
}

function refuseOutside(path: string, target: string, { realRoot }: Reading): void {
  const inside = realRoot.endsWith(sep) ? realRoot : `${realRoot}${sep}`;
  if (!target.startsWith(inside)) throw failure('LAC4412', { path, target });
}

/** Does something with a path and says which one it was if it fails. */
async function attempt<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw failure('LAC4414', { path, reason: reasonOf(error) }, error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sha256(bytes: Uint8Array): Digest {
  return `sha256-${createHash('sha256').update(bytes).digest('hex')}` as Digest;
}
