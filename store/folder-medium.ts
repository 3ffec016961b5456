import { mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { moveInto, moveIntoFree, orNothing, sizeOf, sweepForeign, writeTemporary } from './disk.ts';
import { reach } from './fault-points.ts';
import { inLanes } from './lanes.ts';
import type { Listed, Medium } from './medium.ts';
import { temporaryName } from './owner.ts';

/** How many files are looked at at once. */
const statLanes = 32;

/** A folder of this machine, or of a file system that several machines share. */
export class FolderMedium implements Medium {
  readonly location: string;

  constructor(location: string) {
    this.location = location;
  }

  describe(name: string): string {
    return join(this.location, name);
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return readFile(this.describe(name)).catch(orNothing(undefined));
  }

  async fetch(name: string): Promise<string | undefined> {
    return (await this.size(name)) === undefined ? undefined : this.describe(name);
  }

  size(name: string): Promise<number | undefined> {
    return sizeOf(this.describe(name));
  }

  async write(name: string, bytes: string | Uint8Array): Promise<void> {
    const temporary = await writeTemporary(this.#temporaries, bytes);
    await moveInto(temporary, this.describe(name));
  }

  adopt(name: string, file: string): Promise<void> {
    return moveInto(file, this.describe(name));
  }

  async create(name: string, bytes: string | Uint8Array): Promise<boolean> {
    const temporary = await writeTemporary(this.#temporaries, bytes);
    reach('store:before-entry-link');
    return await moveIntoFree(temporary, this.describe(name));
  }

  async list(folder: string): Promise<readonly Listed[]> {
    const found = await readdir(this.describe(folder), { recursive: true, withFileTypes: true }).catch(
      orNothing([]),
    );
    const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const listed = await inLanes(paths, statLanes, async (path) => {
      const { size: bytes, mtimeMs: modifiedAt } = (await stat(path).catch(orNothing(undefined))) ?? {};
      const name = relative(this.location, path).replaceAll(sep, '/');
      return bytes === undefined || modifiedAt === undefined ? undefined : { name, bytes, modifiedAt };
    });
    return listed.filter((one) => one !== undefined);
  }

  async remove(name: string): Promise<void> {
    const path = this.describe(name);
    await rm(path, { force: true });
    // A folder that is not empty stays, and whoever moves a file into this one makes it again.
    await rmdir(dirname(path)).catch(() => undefined);
  }

  async quarantine(name: string): Promise<string> {
    const aside = join(this.location, 'quarantine', `${basename(name)}.${temporaryName()}`);
    await mkdir(dirname(aside), { recursive: true });
    // That it is gone means that another reader found the same damage first.
    await rename(this.describe(name), aside).catch(orNothing(undefined));
    return aside;
  }

  /** Temporary files whose process is on another machine, so that nobody here can tell whether it still runs. */
  sweep(olderThanMs: number): Promise<number> {
    return sweepForeign(this.#temporaries, olderThanMs);
  }

  get #temporaries(): string {
    return join(this.location, 'tmp');
  }
}
