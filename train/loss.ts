import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';

/**
 * The loss of classification that fits the labels: softmax cross-entropy of one class per sample, int32 [batch], or
 * sigmoid cross-entropy of several, float32 [batch, classes]; the latter is never smoothed.
 */
export function classificationLoss(
  logits: Tensor2D,
  labels: Tensor1D | Tensor2D,
  smoothing = 0,
  classWeights?: Tensor1D,
): Scalar {
  return labels.rank === 1
    ? softmaxCrossEntropy(logits, labels as Tensor1D, smoothing, classWeights)
    : sigmoidCrossEntropy(logits, labels as Tensor2D, classWeights);
}

/**
 * Softmax cross-entropy, mean over the batch. logits: [batch, classes], labels: [batch] int32. `smoothing` moves
 * that share of the target from the label to all classes equally (Szegedy et al. 2016). `classWeights` [classes]
 * make it a weighted mean: each class's term counts with its weight, and the sum is divided by the weights of the
 * batch's labels. Both as in PyTorch's `CrossEntropyLoss`.
 */
export function softmaxCrossEntropy(
  logits: Tensor2D,
  labels: Tensor1D,
  smoothing = 0,
  classWeights?: Tensor1D,
): Scalar {
  const classes = logits.shape[1];
  const sharp = tf.cast(tf.oneHot(labels, classes), 'float32'); // [batch, classes]
  const target = tf.add(tf.mul(sharp, 1 - smoothing), smoothing / classes);
  const terms = tf.mul(target, tf.logSoftmax(logits)); // [batch, classes]
  if (classWeights === undefined) return tf.mean(tf.neg(tf.sum(terms, -1)));
  return tf.div(tf.neg(tf.sum(tf.mul(terms, classWeights))), tf.sum(tf.mul(sharp, classWeights)));
}

/**
 * Sigmoid cross-entropy, mean over batch and classes; logits, labels: [batch, classes] float32. Stable form
 * max(z, 0) - z y + log(1 + exp(-|z|)). `classWeights` [classes] multiply the terms of the classes that a sample
 * has, and only those: the `pos_weight` of PyTorch's `BCEWithLogitsLoss`.
 */
export function sigmoidCrossEntropy(logits: Tensor2D, labels: Tensor2D, classWeights?: Tensor1D): Scalar {
  const tail = tf.log1p(tf.exp(tf.neg(tf.abs(logits))));
  if (classWeights === undefined)
    return tf.mean(tf.add(tf.sub(tf.relu(logits), tf.mul(logits, labels)), tail));
  const has = tf.mul(tf.mul(labels, classWeights), tf.add(tf.relu(tf.neg(logits)), tail)); // -log sigmoid(z)
  const lacks = tf.mul(tf.sub(1, labels), tf.add(tf.relu(logits), tail)); // -log(1 - sigmoid(z))
  return tf.mean(tf.add(has, lacks));
}
