import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';
import { type Pass, vector } from './pass.ts';

interface NormWeights {
  /** [dim] */
  readonly scale: Tensor1D;
  /** [dim] */
  readonly shift: Tensor1D;
  readonly epsilon: number;
}

interface Normalised {
  /** Rows of mean 0 and variance 1: [rows, dim]. */
  readonly unit: Tensor2D;
  /** Reciprocal standard deviation: [rows, 1]. */
  readonly inverse: Tensor2D;
}

function normaliseRows(x: Tensor2D, epsilon: number): Normalised {
  const centred: Tensor2D = tf.sub(x, tf.mean(x, 1, true)); // [rows, dim]
  const inverse: Tensor2D = tf.rsqrt(tf.add(tf.mean(tf.square(centred), 1, true), epsilon)); // [rows, 1]
  return { unit: tf.mul(centred, inverse), inverse };
}

/** dx = inverse * (g - mean(g) - unit * mean(g * unit)) with g = dy * scale, means over the row. */
function inputGradient(dy: Tensor, unit: Tensor, inverse: Tensor, scale: Tensor1D): Tensor {
  const g = tf.mul(dy, scale);
  const alongUnit = tf.mul(unit, tf.mean(tf.mul(g, unit), 1, true));
  return tf.mul(tf.sub(tf.sub(g, tf.mean(g, 1, true)), alongUnit), inverse);
}

/**
 * Layer normalisation of rows with the biased variance (Ba et al. 2016). Two tensors are kept for the gradient.
 * When `trainable`, the gradient reaches scale and shift too.
 */
export function layerNorm(x: Tensor2D, weights: NormWeights, trainable: boolean): Tensor2D {
  const { scale, shift, epsilon } = weights;
  const operation = tf.customGrad((...all) => {
    const input = all[0] as Tensor2D;
    const save = all.at(-1) as unknown as (tensors: Tensor[]) => void;
    const { unit, inverse } = normaliseRows(input, epsilon);
    save([unit, inverse]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [unit, inverse] = saved as [Tensor, Tensor];
      const dx = inputGradient(dy, unit, inverse, scale);
      return trainable ? [dx, tf.sum(tf.mul(dy, unit), 0), tf.sum(dy, 0)] : [dx];
    };
    return { value: tf.add(tf.mul(unit, scale), shift), gradFunc };
  });
  return (trainable ? operation(x, scale, shift) : operation(x)) as Tensor2D;
}

/** The layer norm `name` of the checkpoint over rows [rows, dim]. */
export function norm(pass: Pass, x: Tensor2D, name: string, epsilon: number): Tensor2D {
  const weights = { scale: vector(pass, `${name}.weight`), shift: vector(pass, `${name}.bias`), epsilon };
  return layerNorm(x, weights, pass.options.trainableWeights);
}
