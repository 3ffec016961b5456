import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { tf } from '../model/backend.ts';
import { readTensors, type TensorValues, writeTensors } from '../tensor/safetensors.ts';
import type { Parameters } from './adamw.ts';

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
    await writeTensors(this.file, await hostValues(parameters), { format: 'pt', step: String(step) });
    this.#step = step;
  }

  /** The saved values as tensors, which are the caller's. */
  async load(): Promise<Parameters> {
    const values = Object.entries(await readTensors(this.file));
    return Object.fromEntries(
      values.map(([name, { shape, data }]) => [name, tf.tensor(data, [...shape], 'float32')]),
    );
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
    this.#step = undefined;
  }
}

async function hostValues(parameters: Parameters): Promise<TensorValues> {
  const values = Object.entries(parameters).map(async ([name, tensor]) => {
    return [name, { shape: tensor.shape, data: (await tensor.data()) as Float32Array }] as const;
  });
  return Object.fromEntries(await Promise.all(values));
}
