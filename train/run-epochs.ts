import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Failure, failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { JsonObject } from '../plan/digest.ts';
import type { JobContext } from '../plan/job.ts';
import type { Optimizer, Schedule } from '../schemas/generated/resolved.ts';
import type { AdamW, Parameters } from './adamw.ts';
import type { Differentiated } from './differentiate.ts';
import { type Divergence, watchLosses } from './divergence.ts';
import { LastGood } from './last-good.ts';
import { batchesByLength, epochBatches } from './sampler.ts';
import { type Extent, learningRate } from './schedule.ts';
import { appendLine, type Timing, timingLog } from './step-log.ts';
import { type BestEpoch, EpochValidation, type Validation } from './validation.ts';

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

const reportEveryMs = 500;
const defaultFactor = 1000;
const namedSamples = 32;

/**
 * Runs every step of every epoch and updates `adamw`; ends earlier when validation says so, and leaves the selected
 * values in `adamw`. Between steps it serves the event loop and stops when the signal is aborted. A loss or gradient
 * that is not finite is failure LAC4201, a loss that explodes LAC4220; both say where the last good values are.
 */
export async function runEpochs(
  run: Run,
  adamw: AdamW,
  compute: ComputeStep,
  context: JobContext,
): Promise<Finished> {
  const extent = { epochs: run.epochs, stepsPerEpoch: Math.ceil(run.rows.length / run.batchSize) };
  const lastGood = new LastGood(run.logDirectory);
  const stepper = new Stepper(run, adamw, compute, lastGood);
  const validation = run.validation && new EpochValidation(run.validation, run.logFile);
  const meter = createMeter(run, extent, context);
  let [steps, epochs, loss] = [0, 0, Number.NaN];
  let ready: Promise<void> | undefined;
  for (const { at, next } of stepsOf(run)) {
    context.signal.throwIfAborted();
    const lr = learningRate(run.schedule, run.optimizer.lr, extent, at.step);
    const waitedFrom = performance.now();
    await (ready ?? run.readAhead?.(at));
    const waited = performance.now() - waitedFrom;
    ready = next && run.readAhead?.(next);
    // Whoever waits for it hears of its failure; a run that ends before does not care.
    ready?.catch(() => undefined);
    loss = await stepper.step(at, lr, waited);
    steps = at.step + 1;
    meter(steps, at.rows.length, { loss, lr });
    await nextTurn();
    if (next?.epoch === at.epoch) continue;
    context.signal.throwIfAborted();
    epochs = at.epoch + 1;
    if (await validation?.afterEpoch(adamw.parameters, at.epoch, steps)) break;
  }
  await validation?.select(adamw);
  await lastGood.finish();
  return { steps, epochs, loss, ...(validation?.best && { best: validation.best }) };
}

/** Every step of a run, each with the one that follows. */
function* stepsOf(run: Run): Generator<{ readonly at: StepPosition; readonly next?: StepPosition }> {
  let [before, step]: [StepPosition | undefined, number] = [undefined, 0];
  for (let epoch = 0; epoch < run.epochs; epoch += 1) {
    for (const rows of batchesOf(run, epoch)) {
      const at = { seed: run.seed, epoch, step, rows };
      if (before !== undefined) yield { at: before, next: at };
      before = at;
      step += 1;
    }
  }
  if (before !== undefined) yield { at: before };
}

function batchesOf({ rows, batchSize, seed, lengthOf }: Run, epoch: number): number[][] {
  const at = { seed, epoch };
  return lengthOf === undefined
    ? epochBatches(rows, batchSize, at)
    : batchesByLength(rows, batchSize, at, lengthOf);
}

/** One step after the other, as long as the losses are in order. */
class Stepper {
  readonly #run: Run;
  readonly #adamw: AdamW;
  readonly #compute: ComputeStep;
  readonly #lastGood: LastGood;
  readonly #judge: (loss: number) => Divergence | undefined;
  readonly #time: Timing | undefined;

  constructor(run: Run, adamw: AdamW, compute: ComputeStep, lastGood: LastGood) {
    this.#run = run;
    this.#adamw = adamw;
    this.#compute = compute;
    this.#lastGood = lastGood;
    this.#judge = watchLosses(run.divergenceFactor ?? defaultFactor);
    this.#time =
      run.logDirectory === undefined ? undefined : timingLog(join(run.logDirectory, 'timing.ndjson'));
  }

  /** Loss and gradients, update, one line in the log; `waited` is how long, in ms, for its batch. Gives the loss. */
  async step(at: StepPosition, lr: number, waited: number): Promise<number> {
    const startedAt = performance.now();
    const result = this.#compute(this.#adamw.parameters, at);
    try {
      await this.#update(result, at, lr);
    } finally {
      tf.dispose(result.gradients as Record<string, never>);
    }
    const { loss } = result.values;
    const milliseconds = performance.now() - startedAt + waited;
    this.#time?.({ step: at.step, loss, samples: at.rows.length, milliseconds, waited });
    return loss;
  }

  async #update({ values, gradients, notes }: StepResult, at: StepPosition, lr: number): Promise<void> {
    const divergence = this.#judge(values.loss);
    if (divergence) throw await this.#lossFailure(divergence, at, lr);
    await this.#lastGood.inOrder(this.#adamw.parameters, at);
    const gradNorm = this.#adamw.step(gradients, lr);
    if (!Number.isFinite(gradNorm)) throw await this.#notFinite('norm of the gradient', gradNorm, at, lr);
    appendLine(this.#run.logFile, { epoch: at.epoch, step: at.step, lr, ...values, gradNorm, ...notes });
  }

  async #lossFailure({ loss, median }: Divergence, at: StepPosition, lr: number): Promise<Failure> {
    if (median === undefined) return await this.#notFinite('loss', loss, at, lr);
    const kept = await this.#lastGood.rescue(this.#adamw, at, false);
    const factor = this.#run.divergenceFactor ?? defaultFactor;
    return failure('LAC4220', { ...this.#place(at, lr), value: loss, factor, median, kept });
  }

  async #notFinite(what: string, value: number, at: StepPosition, lr: number): Promise<Failure> {
    const kept = await this.#lastGood.rescue(this.#adamw, at, what !== 'loss');
    return failure('LAC4201', { ...this.#place(at, lr), what, value, kept });
  }

  #place({ step, epoch, rows }: StepPosition, lr: number) {
    const names = rows.slice(0, namedSamples).map(this.#run.nameOf).join(', ');
    const more = rows.length > namedSamples ? ` and ${rows.length - namedSamples} more` : '';
    return { operation: this.#run.operation, step, epoch, lr, samples: names + more };
  }
}

/** Reports at the first and last step and in between as soon as half a second has passed. */
function createMeter(run: Run, extent: Extent, context: JobContext) {
  const total = extent.epochs * extent.stepsPerEpoch;
  const start = performance.now();
  let reportedAt = Number.NEGATIVE_INFINITY;
  let samples = 0;
  return (done: number, rows: number, metrics: { readonly loss: number; readonly lr: number }): void => {
    samples += rows;
    const now = performance.now();
    if (now - reportedAt < reportEveryMs && done < total) return;
    reportedAt = now;
    const samplesPerSecond = (1000 * samples) / (now - start);
    context.report({
      phase: run.operation,
      done,
      total,
      unit: 'steps',
      metrics: { ...metrics, samplesPerSecond },
    });
  };
}
