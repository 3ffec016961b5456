import type { Tensor3D } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { hiddenLogit } from '../../model/attention.ts';
import { tf } from '../../model/backend.ts';
import { longSoftmax, softmax } from '../../model/kernels.ts';

test("rows of probabilities are those of TensorFlow's softmax within a few units of the last place, and sum to one", () => {
  tf.tidy(() => {
    const logits: Tensor3D = tf.mul(tf.randomNormal([3, 300, 301], 0, 1, 'float32', 7), 10);
    const p = longSoftmax(logits);
    expect(tf.max(tf.abs(tf.sub(p, softmax(logits)))).dataSync()[0]).toBeLessThan(1e-6);
    expect(tf.max(tf.abs(tf.sub(tf.sum(p, -1), 1))).dataSync()[0]).toBeLessThan(1e-6);
  });
});

test('a key that must not be seen has the probability 0 exactly', () => {
  tf.tidy(() => {
    const logits = tf.tensor2d([[0.5, hiddenLogit, 2, hiddenLogit]]);
    const p = [...longSoftmax(logits).dataSync()];
    expect([p[1], p[3]]).toEqual([0, 0]);
    expect(p[0]).toBeGreaterThan(0);
  });
});
