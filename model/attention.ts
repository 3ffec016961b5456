import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import type { SeedPair } from '../random/seed.ts';
import { survivors, tf } from './backend.ts';

/** What is added to the logit of a key that must not be seen; its probability becomes exactly 0 in float32. */
export const hiddenLogit = -1e9;

/** How one attention layer reads its rows. */
export interface AttentionShape {
  readonly batch: number;
  /** Rows of q per sample; fewer than `tokens` where only some tokens are wanted. */
  readonly queries: number;
  /** Rows of k and v per sample. */
  readonly tokens: number;
  readonly heads: number;
  /** Added to the logits; broadcasts to [batch, heads, queries, tokens]. */
  readonly logitBias?: Tensor;
  /** Dropout of the probabilities; 0 outside training. */
  readonly dropout: number;
  readonly seed: SeedPair;
}

type Triple = readonly [Tensor4D, Tensor4D, Tensor4D];

/** [batch * tokens, dim] -> [batch, heads, tokens, dim / heads] */
function split(rows: Tensor2D, tokens: number, { batch, heads }: AttentionShape): Tensor4D {
  return tf.transpose(tf.reshape(rows, [batch, tokens, heads, rows.shape[1] / heads]), [0, 2, 1, 3]);
}

/** [batch, heads, tokens, dim / heads] -> [batch * tokens, dim] */
function merge(parts: Tensor4D): Tensor2D {
  const [batch, heads, tokens, width] = parts.shape;
  return tf.reshape(tf.transpose(parts, [0, 2, 1, 3]), [batch * tokens, heads * width]);
}

/** softmax(q k^T + bias) for scaled q: [batch, heads, queries, tokens] */
function probabilities(q: Tensor4D, k: Tensor4D, bias: Tensor | undefined): Tensor4D {
  const logits: Tensor4D = tf.matMul(q, k, false, true);
  return tf.softmax(bias === undefined ? logits : tf.add(logits, bias));
}

/** 1 / (1 - rate) where a probability survives dropout, 0 elsewhere. */
function dropoutFactors(shape: AttentionShape): Tensor | undefined {
  if (shape.dropout === 0) return undefined;
  const kept = survivors([shape.batch, shape.heads, shape.queries, shape.tokens], shape.dropout, shape.seed);
  return tf.mul(tf.cast(kept, 'float32'), 1 / (1 - shape.dropout));
}

function times(x: Tensor4D, factors: Tensor | undefined): Tensor4D {
  return factors === undefined ? x : tf.mul(x, factors);
}

/** Gradients of scaled q [batch, heads, queries, width], k and v [batch, heads, tokens, width]; the probabilities are computed again. */
function gradients(dOutput: Tensor4D, [q, k, v]: Triple, shape: AttentionShape): Triple {
  const p = probabilities(q, k, shape.logitBias);
  const factors = dropoutFactors(shape);
  const dV: Tensor4D = tf.matMul(times(p, factors), dOutput, true, false);
  const dP = tf.mul(times(tf.matMul(dOutput, v, false, true), factors), p);
  const dLogits: Tensor4D = tf.sub(dP, tf.mul(p, tf.sum(dP, -1, true)));
  return [tf.matMul(dLogits, k), tf.matMul(dLogits, q, true, false), dV];
}

/**
 * Scaled dot-product attention of q [batch * queries, dim] over k and v [batch * tokens, dim], heads side by side in
 * dim: [batch * queries, dim]. For the gradient only
 * q, k and v are kept: probabilities and dropout are pure functions of them and of the seed.
 */
export function attention(q: Tensor2D, k: Tensor2D, v: Tensor2D, shape: AttentionShape): Tensor2D {
  const scale = 1 / Math.sqrt(q.shape[1] / shape.heads);
  const operation = tf.customGrad((...all) => {
    const [q, k, v, save] = all as unknown as [Tensor2D, Tensor2D, Tensor2D, (tensors: Tensor[]) => void];
    const { queries, tokens } = shape;
    const parts: Triple = [
      split(tf.mul(q, scale), queries, shape),
      split(k, tokens, shape),
      split(v, tokens, shape),
    ];
    save([...parts, ...(shape.logitBias === undefined ? [] : [shape.logitBias])]);
    const seen = times(probabilities(parts[0], parts[1], shape.logitBias), dropoutFactors(shape));
    const value = merge(tf.matMul(seen, parts[2]));
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [q, k, v, logitBias] = saved as [Tensor4D, Tensor4D, Tensor4D, Tensor | undefined];
      const kept = logitBias === undefined ? shape : { ...shape, logitBias };
      const [dQ, dK, dV] = gradients(split(dy as Tensor2D, shape.queries, shape), [q, k, v], kept);
      return [tf.mul(merge(dQ), scale), merge(dK), merge(dV)];
    };
    return { value, gradFunc };
  });
  return operation(q, k, v) as Tensor2D;
}
