import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import { copyToTemporary } from './disk.ts';
import { reach } from './fault-points.ts';
import { digestOfFile, hexIn, sha256 } from './hash.ts';
import type { Medium } from './medium.ts';

/** Something in the store that is not what its name says, and where it was put. */
export interface Damage {
  readonly path: string;
  readonly reason: string;
  readonly quarantine: string;
}

/** Bytes under their SHA-256. Every read is verified; what differs goes to quarantine. */
export class Blobs {
  readonly #medium: Medium;
  readonly #temporaries: string;
  readonly #onDamage: (damage: Damage) => void;

  constructor(medium: Medium, workDirectory: string, onDamage: (damage: Damage) => void) {
    this.#medium = medium;
    this.#temporaries = join(workDirectory, 'tmp');
    this.#onDamage = onDamage;
  }

  async putFile(source: string): Promise<{ readonly digest: Digest; readonly bytes: number }> {
    reach('store:before-blob');
    const { path, digest, bytes } = await copyToTemporary(this.#temporaries, source);
    // Over an existing blob too: if that one was damaged unnoticed, this heals it.
    await this.#medium.adopt(nameOfBlob(digest), path);
    return { digest, bytes };
  }

  async putBytes(content: Uint8Array | string): Promise<Digest> {
    const digest = sha256(content);
    await this.#medium.write(nameOfBlob(digest), content);
    return digest;
  }

  /** Small bytes, verified. Absence and damage are failures that say what to do. */
  async getBytes(digest: Digest): Promise<Uint8Array> {
    const name = nameOfBlob(digest);
    const content = await this.#medium.read(name);
    if (content === undefined) throw this.#absent(digest);
    if (sha256(content) !== digest) throw await this.#damaged(name, 'its bytes do not match its name');
    return content;
  }

  /** Reads a blob through and compares; a damaged or missing one is a failure. Returns a file that holds it. */
  async verify(digest: Digest, bytes: number): Promise<string> {
    const name = nameOfBlob(digest);
    let reason = '';
    // A copy that this machine keeps may be damaged while the blob is sound.
    for (const makesNewCopy of [false, true]) {
      const path = await this.#medium.fetch(name, makesNewCopy);
      if (path === undefined) throw this.#absent(digest);
      const found = await digestOfFile(path);
      if (found.digest === digest && found.bytes === bytes) return path;
      reason = `it has ${found.bytes} bytes of another content instead of ${bytes}`;
    }
    throw await this.#damaged(name, reason);
  }

  /** Whether a blob is there with the right size: cheap, for many. One of another size goes to quarantine. */
  async isPresent(digest: Digest, bytes: number): Promise<boolean> {
    const name = nameOfBlob(digest);
    const found = await this.#medium.size(name);
    if (found === undefined || found === bytes) return found === bytes;
    await this.quarantine(name, `it has ${found} bytes instead of ${bytes}`);
    return false;
  }

  /** Sets something of the store aside and reports it. */
  async quarantine(name: string, reason: string): Promise<string> {
    const quarantine = await this.#medium.quarantine(name);
    this.#onDamage({ path: this.#medium.describe(name), reason, quarantine });
    return quarantine;
  }

  #absent(digest: Digest): Error {
    return failure('LAC5006', { digest, location: this.#medium.location });
  }

  async #damaged(name: string, reason: string): Promise<Error> {
    const quarantine = await this.quarantine(name, reason);
    const { location } = this.#medium;
    return failure('LAC5004', { path: this.#medium.describe(name), location, reason, quarantine });
  }
}

/** Where the bytes of a digest are. */
export function nameOfBlob(digest: Digest): string {
  const hex = hexIn(digest);
  return `blobs/${hex.slice(0, 2)}/${hex}`;
}
