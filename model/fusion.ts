import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from './backend.ts';

/** A value per modality. */
export interface PerModality<T> {
  readonly image: T;
  readonly text: T;
}

/** What one encoder says of a batch; rows of samples that it did not see hold zeros, never NaN. */
export interface ModalityTokens {
  /** [batch, dim] */
  readonly classToken: Tensor2D;
  /** [batch, dim]; absent in methods without mask tokens. */
  readonly maskToken?: Tensor2D;
}

/** A learned map to the common width: weight [common, dim], bias [common]. */
export interface WidthMap {
  readonly weight: Tensor2D;
  readonly bias: Tensor1D;
}

/** Refuses batches in which a row has neither modality; 1 means available. */
export function requireSomeModality({ image, text }: PerModality<ArrayLike<number>>): void {
  for (let row = 0; row < image.length; row += 1) {
    if (image[row] === 0 && text[row] === 0) throw failure('LAC4133', { row });
  }
}

/** Maps both tokens of a modality to the common width; without a map they have it already. */
export function toCommonWidth(tokens: ModalityTokens, map: WidthMap | undefined): ModalityTokens {
  if (map === undefined) return tokens;
  const apply = (x: Tensor2D): Tensor2D => tf.add(tf.matMul(x, map.weight, false, true), map.bias);
  const classToken = apply(tokens.classToken);
  return tokens.maskToken === undefined ? { classToken } : { classToken, maskToken: apply(tokens.maskToken) };
}

/** Own token where available, else `other`'s mask token, else zeros: [batch, dim]. */
function choose(own: Tensor2D, substitute: Tensor2D | undefined, available: Tensor1D): Tensor2D {
  const keep: Tensor2D = tf.reshape(available, [-1, 1]); // [batch, 1]
  const kept: Tensor2D = tf.mul(own, keep);
  return substitute === undefined ? kept : tf.add(kept, tf.mul(substitute, tf.sub(1, keep)));
}

/**
 * The token that stands for each modality, per sample: its class token, or, where it is missing, what the other
 * encoder made of its mask token (zero without mask tokens). Availability is float [batch], 1 or 0.
 */
export function select(
  tokens: PerModality<ModalityTokens>,
  available: PerModality<Tensor1D>,
): PerModality<Tensor2D> {
  return {
    image: choose(tokens.image.classToken, tokens.text.maskToken, available.image),
    text: choose(tokens.text.classToken, tokens.image.maskToken, available.text),
  };
}

/** Sum of both tokens: [batch, dim]. */
export function fuse({ image, text }: PerModality<Tensor2D>): Tensor2D {
  return tf.add(image, text);
}

/** Logits of the linear head over fused tokens [batch, dim]: [batch, classes]. */
export function head(fused: Tensor2D, weight: Tensor2D, bias: Tensor1D): Tensor2D {
  return tf.add(tf.matMul(fused, weight, false, true), bias);
}
