import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { Optimizer } from '../../schemas/generated/resolved.ts';
import { AdamW, type Parameters } from '../../train/adamw.ts';
import reference from '../vectors/training/optimizer.json' with { type: 'json' };

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

  it('keeps the number of tensors and bytes constant and frees them all', () => {
    const before = tf.memory().numTensors;
    const optimizer = new AdamW({ a: tf.ones([3]), b: tf.ones([2, 2]), c: tf.ones([3]) }, options);
    const held = () => [tf.memory().numTensors, tf.memory().numBytes];
    const step = () =>
      tf.tidy(() => optimizer.step({ a: tf.ones([3]), b: tf.ones([2, 2]), c: tf.ones([3]) }, 0.1));
    step();
    const afterFirst = held();
    for (let count = 0; count < 5; count += 1) {
      step();
      expect(held()).toEqual(afterFirst);
    }
    optimizer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaks nothing when tensors of one shape come and go', () => {
    const before = tf.memory().numTensors;
    const names = ['a', 'b', 'c', 'd'];
    const optimizer = new AdamW(Object.fromEntries(names.map((name) => [name, tf.ones([2, 2])])), options);
    for (let step = 0; step < 8; step += 1) {
      const reached = names.filter((_, index) => ((step >> index) & 1) === 0);
      tf.tidy(() => optimizer.step(Object.fromEntries(reached.map((name) => [name, tf.ones([2, 2])])), 0.1));
    }
    optimizer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  const tensors = (values: Record<string, readonly number[] | undefined>): Parameters =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, data]) =>
        data === undefined
          ? []
          : [
              [
                name,
                tf.tensor([...data], reference.shapes[name as keyof typeof reference.shapes], 'float32'),
              ],
            ],
      ),
    );

  it.each([
    ['PyTorch, tensors without a gradient left alone', {}, reference.plain],
    ['PyTorch with clipping', { clipNorm: reference.clipped.clipNorm }, reference.clipped],
  ])('follows 20 steps of %s', (_, more, expected) => {
    const optimizer = new AdamW(tensors(reference.initial), { ...options, ...more });
    for (const [step, gradients] of reference.gradients.entries()) {
      const norm = optimizer.step(tensors(gradients), reference.rates[step] ?? 0);
      expect(Math.abs(norm / (expected.norms[step] ?? 0) - 1)).toBeLessThan(1e-6);
    }
    for (const [name, values] of Object.entries(expected.final)) {
      const found = numbers(optimizer.parameters, name);
      expect(found).toHaveLength(values.length);
      for (const [index, value] of found.entries())
        expect(Math.abs(value - (values[index] ?? Number.NaN)), name).toBeLessThan(1e-6);
    }
  });

  it('updates a large tensor alone as it would among others', () => {
    // Too large for a stack: the arithmetic must not depend on that.
    const large = new AdamW({ a: tf.ones([70_000]), b: tf.ones([70_000]) }, options);
    const small = new AdamW({ a: tf.ones([7]), b: tf.ones([7]) }, options);
    for (const size of [1, -3, 0.5]) {
      large.step({ a: tf.fill([70_000], size), b: tf.fill([70_000], -size) }, 0.01);
      small.step({ a: tf.fill([7], size), b: tf.fill([7], -size) }, 0.01);
    }
    for (const name of ['a', 'b'])
      expect(numbers(large.parameters, name).slice(0, 7)).toEqual(numbers(small.parameters, name));
  });

  it('changes nothing when the gradient is not finite', () => {
    const optimizer = new AdamW({ a: tf.ones([2]), b: tf.ones([2]) }, options);
    expect(optimizer.step({ a: tf.tensor1d([1, Number.NaN]), b: tf.ones([2]) }, 0.1)).toBeNaN();
    expect(optimizer.step({ a: tf.tensor1d([1, 1e30]), b: tf.ones([2]) }, 0.1)).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(numbers(optimizer.parameters, 'a')).toEqual([1, 1]);
    expect(optimizer.previous()).toBeUndefined();
  });

  it('has the values before its last update, until the next step begins', () => {
    const optimizer = new AdamW({ a: tf.ones([2]), b: tf.fill([2], 3), c: tf.fill([1, 2], 5) }, options);
    const gradients = { a: tf.ones([2]), b: tf.ones([2]), c: tf.ones([1, 2]) };
    expect(optimizer.previous()).toBeUndefined();
    optimizer.step(gradients, 0.1);
    const between = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [name, numbers(optimizer.parameters, name)]),
    );
    optimizer.step({ a: gradients.a, c: gradients.c }, 0.1);
    const previous = optimizer.previous() ?? {};
    for (const [name, values] of Object.entries(between)) expect(numbers(previous, name)).toEqual(values);
    expect(numbers(optimizer.parameters, 'a')).not.toEqual(between['a']);
  });

  it('restores other values and starts anew from them', () => {
    const fresh = new AdamW({ a: tf.fill([2, 2], 4) }, options);
    const used = new AdamW({ a: tf.ones([2, 2]) }, options);
    used.step({ a: tf.ones([2, 2]) }, 0.1);
    used.restore({ a: tf.fill([2, 2], 4) });
    for (const optimizer of [fresh, used]) optimizer.step({ a: tf.fill([2, 2], 0.3) }, 0.1);
    expect(numbers(used.parameters, 'a')).toEqual(numbers(fresh.parameters, 'a'));
  });
});
