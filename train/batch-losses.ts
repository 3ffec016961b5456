import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { EncoderInput } from '../model/encoder.ts';
import type { ModalityTokens, PerModality } from '../model/fusion.ts';
import type { Learnable } from '../model/parameters.ts';
import type { TrainOptions } from '../schemas/generated/resolved.ts';
import type { Losses } from './differentiate.ts';
import { alignmentLoss, sigmoidCrossEntropy, softmaxCrossEntropy } from './loss.ts';
import type { RowPlan } from './modality-dropout.ts';
import { encodeTokens, predict, type TrainingPass, type TwoTowers } from './two-towers.ts';

/** Samples of one step. */
export interface Batch {
  readonly inputs: PerModality<EncoderInput>;
  /** One class per sample, int32 [batch], or several, float32 [batch, classes] of 0 and 1. */
  readonly labels: Tensor1D | Tensor2D;
}

/** The part of a training step's options that its losses depend on. */
export type Objective = Pick<TrainOptions, 'lambda' | 'alignTarget'>;

/**
 * The losses of U2A and its control on one batch: cross-entropy plus, where the model has mask tokens, `lambda`
 * times the alignment loss. Call inside tf.tidy.
 */
export function batchLosses(
  model: TwoTowers,
  objective: Objective,
  learnable: Learnable,
  batch: Batch,
  plan: RowPlan,
  pass?: TrainingPass,
): Losses {
  const tokens = encodeTokens(model, learnable, batch.inputs, plan.encoded, pass);
  const task = taskLoss(predict(learnable, tokens, plan.selected), batch.labels);
  const align = alignment(tokens, plan.aligned, objective.alignTarget);
  if (align === undefined) return { loss: task, terms: { task } };
  return { loss: tf.add(task, tf.mul(align, objective.lambda)), terms: { task, align } };
}

function taskLoss(logits: Tensor2D, labels: Tensor1D | Tensor2D): Scalar {
  return labels.rank === 1
    ? softmaxCrossEntropy(logits, labels as Tensor1D)
    : sigmoidCrossEntropy(logits, labels as Tensor2D);
}

/** Undefined for models without mask tokens. */
function alignment(
  { image, text }: PerModality<ModalityTokens>,
  aligned: readonly number[],
  target: Objective['alignTarget'],
): Scalar | undefined {
  if (image.maskToken === undefined || text.maskToken === undefined) return undefined;
  const imageTokens = { classToken: image.classToken, maskToken: image.maskToken };
  return alignmentLoss(
    imageTokens,
    { classToken: text.classToken, maskToken: text.maskToken },
    aligned,
    target,
  );
}
