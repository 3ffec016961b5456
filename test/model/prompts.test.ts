import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { casesOf, initialPrompts, meanPrompt, promptsFor, resemblance } from '../../model/prompts.ts';

describe('prompts', () => {
  it('start as zeros with one row of ones, at another place in each case', () => {
    const values = tf.tensor(initialPrompts([2, 1, 4, 3]), [2, 1, 4, 3]).arraySync() as number[][][][];
    const rows = values.map(([block]) => (block ?? []).map((row) => row.join('')));
    expect(rows).toEqual([
      ['111', '000', '000', '000'],
      ['000', '000', '111', '000'],
    ]);
  });

  it('have a case for each set of other modalities that a row lacks', () => {
    const selected = [
      [1, 1, 1, 1],
      [1, 0, 1, 0],
      [1, 1, 0, 0],
    ];
    expect(casesOf(selected, 0)).toEqual([0, 1, 2, 3]);
    expect(casesOf(selected, 1)).toEqual([0, 0, 2, 2]);
    expect(casesOf(selected.slice(0, 1), 0)).toEqual([0, 0, 0, 0]);
  });

  it('are looked up by the case of each row, and their gradient adds up the rows of a case', () => {
    // [cases 2, layers 2, length 1, dim 1]
    const prompts = tf.tensor([1, 2, 10, 20], [2, 2, 1, 1]);
    const cases = [1, 0, 1];
    const values = promptsFor(prompts, cases).map((block) => [...block.dataSync()]);
    expect(values).toEqual([
      [10, 1, 10],
      [20, 2, 20],
    ]);
    const sum = (x: Tensor) => tf.sum<Scalar>(promptsFor(x, cases)[1] as Tensor);
    expect([...tf.grad(sum)(prompts).dataSync()]).toEqual([0, 1, 0, 2]);
  });

  it('of one case are the same for all rows', () => {
    const blocks = promptsFor(tf.ones([1, 3, 4, 5]), [0, 0]);
    expect(blocks.map(({ shape }) => shape)).toEqual(new Array(3).fill([1, 4, 5]));
  });
});

describe('the resemblance of mean prompts', () => {
  it.each([
    ['equal', [1, 2], [2, 4], 1],
    ['opposite', [1, 2], [-1, -2], 1],
    ['orthogonal', [1, 2], [-2, 1], 0],
  ])('is the absolute cosine: %s', (_, one, other, expected) => {
    expect(resemblance([tf.tensor2d([one]), tf.tensor2d([other])]).dataSync()[0]).toBeCloseTo(expected, 5);
  });

  it('is the mean over pairs, and 0 of one encoder', () => {
    const vectors = [
      [1, 0],
      [0, 1],
      [1, 0],
    ].map((vector) => tf.tensor2d([vector]));
    expect(resemblance(vectors).dataSync()[0]).toBeCloseTo(1 / 3, 5);
    expect(resemblance(vectors.slice(0, 1)).dataSync()[0]).toBe(0);
  });

  it('is between 0 and 1', () => {
    const vector = fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(vector, vector, (one, other) => {
        const [value = Number.NaN] = resemblance([tf.tensor2d([one]), tf.tensor2d([other])]).dataSync();
        return value >= 0 && value <= 1.00001;
      }),
      { numRuns: 50 },
    );
  });

  it('reads the mean over blocks and places', () => {
    expect([...meanPrompt(tf.tensor([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 2, 2])).dataSync()]).toEqual([4, 5]);
  });
});
