import type { Scalar, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { EncoderInput } from '../model/encoder.ts';
import { affine, type ModalityTokens, type RowMasks } from '../model/fusion.ts';
import { hasProxies } from '../model/methods.ts';
import { type Learnable, layerOf, required } from '../model/parameters.ts';
import { meanPrompt, resemblance } from '../model/prompts.ts';
import type { TrainOptions } from '../schemas/generated/resolved.ts';
import { alignmentLoss } from './alignment.ts';
import type { Losses } from './differentiate.ts';
import { classificationLoss } from './loss.ts';
import type { RowPlan } from './modality-dropout.ts';
import { logitsByModality, predict } from './predict.ts';
import { encodeTokens, type Model, type TrainingPass } from './towers.ts';

/** Samples of one step. */
export interface Batch {
  /** By tower of the model. */
  readonly inputs: readonly EncoderInput[];
  /** One class per sample, int32 [batch], or several, float32 [batch, classes] of 0 and 1. */
  readonly labels: Tensor1D | Tensor2D;
}

/** The part of a training step's options that its losses depend on. */
export interface Objective extends Pick<TrainOptions, 'lambda' | 'alignTarget'> {
  /** By class; absent, all count the same. */
  readonly classWeights?: readonly number[];
}

/**
 * The losses of a method on one batch: cross-entropy plus what its traits add, `lambda` times the alignment loss, or
 * the weighted resemblance of prompts. Call inside tf.tidy.
 */
export function batchLosses(
  model: Model,
  objective: Objective,
  learnable: Learnable,
  batch: Batch,
  plan: RowPlan,
  pass?: TrainingPass,
): Losses {
  const { design } = model;
  const tokens = encodeTokens(model, learnable, batch.inputs, plan, pass);
  const task =
    design.traits.heads === 'joint'
      ? taskLoss(predict(design, learnable, tokens, plan.selected), batch.labels, objective)
      : lossByModality(logitsByModality(design, learnable, tokens), batch.labels, plan.selected, objective);
  const terms = { task, ...penalties(model, objective, learnable, tokens, plan) };
  const { align, resemble } = terms;
  const aligned = align === undefined ? task : tf.add<Scalar>(task, tf.mul(align, objective.lambda));
  const loss =
    resemble === undefined
      ? aligned
      : tf.add<Scalar>(aligned, tf.mul(resemble, design.prompts.orthogonality));
  return { loss, terms };
}

interface Penalties {
  readonly align?: Scalar;
  readonly resemble?: Scalar;
}

function penalties(
  { design }: Model,
  { alignTarget }: Objective,
  learnable: Learnable,
  tokens: readonly ModalityTokens[],
  { encoded }: RowPlan,
): Penalties {
  const { aligns, prompts } = design.traits;
  return {
    ...(aligns &&
      hasProxies(design.traits) &&
      tokens.length > 1 && { align: alignmentLoss(tokens, encoded, alignTarget) }),
    ...(prompts === 'by-modality' && { resemble: resemblance(commonPrompts(learnable, design)) }),
  };
}

/** The mean prompt of each encoder at the common width, [1, width]. */
function commonPrompts(learnable: Learnable, { towers }: Model['design']): Tensor2D[] {
  return towers.map(({ modality }) => {
    const mean = meanPrompt(required(learnable, `${modality}.prompts`));
    const map = layerOf(learnable, `${modality}.map`);
    return map === undefined ? mean : affine(mean, map);
  });
}

function taskLoss(scores: Tensor2D, labels: Tensor1D | Tensor2D, { classWeights }: Objective): Scalar {
  return classificationLoss(scores, labels, 0, classWeights && tf.tensor1d([...classWeights]));
}

/** Models side by side, one per modality, each trained on the samples that have it: the sum of their losses. */
function lossByModality(
  logits: readonly Tensor2D[],
  labels: Tensor1D | Tensor2D,
  selected: RowMasks,
  objective: Objective,
): Scalar {
  const losses = logits.flatMap((scores, index) => {
    const rows = (selected[index] ?? []).flatMap((has, row) => (has === 1 ? [row] : []));
    if (rows.length === 0) return [];
    const at = tf.tensor1d(rows, 'int32');
    return [taskLoss(tf.gather(scores, at), tf.gather(labels, at), objective)];
  });
  return tf.addN(losses);
}
