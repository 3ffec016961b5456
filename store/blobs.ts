import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import { copyToTemporary, isAbsence, moveInto, sizeOf, writeTemporary } from './disk.ts';
import { reach } from './fault-points.ts';
import { digestOfFile, hexOf, sha256 } from './hash.ts';
import { temporaryName } from './owner.ts';

/** Something in the store that is not what its name says, and where it was put. */
export interface Damage {
  readonly path: string;
  readonly reason: string;
  readonly quarantine: string;
}

/** Bytes under their SHA-256, in a folder. Every read is verified; what differs goes to quarantine. */
export class Blobs {
  readonly #root: string;
  readonly #onDamage: (damage: Damage) => void;

  constructor(root: string, onDamage: (damage: Damage) => void) {
    this.#root = root;
    this.#onDamage = onDamage;
  }

  /** Where the bytes of a digest are or would be. */
  pathOf(digest: Digest): string {
    const hex = hexOf(digest);
    if (hex === undefined) throw failure('LAC9001', { what: `not a digest: ${digest}` });
    return join(this.#root, 'blobs', hex.slice(0, 2), hex);
  }

  async putFile(source: string): Promise<{ readonly digest: Digest; readonly bytes: number }> {
    reach('store:before-blob');
    const { path, digest, bytes } = await copyToTemporary(join(this.#root, 'tmp'), source);
    // Over an existing blob too: if that one was damaged unnoticed, this heals it.
    await moveInto(path, this.pathOf(digest));
    return { digest, bytes };
  }

  async putBytes(content: Uint8Array | string): Promise<Digest> {
    const digest = sha256(content);
    await moveInto(await writeTemporary(join(this.#root, 'tmp'), content), this.pathOf(digest));
    return digest;
  }

  /** Small bytes, verified. Absence and damage are failures that say what to do. */
  async getBytes(digest: Digest): Promise<Uint8Array> {
    const path = this.pathOf(digest);
    const content = await readFile(path).catch((error: unknown) => {
      if (isAbsence(error)) throw failure('LAC5006', { digest, location: this.#root });
      throw error;
    });
    if (sha256(content) !== digest) throw await this.#damaged(path, 'its bytes do not match its name');
    return content;
  }

  /** Reads a blob through and compares; a damaged or missing one is a failure. Returns its path. */
  async verify(digest: Digest, bytes: number): Promise<string> {
    const path = this.pathOf(digest);
    if ((await sizeOf(path)) === undefined) throw failure('LAC5006', { digest, location: this.#root });
    const found = await digestOfFile(path);
    if (found.digest === digest && found.bytes === bytes) return path;
    throw await this.#damaged(path, `it has ${found.bytes} bytes of another content instead of ${bytes}`);
  }

  /** Whether a blob is there with the right size: cheap, for many. One of another size goes to quarantine. */
  async isPresent(digest: Digest, bytes: number): Promise<boolean> {
    const path = this.pathOf(digest);
    const found = await sizeOf(path);
    if (found === undefined || found === bytes) return found === bytes;
    await this.quarantine(path, `it has ${found} bytes instead of ${bytes}`);
    return false;
  }

  /** Sets a file aside and reports it. */
  async quarantine(path: string, reason: string): Promise<string> {
    const quarantine = join(this.#root, 'quarantine', `${basename(path)}.${temporaryName()}`);
    await mkdir(dirname(quarantine), { recursive: true });
    await rename(path, quarantine).catch((error: unknown) => {
      // Another reader found the same damage first.
      if (!isAbsence(error)) throw error;
    });
    this.#onDamage({ path, reason, quarantine });
    return quarantine;
  }

  async #damaged(path: string, reason: string): Promise<Error> {
    const quarantine = await this.quarantine(path, reason);
    return failure('LAC5004', { path, location: this.#root, reason, quarantine });
  }
}
