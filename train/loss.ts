import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';

/** What one encoder gives to selection and alignment, both [batch, dim], at the common width. */
export interface AlignedTokens {
  readonly classToken: Tensor2D;
  readonly maskToken: Tensor2D;
}

/**
 * Softmax cross-entropy, mean over the batch. logits: [batch, classes], labels: [batch] int32. `smoothing` moves
 * that share of the target from the label to all classes equally (Szegedy et al. 2016, as PyTorch has it).
 */
export function softmaxCrossEntropy(logits: Tensor2D, labels: Tensor1D, smoothing = 0): Scalar {
  const classes = logits.shape[1];
  const sharp = tf.cast(tf.oneHot(labels, classes), 'float32'); // [batch, classes]
  const target = tf.add(tf.mul(sharp, 1 - smoothing), smoothing / classes);
  return tf.mean(tf.neg(tf.sum(tf.mul(target, tf.logSoftmax(logits)), -1)));
}

/**
 * Sigmoid cross-entropy, mean over batch and classes; logits, labels: [batch, classes] float32. Stable form
 * max(z, 0) - z y + log(1 + exp(-|z|)).
 */
export function sigmoidCrossEntropy(logits: Tensor2D, labels: Tensor2D): Scalar {
  const tail = tf.log1p(tf.exp(tf.neg(tf.abs(logits))));
  return tf.mean(tf.add(tf.sub(tf.relu(logits), tf.mul(logits, labels)), tail));
}

/**
 * Mean over complete rows of MSE(mask token of one, class token of the other), both directions (Eq. 6 of U2A).
 * `complete` is 1 for rows whose data has both modalities; without any such row the loss is a constant 0.
 * `detach` stops the gradient at the class tokens.
 */
export function alignmentLoss(
  image: AlignedTokens,
  text: AlignedTokens,
  complete: readonly number[],
  target: 'grad' | 'detach',
): Scalar {
  const rows = complete.reduce((sum, value) => sum + value, 0);
  if (rows === 0) return tf.scalar(0);
  const goal = target === 'grad' ? (token: Tensor2D) => token : detach;
  const imageToText = squaredDistance(image.maskToken, goal(text.classToken)); // [batch]
  const textToImage = squaredDistance(text.maskToken, goal(image.classToken)); // [batch]
  // Rows without both modalities hold zeros or placeholders: finite, so that a weight of 0 removes them.
  const counted = tf.mul(tf.add(imageToText, textToImage), tf.tensor1d([...complete])); // [batch]
  return tf.div(tf.sum(counted), rows);
}

/** Mean over dim of the squared difference: [batch, dim] twice -> [batch]. */
function squaredDistance(a: Tensor2D, b: Tensor2D): Tensor1D {
  return tf.mean(tf.square(tf.sub(a, b)), -1);
}

/** The same values, constant for the gradient tape. */
function detach<T extends Tensor>(value: T): T {
  return tf.customGrad((x) => ({
    value: tf.clone(x as Tensor),
    gradFunc: (dy: Tensor) => tf.zerosLike(dy),
  }))(value) as T;
}
