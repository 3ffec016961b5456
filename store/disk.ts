import { createHash } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import type { Digest } from '../plan/digest.ts';
import { reach } from './fault-points.ts';
import { isAlive, ownerInName, temporaryName } from './owner.ts';
import { codeOf } from './refusal.ts';

/*
 * Every file of the store appears whole or not at all: it is written under `tmp/` in the same file system,
 * flushed, then given its name, and the folder that holds the name is flushed too.
 */

/** Read-only for everyone, so that a reader that got a hard link cannot change the store by accident. */
const blobMode = 0o444;

/** Writes bytes to a new temporary file and flushes them; returns its path. */
export async function writeTemporary(temporary: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(temporary, temporaryName());
  await writing(path, async (file) => {
    await file.writeFile(bytes);
  });
  return path;
}

/** Copies a file to a new temporary file as a stream, hashing on the way. */
export async function copyToTemporary(
  temporary: string,
  source: string,
): Promise<{ readonly path: string; readonly digest: Digest; readonly bytes: number }> {
  const path = join(temporary, temporaryName());
  const hash = createHash('sha256');
  let bytes = 0;
  await using from = await open(source, 'r');
  await writing(path, async (file) => {
    for await (const chunk of from.createReadStream({
      highWaterMark: 1 << 20,
      autoClose: false,
    }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
      await file.write(chunk);
    }
  });
  return { path, digest: `sha256-${hash.digest('hex')}` as Digest, bytes };
}

async function writing(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await using file = await open(path, 'wx', 0o644);
    await write(file);
    await file.chmod(blobMode);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  reach('store:after-temporary-file');
}

/** Gives a temporary file its name; whatever had the name before is replaced in one step. */
export async function moveInto(temporary: string, path: string): Promise<void> {
  await inFolder(dirname(path), () => rename(temporary, path));
  await syncFolder(dirname(path));
}

/** Makes a folder and moves something into it; again, should someone remove the folder in between as an empty one. */
async function inFolder(folder: string, move: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await mkdir(folder, { recursive: true });
    try {
      return await move();
    } catch (error) {
      if (!isAbsence(error) || tries === 3) throw error;
    }
  }
}

/** Gives a temporary file its name unless the name is taken. False: another was first, and nothing changed. */
export async function moveIntoFree(temporary: string, path: string): Promise<boolean> {
  try {
    await inFolder(dirname(path), () => link(temporary, path));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r');
  await folder.sync();
}

/** Size of a regular file, or undefined when there is none. */
export async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(orNothing(undefined));
  return found?.isFile() ? found.size : undefined;
}

/** Whether an error says that a file is not there. */
export function isAbsence(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** Handles the error of a file that is not there by a value in its place; every other error stays one. */
export function orNothing<Nothing>(nothing: Nothing): (error: unknown) => Nothing {
  return (error) => {
    if (isAbsence(error)) return nothing;
    throw error;
  };
}

/** Removes temporary files and folders whose process is gone. */
export async function sweepTemporary(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const owner = ownerInName(name);
    if (owner !== undefined && !isAlive(owner))
      await rm(join(temporary, name), { recursive: true, force: true });
  }
}

/**
 * Removes temporary files of other machines that were last written longer ago than this, and says how many. Folders
 * stay: an attempt that goes on for weeks has one.
 */
export async function sweepForeign(temporary: string, olderThanMs: number): Promise<number> {
  let swept = 0;
  for (const entry of await readdir(temporary, { withFileTypes: true })) {
    const owner = entry.isFile() ? ownerInName(entry.name) : undefined;
    if (owner === undefined || owner.host === hostname()) continue;
    const path = join(temporary, entry.name);
    const { mtimeMs = Date.now() } = (await stat(path).catch(() => undefined)) ?? {};
    if (Date.now() - mtimeMs <= olderThanMs) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
