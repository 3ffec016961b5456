import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { EncodeOptions, EncoderInput } from '../model/encoder.ts';
import {
  fuse,
  head,
  type ModalityTokens,
  type PerModality,
  requireSomeModality,
  select,
  toCommonWidth,
} from '../model/fusion.ts';
import type { LoadedEncoder } from '../model/load-encoder.ts';
import type { LoraOptions } from '../model/lora.ts';
import { adaptersOf, type Learnable, maskTokenOf, widthMapOf } from '../model/parameters.ts';
import type { SeedPair } from '../random/seed.ts';
import type { MaskToken, Method, Modality } from '../schemas/generated/resolved.ts';
import type { RowMasks } from './modality-dropout.ts';

/** Two frozen encoders and how the learnable tensors enter them. */
export interface TwoTowers {
  readonly towers: PerModality<Pick<LoadedEncoder, 'encoder' | 'weights'>>;
  readonly method: Method;
  readonly lora: LoraOptions;
  readonly visibility: MaskToken['visibility'];
}

/** What makes a pass a training pass; without it nothing is dropped. */
export interface TrainingPass {
  readonly frozenDropout: number;
  readonly seeds: PerModality<SeedPair>;
}

/**
 * Class and mask token of each modality, [batch, width] at the common width. An encoder runs only on its rows of
 * `encoded`; in other rows its tokens mean nothing, but are finite. Call inside tf.tidy.
 */
export function encodeTokens(
  model: TwoTowers,
  learnable: Learnable,
  inputs: PerModality<EncoderInput>,
  encoded: RowMasks,
  pass?: TrainingPass,
): PerModality<ModalityTokens> {
  const tokensOf = (modality: Modality) => {
    const options = optionsOf(model, learnable, modality, pass);
    const tokens = encodeRows(model.towers[modality], inputs[modality], encoded[modality], options);
    return toCommonWidth(tokens, widthMapOf(learnable, modality));
  };
  return { image: tokensOf('image'), text: tokensOf('text') };
}

/** Selection, sum and head over tokens [batch, width]: logits [batch, classes]. Call inside tf.tidy. */
export function predict(
  learnable: Learnable,
  tokens: PerModality<ModalityTokens>,
  selected: RowMasks,
): Tensor2D {
  requireSomeModality(selected);
  const available = { image: tf.tensor1d([...selected.image]), text: tf.tensor1d([...selected.text]) };
  const weight = learnable['head.weight'] as Tensor2D; // [classes, width]
  return head(fuse(select(tokens, available)), weight, learnable['head.bias'] as Tensor1D);
}

function optionsOf(
  model: TwoTowers,
  learnable: Learnable,
  modality: Modality,
  pass: TrainingPass | undefined,
): EncodeOptions {
  const maskToken = maskTokenOf(learnable, modality);
  return {
    training: pass !== undefined,
    seed: pass?.seeds[modality] ?? [0, 0],
    frozenDropout: pass?.frozenDropout ?? 0,
    trainableWeights: false,
    visibility: model.visibility,
    adapters: adaptersOf(learnable, modality, model.towers[modality].encoder, model.lora),
    ...(maskToken !== undefined && { maskToken }),
  };
}

function encodeRows(
  { encoder, weights }: TwoTowers['towers']['image'],
  input: EncoderInput,
  encoded: readonly number[],
  options: EncodeOptions,
): ModalityTokens {
  const rows = encoded.flatMap((runs, row) => (runs === 1 ? [row] : []));
  const hasMask = options.maskToken !== undefined;
  if (rows.length === 0) {
    const zeros: Tensor2D = tf.zeros([encoded.length, encoder.dim]);
    return hasMask ? { classToken: zeros, maskToken: zeros } : { classToken: zeros };
  }
  if (rows.length === encoded.length) return encoder.encode(weights, input, options);
  const { classToken, maskToken } = encoder.encode(weights, takeRows(input, rows), options);
  const back = (tokens: Tensor2D) => putRows(tokens, rows, encoded.length);
  return maskToken === undefined
    ? { classToken: back(classToken) }
    : { classToken: back(classToken), maskToken: back(maskToken) };
}

function takeRows(input: EncoderInput, rows: readonly number[]): EncoderInput {
  const take = <T extends Tensor>(x: T): T => tf.gather(x, tf.tensor1d([...rows], 'int32'));
  return input.kind === 'image'
    ? { kind: 'image', pixels: take(input.pixels) }
    : { kind: 'text', ids: take(input.ids), attentionMask: take(input.attentionMask) };
}

/** The reverse of `takeRows` for tokens [rows, dim]: the others are zeros, [batch, dim]. */
function putRows(tokens: Tensor2D, rows: readonly number[], batch: number): Tensor2D {
  const padded: Tensor2D = tf.concat([tokens, tf.zeros([1, tokens.shape[1]])], 0);
  const source = new Int32Array(batch).fill(rows.length);
  for (const [index, row] of rows.entries()) source[row] = index;
  return tf.gather(padded, tf.tensor1d(source, 'int32'));
}
