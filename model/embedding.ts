import type { Tensor, Tensor1D, Tensor3D } from '@tensorflow/tfjs-core';
import type { SeedPair } from '../random/seed.ts';
import { constant, tf } from './backend.ts';
import { survivors } from './dropout.ts';
import type { EncodeOptions, Encoder } from './encoder.ts';

/*
 * Embedding layers are differentiated by TensorFlow.js, because they seldom learn and hardly cost anything.
 */

/** True where some weight of the embedding layer learns. */
export function learnsEmbedding(tensors: Encoder['tensors'], { learns }: EncodeOptions): boolean {
  return Object.keys(tensors).some((name) => name.startsWith('embeddings.') && learns(name));
}

/** Embedded tokens, as a constant unless the embedding layer learns. */
export function embedConstant(learns: boolean, compute: () => Tensor3D): Tensor3D {
  return learns ? tf.tidy(compute) : constant(compute);
}

/** Layer normalisation over the last axis that TensorFlow.js differentiates. */
export function differentiableNorm<T extends Tensor>(
  x: T,
  scale: Tensor1D,
  shift: Tensor1D,
  epsilon: number,
): T {
  const centred = tf.sub(x, tf.mean(x, -1, true));
  const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), epsilon));
  return tf.add(tf.mul(tf.mul(centred, inverse), scale), shift) as T;
}

/** Dropout that TensorFlow.js differentiates. */
export function differentiableDropout<T extends Tensor>(x: T, rate: number, seed: SeedPair): T {
  const mask = survivors(x.shape, rate, seed);
  return mask === undefined ? x : (tf.mul(x, tf.mul(tf.cast(mask.kept, 'float32'), mask.factor)) as T);
}
