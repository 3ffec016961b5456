import { join } from 'node:path';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { TrainingView } from '../data/change-sample.ts';
import { tf } from '../model/backend.ts';
import type { Modality } from '../model/design.ts';
import { type Encoder, type EncoderInput, learnsEverything, learnsNothing } from '../model/encoder.ts';
import { affine } from '../model/fusion.ts';
import { encoderOf, initialise, writeEncoder } from '../model/load-encoder.ts';
import type { Job, JobContext, Outcome, RunJob } from '../plan/job.ts';
import type { PretrainParams } from '../plan/params.ts';
import { stream } from '../random/stream.ts';
import { AdamW, type Parameters } from './adamw.ts';
import { differentiate } from './differentiate.ts';
import { framesOf, fuseFrames, toFrameRows } from './frames.ts';
import { inputDirectory } from './job-input.ts';
import { classificationLoss } from './loss.ts';
import { measureRows } from './measure.ts';
import { overBatches } from './over-batches.ts';
import { configOf, modalityOf } from './pretrain-config.ts';
import type { StepPosition, StepResult } from './run.ts';
import { runEpochs } from './run-epochs.ts';
import { Samples } from './samples.ts';

const encoderPrefix = 'encoder.';
const classifierWeight = 'classifier.weight';
const classifierBias = 'classifier.bias';

/**
 * Operation `pretrain`: an encoder of pictures, videos or sound from random weights, with a linear classifier on its
 * class token after the last norm; of a video, on the mean over its frames. Writes the encoder as a Hugging Face folder, without the classifier, and `log.ndjson`.
 */
export const pretrain: RunJob<PretrainParams> = async (job, context) => {
  const samples = await Samples.open(inputDirectory(job, 'dataset'));
  try {
    return await pretrainOn(samples, job, context);
  } finally {
    await samples.close();
  }
};

async function pretrainOn(samples: Samples, job: Job<PretrainParams>, context: JobContext): Promise<Outcome> {
  const { params } = job;
  const modality = modalityOf(params, samples);
  const config = configOf(params, samples, modality);
  const learner = { encoder: encoderOf(params.encoder.architecture, config), modality, samples };
  const { encoder } = learner;
  const initial = initialParameters(encoder, samples.dataset.classes.length, params.seed);
  const adamw = new AdamW(initial, params.optimizer);
  let validation: Validation = {};
  const run = {
    ...params,
    operation: 'pretrain',
    rows: samples.rowsOf('train', 'pretrain').filter((row) => samples.has(modality, row)),
    logFile: join(job.outputDirectory, 'log.ndjson'),
    logDirectory: job.logDirectory,
    scratchDirectory: job.scratchDirectory,
    nameOf: (row: number) => samples.nameOf(row),
    readAhead: (at: StepPosition) => samples.readAhead([modality], at.rows, viewOf(params, at)),
    lastly: async (parameters: Parameters) => {
      validation = await validate(learner, parameters, context);
    },
  };
  try {
    const compute = (parameters: Parameters, at: StepPosition) =>
      computeStep(params, learner, parameters, at);
    const { loss, steps } = await runEpochs(run, adamw, compute, context);
    await writeEncoder(job.outputDirectory, config, encoder, encoderWeights(adamw.parameters));
    return { mediaType: 'application/vnd.lacuna.encoder', summary: { loss, steps, ...validation } };
  } finally {
    adamw.dispose();
  }
}

/** Random encoder weights, and a linear layer as PyTorch draws it: uniform in +-1/sqrt(width). */
function initialParameters(encoder: Encoder, classes: number, seed: number): Parameters {
  const weights = Object.entries(initialise(encoder, seed)).map(([name, tensor]) => [
    encoderPrefix + name,
    tensor,
  ]);
  const bound = 1 / Math.sqrt(encoder.dim);
  const draws = stream(seed, 'pretrain.classifier');
  const uniform = (shape: number[]) => {
    const size = shape.reduce((product, side) => product * side, 1);
    return tf.tensor(
      Float32Array.from({ length: size }, () => bound * (2 * draws.uniform() - 1)),
      shape,
    );
  };
  return {
    ...Object.fromEntries(weights),
    [classifierWeight]: uniform([classes, encoder.dim]),
    [classifierBias]: uniform([classes]),
  };
}

function encoderWeights(parameters: Parameters): Parameters {
  const entries = Object.entries(parameters).filter(([name]) => name.startsWith(encoderPrefix));
  return Object.fromEntries(entries.map(([name, tensor]) => [name.slice(encoderPrefix.length), tensor]));
}

/** What learns, and what from. */
interface Learner {
  readonly encoder: Encoder;
  readonly modality: Modality;
  readonly samples: Samples;
}

function viewOf({ augment }: PretrainParams, { seed, epoch }: StepPosition): TrainingView {
  const change = augment === 'affine' ? 'affine' : 'none';
  const audio = augment === 'affine' ? 'shift-and-mask' : 'none';
  return { seed, epoch, image: change, video: change, shared: true, audio };
}

function computeStep(
  params: PretrainParams,
  { encoder, modality, samples }: Learner,
  parameters: Parameters,
  at: StepPosition,
): StepResult {
  return tf.tidy(() => {
    const input = samples.input(modality, at.rows, 'pretrain', viewOf(params, at));
    const labels = samples.labels(at.rows);
    return differentiate(parameters, (current) => {
      const logits = classify(encoder, current, input, true);
      return { loss: classificationLoss(logits, labels, params.labelSmoothing), terms: {} };
    });
  });
}

/** Logits [batch, classes] of the class token. */
function classify(
  encoder: Encoder,
  parameters: Parameters,
  input: EncoderInput,
  training: boolean,
): Tensor2D {
  const options = {
    training,
    seed: [0, 0],
    frozenDropout: 0,
    learns: training ? learnsEverything : learnsNothing,
    visibility: 'full',
  } as const;
  const encoded = encoder.encode(encoderWeights(parameters), toFrameRows(input, 'mean'), options);
  const { classToken } = fuseFrames({ ...encoded, proxies: [] }, framesOf(input), 'mean');
  return affine(classToken, {
    weight: parameters[classifierWeight] as Tensor2D,
    bias: parameters[classifierBias] as Tensor1D,
  });
}

interface Validation {
  /** In percent. */
  readonly validationAccuracy?: number;
}

/** Accuracy on the validation split, for people; nothing is chosen by it. Empty without such a split. */
async function validate(
  { encoder, modality, samples }: Learner,
  parameters: Parameters,
  context: JobContext,
): Promise<Validation> {
  const rows = samples.dataset.samples.flatMap(({ split }, row) =>
    split === 'val' && samples.has(modality, row) ? [row] : [],
  );
  if (rows.length === 0) return {};
  const classes = samples.dataset.classes.length;
  const logits = new Float32Array(rows.length * classes);
  await overBatches(rows, 'validate', context, (batch, start) => {
    const values = tf.tidy(() =>
      classify(encoder, parameters, samples.input(modality, batch, 'pretrain'), false).dataSync(),
    );
    logits.set(values, start * classes);
  });
  return { validationAccuracy: measureRows('accuracy', logits, samples, rows) };
}
