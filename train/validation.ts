import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AdamW, Parameters } from './adamw.ts';
import { Checkpoint } from './checkpoint.ts';
import { type EpochJudge, type JudgedEpochs, judgeEpochs, type Patience } from './early-stopping.ts';
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

/** What the validation of a run has come to. */
export interface SavedValidation {
  readonly judged: JudgedEpochs;
  /** The last epoch that was measured; -1 before the first. */
  readonly epoch: number;
  /** Whether the run was to stop after that epoch. */
  readonly stops: boolean;
  readonly best?: BestEpoch;
}

/** The best values so far, in the folder of a state. */
const bestFile = 'best.safetensors';

/** Measures a run after each epoch, logs it, and remembers the best values if they are to be selected. */
export class EpochValidation {
  readonly #validation: Validation;
  readonly #logFile: string;
  #judge: EpochJudge;
  readonly #kept: Checkpoint;
  #best: BestEpoch | undefined;
  #epoch = -1;
  #stops = false;

  constructor(validation: Validation, logFile: string) {
    this.#validation = validation;
    this.#logFile = logFile;
    this.#judge = judgeEpochs(validation.patience);
    this.#kept = new Checkpoint(join(validation.scratchDirectory, bestFile));
  }

  get best(): BestEpoch | undefined {
    return this.#best;
  }

  /**
   * To be called after an epoch, `step` steps into the run; true when the run should stop. An epoch that was measured
   * before the run was interrupted is not measured again.
   */
  async afterEpoch(parameters: Parameters, epoch: number, step: number): Promise<boolean> {
    if (epoch <= this.#epoch) return this.#stops;
    const { metric, measure, select } = this.#validation;
    const value = await measure(parameters);
    const { isBest, stops } = this.#judge.judge(value);
    appendLine(this.#logFile, { epoch, step, validation: { [metric]: value } });
    this.#epoch = epoch;
    this.#stops = stops;
    if (isBest) {
      this.#best = { epoch, metric, value };
      if (select === 'best-val') await this.#kept.save(parameters, step);
    }
    return stops;
  }

  /** Writes the best values to a folder, where they are kept, and gives the rest. */
  async save(directory: string): Promise<SavedValidation> {
    if (this.#keepsBest()) await copyFile(this.#kept.file, join(directory, bestFile));
    const judged = this.#judge.judged();
    return { judged, epoch: this.#epoch, stops: this.#stops, ...(this.#best && { best: this.#best }) };
  }

  /** Goes on from what `save` wrote to a folder and gave. */
  async goOn(directory: string, { judged, epoch, stops, best }: SavedValidation): Promise<void> {
    this.#judge = judgeEpochs(this.#validation.patience, judged);
    this.#epoch = epoch;
    this.#stops = stops;
    this.#best = best;
    if (this.#keepsBest()) await copyFile(join(directory, bestFile), this.#kept.file);
  }

  #keepsBest(): boolean {
    return this.#validation.select === 'best-val' && this.#best !== undefined;
  }

  /** Puts the best values back when they are to be selected and are not the current ones. */
  async select(adamw: AdamW): Promise<void> {
    if (this.#validation.select !== 'best-val') return;
    if (this.#best !== undefined && this.#best.epoch !== this.#epoch) adamw.restore(await this.#kept.load());
    await this.#kept.remove();
  }
}
