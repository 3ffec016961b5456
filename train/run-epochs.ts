import { appendFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { JsonObject } from '../plan/digest.ts';
import type { JobContext } from '../plan/job.ts';
import type { Optimizer, Schedule } from '../schemas/generated/resolved.ts';
import type { AdamW, Parameters } from './adamw.ts';
import type { Differentiated } from './differentiate.ts';
import { epochBatches } from './sampler.ts';
import { type Extent, learningRate } from './schedule.ts';

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
}

const reportEveryMs = 500;

/**
 * Runs every step of every epoch and updates `adamw`. Between steps it serves the event loop, stops when the
 * signal is aborted, and fails with LAC4201 as soon as a loss or a gradient is not finite.
 */
export async function runEpochs(
  run: Run,
  adamw: AdamW,
  compute: (parameters: Parameters, at: StepPosition) => StepResult,
  context: JobContext,
): Promise<{ readonly steps: number; readonly loss: number }> {
  const extent = { epochs: run.epochs, stepsPerEpoch: Math.ceil(run.rows.length / run.batchSize) };
  const meter = createMeter(run, extent, context);
  let step = 0;
  let loss = Number.NaN;
  for (let epoch = 0; epoch < run.epochs; epoch += 1) {
    for (const rows of epochBatches(run.rows, run.batchSize, { seed: run.seed, epoch })) {
      context.signal.throwIfAborted();
      const at = { seed: run.seed, epoch, step, rows };
      const lr = learningRate(run.schedule, run.optimizer.lr, extent, step);
      loss = runStep(run, adamw, at, lr, compute);
      step += 1;
      meter(step, rows.length, { loss, lr });
      await nextTurn();
    }
  }
  context.signal.throwIfAborted();
  return { steps: step, loss };
}

/** One step: loss and gradients, update, one line in the log. Gives the loss. */
function runStep(
  run: Run,
  adamw: AdamW,
  at: StepPosition,
  lr: number,
  compute: (parameters: Parameters, at: StepPosition) => StepResult,
): number {
  const { values, gradients, notes } = compute(adamw.parameters, at);
  try {
    requireFinite(run, at, lr, 'loss', values.loss);
    const gradNorm = adamw.step(gradients, lr);
    requireFinite(run, at, lr, 'norm of the gradient', gradNorm);
    const line = { epoch: at.epoch, step: at.step, lr, ...values, gradNorm, ...notes };
    appendFileSync(run.logFile, `${JSON.stringify(line)}\n`);
    return values.loss;
  } finally {
    tf.dispose(gradients as Record<string, never>);
  }
}

function requireFinite(run: Run, at: StepPosition, lr: number, what: string, value: number): void {
  if (Number.isFinite(value)) return;
  const samples = at.rows.map(run.nameOf).join(', ');
  throw failure('LAC4201', {
    operation: run.operation,
    step: at.step,
    epoch: at.epoch,
    what,
    value,
    lr,
    samples,
  });
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
