import { chmod, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { orNothing, sizeOf } from './disk.ts';
import { temporaryName } from './owner.ts';

/** A copy that was used within this time may be about to be laid out: it stays. */
const inUseMs = 600_000;
/** A full cache is emptied to this part of its limit, so that not every new copy needs another look at all of them. */
const emptiedTo = 0.9;

interface Copy {
  readonly path: string;
  readonly bytes: number;
  readonly usedAt: number;
  readonly links: number;
}

/**
 * Copies on this machine of what is in a bucket, shared by all processes that work here. They are verified by whoever
 * uses them. When there are more bytes than the limit, those go that were not used for longest; never one that was
 * used in the last minutes, and never one that is laid out by a hard link, whose removal would free nothing.
 */
export class CopyCache {
  readonly #folder: string;
  readonly #temporaries: string;
  readonly #limitBytes: number;
  /** Copies on their way, by name: who asks for one meanwhile waits for it. */
  readonly #coming = new Map<string, Promise<string | undefined>>();
  /** What may still be added before the next look at everything that is there. */
  #roomBytes = 0;

  constructor(folder: string, temporaries: string, limitBytes: number) {
    this.#folder = folder;
    this.#temporaries = temporaries;
    this.#limitBytes = limitBytes;
  }

  /** A copy that is here. */
  async find(name: string): Promise<string | undefined> {
    const path = this.#pathOf(name);
    const now = new Date();
    // When it was used last is when it was changed last: nothing else changes a copy.
    return await utimes(path, now, now).then(() => path, orNothing(undefined));
  }

  /** Makes a new copy in place of any that is here; undefined when `write` says that there is nothing to copy. */
  fill(name: string, write: (temporary: string) => Promise<boolean>): Promise<string | undefined> {
    const coming = this.#coming.get(name) ?? this.#make(name, write).finally(() => this.#coming.delete(name));
    this.#coming.set(name, coming);
    return coming;
  }

  /** Takes over a file that holds the bytes. */
  async keep(name: string, file: string): Promise<string> {
    const path = this.#pathOf(name);
    await mkdir(dirname(path), { recursive: true });
    await chmod(file, 0o444);
    const now = new Date();
    await utimes(file, now, now);
    const bytes = (await sizeOf(file)) ?? 0;
    await rename(file, path);
    this.#roomBytes -= bytes;
    if (this.#roomBytes < 0) await this.#makeRoom();
    return path;
  }

  /** Forgets a copy; whoever has laid it out keeps it. */
  async forget(name: string): Promise<void> {
    await rm(this.#pathOf(name), { force: true });
  }

  async #make(name: string, write: (temporary: string) => Promise<boolean>): Promise<string | undefined> {
    const temporary = join(this.#temporaries, temporaryName());
    try {
      if (await write(temporary)) return await this.keep(name, temporary);
      return undefined;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async #makeRoom(): Promise<void> {
    const copies = await this.#copies();
    let total = copies.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > this.#limitBytes) {
      const idle = copies.filter(({ links, usedAt }) => links === 1 && Date.now() - usedAt > inUseMs);
      for (const { path, bytes } of idle.sort((a, b) => a.usedAt - b.usedAt)) {
        if (total <= this.#limitBytes * emptiedTo) break;
        await rm(path, { force: true });
        total -= bytes;
      }
    }
    // Other processes add to it too, and what is in use now may go later: look again before long.
    const step = this.#limitBytes * (1 - emptiedTo);
    this.#roomBytes = Math.min(step, Math.max(this.#limitBytes - total, step / 2));
  }

  async #copies(): Promise<Copy[]> {
    const found = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    const copies: Copy[] = [];
    for (const entry of found.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name);
      // Another process may have removed it meanwhile.
      const state = await stat(path).catch(() => undefined);
      if (state) copies.push({ path, bytes: state.size, usedAt: state.mtimeMs, links: state.nlink });
    }
    return copies;
  }

  #pathOf(name: string): string {
    return join(this.#folder, name);
  }
}
