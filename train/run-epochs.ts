import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JobContext } from '../plan/job.ts';
import type { AdamW } from './adamw.ts';
import type { ComputeStep, Finished, Run, StepPosition } from './run.ts';
import { RunStates } from './run-states.ts';
import { batchesByLength, epochBatches } from './sampler.ts';
import type { Standing } from './saved-state.ts';
import { type Extent, learningRate } from './schedule.ts';
import { Stepper } from './stepper.ts';
import { EpochValidation } from './validation.ts';

const reportEveryMs = 500;

/**
 * Runs every step of every epoch and updates `adamw`; ends earlier when validation says so, and leaves the selected
 * values in `adamw`. Between steps it serves the event loop, keeps its state when that is due, and stops when the signal
 * is aborted, its state kept. It goes on from the newest state as if it had never been interrupted. A loss or gradient
 * that is not finite is failure LAC4201, a loss that explodes LAC4220; both say where the last good values are.
 */
export async function runEpochs(
  run: Run,
  adamw: AdamW,
  compute: ComputeStep,
  context: JobContext,
): Promise<Finished> {
  context.signal.throwIfAborted();
  const validation = run.validation && new EpochValidation(run.validation, run.logFile);
  const { stage = '', stepsBefore = 0, logFile, scratchDirectory } = run;
  const states = new RunStates(
    { stage, stepsBefore, logFile, scratchDirectory, adamw, validation },
    context.checkpoints,
  );
  const start = await states.goOn();
  const stepper = new Stepper(run, adamw, compute, start?.losses);
  const course = new Course({ run, adamw, stepper, states, context, validation }, start);
  const finished = await course.finish();
  await validation?.select(adamw);
  await stepper.finish();
  return { ...finished, ...(validation?.best && { best: validation.best }) };
}

/** What a run consists of. */
interface Members {
  readonly run: Run;
  readonly adamw: AdamW;
  readonly stepper: Stepper;
  readonly states: RunStates;
  readonly context: JobContext;
  readonly validation: EpochValidation | undefined;
}

/** A run under way. */
class Course {
  readonly #members: Members;
  readonly #extent: Extent;
  readonly #meter: ReturnType<typeof createMeter>;
  /** Steps that were done before this attempt. */
  readonly #before: number;
  #steps: number;
  #epochs = 0;
  #loss: number;
  /** The batch of the next step, on its way. */
  #ready: Promise<void> | undefined;

  constructor(members: Members, start: Standing | undefined) {
    const { run, context } = members;
    this.#members = members;
    this.#extent = { epochs: run.epochs, stepsPerEpoch: Math.ceil(run.rows.length / run.batchSize) };
    this.#before = start?.step ?? 0;
    this.#steps = this.#before;
    this.#loss = start?.loss ?? Number.NaN;
    this.#meter = createMeter(run, this.#extent, context, this.#before);
  }

  /** All the steps that are left. When it is aborted, the state is kept before the signal's reason is thrown. */
  async finish(): Promise<Omit<Finished, 'best'>> {
    const { run, adamw, states, context } = this.#members;
    try {
      await this.#allSteps();
      await run.lastly?.(adamw.parameters);
    } catch (error) {
      // Thrown between two steps: everything that makes a state is that of the same step.
      if (error === context.signal.reason) await states.keep(this.#standing());
      throw error;
    }
    return { steps: this.#steps, epochs: this.#epochs, loss: this.#loss };
  }

  async #allSteps(): Promise<void> {
    const { run, adamw, context, validation } = this.#members;
    for (const { at, next } of stepsOf(run)) {
      // Of the steps that were done before, the last is looked at: its epoch may not have been measured.
      if (at.step < this.#before - 1) continue;
      if (at.step >= this.#before) await this.#step(at, next);
      if (next?.epoch === at.epoch) continue;
      context.signal.throwIfAborted();
      this.#epochs = at.epoch + 1;
      if (await validation?.afterEpoch(adamw.parameters, at.epoch, this.#steps)) return;
    }
  }

  async #step(at: StepPosition, next: StepPosition | undefined): Promise<void> {
    const { run, stepper, states, context } = this.#members;
    context.signal.throwIfAborted();
    if (states.isDue(at.step)) await states.keep(this.#standing());
    const lr = learningRate(run.schedule, run.optimizer.lr, this.#extent, at.step);
    const waitedFrom = performance.now();
    await (this.#ready ?? run.readAhead?.(at));
    const waited = performance.now() - waitedFrom;
    this.#ready = next && run.readAhead?.(next);
    // Whoever waits for it hears of its failure; a run that ends before does not care.
    this.#ready?.catch(() => undefined);
    this.#loss = await stepper.step(at, lr, waited);
    this.#steps = at.step + 1;
    this.#meter(this.#steps, at.rows.length, { loss: this.#loss, lr });
    await nextTurn();
  }

  #standing(): Standing {
    const losses = this.#members.stepper.watched();
    return { step: this.#steps, loss: this.#loss, losses };
  }
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

/**
 * Reports at the first and last step and in between as soon as half a second has passed; of a run that goes on also
 * where it does.
 */
function createMeter(run: Run, extent: Extent, context: JobContext, from: number) {
  const total = extent.epochs * extent.stepsPerEpoch;
  const start = performance.now();
  let reportedAt = Number.NEGATIVE_INFINITY;
  let samples = 0;
  if (from > 0) context.report({ phase: run.operation, done: from, total, unit: 'steps' });
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
