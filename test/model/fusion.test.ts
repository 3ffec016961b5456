import type { Tensor2D } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import {
  affine,
  averageProbabilities,
  fuse,
  requireSomeModality,
  select,
  sumOf,
  toCommonWidth,
} from '../../model/fusion.ts';

const rows = (value: number): Tensor2D => tf.fill([3, 2], value);
const tokens = [
  { classToken: rows(1), proxies: [rows(10)] },
  { classToken: rows(100), proxies: [rows(1000)] },
];
// Rows: both available, only the first, only the second.
const available = [
  [1, 1, 0],
  [1, 0, 1],
];

function columns(selected: readonly Tensor2D[]): number[][] {
  return selected.map((token) => token.arraySync().map(([first = Number.NaN]) => first));
}

describe('selection of two modalities', () => {
  it('replaces a missing class token by what the other says of it, per sample', () => {
    const selected = select(tokens, available);
    expect(columns(selected)).toEqual([
      [1, 1, 1000],
      [100, 10, 100],
    ]);
    expect(columns([sumOf(selected)])).toEqual([[101, 11, 1100]]);
  });

  it('replaces it by zero in methods without proxies', () => {
    const bare = tokens.map(({ classToken }) => ({ classToken, proxies: [] }));
    expect(columns([sumOf(select(bare, available))])).toEqual([[101, 1, 100]]);
  });

  it('replaces it by a fixed token where there is one', () => {
    const bare = tokens.map(({ classToken }) => ({ classToken, proxies: [] }));
    const fixed = [7, 9].map((value) => tf.fill([1, 2], value) as Tensor2D);
    expect(columns(select(bare, available, fixed))).toEqual([
      [1, 1, 7],
      [100, 9, 100],
    ]);
  });

  it('does not read what a skipped encoder left in its rows', () => {
    const mask = tf.tensor2d([
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
    const skipped = [{ classToken: mask, proxies: [tf.mul<Tensor2D>(mask, 10)] }, ...tokens.slice(1)];
    expect(columns(select(skipped, available))).toEqual(columns(select(tokens, available)));
  });

  it('refuses a row that has no modality', () => {
    expect(() =>
      requireSomeModality([
        [1, 0, 1],
        [0, 0, 1],
      ]),
    ).toThrow('row 1');
    expect(() =>
      requireSomeModality([
        [1, 0, 1],
        [0, 1, 1],
      ]),
    ).not.toThrow();
  });
});

describe('selection of three modalities', () => {
  const patterns = [
    [1, 1, 1],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const masks = [0, 1, 2].map((modality) => patterns.map((pattern) => pattern[modality] ?? 0));
  const fill = (value: number): Tensor2D => tf.fill([patterns.length, 2], value);
  // What modality i says of modality j is 10 i + j, counted from 1; class tokens are 1, 2, 3.
  const pairwise = [
    { classToken: fill(1), proxies: [fill(12), fill(13)] },
    { classToken: fill(2), proxies: [fill(21), fill(23)] },
    { classToken: fill(3), proxies: [fill(31), fill(32)] },
  ];

  it('takes the mean over the available of what each says of the missing one', () => {
    expect(columns(select(pairwise, masks))).toEqual([
      [1, 26, 1, 1, 1, 21, 31],
      [2, 2, 22, 2, 12, 2, 32],
      [3, 3, 3, 18, 13, 23, 3],
    ]);
  });

  it('with shared tokens takes the mean of the one token of each', () => {
    const shared = [40, 60, 80].map((value, index) => ({
      classToken: fill(index + 1),
      proxies: [fill(value)],
    }));
    expect(columns(select(shared, masks))).toEqual([
      [1, 70, 1, 1, 1, 60, 80],
      [2, 2, 60, 2, 40, 2, 80],
      [3, 3, 3, 50, 40, 60, 3],
    ]);
  });
});

describe('fusion', () => {
  const pair = [tf.tensor2d([[1, 2]]), tf.tensor2d([[10, 20]])];

  it.each([
    ['sum', [[11, 22]]],
    ['mean', [[5.5, 11]]],
    ['concat', [[1, 2, 10, 20]]],
  ] as const)('by %s', (fusion, expected) => {
    expect(fuse(pair, fusion).arraySync()).toEqual(expected);
  });

  it('by gate scales each number of each token by a sigmoid of all of them', () => {
    const gates = [
      // The first number of the first token sees the last of the second; the rest is constant.
      {
        weight: tf.tensor2d([
          [0, 0, 0, 0.1],
          [0, 0, 0, 0],
        ]),
        bias: tf.tensor1d([0, -100]),
      },
      { weight: tf.zeros<import('@tensorflow/tfjs-core').Rank.R2>([2, 4]), bias: tf.tensor1d([100, 0]) },
    ];
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    const [first = 0, second = 0] = fuse(pair, 'gate', gates).arraySync()[0] ?? [];
    expect(first).toBeCloseTo(sigmoid(2) * 1 + 10, 5);
    expect(second).toBeCloseTo(0 * 2 + 0.5 * 20, 5);
  });
});

describe('a linear layer', () => {
  it('multiplies by the transposed weight and adds the bias', () => {
    const weight = tf.tensor2d([
      [1, 2],
      [0, 1],
      [3, 0],
    ]);
    const layer = { weight, bias: tf.tensor1d([0.5, 0, -1]) };
    expect(affine(tf.tensor2d([[1, 10]]), layer).arraySync()).toEqual([[21.5, 10, 2]]);
  });

  it('as a map to a common width applies to class tokens and proxies alike', () => {
    const map = {
      weight: tf.tensor2d([
        [1, 0],
        [0, 1],
        [1, 1],
      ]),
      bias: tf.tensor1d([0, 0, 5]),
    };
    const first = tokens[0] as (typeof tokens)[0];
    const mapped = toCommonWidth(first, map);
    expect(mapped.classToken.arraySync()[0]).toEqual([1, 1, 7]);
    expect(mapped.proxies[0]?.arraySync()[0]).toEqual([10, 10, 25]);
    expect(toCommonWidth(first, undefined)).toBe(first);
  });
});

describe('averaged probabilities', () => {
  const logits = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 3, maxLength: 3 });
  const softmax = (scores: readonly number[]) => {
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    return scores.map((score) => Math.exp(score) / total);
  };
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

  it('are over the modalities that a sample has', () => {
    fc.assert(
      fc.property(logits, logits, (one, other) => {
        const scores = [one, other].map((each) => tf.tensor2d([each, each]));
        const [both, alone] = averageProbabilities(
          scores,
          [
            [1, 0],
            [1, 1],
          ],
          false,
        ).arraySync();
        const [p, q] = [softmax(one), softmax(other)];
        for (const [index, score] of (both ?? []).entries())
          expect(score).toBeCloseTo(Math.log(((p[index] ?? 0) + (q[index] ?? 0)) / 2), 3);
        for (const [index, score] of (alone ?? []).entries())
          expect(score).toBeCloseTo(Math.log(q[index] ?? 0), 3);
      }),
      { numRuns: 20 },
    );
  });

  it('of independent classes become a logit, 0 at one half', () => {
    fc.assert(
      fc.property(logits, logits, (one, other) => {
        const scores = [one, other].map((each) => tf.tensor2d([each]));
        const [found] = averageProbabilities(scores, [[1], [1]], true).arraySync();
        for (const [index, score] of (found ?? []).entries()) {
          const p = (sigmoid(one[index] ?? 0) + sigmoid(other[index] ?? 0)) / 2;
          expect(score).toBeCloseTo(Math.log(p / (1 - p)), 2);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('stay finite where a class is impossible', () => {
    const sure = tf.tensor2d([[1000, -1000]]);
    for (const several of [false, true])
      for (const score of averageProbabilities([sure], [[1]], several).dataSync())
        expect(Number.isFinite(score)).toBe(true);
  });
});
