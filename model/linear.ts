import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { matrixProduct, survivors, tf, zeroWhereNot } from './backend.ts';
import type { Adapters } from './encoder.ts';
import { type Pass, type Site, siteSeed, vector, weight } from './pass.ts';

/*
 * Linear layers over weights in the layout of the checkpoint, [out, in]. Over constants the gradient is written
 * by hand: it is computed for the input only, where automatic differentiation keeps more and may compute more.
 */

/** A linear layer's constants: y = x weight^T + bias. */
interface LinearWeights {
  /** [out, in] */
  readonly weight: Tensor2D;
  /** [out] */
  readonly bias?: Tensor1D;
}

/** A linear layer's learnable addition: scale * dropout(x) A^T B^T. */
interface LinearAdapter {
  /** [rank, in] */
  readonly A: Tensor2D;
  /** [out, rank] */
  readonly B: Tensor2D;
  readonly scale: number;
  /** [rows, in], bool; absent: nothing is dropped. */
  readonly kept?: Tensor;
}

/** y = x weight^T + bias for x [rows, in], differentiable in every tensor. */
export function linear(x: Tensor2D, { weight, bias }: LinearWeights): Tensor2D {
  const operation = tf.customGrad((...all) => {
    const [x, weight, save] = all as unknown as [Tensor2D, Tensor2D, (tensors: Tensor[]) => void];
    save([x, weight]);
    const gradFunc = (dy: Tensor, [x, weight]: Tensor[]) => [
      matrixProduct(dy as Tensor2D, weight as Tensor2D), // [rows, in]
      matrixProduct(dy as Tensor2D, x as Tensor2D, true), // [out, in]
    ];
    return { value: matrixProduct(x, weight, false, true), gradFunc };
  });
  const product = operation(x, weight) as Tensor2D; // [rows, out]
  return bias === undefined ? product : tf.add(product, bias);
}

/** The values of `linear` without a gradient: for what is inside a hand-written one. */
function valuesOf(x: Tensor2D, { weight, bias }: LinearWeights): Tensor2D {
  const product = matrixProduct(x, weight, false, true); // [rows, out]
  return bias === undefined ? product : tf.add(product, bias);
}

/** The same values as `linear`; the gradient reaches x only. */
export function frozenLinear(x: Tensor2D, weights: LinearWeights): Tensor2D {
  const operation = tf.customGrad((...all) => ({
    value: valuesOf(all[0] as Tensor2D, weights),
    gradFunc: (dy: Tensor) => matrixProduct(dy as Tensor2D, weights.weight), // [rows, in]
  }));
  return operation(x) as Tensor2D;
}

function keep(x: Tensor2D, kept: Tensor | undefined): Tensor2D {
  return kept === undefined ? x : zeroWhereNot(kept, x);
}

/** x A^T B^T * scale for x [rows, in], where dropout has removed some of x. Differentiable in x, A and B. */
export function lowRank(x: Tensor2D, { A, B, scale, kept }: LinearAdapter): Tensor2D {
  const seen: Tensor2D = kept === undefined ? x : tf.mul(x, tf.cast(kept, 'float32'));
  const narrow: Tensor2D = tf.matMul(seen, A, false, true); // [rows, rank]
  return tf.matMul(tf.mul(narrow, scale), B, false, true); // [rows, out]
}

/**
 * The values of `linear` plus `lowRank`. The gradient reaches x, A and B, and keeps x, the mask and a narrow
 * tensor instead of every intermediate.
 */
export function adaptedLinear(x: Tensor2D, weights: LinearWeights, adapter: LinearAdapter): Tensor2D {
  const { scale, kept } = adapter;
  const operation = tf.customGrad((...all) => {
    const [input, A, B, save] = all as unknown as [Tensor2D, Tensor2D, Tensor2D, (tensors: Tensor[]) => void];
    const narrow: Tensor2D = tf.mul(matrixProduct(keep(input, kept), A, false, true), scale); // [rows, rank]
    save(kept === undefined ? [input, A, B, narrow] : [input, A, B, narrow, kept]);
    const value = tf.add(valuesOf(input, weights), matrixProduct(narrow, B, false, true));
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [x, A, B, narrow, kept] = saved as [Tensor2D, Tensor2D, Tensor2D, Tensor2D, Tensor | undefined];
      const dNarrow: Tensor2D = tf.mul(matrixProduct(dy as Tensor2D, B), scale); // [rows, rank]
      const dx = tf.add(matrixProduct(dy as Tensor2D, weights.weight), keep(matrixProduct(dNarrow, A), kept));
      const dA = matrixProduct(dNarrow, keep(x, kept), true); // [rank, in]
      return [dx, dA, matrixProduct(dy as Tensor2D, narrow, true)]; // dB [out, rank]
    };
    return { value, gradFunc };
  });
  return operation(x, adapter.A, adapter.B) as Tensor2D;
}

function adapterOf(pass: Pass, adapters: Adapters, name: string, rows: Tensor2D, place: Place) {
  const matrices = adapters.matrices[name];
  if (matrices === undefined) return undefined;
  const rate = pass.options.training ? adapters.dropout : 0;
  if (rate === 0) return { ...matrices, scale: adapters.scale };
  const kept = survivors(rows.shape, rate, siteSeed(pass, place.layer, place.site));
  return { ...matrices, scale: adapters.scale / (1 - rate), kept };
}

/** Where a projection stands; it decides which dropout mask its adapter gets. */
export interface Place {
  readonly layer: number;
  readonly site: Site;
}

/** The linear layer `name` of the checkpoint with the adapter of this pass, if it has one: [rows, out]. */
export function project(pass: Pass, x: Tensor2D, name: string, place: Place): Tensor2D {
  const weights = { weight: weight(pass, `${name}.weight`), bias: vector(pass, `${name}.bias`) };
  const { adapters, trainableWeights } = pass.options;
  const adapter = adapters === undefined ? undefined : adapterOf(pass, adapters, name, x, place);
  if (trainableWeights) {
    return adapter === undefined ? linear(x, weights) : tf.add(linear(x, weights), lowRank(x, adapter));
  }
  return adapter === undefined ? frozenLinear(x, weights) : adaptedLinear(x, weights, adapter);
}

/** The linear layer `name` of the checkpoint, which never has an adapter. */
export function dense(pass: Pass, x: Tensor2D, name: string): Tensor2D {
  const weights = { weight: weight(pass, `${name}.weight`), bias: vector(pass, `${name}.bias`) };
  return pass.options.trainableWeights ? linear(x, weights) : frozenLinear(x, weights);
}
