import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Key } from '../plan/digest.ts';
import type { Blobs } from './blobs.ts';
import { copyToTemporary } from './disk.ts';
import { reach } from './fault-points.ts';
import { filesBelow, isPlainPath } from './files-below.ts';
import { digestOfFile, hexIn } from './hash.ts';
import type { Medium } from './medium.ts';
import { seal, unseal } from './seal.ts';
import type { ArtifactFile } from './store.ts';

/** How many states of a task are kept: if the newest turns out to be damaged, the one before it is there. */
const kept = 2;

/** A complete state: its folder and the step that it was saved before. */
interface State {
  readonly folder: string;
  readonly step: number;
}

/**
 * States of unfinished tasks, by the task's key. They are no results: they are written often, and gone when the result
 * is there. A state counts once its list of files is there, which is written last.
 */
export class Checkpoints {
  readonly #medium: Medium;
  readonly #temporaries: string;
  readonly #blobs: Blobs;

  constructor(medium: Medium, workDirectory: string, blobs: Blobs) {
    this.#medium = medium;
    this.#temporaries = join(workDirectory, 'tmp');
    this.#blobs = blobs;
  }

  async save(key: Key, step: number, directory: string): Promise<void> {
    const folder = `${folderOf(key)}${String(step).padStart(12, '0')}-${randomBytes(4).toString('hex')}`;
    const files: ArtifactFile[] = [];
    for (const [index, path] of (await filesBelow(directory)).entries()) {
      const copy = await copyToTemporary(this.#temporaries, join(directory, path));
      await this.#medium.adopt(`${folder}/${index}`, copy.path);
      files.push({ path, digest: copy.digest, bytes: copy.bytes });
    }
    reach('checkpoint:before-list');
    await this.#medium.write(`${folder}/${listName}`, seal({ files }));
    reach('checkpoint:after-list');
    await this.#removeOld(key);
  }

  /** Copies the newest sound state into a new folder and says its step; undefined when there is none. */
  async take(key: Key, directory: string): Promise<number | undefined> {
    for (const { folder, step } of statesIn(await this.#names(key))) {
      if (await this.#layOut(folder, directory)) return step;
      await rm(directory, { recursive: true, force: true });
    }
    return undefined;
  }

  async drop(key: Key): Promise<void> {
    await this.#remove(await this.#names(key));
  }

  async #layOut(folder: string, directory: string): Promise<boolean> {
    await mkdir(directory, { recursive: true });
    const flaw = await flawOfState(this.#medium, folder, async (name, path) => {
      const source = await this.#medium.fetch(name);
      if (source === undefined) return undefined;
      // A copy and not a link: the program that goes on may write to it.
      const target = join(directory, path);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(source, target);
      return target;
    });
    if (flaw === undefined) return true;
    await this.#blobs.quarantine(`${folder}/${listName}`, flaw);
    return false;
  }

  async #removeOld(key: Key): Promise<void> {
    const names = await this.#names(key);
    const last = statesIn(names)[kept - 1];
    if (last === undefined) return;
    // Older ones that never became complete are of attempts that are gone.
    await this.#remove(names.filter((name) => stepOf(name) < last.step));
  }

  /** Lists of files go first: without its list a state does not count. */
  async #remove(names: readonly string[]): Promise<void> {
    for (const name of names.filter(isList)) await this.#medium.remove(name);
    for (const name of names.filter((name) => !isList(name))) await this.#medium.remove(name);
  }

  async #names(key: Key): Promise<string[]> {
    return (await this.#medium.list(folderOf(key))).map(({ name }) => name);
  }
}

/**
 * Compares every file of a state with the state's list; says what is wrong, or nothing. `fileOf` gives a file of this
 * machine with the bytes under a name, undefined when there are none; `path` is what the file is called in the state.
 */
export async function flawOfState(
  medium: Medium,
  folder: string,
  fileOf: (name: string, path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const files = filesIn(await medium.read(`${folder}/${listName}`));
  if (files === undefined) return 'it is no list of files';
  for (const [index, { path, digest, bytes }] of files.entries()) {
    const file = await fileOf(`${folder}/${index}`, path);
    if (file === undefined) return `its file ${path} is not there`;
    const found = await digestOfFile(file);
    if (found.digest !== digest || found.bytes !== bytes) return `its file ${path} has other bytes`;
  }
  return undefined;
}

/** Complete states among the names of a task's objects, newest first. */
function statesIn(names: readonly string[]): readonly State[] {
  const lists = names.filter(isList).sort().reverse();
  return lists.map((name) => ({ folder: dirname(name), step: stepOf(name) }));
}

/** Beside the files of a state: which they are. */
export const listName = 'files.json';

function isList(name: string): boolean {
  return name.endsWith(`/${listName}`);
}

/** `checkpoints/<2>/<64 hex>/<step>-<random>/...` */
function folderOf(key: Key): string {
  const hex = hexIn(key);
  return `checkpoints/${hex.slice(0, 2)}/${hex}/`;
}

function stepOf(name: string): number {
  return Number(/\/(\d+)-[0-9a-f]+\/[^/]+$/.exec(name)?.[1] ?? 0);
}

/** The files of a state's list when the list is sound in itself. */
function filesIn(bytes: Uint8Array | undefined): readonly ArtifactFile[] | undefined {
  const list = bytes && unseal(bytes);
  if (list === undefined || 'flaw' in list) return undefined;
  const { files } = list.value as { readonly files?: readonly ArtifactFile[] };
  return Array.isArray(files) && files.every(isFile) ? files : undefined;
}

function isFile(file: unknown): file is ArtifactFile {
  if (typeof file !== 'object' || file === null || !('path' in file)) return false;
  return typeof file.path === 'string' && isPlainPath(file.path);
}
