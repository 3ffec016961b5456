import { join } from 'node:path';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import { type Encoder, type EncoderInput, learnsEverything, learnsNothing } from '../model/encoder.ts';
import { affine } from '../model/fusion.ts';
import { encoderOf, initialise, writeEncoder } from '../model/load-encoder.ts';
import type { JsonObject } from '../plan/digest.ts';
import type { Job, JobContext, Outcome, RunJob } from '../plan/job.ts';
import type { PretrainParams } from '../plan/params.ts';
import { stream } from '../random/stream.ts';
import { AdamW, type Parameters } from './adamw.ts';
import { drawAffine } from './augment.ts';
import { differentiate } from './differentiate.ts';
import { inputDirectory } from './job-input.ts';
import { classificationLoss } from './loss.ts';
import { measureRows } from './measure.ts';
import { overBatches } from './over-batches.ts';
import { runEpochs, type StepPosition, type StepResult } from './run-epochs.ts';
import { Samples } from './samples.ts';

const encoderPrefix = 'encoder.';
const classifierWeight = 'classifier.weight';
const classifierBias = 'classifier.bias';

/**
 * Operation `pretrain`: a vision transformer from random weights, with a linear classifier on its class token after
 * the last norm. Writes the encoder as a Hugging Face folder, without the classifier, and `log.ndjson`.
 */
export const pretrain: RunJob<PretrainParams> = async (job, context) => {
  const samples = await Samples.open(inputDirectory(job, 'dataset'));
  try {
    return await pretrainOn(samples, job, context);
  } finally {
    samples.close();
  }
};

async function pretrainOn(samples: Samples, job: Job<PretrainParams>, context: JobContext): Promise<Outcome> {
  const { params } = job;
  const config = configOf(params, samples);
  const encoder = encoderOf('clip-vit', config);
  const initial = initialParameters(encoder, samples.dataset.classes.length, params.seed);
  const adamw = new AdamW(initial, params.optimizer);
  const run = {
    ...params,
    operation: 'pretrain',
    rows: samples.rowsOf('train', 'pretrain'),
    logFile: join(job.outputDirectory, 'log.ndjson'),
    logDirectory: job.logDirectory,
    nameOf: (row: number) => samples.nameOf(row),
  };
  try {
    const compute = (parameters: Parameters, at: StepPosition) =>
      computeStep(params, encoder, samples, parameters, at);
    const { loss, steps } = await runEpochs(run, adamw, compute, context);
    const validation = await validate(encoder, samples, adamw.parameters, context);
    await writeEncoder(job.outputDirectory, config, encoder, encoderWeights(adamw.parameters));
    return { mediaType: 'application/vnd.lacuna.encoder', summary: { loss, steps, ...validation } };
  } finally {
    adamw.dispose();
  }
}

/** The encoder in the words of Hugging Face's `CLIPVisionConfig`. */
function configOf({ encoder }: PretrainParams, samples: Samples): JsonObject {
  const { name, modalities } = samples.dataset;
  if (modalities.image === undefined) {
    throw failure('LAC4202', { dataset: name, modality: 'image', operation: 'pretrain' });
  }
  const { height, width } = modalities.image;
  if (height !== width || height % encoder.patch !== 0) {
    throw failure('LAC4207', { dataset: name, width, height, patch: encoder.patch });
  }
  return {
    architectures: ['CLIPVisionModel'],
    model_type: 'clip_vision_model',
    hidden_size: encoder.width,
    intermediate_size: encoder.mlp,
    num_hidden_layers: encoder.layers,
    num_attention_heads: encoder.heads,
    image_size: height,
    patch_size: encoder.patch,
    num_channels: 3,
    hidden_act: 'quick_gelu',
    layer_norm_eps: 1e-5,
    attention_dropout: 0,
  };
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

function computeStep(
  params: PretrainParams,
  encoder: Encoder,
  samples: Samples,
  parameters: Parameters,
  at: StepPosition,
): StepResult {
  const affineOf = (row: number) => drawAffine(at.seed, at.epoch, row);
  return tf.tidy(() => {
    const input = samples.images(at.rows, 'pretrain', params.augment === 'affine' ? affineOf : undefined);
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
  const { classToken } = encoder.encode(encoderWeights(parameters), input, options);
  return affine(classToken, {
    weight: parameters[classifierWeight] as Tensor2D,
    bias: parameters[classifierBias] as Tensor1D,
  });
}

/** Accuracy in percent on the validation split, for people; nothing is chosen by it. Empty without such a split. */
async function validate(
  encoder: Encoder,
  samples: Samples,
  parameters: Parameters,
  context: JobContext,
): Promise<{ readonly validationAccuracy?: number }> {
  const rows = samples.dataset.samples.flatMap(({ split }, row) => (split === 'val' ? [row] : []));
  if (rows.length === 0) return {};
  const classes = samples.dataset.classes.length;
  const logits = new Float32Array(rows.length * classes);
  await overBatches(rows, 'validate', context, (batch, start) => {
    const values = tf.tidy(() =>
      classify(encoder, parameters, samples.images(batch, 'pretrain'), false).dataSync(),
    );
    logits.set(values, start * classes);
  });
  return { validationAccuracy: measureRows('accuracy', logits, samples, rows) };
}
