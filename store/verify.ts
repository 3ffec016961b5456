import { basename, dirname } from 'node:path';
import { canonicalJson } from '../plan/canonical-json.ts';
import type { Digest } from '../plan/digest.ts';
import { type Blobs, nameOfBlob } from './blobs.ts';
import { flawOfState, listName } from './checkpoints.ts';
import { artifactRecord, readEntry } from './entries.ts';
import { shortOf } from './gc-graph.ts';
import { keyInName } from './gc-reach.ts';
import { digestOfFile, hexOf } from './hash.ts';
import type { Finding, OnVerifyProgress, Verified } from './keeping.ts';
import { foldersOf } from './kinds.ts';
import { inLanes } from './lanes.ts';
import type { Listed, Medium } from './medium.ts';
import { unseal } from './seal.ts';
import type { Artifact, ArtifactFile, Entry, RunRecord } from './store.ts';

/** Blobs are large and disks few: two at once keep a core and a disk busy. */
const blobLanes = 2;
const recordLanes = 16;

/** Reads every object of a store and compares it with what its name and its digests say. */
export function verifyStore(
  medium: Medium,
  blobs: Blobs,
  onProgress: OnVerifyProgress = () => {},
): Promise<Verified> {
  return new Verification(medium, blobs, onProgress).run();
}

class Verification {
  readonly #medium: Medium;
  readonly #blobs: Blobs;
  readonly #onProgress: OnVerifyProgress;
  readonly #findings: Finding[] = [];
  readonly #read: { [what: string]: { count: number; bytes: number } } = {};
  /** Bytes of every sound blob, by the beginning of its digest. */
  readonly #sound = new Map<number, number>();

  constructor(medium: Medium, blobs: Blobs, onProgress: OnVerifyProgress) {
    this.#medium = medium;
    this.#blobs = blobs;
    this.#onProgress = onProgress;
  }

  async run(): Promise<Verified> {
    await this.#each('blobs', foldersOf('blobs'), blobLanes, (listed) => this.#blob(listed));
    await this.#each('entries', foldersOf('entries'), recordLanes, (listed) => this.#entry(listed));
    const isList = ({ name }: Listed) => basename(name) === listName;
    await this.#each('checkpoints', foldersOf('checkpoints'), blobLanes, async (listed) => {
      if (isList(listed)) await this.#checkpoint(listed);
    });
    await this.#each('histories', ['histories/'], recordLanes, async (listed) => {
      await this.#record(listed);
    });
    await this.#each('runs', ['runs/'], recordLanes, (listed) => this.#run(listed));
    return { findings: this.#findings, read: this.#read };
  }

  async #each(
    what: string,
    folders: readonly string[],
    lanes: number,
    look: (listed: Listed) => Promise<void>,
  ): Promise<void> {
    const read = { count: 0, bytes: 0 };
    this.#read[what] = read;
    for (const [index, folder] of folders.entries()) {
      await inLanes(await this.#medium.list(folder), lanes, async (listed) => {
        await look(listed);
        read.count += 1;
        read.bytes += listed.bytes;
        this.#onProgress(what, index, folders.length, read.bytes);
      });
    }
  }

  async #blob({ name }: Listed): Promise<void> {
    const digest = `sha256-${basename(name)}` as Digest;
    if (hexOf(digest) === undefined) return this.#damaged(name, 'its name is no SHA-256');
    // What is there is to be read, not a copy of it that this machine keeps.
    const path = await this.#medium.fetch(name, true);
    if (path === undefined) return;
    const found = await digestOfFile(path);
    if (found.digest !== digest) return this.#damaged(name, 'its bytes do not match its name');
    this.#sound.set(shortOf(basename(name)), found.bytes);
  }

  async #entry({ name }: Listed): Promise<void> {
    const bytes = await this.#medium.read(name);
    if (bytes === undefined) return;
    const read = readEntry(bytes, keyInName(name));
    if ('flaw' in read) return this.#damaged(name, read.flaw);
    const { artifact, provenance } = read.entry;
    for (const file of artifact.files) {
      if (this.#isSound(file) || (await this.#isThere(file))) continue;
      return this.#damaged(name, `its file ${file.path} is not in the store; ${provenance.task} made it`);
    }
    await this.#list(read.entry);
  }

  /** The list of files under the artifact's digest is made again from the entry, which holds the same list. */
  async #list({ artifact, digest, provenance }: Entry): Promise<void> {
    const text = canonicalJson(artifactRecord(artifact));
    const list = { digest, bytes: Buffer.byteLength(text) };
    if (this.#isSound(list) || (await this.#isThere(list))) return;
    await this.#blobs.putBytes(text);
    this.#sound.set(shortOf(hexOf(digest) ?? ''), list.bytes);
    const reason = `the list of files of ${provenance.task} was not there; it was made again from its entry`;
    this.#missing(nameOfBlob(digest), reason);
  }

  async #checkpoint({ name }: Listed): Promise<void> {
    const flaw = await flawOfState(this.#medium, dirname(name), (file) => this.#medium.fetch(file, true));
    if (flaw !== undefined) await this.#damaged(name, flaw);
  }

  async #record({ name }: Listed): Promise<object | undefined> {
    const bytes = await this.#medium.read(name);
    if (bytes === undefined) return undefined;
    const record = unseal(bytes);
    if ('value' in record) return record.value;
    await this.#damaged(name, record.flaw);
    return undefined;
  }

  /** What a record of a run names must be there as long as the record is. */
  async #run(listed: Listed): Promise<void> {
    const run = (await this.#record(listed)) as RunRecord | undefined;
    for (const [task, { artifact }] of Object.entries(run?.tasks ?? {})) {
      if (artifact === undefined || this.#sound.has(shortOf(hexOf(artifact) ?? ''))) continue;
      if ((await this.#medium.size(nameOfBlob(artifact))) !== undefined) continue;
      this.#missing(nameOfBlob(artifact), `run ${run?.id} names it as the result of ${task}`);
    }
  }

  #isSound({ digest, bytes }: Pick<ArtifactFile, 'digest' | 'bytes'>): boolean {
    return this.#sound.get(shortOf(hexOf(digest) ?? '')) === bytes;
  }

  /** Of a blob that was published after the blobs were read. */
  async #isThere({ digest, bytes }: Pick<Artifact['files'][number], 'digest' | 'bytes'>): Promise<boolean> {
    return (await this.#medium.size(nameOfBlob(digest))) === bytes;
  }

  async #damaged(name: string, reason: string): Promise<void> {
    const path = this.#medium.describe(name);
    const quarantine = await this.#blobs.quarantine(name, reason);
    this.#findings.push({ what: 'damaged', path, reason, quarantine });
  }

  #missing(name: string, reason: string): void {
    this.#findings.push({ what: 'missing', path: this.#medium.describe(name), reason });
  }
}
