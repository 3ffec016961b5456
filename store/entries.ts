import { canonicalJson } from '../plan/canonical-json.ts';
import type { Json, Key } from '../plan/digest.ts';
import type { Blobs } from './blobs.ts';
import { reach } from './fault-points.ts';
import { isPlainPath } from './files-below.ts';
import { digestOf, hexIn, keyOf } from './hash.ts';
import type { Medium } from './medium.ts';
import { seal, unseal } from './seal.ts';
import type { Artifact, Entry } from './store.ts';

/** What was published under which key, one small file each. The first publisher of a key stays. */
export class Entries {
  readonly #medium: Medium;
  readonly #blobs: Blobs;

  constructor(medium: Medium, blobs: Blobs) {
    this.#medium = medium;
    this.#blobs = blobs;
  }

  /** The entry of a key if it and all files that it names are there. */
  async find(key: Key): Promise<Entry | undefined> {
    const entry = await this.#read(key);
    if (entry === undefined) return undefined;
    for (const { digest, bytes, path } of entry.artifact.files) {
      if (await this.#blobs.isPresent(digest, bytes)) continue;
      await this.#blobs.quarantine(nameOfEntry(key), `its file ${path} is not in the store`);
      return undefined;
    }
    await this.#restoreList(entry);
    return entry;
  }

  /** The list of files under the artifact's digest; the entry, which holds the same list, makes it again. */
  async #restoreList({ artifact, digest }: Entry): Promise<void> {
    const list = canonicalJson(artifactRecord(artifact));
    if (!(await this.#blobs.isPresent(digest, Buffer.byteLength(list)))) await this.#blobs.putBytes(list);
  }

  /** Writes an entry unless a sound one is there; returns the one that counts. */
  async put(entry: Entry): Promise<Entry> {
    if (await this.#medium.create(nameOfEntry(entry.key), seal(entry))) {
      reach('store:after-entry');
      return entry;
    }
    // Taken. If the one there turns out to be damaged it has just been set aside, and the name is free.
    return (await this.find(entry.key)) ?? this.put(entry);
  }

  async #read(key: Key): Promise<Entry | undefined> {
    const name = nameOfEntry(key);
    const bytes = await this.#medium.read(name);
    if (bytes === undefined) return undefined;
    const read = readEntry(bytes, key);
    if ('entry' in read) return read.entry;
    await this.#blobs.quarantine(name, read.flaw);
    return undefined;
  }
}

/** Where the entry of a key is. */
export function nameOfEntry(key: Key): string {
  const hex = hexIn(key);
  return `entries/${hex.slice(0, 2)}/${hex}.json`;
}

/** The entry in these bytes, or why they cannot be the entry of this key. */
export function readEntry(
  bytes: Uint8Array,
  key: Key,
): { readonly entry: Entry } | { readonly flaw: string } {
  const record = unseal(bytes);
  if ('flaw' in record) return record;
  const entry = record.value as unknown as Entry;
  const flaw = flawOf(entry, key);
  return flaw === undefined ? { entry } : { flaw };
}

/** Why an entry that was read cannot be the one of this key; undefined when it is sound. */
function flawOf(entry: Entry, key: Key): string | undefined {
  try {
    if (entry.key !== key || keyOf(entry.record) !== key) return 'it belongs to another key';
    if (digestOfArtifact(entry.artifact) !== entry.digest)
      return 'its list of files does not match its digest';
    const outside = entry.artifact.files.find(({ path }) => !isPlainPath(path));
    return outside && `it names a file outside of its folder: ${outside.path}`;
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
