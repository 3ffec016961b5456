import { join } from 'node:path';
import { tf } from '../model/backend.ts';
import type { AdamW, Parameters } from './adamw.ts';
import { Checkpoint } from './checkpoint.ts';

/** Where a run is, counted from 0. */
interface Position {
  readonly epoch: number;
  readonly step: number;
}

/**
 * Keeps the learnable tensors with which the loss was last in order, as `checkpoint.safetensors` in a folder that
 * outlives a failed run; without a folder it keeps nothing.
 */
export class LastGood {
  readonly #checkpoint: Checkpoint | undefined;
  /** Of the last call; undefined in an attempt that goes on from a state, until its first loss in order. */
  #epoch: number | undefined;

  constructor(directory: string | undefined, goesOn = false) {
    this.#epoch = goesOn ? undefined : 0;
    this.#checkpoint =
      directory === undefined ? undefined : new Checkpoint(join(directory, 'checkpoint.safetensors'));
  }

  /**
   * To be called with the current values once the loss of a step is known to be in order. Saves those of the first
   * step of each epoch but the first, whose values follow from the seed, and those that a state held.
   */
  async inOrder(parameters: Parameters, at: Position): Promise<void> {
    if (at.epoch === this.#epoch) return;
    this.#epoch = at.epoch;
    await this.#checkpoint?.save(parameters, at.step);
  }

  /** To be called when a run fails at a step: saves what is better than the file, and says in words what is kept. */
  async rescue(adamw: AdamW, at: Position, isLossInOrder: boolean): Promise<string> {
    const checkpoint = this.#checkpoint;
    if (checkpoint === undefined) return 'nothing of this run was kept';
    if (isLossInOrder) await checkpoint.save(adamw.parameters, at.step);
    else await savePrevious(checkpoint, adamw, at.step - 1);
    if (checkpoint.step === undefined)
      return 'nothing was kept, for no step of this attempt before it was in order';
    return `the last good parameters, those before step ${checkpoint.step}, are in ${checkpoint.file}`;
  }

  /** To be called when the run has a result: the file would only repeat it. */
  async finish(): Promise<void> {
    await this.#checkpoint?.remove();
  }
}

async function savePrevious(checkpoint: Checkpoint, adamw: AdamW, step: number): Promise<void> {
  const previous = adamw.previous();
  if (previous === undefined) return;
  try {
    await checkpoint.save(previous, step);
  } finally {
    tf.dispose(previous as Record<string, never>);
  }
}
