import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { Optimizer } from '../../schemas/generated/resolved.ts';
import { AdamW, type Parameters } from '../../train/adamw.ts';

const options: Optimizer = { name: 'adamw', lr: 0.1, eps: 1e-8, weightDecay: 0.02, betas: [0.9, 0.999] };

/** The published algorithm on one number, in double precision. */
function byHand(
  start: number,
  gradients: readonly number[],
  rates: readonly number[],
  decay: number,
): number {
  let [value, first, second] = [start, 0, 0];
  for (const [index, gradient] of gradients.entries()) {
    const rate = rates[index] ?? 0;
    value *= 1 - rate * decay;
    first = 0.9 * first + 0.1 * gradient;
    second = 0.999 * second + 0.001 * gradient ** 2;
    const corrected = first / (1 - 0.9 ** (index + 1));
    value -= (rate * corrected) / (Math.sqrt(second / (1 - 0.999 ** (index + 1))) + 1e-8);
  }
  return value;
}

function numbers(parameters: Parameters, name: string): number[] {
  return [...(parameters[name]?.dataSync() ?? [])];
}

describe('AdamW', () => {
  it('moves by the learning rate in its first step, whatever the size of the gradient', () => {
    const optimizer = new AdamW({ a: tf.tensor1d([1, 1]) }, options);
    optimizer.step({ a: tf.tensor1d([1e-3, -50]) }, 0.1);
    const [down = 0, up = 0] = numbers(optimizer.parameters, 'a');
    expect(down).toBeCloseTo(0.9, 5);
    expect(up).toBeCloseTo(1.1, 6);
  });

  it('follows three steps computed by hand, with decay on matrices only', () => {
    const gradients = [0.5, -0.2, 0.1];
    const rates = [0.1, 0.1, 0.05];
    const optimizer = new AdamW({ matrix: tf.tensor2d([[2, -1]]), vector: tf.tensor1d([2, -1]) }, options);
    for (const [index, gradient] of gradients.entries()) {
      optimizer.step(
        { matrix: tf.tensor2d([[gradient, -gradient]]), vector: tf.tensor1d([gradient, -gradient]) },
        rates[index] ?? 0,
      );
    }
    const opposite = gradients.map((gradient) => -gradient);
    const expected = {
      matrix: [byHand(2, gradients, rates, 0.02), byHand(-1, opposite, rates, 0.02)],
      vector: [byHand(2, gradients, rates, 0), byHand(-1, opposite, rates, 0)],
    };
    for (const name of ['matrix', 'vector'] as const) {
      for (const [index, each] of numbers(optimizer.parameters, name).entries()) {
        expect(each).toBeCloseTo(expected[name][index] ?? 9, 6);
      }
    }
    expect(numbers(optimizer.parameters, 'matrix')[0]).not.toBeCloseTo(expected.vector[0] ?? 0, 4);
  });

  it('treats tensors of one shape as if each were alone', () => {
    const together = new AdamW({ a: tf.ones([2, 3]), b: tf.fill([2, 3], 2), c: tf.ones([4]) }, options);
    const alone = new AdamW({ b: tf.fill([2, 3], 2) }, options);
    for (const size of [1, -3, 0.5]) {
      const gradient = tf.fill([2, 3], size);
      together.step({ a: tf.fill([2, 3], 7 * size), b: gradient, c: tf.zeros([4]) }, 0.01);
      alone.step({ b: gradient }, 0.01);
    }
    expect(numbers(together.parameters, 'b')).toEqual(numbers(alone.parameters, 'b'));
    expect(numbers(together.parameters, 'c')).toEqual([1, 1, 1, 1]);
  });

  it('keeps the number of tensors constant and frees them all', () => {
    const before = tf.memory().numTensors;
    const optimizer = new AdamW({ a: tf.ones([3]), b: tf.ones([2, 2]) }, options);
    const held = tf.memory().numTensors;
    for (let step = 0; step < 5; step += 1) {
      tf.tidy(() => optimizer.step({ a: tf.ones([3]), b: tf.ones([2, 2]) }, 0.1));
      expect(tf.memory().numTensors).toBe(held);
    }
    optimizer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
