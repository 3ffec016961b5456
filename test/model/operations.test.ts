import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { activate } from '../../model/activation.ts';
import { type AttentionShape, attention } from '../../model/attention.ts';
import { dropout, survivors, tf } from '../../model/backend.ts';
import { layerNorm } from '../../model/layer-norm.ts';
import { adaptedLinear, frozenLinear, linear, lowRank } from '../../model/linear.ts';
import { stream } from '../../random/stream.ts';
import { largestDifference } from './reference.ts';

function random(name: string, shape: number[]): Tensor2D {
  const { normal } = stream(7, name);
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(Float32Array.from({ length: size }, normal), shape) as Tensor as Tensor2D;
}

function randomVector(name: string, size: number): Tensor1D {
  return tf.reshape(random(name, [size]), [size]);
}

type Operation = (...inputs: Tensor[]) => Tensor;

/** Values and gradients of `actual` are those that automatic differentiation of `plain` gives. */
function expectSame(actual: Operation, plain: Operation, inputs: Tensor[], tolerance = 2e-5): void {
  const upstream = random('upstream', plain(...inputs).shape);
  expect(largestDifference(actual(...inputs), plain(...inputs))).toBeLessThan(tolerance);
  const [ours, theirs] = [tf.grads(actual)(inputs, upstream), tf.grads(plain)(inputs, upstream)];
  for (const [index, gradient] of theirs.entries()) {
    expect(tf.max(tf.abs(gradient)).dataSync()[0]).toBeGreaterThan(1e-3);
    expect(largestDifference(ours[index] as Tensor, gradient)).toBeLessThan(tolerance);
  }
}

const [rows, from, to] = [6, 8, 5];
const weights = { weight: random('weight', [to, from]), bias: randomVector('bias', to) };

describe('hand-written gradients equal automatic differentiation', () => {
  it('of a linear layer over constants', () => {
    const x = random('x', [rows, from]);
    expectSame(
      (x) => frozenLinear(x as Tensor2D, weights),
      (x) => linear(x as Tensor2D, weights),
      [x],
    );
  });

  it.each([0, 0.4])('of a linear layer with an adapter and dropout %d', (rate) => {
    const kept = rate === 0 ? {} : { kept: survivors([rows, from], rate, [3, 4]) };
    const adapter = (A: Tensor, B: Tensor) => ({ A: A as Tensor2D, B: B as Tensor2D, scale: 0.5, ...kept });
    expectSame(
      (x = weights.weight, A = x, B = x) => adaptedLinear(x as Tensor2D, weights, adapter(A, B)),
      (x = weights.weight, A = x, B = x) =>
        tf.add(linear(x as Tensor2D, weights), lowRank(x as Tensor2D, adapter(A, B))),
      [random('x', [rows, from]), random('A', [2, from]), random('B', [to, 2])],
    );
  });

  const normed = (x: Tensor, scale: Tensor, shift: Tensor) => {
    const { mean, variance } = tf.moments(x, 1, true);
    return tf.add(tf.mul(tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, 1e-5))), scale), shift);
  };
  const [scale, shift] = [randomVector('scale', from), randomVector('shift', from)];

  it('of a layer norm over constants', () => {
    expectSame(
      (x) => layerNorm(x as Tensor2D, { scale, shift, epsilon: 1e-5 }, false),
      (x = scale) => normed(x, scale, shift),
      [random('x', [rows, from])],
    );
  });

  it('of a layer norm that is trained', () => {
    expectSame(
      (x, scale, shift) =>
        layerNorm(x as Tensor2D, { scale: scale as Tensor1D, shift: shift as Tensor1D, epsilon: 1e-5 }, true),
      (x = scale, a = scale, b = scale) => normed(x, a, b),
      [random('x', [rows, from]), scale, shift],
    );
  });

  it('of GELU', () => {
    expectSame(
      (x) => activate(x as Tensor2D, 'gelu'),
      (x = scale) => tf.mul(tf.mul(x, 0.5), tf.add(1, tf.erf(tf.div(x, Math.SQRT2)))),
      [random('x', [rows, from])],
    );
  });

  it('of quick GELU', () => {
    expectSame(
      (x) => activate(x as Tensor2D, 'quick_gelu'),
      (x = scale) => tf.mul(x, tf.sigmoid(tf.mul(1.702, x))),
      [random('x', [rows, from])],
    );
  });
});

describe('attention', () => {
  const [batch, queries, tokens, heads, width] = [2, 3, 5, 2, 3];
  const inputs = [queries, tokens, tokens].map((count, index) =>
    random(`input ${index}`, [batch * count, heads * width]),
  );

  /** softmax(q k^T / sqrt(width) + bias) v, head by head, from slices. */
  const plain =
    ({ logitBias, dropout: rate, seed }: AttentionShape): Operation =>
    (...inputs) => {
      const [q, k, v] = inputs.map((x) =>
        tf.transpose(tf.reshape(x, [batch, -1, heads, width]), [0, 2, 1, 3]),
      );
      if (!q || !k || !v) throw new Error('three inputs');
      const logits = tf.div(tf.matMul(q, k, false, true), Math.sqrt(width));
      const seen = tf.softmax(logitBias === undefined ? logits : tf.add(logits, logitBias));
      const output = tf.matMul(dropout(seen, rate, seed), v);
      return tf.reshape(tf.transpose(output, [0, 2, 1, 3]), [batch * queries, heads * width]);
    };

  const shape: AttentionShape = { batch, queries, tokens, heads, dropout: 0, seed: [5, 6] };
  const mask = tf.mul(tf.cast(survivors([batch, 1, 1, tokens], 0.4, [1, 1]), 'float32'), -1e9);
  it.each([
    ['without a mask', shape],
    ['with hidden keys', { ...shape, logitBias: mask }],
    ['with dropout', { ...shape, dropout: 0.3 }],
    ['with hidden keys and dropout', { ...shape, logitBias: mask, dropout: 0.3 }],
  ] as const)('has the gradients of automatic differentiation %s', (_, shape) => {
    const ours: Operation = (...inputs) => {
      const [q, k, v] = inputs as [Tensor2D, Tensor2D, Tensor2D];
      return attention(q, k, v, shape);
    };
    expectSame(ours, plain(shape), inputs);
  });

  it('gives a hidden key the probability zero', () => {
    const [q, k, v] = inputs as [Tensor2D, Tensor2D, Tensor2D];
    const logitBias = tf.tensor([0, 0, 0, 0, -1e9], [1, 1, 1, tokens]);
    const changed = tf.add(v, tf.reshape(tf.tile(tf.tensor([0, 0, 0, 0, 1e6]), [batch]), [-1, 1]));
    const before = attention(q, k, v, { ...shape, logitBias });
    expect(largestDifference(attention(q, k, changed as Tensor2D, { ...shape, logitBias }), before)).toBe(0);
  });
});

describe('dropout', () => {
  const x = tf.ones([200, 50]);

  it('keeps the mean and the share of survivors', () => {
    const y = dropout(x, 0.2, [1, 2]);
    expect(tf.mean(y).dataSync()[0]).toBeCloseTo(1, 1);
    expect([...new Set(y.dataSync())].sort()).toEqual([0, 1.25]);
  });

  it('depends on the seed and on nothing else', () => {
    const first = dropout(x, 0.5, [1, 2]);
    dropout(x, 0.5, [9, 9]);
    expect(largestDifference(dropout(x, 0.5, [1, 2]), first)).toBe(0);
    expect(largestDifference(dropout(x, 0.5, [1, 3]), first)).toBe(2);
    expect(largestDifference(dropout(x, 0.5, [2, 2]), first)).toBe(2);
  });

  it('returns its input at rate zero', () => {
    expect(dropout(x, 0, [1, 2])).toBe(x);
  });
});
