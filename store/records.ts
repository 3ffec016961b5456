import type { Blobs } from './blobs.ts';
import { reach } from './fault-points.ts';
import { inLanes } from './lanes.ts';
import type { Medium } from './medium.ts';

/** How many records are read at once. */
const lanes = 32;

/** Small JSON files of one folder, by name; the last writer stays. */
export class Records<Value extends object> {
  readonly #medium: Medium;
  readonly #folder: string;
  readonly #blobs: Blobs;

  constructor(medium: Medium, folder: string, blobs: Blobs) {
    this.#medium = medium;
    this.#folder = folder;
    this.#blobs = blobs;
  }

  async write(name: string, value: Value): Promise<void> {
    reach('store:before-replace');
    await this.#medium.write(this.#nameOf(name), `${JSON.stringify(value, null, 1)}\n`);
  }

  async read(name: string): Promise<Value | undefined> {
    return this.#parse(this.#nameOf(name));
  }

  async remove(name: string): Promise<void> {
    await this.#medium.remove(this.#nameOf(name));
  }

  async readAll(): Promise<readonly Value[]> {
    const names = (await this.#medium.list(`${this.#folder}/`))
      .map(({ name }) => name)
      .filter((name) => name.endsWith('.json'))
      .sort();
    const values = await inLanes(names, lanes, (name) => this.#parse(name));
    return values.filter((value) => value !== undefined);
  }

  async #parse(name: string): Promise<Value | undefined> {
    const bytes = await this.#medium.read(name);
    if (bytes === undefined) return undefined;
    try {
      const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Value;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    await this.#blobs.quarantine(name, 'it is not a JSON record');
    return undefined;
  }

  #nameOf(name: string): string {
    return `${this.#folder}/${encodeURIComponent(name)}.json`;
  }
}
