import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { alignmentLoss, sigmoidCrossEntropy, softmaxCrossEntropy } from '../../train/loss.ts';

function value(loss: Scalar): number {
  return loss.dataSync()[0] ?? Number.NaN;
}

describe('softmax cross-entropy', () => {
  const logits = [
    [2, -1, 0.5],
    [0, 0, 0],
  ];
  const logSum = Math.log(Math.exp(2) + Math.exp(-1) + Math.exp(0.5));

  it('is the mean negative log probability of the label', () => {
    const loss = softmaxCrossEntropy(tf.tensor2d(logits), tf.tensor1d([2, 0], 'int32'));
    expect(value(loss)).toBeCloseTo((logSum - 0.5 + Math.log(3)) / 2, 6);
  });

  it('with smoothing mixes in the mean over all classes', () => {
    const loss = softmaxCrossEntropy(tf.tensor2d(logits), tf.tensor1d([2, 0], 'int32'), 0.1);
    const first = 0.9 * (logSum - 0.5) + 0.1 * (logSum - (2 - 1 + 0.5) / 3);
    expect(value(loss)).toBeCloseTo((first + Math.log(3)) / 2, 6);
  });

  it('stays finite for logits that overflow exp', () => {
    const loss = softmaxCrossEntropy(tf.tensor2d([[1000, -1000]]), tf.tensor1d([1], 'int32'));
    expect(value(loss)).toBe(2000);
  });
});

describe('sigmoid cross-entropy', () => {
  it.each([
    [[[0, 0]], [[0, 1]], Math.log(2)],
    [[[2, -3]], [[1, 0]], (Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(-3))) / 2],
    [[[200, -200]], [[0, 1]], 200],
    [[[200, -200]], [[1, 0]], 0],
  ])('of logits %j and labels %j is the mean over batch and classes', (logits, labels, expected) => {
    expect(value(sigmoidCrossEntropy(tf.tensor2d(logits), tf.tensor2d(labels)))).toBeCloseTo(expected, 5);
  });

  it('has the gradient (sigmoid(z) - y) / n', () => {
    const labels = tf.tensor2d([[1, 0, 1]]);
    const [gradient] = tf.grads((z) => sigmoidCrossEntropy(z as Tensor2D, labels))([
      tf.tensor2d([[0, 2, -2]]),
    ]);
    const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
    const expected = [sigmoid(0) - 1, sigmoid(2), sigmoid(-2) - 1].map((each) => each / 3);
    for (const [index, each] of [...(gradient?.dataSync() ?? [])].entries())
      expect(each).toBeCloseTo(expected[index] ?? 9, 6);
  });
});

describe('alignment loss', () => {
  const tensors = () =>
    [
      tf.tensor2d([
        [1, 2],
        [3, 4],
      ]),
      tf.tensor2d([
        [0, 0],
        [5, 5],
      ]),
      tf.tensor2d([
        [2, 2],
        [7, 7],
      ]),
      tf.tensor2d([
        [1, 1],
        [9, 9],
      ]),
    ] as [Tensor2D, Tensor2D, Tensor2D, Tensor2D];
  const loss = (complete: number[], target: 'grad' | 'detach', parts: Tensor2D[]) => {
    const [imageClass, imageMask, textClass, textMask] = parts as [Tensor2D, Tensor2D, Tensor2D, Tensor2D];
    return alignmentLoss(
      { classToken: imageClass, maskToken: imageMask },
      { classToken: textClass, maskToken: textMask },
      complete,
      target,
    );
  };

  it.each([
    // Row 0: image mask to text class (4 + 4) / 2 = 4, text mask to image class (0 + 1) / 2 = 0.5.
    [[1, 0], 4.5],
    // Row 1: (4 + 4) / 2 = 4 and (36 + 25) / 2 = 30.5.
    [[0, 1], 34.5],
    [[1, 1], 19.5],
    [[0, 0], 0],
  ])('over complete rows %j is %d', (complete, expected) => {
    expect(value(loss(complete, 'grad', tensors()))).toBeCloseTo(expected, 5);
  });

  it('moves class tokens only when the target is not detached', () => {
    const norms = (target: 'grad' | 'detach') =>
      tf
        .grads((...parts) => loss([1, 1], target, parts as Tensor2D[]))(tensors())
        .map((gradient) => value(tf.norm(gradient) as Scalar));
    const [detachedClass, mask, detachedText] = norms('detach');
    const [imageClass, , textClass] = norms('grad');
    expect([detachedClass, detachedText]).toEqual([0, 0]);
    expect(Math.min(imageClass ?? 0, textClass ?? 0, mask ?? 0)).toBeGreaterThan(1);
  });

  it('without complete rows has a zero gradient that is finite', () => {
    const gradients = tf.grads((...parts) =>
      tf.add(loss([0, 0], 'grad', parts as Tensor2D[]), tf.mul(tf.sum(tf.addN(parts)), 0)),
    )(tensors());
    for (const gradient of gradients) expect([...gradient.dataSync()]).toEqual([0, 0, 0, 0]);
  });
});
