import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { VideoSource } from './raw-sample.ts';

/**
 * A folder of raw data, and the only way into it: nothing outside is looked at, whatever annotations and links say.
 * Paths are relative to it, with `/`; `for whom` names what asked, such as `sample 12 (list.csv, line 3)`. Paths that
 * lead outside are refused with LAC3163, what is no file with LAC3164, what cannot be read with LAC3162.
 */
export interface FolderRoot {
  /** Absolute, without symbolic links. */
  readonly path: string;
  /** Absolute path of a file; nothing where there is none. */
  readonly locate: (path: string, forWhom: string) => Promise<string | undefined>;
  /** A video file, or a folder with at least one picture; nothing where there is neither. */
  readonly locateVideo: (path: string, forWhom: string) => Promise<VideoSource | undefined>;
  /** The bytes of a file; nothing where there is none. */
  readonly read: (path: string) => Promise<Buffer | undefined>;
  /** Names in a folder, sorted; none where there is no such folder. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** Every file that was given out, relative, sorted: whatever a listing of samples can depend on. */
  readonly used: () => readonly string[];
}

/** Opens a folder that a pipeline names as `text`; one that is not there is refused with LAC3160. */
export async function openRoot(folder: string, text: string): Promise<FolderRoot> {
  const stats = await orNothing(stat(folder), folder);
  if (!stats?.isDirectory()) throw failure('LAC3160', { folder, root: text });
  const path = await realpath(folder);
  const used = new Set<string>();
  const places = createPlaces(path);
  const use = (file: string) => {
    used.add(relative(path, file));
    return file;
  };
  const locate = async (asked: string, forWhom: string) => {
    const place = await places(asked, forWhom);
    if (place === undefined) return undefined;
    if (!place.stats.isFile())
      throw failure('LAC3164', { what: forWhom, path: asked, kind: kindOf(place.stats) });
    return use(place.path);
  };
  return {
    path,
    locate,
    locateVideo: async (asked, forWhom) => {
      const place = await places(asked, forWhom);
      if (place?.stats.isDirectory() !== true) {
        const file = await locate(asked, forWhom);
        return file === undefined ? undefined : { kind: 'file', file };
      }
      const pictures = (await readFolder(place.path)).filter(isPicture);
      for (const { name } of pictures) await locate(`${asked}/${name}`, forWhom);
      return pictures.length === 0 ? undefined : { kind: 'frames', folder: place.path };
    },
    read: async (asked) => {
      const file = await locate(asked, 'the adapter');
      return file === undefined ? undefined : readBytes(file);
    },
    list: async (asked) => {
      const place = await places(asked, 'the adapter');
      if (place?.stats.isDirectory() !== true) return [];
      return (await readFolder(place.path)).map(({ name }) => name).sort();
    },
    used: () => [...used].sort(),
  };
}

interface Place {
  /** Absolute, without symbolic links, in the root. */
  readonly path: string;
  readonly stats: Stats;
}

/** Resolves paths in a root. Folders are resolved once: a data set has many files in few of them. */
function createPlaces(root: string) {
  const folders = new Map<string, Promise<string | undefined>>();
  const folderOf = (path: string) => {
    const folder = dirname(path);
    const known = folders.get(folder);
    if (known) return known;
    const found = orNothing(realpath(join(root, folder)), join(root, folder));
    folders.set(folder, found);
    return found;
  };
  return async (path: string, forWhom: string): Promise<Place | undefined> => {
    const refuse = (why: string) => failure('LAC3163', { what: forWhom, path: shown(path), why, root });
    const problem = textProblem(path);
    if (problem !== undefined) throw refuse(problem);
    const folder = await folderOf(path);
    if (folder === undefined) return undefined;
    if (!isWithin(root, folder)) throw refuse(`leads to ${folder} through a symbolic link`);
    const file = join(folder, basename(path));
    const stats = await orNothing(lstat(file), file);
    if (!stats?.isSymbolicLink()) return stats && { path: file, stats };
    const target = await orNothing(realpath(file), file);
    if (target === undefined) return undefined;
    if (!isWithin(root, target)) throw refuse(`leads to ${target} through a symbolic link`);
    const targetStats = await orNothing(lstat(target), target);
    return targetStats && { path: target, stats: targetStats };
  };
}

function textProblem(path: string): string | undefined {
  if (path.includes('\0')) return 'holds a NUL character';
  if (isAbsolute(path)) return 'is absolute';
  return path.split('/').includes('..') ? 'has `..` in it' : undefined;
}

function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(root === '/' ? root : `${root}/`);
}

function isPicture({ name }: Dirent): boolean {
  return /^[^.].*\.(?:jpe?g|png|webp)$/i.test(name);
}

/** At most 200 characters, without control characters: paths come from files that anybody may have written. */
function shown(path: string): string {
  const plain = path.replace(/\p{Cc}/gu, '\u{fffd}');
  return plain.length > 200 ? `${plain.slice(0, 200)}...` : plain;
}

function kindOf(stats: Stats): string {
  return stats.isDirectory() ? 'a folder' : 'a device, a pipe or a socket';
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw failure('LAC3162', { file, reason: (error as Error).message }, error);
  }
}

async function readFolder(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw failure('LAC3162', { file: folder, reason: (error as Error).message }, error);
  }
}

async function orNothing<Value>(found: Promise<Value>, path: string): Promise<Value | undefined> {
  try {
    return await found;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw failure('LAC3162', { file: shown(path), reason: shown((error as Error).message) }, error);
  }
}
