import type { Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';
import type { Design, Tower } from './design.ts';
import { affine } from './fusion.ts';
import { type Learnable, layerOf } from './parameters.ts';

/** x Phi(x) with the normal distribution function Phi. */
function gelu(x: Tensor2D): Tensor2D {
  return tf.mul(tf.mul(x, 0.5), tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2))));
}

/**
 * What a tower's class token [batch, width] says of the others', in their order: a perceptron with one hidden layer
 * of half the width for each, [batch, width].
 */
export function predictProxies(
  learnable: Learnable,
  { towers }: Design,
  { modality }: Tower,
  classToken: Tensor2D,
): Tensor2D[] {
  return towers.flatMap((other) => {
    const name = `${modality}.predictor.${other.modality}`;
    const [first, second] = [layerOf(learnable, `${name}.0`), layerOf(learnable, `${name}.1`)];
    if (first === undefined || second === undefined) return [];
    return [affine(gelu(affine(classToken, first)), second)]; // [batch, width / 2] in between
  });
}
