import type { Rank, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';
import type { Survivors } from './dropout.ts';
import { add, chain, firstSum, product, scaled, sum, zeroWhereNot } from './kernels.ts';
import {
  holdFor,
  type Layer,
  type LinearLayer,
  learns,
  type Pass,
  type Rows,
  scoped,
  vector,
  weight,
} from './pass.ts';
import type { Recall } from './trace.ts';

/** Name of the leaf that one matrix of an adapter is. */
export function adapterLeaf(projection: string, matrix: 'A' | 'B'): string {
  return `${projection}.lora.${matrix}`;
}

/**
 * The linear layer `name` of the checkpoint over rows [rows, in]: [rows, out]. With an adapter it computes
 * x W^T + b + scale dropout(x) A^T B^T (Hu et al. 2022); `mask` is that dropout. `plus` [rows, out] is added to the
 * value, and not this layer's to differentiate.
 */
export function linear(pass: Pass, x: Rows, name: string, mask?: Survivors, plus?: Tensor2D): LinearLayer {
  return scoped(pass, () => linearLayer(pass, x, name, mask, plus));
}

function linearLayer(pass: Pass, x: Rows, name: string, mask?: Survivors, plus?: Tensor2D): LinearLayer {
  const bias = vector(pass, `${name}.bias`);
  const base = product(x.value, weight(pass, `${name}.weight`), false, true);
  const own = ownGradients(pass, x, name);
  const rest = plus === undefined ? [] : [plus];
  const { adapters } = pass.options;
  const matrices = adapters?.matrices[name];
  if (adapters === undefined || matrices === undefined) {
    return { value: sum([chain(base, (rows) => add(rows, bias)), ...rest]), back: (dy) => [own(dy)] };
  }
  const side = lowRank(pass, x, { name, bias, ...matrices, scale: adapters.scale }, mask);
  return { value: sum([base, side.value, ...rest]), back: (dy) => [own(dy), side.back(dy)] };
}

/** Gradients of a linear layer without its adapter: of its input, and of weight and bias where they learn. */
function ownGradients(pass: Pass, x: Rows, name: string): (dy: Tensor2D) => Tensor2D {
  const [weightName, biasName] = [`${name}.weight`, `${name}.bias`];
  const xLater = learns(pass, weightName) ? x.later() : undefined;
  return (dy) => {
    if (xLater !== undefined) pass.trace?.give(weightName, product(dy, xLater(), true)); // [out, in]
    if (learns(pass, biasName)) pass.trace?.give(biasName, firstSum(dy));
    return product(dy, weight(pass, weightName)); // [rows, in]
  };
}

interface Adapter {
  readonly name: string;
  /** [rank, in] */
  readonly A: Tensor2D;
  /** [out, rank] */
  readonly B: Tensor2D;
  readonly scale: number;
  readonly bias: Tensor1D;
}

/**
 * scale dropout(x) A^T B^T + b: the part of an adapter. Kept are the mask, dropout(x) and a tensor [rows, rank]: making
 * dropout(x) again would be three passes over it.
 */
function lowRank(pass: Pass, x: Rows, { name, A, B, scale, bias }: Adapter, mask?: Survivors): Layer {
  const factor = scale * (mask?.factor ?? 1);
  const kept = mask && holdFor(pass, mask.kept);
  const dropped = mask === undefined ? x.value : zeroWhereNot(mask.kept, x.value);
  const narrow = product(dropped, A, false, true);
  const narrowLater = holdFor(pass, narrow); // [rows, rank]
  const droppedLater = learns(pass, adapterLeaf(name, 'A')) ? laterOf(pass, x, dropped) : undefined;
  const scaledB = () => scaled(B, factor); // [out, rank]
  return {
    value: withBias(narrow, scaledB(), bias),
    back: (dy) => {
      const dNarrow = product(dy, scaledB()); // [rows, rank]
      if (droppedLater !== undefined) {
        pass.trace?.give(adapterLeaf(name, 'A'), product(dNarrow, droppedLater(), true)); // [rank, in]
      }
      if (learns(pass, adapterLeaf(name, 'B'))) {
        pass.trace?.give(adapterLeaf(name, 'B'), scaled(product(dy, narrowLater(), true), factor)); // [out, rank]
      }
      return survive(product(dNarrow, A), kept);
    },
  };
}

/** Rows that an adapter reads, for the backward pass; without dropout they are the layer's own. */
function laterOf(pass: Pass, x: Rows, dropped: Tensor2D): Recall<Tensor2D> {
  return dropped === x.value ? x.later() : holdFor(pass, dropped);
}

function survive(x: Tensor2D, kept: Recall<Tensor> | undefined): Tensor2D {
  return kept === undefined ? x : zeroWhereNot(kept(), x);
}

/** narrow B^T + b as one product, [narrow, 1] [B, b]^T: adding b apart would be a pass over all of the output. */
function withBias(narrow: Tensor2D, B: Tensor2D, bias: Tensor1D): Tensor2D {
  const [rows] = narrow.shape;
  const [out] = B.shape;
  const left: Tensor2D = tf.concat([narrow, tf.ones<Rank.R2>([rows, 1])], 1); // [rows, rank + 1]
  const right: Tensor2D = tf.concat([B, tf.reshape(bias, [out, 1])], 1); // [out, rank + 1]
  return product(left, right, false, true);
}
