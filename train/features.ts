import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { ModalityTokens, PerModality } from '../model/fusion.ts';
import type { Learnable } from '../model/parameters.ts';
import type { JobContext } from '../plan/job.ts';
import type { Modality } from '../schemas/generated/resolved.ts';
import type { TensorValues } from '../tensor/safetensors.ts';
import { inBatches } from './sampler.ts';
import type { Samples } from './samples.ts';
import { encodeTokens, type TwoTowers } from './two-towers.ts';

/** Samples per forward pass; the results do not depend on it beyond rounding. */
const batchSize = 64;
const reportEveryMs = 500;

/** Class and mask tokens of some rows on the host, [rows, width] each; no mask tokens in methods without. */
export interface Features {
  readonly rows: number;
  readonly width: number;
  readonly tokens: PerModality<{ readonly classToken: Float32Array; readonly maskToken?: Float32Array }>;
}

/**
 * Runs both encoders once over `rows`. An encoder never sees the other modality, so that these tokens are all that
 * any availability of modalities can select from.
 */
export async function extractFeatures(
  model: TwoTowers,
  learnable: Learnable,
  samples: Samples,
  rows: readonly number[],
  context: JobContext,
): Promise<Features> {
  const parts: PerModality<ModalityTokens>[] = [];
  await overBatches(rows, 'features', context, (batch) =>
    parts.push(encodeBatch(model, learnable, samples, batch)),
  );
  const joined = { image: join(parts, 'image'), text: join(parts, 'text') };
  tf.dispose(parts as unknown as Record<string, Tensor2D>[]);
  return { rows: rows.length, width: joined.image.classToken.length / rows.length, tokens: joined };
}

/** The features as the tensors of `features.safetensors`: `image.class`, `image.mask`, ... [rows, width], `labels`. */
export function featureTensors(features: Features, labels: readonly number[]): TensorValues {
  const shape = [features.rows, features.width];
  const of = (modality: Modality): TensorValues => {
    const { classToken, maskToken } = features.tokens[modality];
    return {
      [`${modality}.class`]: { shape, data: classToken },
      ...(maskToken !== undefined && { [`${modality}.mask`]: { shape, data: maskToken } }),
    };
  };
  return { ...of('image'), ...of('text'), labels: { shape: [features.rows], data: Int32Array.from(labels) } };
}

/** Features as tensors again; the caller's, or of the enclosing tf.tidy. */
export function tokensOf({ rows, width, tokens }: Features): PerModality<ModalityTokens> {
  const of = ({ classToken, maskToken }: Features['tokens']['image']): ModalityTokens => ({
    classToken: tf.tensor2d(classToken, [rows, width]),
    ...(maskToken !== undefined && { maskToken: tf.tensor2d(maskToken, [rows, width]) }),
  });
  return { image: of(tokens.image), text: of(tokens.text) };
}

/** Calls `use` with each batch and its start, serving the event loop and reporting progress in between. */
export async function overBatches(
  rows: readonly number[],
  phase: string,
  { signal, report }: JobContext,
  use: (batch: readonly number[], start: number) => void,
): Promise<void> {
  let reportedAt = Number.NEGATIVE_INFINITY;
  let done = 0;
  for (const batch of inBatches(rows, batchSize)) {
    signal.throwIfAborted();
    use(batch, done);
    done += batch.length;
    if (performance.now() - reportedAt >= reportEveryMs || done === rows.length) {
      reportedAt = performance.now();
      report({ phase, done, total: rows.length, unit: 'samples' });
    }
    await nextTurn();
  }
}

function encodeBatch(
  model: TwoTowers,
  learnable: Learnable,
  samples: Samples,
  batch: readonly number[],
): PerModality<ModalityTokens> {
  const all = batch.map(() => 1);
  return tf.tidy(() => {
    const inputs = { image: samples.images(batch, 'evaluate'), text: samples.texts(batch, 'evaluate') };
    const { image, text } = encodeTokens(model, learnable, inputs, { image: all, text: all });
    return { image: onlyTokens(image), text: onlyTokens(text) };
  });
}

/** Encoders give their hidden states as well, which must not be kept. */
function onlyTokens({ classToken, maskToken }: ModalityTokens) {
  return maskToken === undefined ? { classToken } : { classToken, maskToken };
}

function join(
  parts: readonly PerModality<ModalityTokens>[],
  modality: Modality,
): Features['tokens']['image'] {
  const values = (token: keyof ModalityTokens) =>
    parts
      .map((part) => part[modality][token])
      .filter((tensor) => tensor !== undefined)
      .map((tensor) => tensor.dataSync());
  const classToken = concatenate(values('classToken') as Float32Array[]);
  const maskTokens = values('maskToken') as Float32Array[];
  return maskTokens.length === 0 ? { classToken } : { classToken, maskToken: concatenate(maskTokens) };
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}
