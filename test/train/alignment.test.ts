import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { ModalityTokens } from '../../model/fusion.ts';
import { alignmentLoss } from '../../train/alignment.ts';

function value(loss: Scalar): number {
  return loss.dataSync()[0] ?? Number.NaN;
}

/** Class token of the first modality, its proxies, class token of the second, and so on. */
function tokensOf(parts: readonly Tensor2D[], proxies: number): ModalityTokens[] {
  const modalities = parts.length / (proxies + 1);
  return Array.from({ length: modalities }, (_, modality) => {
    const [classToken, ...own] = parts.slice(modality * (proxies + 1), (modality + 1) * (proxies + 1));
    return { classToken: classToken as Tensor2D, proxies: own };
  });
}

describe('alignment of two modalities', () => {
  const tensors = (): Tensor2D[] =>
    [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [0, 0],
        [5, 5],
      ],
      [
        [2, 2],
        [7, 7],
      ],
      [
        [1, 1],
        [9, 9],
      ],
    ].map((rows) => tf.tensor2d(rows));

  it.each([
    // Row 0: image proxy to text class (4 + 4) / 2 = 4, text proxy to image class (0 + 1) / 2 = 0.5.
    ['the first row', [1, 0], [1, 0], 4.5],
    // Row 1: (4 + 4) / 2 = 4 and (36 + 25) / 2 = 30.5.
    ['the second', [0, 1], [0, 1], 34.5],
    ['both', [1, 1], [1, 1], 19.5],
    ['rows that have both modalities only', [1, 1], [1, 0], 4.5],
    ['no row', [1, 0], [0, 1], 0],
  ])('over %s', (_, image, text, expected) => {
    expect(value(alignmentLoss(tokensOf(tensors(), 1), [image, text], 'grad'))).toBeCloseTo(expected, 5);
  });

  it('moves class tokens only when the target is not detached', () => {
    const all = [
      [1, 1],
      [1, 1],
    ];
    const norms = (target: 'grad' | 'detach') =>
      tf
        .grads((...parts) => alignmentLoss(tokensOf(parts as Tensor2D[], 1), all, target))(tensors())
        .map((gradient) => value(tf.norm(gradient) as Scalar));
    const [detachedClass, proxy, detachedText] = norms('detach');
    const [imageClass, , textClass] = norms('grad');
    expect([detachedClass, detachedText]).toEqual([0, 0]);
    expect(Math.min(imageClass ?? 0, textClass ?? 0, proxy ?? 0)).toBeGreaterThan(1);
  });

  it('without complete rows has a zero gradient that is finite', () => {
    const rows = [
      [1, 0],
      [0, 1],
    ];
    const gradients = tf.grads((...parts) => {
      const loss = alignmentLoss(tokensOf(parts as Tensor2D[], 1), rows, 'grad');
      return tf.add(loss, tf.mul(tf.sum(tf.addN(parts)), 0));
    })(tensors());
    for (const gradient of gradients) expect([...gradient.dataSync()]).toEqual([0, 0, 0, 0]);
  });
});

describe('alignment of three modalities', () => {
  const classes = [1, 10, 100];
  const row = (number: number) => tf.tensor2d([[number, number]]);
  const square = (a: number, b: number) => (a - b) ** 2;

  it('by pair is the sum over ordered pairs, halved', () => {
    const tokens = classes.map((classToken, from) => ({
      classToken: row(classToken),
      proxies: [row(from + 0.25), row(from + 0.5)],
    }));
    // Proxies of a modality are those for the others, in their order.
    const pairs = [
      square(0.25, 10) + square(0.5, 100),
      square(1.25, 1) + square(1.5, 100),
      square(2.25, 1) + square(2.5, 10),
    ];
    const expected = pairs.reduce((sum, each) => sum + each) / 2;
    expect(value(alignmentLoss(tokens, [[1], [1], [1]], 'grad'))).toBeCloseTo(expected, 2);
    const without = (square(0.25, 10) + square(1.25, 1)) / 2;
    expect(value(alignmentLoss(tokens, [[1], [1], [0]], 'grad'))).toBeCloseTo(without, 4);
  });

  it('with shared tokens draws each to the mean of the others that are there', () => {
    const tokens = classes.map((classToken, from) => ({ classToken: row(classToken), proxies: [row(from)] }));
    const expected = square(0, 55) + square(1, 50.5) + square(2, 5.5);
    expect(value(alignmentLoss(tokens, [[1], [1], [1]], 'grad'))).toBeCloseTo(expected, 2);
    expect(value(alignmentLoss(tokens, [[1], [1], [0]], 'grad'))).toBeCloseTo(
      square(0, 10) + square(1, 1),
      3,
    );
    expect(value(alignmentLoss(tokens, [[1], [0], [0]], 'grad'))).toBe(0);
  });
});
