import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readTensors, writeTensors } from '../tensor/safetensors.ts';
import type { Parameters } from './adamw.ts';
import { toTensors, toValues } from './model-file.ts';

/** Learnable tensors in a safetensors file that is replaced as a whole, and whose folder is made when needed. */
export class Checkpoint {
  readonly file: string;
  #step: number | undefined;

  constructor(file: string) {
    this.file = file;
  }

  /** The step before which the saved values were current; undefined before anything was saved. */
  get step(): number | undefined {
    return this.#step;
  }

  async save(parameters: Parameters, step: number): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    await writeTensors(this.file, await toValues(parameters), { format: 'pt', step: String(step) });
    this.#step = step;
  }

  /** The saved values as tensors, which are the caller's. */
  async load(): Promise<Parameters> {
    return toTensors(await readTensors(this.file));
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
    this.#step = undefined;
  }
}
