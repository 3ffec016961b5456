import { join } from 'node:path';
import { tf } from '../model/backend.ts';
import type { PerModality } from '../model/fusion.ts';
import type { LoadedEncoder } from '../model/load-encoder.ts';
import {
  countParameters,
  createLearnable,
  type Learnable,
  type LearnableOptions,
} from '../model/parameters.ts';
import type { Job, JobContext, Outcome, RunJob } from '../plan/job.ts';
import type { TrainParams } from '../plan/params.ts';
import type { SeedPair } from '../random/seed.ts';
import { stream } from '../random/stream.ts';
import type { Modality } from '../schemas/generated/resolved.ts';
import { AdamW } from './adamw.ts';
import { batchLosses } from './batch-losses.ts';
import { differentiate } from './differentiate.ts';
import { disposeEncoders, inputDirectory, loadEncoders } from './job-input.ts';
import { drawDropped, planRows } from './modality-dropout.ts';
import { toTensors, writeModel } from './model-file.ts';
import { type Run, runEpochs, type StepPosition, type StepResult } from './run-epochs.ts';
import { Samples } from './samples.ts';
import type { TrainingPass, TwoTowers } from './two-towers.ts';

/**
 * Operation `train`: adapts two frozen encoders to a dataset, as U2A or its control. Writes `model.json`,
 * `model.safetensors` (the learnable tensors) and `log.ndjson`; the same job gives the same bytes on one device.
 */
export const adapt: RunJob<TrainParams> = async (job, context) => {
  const samples = await Samples.open(inputDirectory(job, 'dataset'));
  try {
    const encoders = await loadEncoders(job);
    try {
      return await adaptEncoders(job, context, samples, encoders);
    } finally {
      disposeEncoders(encoders);
    }
  } finally {
    samples.close();
  }
};

async function adaptEncoders(
  job: Job<TrainParams>,
  context: JobContext,
  samples: Samples,
  towers: PerModality<LoadedEncoder>,
): Promise<Outcome> {
  const { params } = job;
  const options = learnableOptions(params, samples, towers);
  const adamw = new AdamW(toTensors(createLearnable({ ...options, seed: params.seed })), params.optimizer);
  try {
    const model = {
      towers,
      method: params.method,
      lora: params.lora,
      visibility: params.maskToken.visibility,
    };
    const compute = (learnable: Learnable, at: StepPosition) =>
      computeStep(params, model, samples, learnable, at);
    const { loss, steps } = await runEpochs(runOf(job, samples), adamw, compute, context);
    await writeResult(job, samples, options, adamw.parameters);
    const { learnable, total } = countParameters(options);
    const summary = { loss, steps, learnableParameters: learnable, totalParameters: total };
    return { mediaType: 'application/vnd.lacuna.model', summary };
  } finally {
    adamw.dispose();
  }
}

/** One step of training: batch, draws, losses and gradients, all functions of params and position. */
function computeStep(
  params: TrainParams,
  model: TwoTowers,
  samples: Samples,
  learnable: Learnable,
  at: StepPosition,
): StepResult {
  const all = at.rows.map(() => 1);
  // The control trains on complete samples only; pretending that one lacks a modality is part of U2A.
  const isDropping = params.method === 'u2a';
  const dropped = isDropping ? drawDropped(params.modalityDropout, at.rows.length, at) : [];
  const plan = planRows({ image: all, text: all }, dropped, params.modalityDropout.mode);
  const pass: TrainingPass = {
    frozenDropout: params.frozenDropout,
    seeds: { image: dropoutSeed(at, 'image'), text: dropoutSeed(at, 'text') },
  };
  const result = tf.tidy(() => {
    const inputs = { image: samples.images(at.rows, 'train'), text: samples.texts(at.rows, 'train') };
    const batch = { inputs, labels: samples.labels(at.rows) };
    return differentiate(learnable, (current) => batchLosses(model, params, current, batch, plan, pass));
  });
  const count = (modality: Modality) => dropped.filter((one) => one === modality).length;
  return { ...result, notes: { dropped: { image: count('image'), text: count('text') } } };
}

/** Seed of every dropout inside one encoder at one step. */
function dropoutSeed({ seed, epoch, step }: StepPosition, modality: Modality): SeedPair {
  const draws = stream(seed, `train.dropout.${modality}`, epoch, step);
  return [draws.integer(2 ** 32) | 0, draws.integer(2 ** 32) | 0];
}

function runOf(job: Job<TrainParams>, samples: Samples): Run {
  const { seed, epochs, batchSize, optimizer, schedule } = job.params;
  return {
    operation: 'train',
    seed,
    epochs,
    batchSize,
    optimizer,
    schedule,
    rows: samples.rowsOf('train', 'train'),
    logFile: join(job.outputDirectory, 'log.ndjson'),
    nameOf: (row) => samples.nameOf(row),
  };
}

function learnableOptions(
  { method, lora }: TrainParams,
  samples: Samples,
  towers: PerModality<LoadedEncoder>,
): LearnableOptions {
  const encoders = { image: towers.image.encoder, text: towers.text.encoder };
  return { encoders, method, lora, classes: samples.dataset.classes.length };
}

async function writeResult(
  job: Job<TrainParams>,
  samples: Samples,
  options: LearnableOptions,
  learnable: Learnable,
): Promise<void> {
  const describe = ({ architecture, dim }: LearnableOptions['encoders']['image']) => ({ architecture, dim });
  const model = {
    version: 1,
    method: options.method,
    classes: samples.dataset.classes,
    modalities: ['image', 'text'],
    encoders: { image: describe(options.encoders.image), text: describe(options.encoders.text) },
    lora: options.lora,
    maskToken: job.params.maskToken,
    parameters: countParameters(options),
  } as const;
  await writeModel(job.outputDirectory, model, learnable);
}
