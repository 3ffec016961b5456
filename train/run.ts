import type { JsonObject } from '../plan/digest.ts';
import type { Optimizer, Schedule } from '../schemas/generated/resolved.ts';
import type { Parameters } from './adamw.ts';
import type { Differentiated } from './differentiate.ts';
import type { BestEpoch, Validation } from './validation.ts';

/** Where a run is: epochs and steps count from 0, steps over the whole run. */
export interface StepPosition {
  readonly seed: number;
  readonly epoch: number;
  readonly step: number;
  /** Rows of the dataset that make the batch. */
  readonly rows: readonly number[];
}

/** What a step computes; `notes` are further facts for the log. */
export interface StepResult extends Differentiated {
  readonly notes?: JsonObject;
}

/** Computes one step from the current values; a function of these and the position. */
export type ComputeStep = (parameters: Parameters, at: StepPosition) => StepResult;

/** A run over epochs, apart from what is computed in a step. */
export interface Run {
  readonly operation: string;
  readonly seed: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly rows: readonly number[];
  readonly optimizer: Optimizer;
  readonly schedule: Schedule;
  /** A line of JSON per step goes to this file: a function of the inputs, without times. */
  readonly logFile: string;
  readonly nameOf: (row: number) => string;
  /** Starts to read the batch of the next step while this one computes; left out, each step reads its own. */
  readonly readAhead?: (at: StepPosition) => Promise<void>;
  /** Length of a row's text; where it is given, batches are of rows of similar length. */
  readonly lengthOf?: (row: number) => number;
  /** How many times the usual loss a loss may be; 1000 when left out. */
  readonly divergenceFactor?: number;
  /** Where a method trains several models one after the other: which one this is. */
  readonly stage?: string;
  /** Steps of the stages before, as if none of them stopped early: states are numbered over all stages. */
  readonly stepsBefore?: number;
  /** For files on their way. */
  readonly scratchDirectory: string;
  /** What is done with the values after the last step; an abort in the middle of it loses no step. */
  readonly lastly?: (parameters: Parameters) => Promise<void>;
  /** What the validation split is asked after each epoch; left out, it is not looked at. */
  readonly validation?: Validation;
  /** Folder for `timing.ndjson` and the last good parameters, which are no result; left out, they are not kept. */
  readonly logDirectory?: string | undefined;
}

/** How a run ended. The loss is that of its last step. */
export interface Finished {
  readonly steps: number;
  readonly epochs: number;
  readonly loss: number;
  /** The best epoch on the validation split, where it was looked at. */
  readonly best?: BestEpoch;
}
