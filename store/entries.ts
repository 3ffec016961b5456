import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Json, Key } from '../plan/digest.ts';
import type { Blobs } from './blobs.ts';
import { isAbsence, moveIntoFree, writeTemporary } from './disk.ts';
import { reach } from './fault-points.ts';
import { digestOf, hexOf, keyOf } from './hash.ts';
import type { Artifact, Entry } from './store.ts';

/** What was published under which key, one small file each. The first publisher of a key stays. */
export class Entries {
  readonly #root: string;
  readonly #blobs: Blobs;

  constructor(root: string, blobs: Blobs) {
    this.#root = root;
    this.#blobs = blobs;
  }

  /** The entry of a key if it and all files that it names are there. */
  async find(key: Key): Promise<Entry | undefined> {
    const entry = await this.#read(key);
    if (entry === undefined) return undefined;
    for (const { digest, bytes, path } of entry.artifact.files) {
      if (await this.#blobs.isPresent(digest, bytes)) continue;
      await this.#blobs.quarantine(this.#pathOf(key), `its file ${path} is not in the store`);
      return undefined;
    }
    return entry;
  }

  /** Writes an entry unless a sound one is there; returns the one that counts. */
  async put(entry: Entry): Promise<Entry> {
    const temporary = await writeTemporary(join(this.#root, 'tmp'), `${JSON.stringify(entry, null, 1)}\n`);
    reach('store:before-entry-link');
    if (await moveIntoFree(temporary, this.#pathOf(entry.key))) {
      reach('store:after-entry');
      return entry;
    }
    // Taken. If the one there turns out to be damaged it has just been set aside, and the name is free.
    return (await this.find(entry.key)) ?? this.put(entry);
  }

  async #read(key: Key): Promise<Entry | undefined> {
    const path = this.#pathOf(key);
    try {
      const entry = JSON.parse(await readFile(path, 'utf8')) as Entry;
      const flaw = flawOf(entry, key);
      if (flaw === undefined) return entry;
      await this.#blobs.quarantine(path, flaw);
    } catch (error) {
      if (isAbsence(error)) return undefined;
      if (!(error instanceof SyntaxError)) throw error;
      await this.#blobs.quarantine(path, 'it is not JSON');
    }
    return undefined;
  }

  #pathOf(key: Key): string {
    const hex = hexOf(key);
    if (hex === undefined) throw failure('LAC9001', { what: `not a key: ${key}` });
    return join(this.#root, 'entries', hex.slice(0, 2), `${hex}.json`);
  }
}

/** Why an entry that was read cannot be the one of this key; undefined when it is sound. */
function flawOf(entry: Entry, key: Key): string | undefined {
  try {
    if (entry.key !== key || keyOf(entry.record) !== key) return 'it belongs to another key';
    if (digestOfArtifact(entry.artifact) !== entry.digest)
      return 'its list of files does not match its digest';
    return entry.artifact.files.map(({ path }) => flawOfPath(path)).find((flaw) => flaw !== undefined);
  } catch (error) {
    // A field is missing or of another type: the shape itself is damaged.
    return error instanceof Error ? `it lacks a field (${error.message})` : 'it lacks a field';
  }
}

/** The digest of an artifact covers its media type and its files and nothing else. */
function digestOfArtifact({ mediaType, files }: Artifact): Entry['digest'] {
  return digestOf(artifactRecord({ mediaType, files }));
}

/** An artifact as the JSON that its digest is taken of. */
export function artifactRecord({ mediaType, files }: Artifact): Json {
  return { mediaType, files: files.map(({ path, digest, bytes }) => ({ path, digest, bytes })) };
}

/** Why a path may not be laid out below a folder; undefined when it may. */
function flawOfPath(path: string): string | undefined {
  const parts = path.split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  return isPlain && !path.includes('\0') ? undefined : `it names a file outside of its folder: ${path}`;
}
