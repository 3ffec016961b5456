import { join } from 'node:path';
import { type Failure, failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { AdamW } from './adamw.ts';
import { type Divergence, type LossWatch, type WatchedLosses, watchLosses } from './divergence.ts';
import { LastGood } from './last-good.ts';
import type { ComputeStep, Run, StepPosition, StepResult } from './run.ts';
import { appendLine, type Timing, timingLog } from './step-log.ts';

const defaultFactor = 1000;
const namedSamples = 32;

/** One step after the other, as long as the losses are in order. */
export class Stepper {
  readonly #run: Run;
  readonly #adamw: AdamW;
  readonly #compute: ComputeStep;
  readonly #lastGood: LastGood;
  readonly #losses: LossWatch;
  readonly #time: Timing | undefined;

  /** Goes on after the losses that a state held, if the run does. */
  constructor(run: Run, adamw: AdamW, compute: ComputeStep, before?: WatchedLosses) {
    this.#run = run;
    this.#adamw = adamw;
    this.#compute = compute;
    this.#lastGood = new LastGood(run.logDirectory, before !== undefined);
    this.#losses = watchLosses(run.divergenceFactor ?? defaultFactor, before);
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

  /** The losses that those to come are compared with. */
  watched(): WatchedLosses {
    return this.#losses.watched();
  }

  /** To be called when the run has a result. */
  async finish(): Promise<void> {
    await this.#lastGood.finish();
  }

  async #update({ values, gradients, notes }: StepResult, at: StepPosition, lr: number): Promise<void> {
    const divergence = this.#losses.judge(values.loss);
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
