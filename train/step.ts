import type { TrainingView } from '../data/change-sample.ts';
import { tf } from '../model/backend.ts';
import type { Learnable } from '../model/parameters.ts';
import type { TrainParams } from '../plan/params.ts';
import type { SeedPair } from '../random/seed.ts';
import { stream } from '../random/stream.ts';
import type { Availability } from './availability.ts';
import { batchLosses } from './batch-losses.ts';
import { differentiate } from './differentiate.ts';
import { drawDropped, planRows } from './modality-dropout.ts';
import type { StepPosition, StepResult } from './run.ts';
import type { Samples } from './samples.ts';
import type { Model } from './towers.ts';

/** What every step of a training shares. */
export interface Training {
  readonly params: Pick<
    TrainParams,
    'lambda' | 'alignTarget' | 'modalityDropout' | 'frozenDropout' | 'augment'
  >;
  readonly model: Model;
  readonly samples: Samples;
  readonly availability: Availability;
  /** By class; absent, all count the same. */
  readonly classWeights?: readonly number[];
}

/** One step of training: batch, draws, losses and gradients, all functions of params and position. */
export function computeStep(training: Training, learnable: Learnable, at: StepPosition): StepResult {
  const { params, model, samples, availability, classWeights } = training;
  const { towers, traits } = model.design;
  const available = towers.map(({ modality }) => at.rows.map((row) => availability.has(modality, row)));
  // As in the paper: where a scenario has taken modalities, no more are dropped.
  const drops = traits.dropsModalities && availability.isAsGiven;
  const dropped = drops ? drawDropped(params.modalityDropout, towers.length, at) : [];
  const plan = planRows(available, dropped, params.modalityDropout.mode);
  const { lambda, alignTarget } = params;
  const objective = { lambda, alignTarget, ...(classWeights && { classWeights }) };
  const pass = {
    frozenDropout: params.frozenDropout,
    seeds: towers.map(({ modality }) => dropoutSeed(at, modality)),
  };
  const result = tf.tidy(() => {
    const inputs = towers.map(({ modality }) =>
      samples.input(modality, at.rows, 'train', viewOf(params, at)),
    );
    const batch = { inputs, labels: samples.labels(at.rows) };
    return differentiate(learnable, (current) => batchLosses(model, objective, current, batch, plan, pass));
  });
  const counts = towers.map(({ modality }, index) => [
    modality,
    dropped.filter((one) => one === index).length,
  ]);
  return { ...result, notes: { dropped: Object.fromEntries(counts) } };
}

/** How a step sees its samples. */
export function viewOf(
  { augment }: Pick<TrainParams, 'augment'>,
  { seed, epoch }: StepPosition,
): TrainingView {
  const { image, video, shared, audio = 'none' } = augment;
  return { seed, epoch, image, video, shared, audio };
}

/** Seed of every dropout inside one encoder at one step. */
function dropoutSeed({ seed, epoch, step }: StepPosition, modality: string): SeedPair {
  const draws = stream(seed, `train.dropout.${modality}`, epoch, step);
  return [draws.integer(2 ** 32) | 0, draws.integer(2 ** 32) | 0];
}
