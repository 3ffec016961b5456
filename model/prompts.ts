import type { Scalar, Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';
import type { Tower } from './design.ts';
import type { RowMasks } from './fusion.ts';

/*
 * Prompts are one tensor per encoder, [cases, layers, length, dim]. A case says which of the other modalities are
 * absent: bit k of its number stands for the k-th of the others, so that case 0 is complete data.
 */

/** Blocks of an encoder that get prompts: the first `layers`, or all that it has. */
export function promptedLayers({ encoder }: Tower, layers: number): number {
  return Math.min(layers, encoder.layers);
}

/**
 * Initial prompts of missing-aware prompting (Lee et al. 2023): zeros, with one row of ones per block, at another
 * place in each case. shape: [cases, layers, length, dim].
 */
export function initialPrompts(shape: readonly number[]): Float32Array {
  const [cases = 0, layers = 0, length = 0, dim = 0] = shape;
  const values = new Float32Array(cases * layers * length * dim);
  for (let block = 0; block < cases * layers; block += 1) {
    const row = (2 * Math.floor(block / layers)) % length;
    const start = (block * length + row) * dim;
    values.fill(1, start, start + dim);
  }
  return values;
}

/** The case of each row for one tower: which of the others it is without. */
export function casesOf(selected: RowMasks, tower: number): number[] {
  const others = selected.filter((_, index) => index !== tower);
  return (selected[tower] ?? []).map((_, row) =>
    others.reduce((bits, mask, bit) => bits + (mask[row] === 0 ? 2 ** bit : 0), 0),
  );
}

/**
 * Prompts per block for some rows: [rows, length, dim] each, or [1, length, dim] where there is one case only. Rows
 * are looked up by a product with one-hot vectors, whose gradient adds up the rows of a case.
 */
export function promptsFor(prompts: Tensor, cases: readonly number[]): Tensor3D[] {
  const [count = 1, layers = 0, length = 0, dim = 0] = prompts.shape;
  const blocks: Tensor[] = tf.unstack(prompts, 1); // [cases, length, dim] each
  if (count === 1) return blocks as Tensor3D[];
  const choice = tf.cast(tf.oneHot(tf.tensor1d([...cases], 'int32'), count), 'float32') as Tensor2D; // [rows, cases]
  return blocks.slice(0, layers).map((block): Tensor3D => {
    const flat: Tensor2D = tf.reshape(block, [count, length * dim]);
    return tf.reshape(tf.matMul(choice, flat), [cases.length, length, dim]);
  });
}

/** Mean over all prompts of one encoder, [1, dim]. */
export function meanPrompt(prompts: Tensor): Tensor2D {
  const dim = prompts.shape.at(-1) ?? 1;
  return tf.mean(tf.reshape(prompts, [-1, dim]), 0, true);
}

/** Mean over pairs of the absolute cosine between vectors [1, width]; 0 where they are orthogonal. */
export function resemblance(vectors: readonly Tensor2D[]): Scalar {
  const pairs = vectors.flatMap((one, index) => vectors.slice(index + 1).map((other) => cosine(one, other)));
  if (pairs.length === 0) return tf.scalar(0);
  return tf.div(tf.addN(pairs.map((pair) => tf.abs(pair))), pairs.length);
}

function cosine(one: Tensor2D, other: Tensor2D): Scalar {
  const norms = tf.sqrt(tf.mul(tf.sum(tf.square(one)), tf.sum(tf.square(other))));
  return tf.div(tf.sum(tf.mul(one, other)), tf.add(norms, 1e-12));
}
