import { join } from 'node:path';
import type { AdamW, Parameters } from './adamw.ts';
import { Checkpoint } from './checkpoint.ts';
import { judgeEpochs, type Patience, type Verdict } from './early-stopping.ts';
import { appendLine } from './step-log.ts';

/** What a run asks of its validation split. */
export interface Validation {
  /** Name of the metric, for the log. */
  readonly metric: string;
  /** The metric of these values on the validation split, higher is better. Must leave the values as they are. */
  readonly measure: (parameters: Parameters) => Promise<number>;
  readonly patience?: Patience;
  readonly select: 'last' | 'best-val';
  /** Folder for the best values so far. */
  readonly scratchDirectory: string;
}

/** The best epoch of a run, counted from 0, and its metric. */
export interface BestEpoch {
  readonly epoch: number;
  readonly metric: string;
  readonly value: number;
}

/** Measures a run after each epoch, logs it, and remembers the best values if they are to be selected. */
export class EpochValidation {
  readonly #validation: Validation;
  readonly #logFile: string;
  readonly #judge: (metric: number) => Verdict;
  readonly #kept: Checkpoint;
  #best: BestEpoch | undefined;
  #epoch = -1;

  constructor(validation: Validation, logFile: string) {
    this.#validation = validation;
    this.#logFile = logFile;
    this.#judge = judgeEpochs(validation.patience);
    this.#kept = new Checkpoint(join(validation.scratchDirectory, 'best.safetensors'));
  }

  get best(): BestEpoch | undefined {
    return this.#best;
  }

  /** To be called after an epoch, `step` steps into the run; true when the run should stop. */
  async afterEpoch(parameters: Parameters, epoch: number, step: number): Promise<boolean> {
    const { metric, measure, select } = this.#validation;
    const value = await measure(parameters);
    const { isBest, stops } = this.#judge(value);
    appendLine(this.#logFile, { epoch, step, validation: { [metric]: value } });
    this.#epoch = epoch;
    if (isBest) {
      this.#best = { epoch, metric, value };
      if (select === 'best-val') await this.#kept.save(parameters, step);
    }
    return stops;
  }

  /** Puts the best values back when they are to be selected and are not the current ones. */
  async select(adamw: AdamW): Promise<void> {
    if (this.#validation.select !== 'best-val') return;
    if (this.#best !== undefined && this.#best.epoch !== this.#epoch) adamw.restore(await this.#kept.load());
    await this.#kept.remove();
  }
}
