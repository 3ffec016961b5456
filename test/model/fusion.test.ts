import type { Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { fuse, head, requireSomeModality, select, toCommonWidth } from '../../model/fusion.ts';

const rows = (value: number): Tensor2D => tf.fill([3, 2], value);
const tokens = {
  image: { classToken: rows(1), maskToken: rows(10) },
  text: { classToken: rows(100), maskToken: rows(1000) },
};
// Rows: both available, only the image, only the text.
const available = { image: tf.tensor1d([1, 1, 0]), text: tf.tensor1d([1, 0, 1]) };

describe('selection', () => {
  it('replaces a missing class token by the mask token of the other encoder, per sample', async () => {
    const { image, text } = select(tokens, available);
    expect(await image.array()).toEqual([
      [1, 1],
      [1, 1],
      [1000, 1000],
    ]);
    expect(await text.array()).toEqual([
      [100, 100],
      [10, 10],
      [100, 100],
    ]);
    expect(await fuse({ image, text }).array()).toEqual([
      [101, 101],
      [11, 11],
      [1100, 1100],
    ]);
  });

  it('replaces it by zero in methods without mask tokens', async () => {
    const bare = { image: { classToken: rows(1) }, text: { classToken: rows(100) } };
    expect(await fuse(select(bare, available)).array()).toEqual([
      [101, 101],
      [1, 1],
      [100, 100],
    ]);
  });

  it('does not read what a skipped encoder left in its rows', async () => {
    const zeroed = tf.tensor2d([
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
    const skipped = {
      ...tokens,
      image: { classToken: zeroed, maskToken: tf.mul(zeroed, 10) as typeof zeroed },
    };
    expect(await fuse(select(skipped, available)).array()).toEqual(
      await fuse(select(tokens, available)).array(),
    );
  });

  it('refuses a row that has neither modality', () => {
    expect(() => requireSomeModality({ image: [1, 0, 1], text: [0, 0, 1] })).toThrow('row 1');
    expect(() => requireSomeModality({ image: [1, 0, 1], text: [0, 1, 1] })).not.toThrow();
  });
});

describe('the head', () => {
  it('is a linear layer', async () => {
    const weight = tf.tensor2d([
      [1, 2],
      [0, 1],
      [3, 0],
    ]);
    expect(await head(tf.tensor2d([[1, 10]]), weight, tf.tensor1d([0.5, 0, -1])).array()).toEqual([
      [21.5, 10, 2],
    ]);
  });
});

describe('maps to a common width', () => {
  const map = {
    weight: tf.tensor2d([
      [1, 0],
      [0, 1],
      [1, 1],
    ]),
    bias: tf.tensor1d([0, 0, 5]),
  };

  it('apply to class and mask tokens alike', async () => {
    const { classToken, maskToken } = toCommonWidth(tokens.image, map);
    expect(await classToken.array()).toEqual([
      [1, 1, 7],
      [1, 1, 7],
      [1, 1, 7],
    ]);
    expect((await maskToken?.array())?.[0]).toEqual([10, 10, 25]);
    expect(toCommonWidth({ classToken: rows(1) }, map)).not.toHaveProperty('maskToken');
  });

  it('change nothing where the widths are equal', () => {
    expect(toCommonWidth(tokens.image, undefined)).toBe(tokens.image);
  });
});
