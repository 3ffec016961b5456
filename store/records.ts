import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from './blobs.ts';
import { isAbsence, moveInto, writeTemporary } from './disk.ts';
import { reach } from './fault-points.ts';

/** Small JSON files of one folder, by name; the last writer stays. */
export class Records<Value extends object> {
  readonly #root: string;
  readonly #folder: string;
  readonly #blobs: Blobs;

  constructor(root: string, folder: string, blobs: Blobs) {
    this.#root = root;
    this.#folder = folder;
    this.#blobs = blobs;
  }

  async write(name: string, value: Value): Promise<void> {
    const temporary = await writeTemporary(join(this.#root, 'tmp'), `${JSON.stringify(value, null, 1)}\n`);
    reach('store:before-replace');
    await moveInto(temporary, this.#pathOf(`${encodeURIComponent(name)}.json`));
  }

  async read(name: string): Promise<Value | undefined> {
    return this.#readFile(`${encodeURIComponent(name)}.json`);
  }

  async readAll(): Promise<readonly Value[]> {
    const names = (await readdir(join(this.#root, this.#folder)))
      .filter((name) => name.endsWith('.json'))
      .sort();
    const values = await Promise.all(names.map((name) => this.#readFile(name)));
    return values.filter((value) => value !== undefined);
  }

  async #readFile(file: string): Promise<Value | undefined> {
    const path = this.#pathOf(file);
    try {
      const value: unknown = JSON.parse(await readFile(path, 'utf8'));
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Value;
    } catch (error) {
      if (isAbsence(error)) return undefined;
      if (!(error instanceof SyntaxError)) throw error;
    }
    await this.#blobs.quarantine(path, 'it is not a JSON record');
    return undefined;
  }

  #pathOf(file: string): string {
    return join(this.#root, this.#folder, file);
  }
}
