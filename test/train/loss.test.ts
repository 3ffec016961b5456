import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { classificationLoss, sigmoidCrossEntropy, softmaxCrossEntropy } from '../../train/loss.ts';
import reference from '../vectors/training/optimizer.json' with { type: 'json' };

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

describe('losses with class weights', () => {
  const { losses } = reference;
  const labels = () => tf.tensor1d(losses.labels, 'int32');
  const sets = () => tf.tensor2d(losses.sets);
  const weights = () => tf.tensor1d(losses.weights);

  it.each([
    ['softmax cross-entropy', (z: Tensor2D) => classificationLoss(z, labels(), 0, weights()), losses.softmax],
    ['smoothed softmax', (z: Tensor2D) => classificationLoss(z, labels(), 0.1, weights()), losses.smoothed],
    ['sigmoid cross-entropy', (z: Tensor2D) => classificationLoss(z, sets(), 0, weights()), losses.sigmoid],
  ])('equal PyTorch, value and gradient: %s', (_, lossOf, expected) => {
    const logits = tf.tensor2d(losses.logits);
    expect(value(lossOf(logits))).toBeCloseTo(expected.loss, 6);
    const [gradient] = tf.grads((z) => lossOf(z as Tensor2D))([logits]);
    const rows = gradient?.arraySync() as number[][];
    for (const [row, entries] of expected.gradient.entries())
      for (const [column, each] of entries.entries()) expect(rows[row]?.[column]).toBeCloseTo(each, 6);
  });

  it('of one are the losses without weights', () => {
    const logits = tf.tensor2d(losses.logits);
    const ones = tf.ones([4]) as Tensor1D;
    const plain = [softmaxCrossEntropy(logits, labels()), sigmoidCrossEntropy(logits, sets())];
    const weighted = [
      softmaxCrossEntropy(logits, labels(), 0, ones),
      sigmoidCrossEntropy(logits, sets(), ones),
    ];
    for (const [index, loss] of weighted.entries())
      expect(value(loss)).toBeCloseTo(value(plain[index] as Scalar), 6);
  });

  it('stay finite for logits that overflow exp', () => {
    const logits = tf.tensor2d([[1000, -1000]]);
    const two = tf.tensor1d([2, 3]);
    expect(value(softmaxCrossEntropy(logits, tf.tensor1d([1], 'int32'), 0, two))).toBe(2000);
    expect(value(sigmoidCrossEntropy(logits, tf.tensor2d([[0, 1]]), two))).toBe((1000 + 3 * 1000) / 2);
  });
});
