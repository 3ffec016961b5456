import type { Blobs } from './blobs.ts';
import { reach } from './fault-points.ts';
import { inLanes } from './lanes.ts';
import type { Medium } from './medium.ts';
import { seal, unseal } from './seal.ts';

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
    await this.#medium.write(this.#nameOf(name), seal(value));
  }

  async read(name: string): Promise<Value | undefined> {
    return this.#parse(this.#nameOf(name));
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
    const record = unseal(bytes);
    if ('value' in record) return record.value as Value;
    await this.#blobs.quarantine(name, record.flaw);
    return undefined;
  }

  #nameOf(name: string): string {
    return `${this.#folder}/${encodeURIComponent(name)}.json`;
  }
}
