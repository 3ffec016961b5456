import type { Tensor2D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import type { Design } from '../model/design.ts';
import {
  affine,
  averageProbabilities,
  fuse,
  type ModalityTokens,
  type RowMasks,
  requireSomeModality,
  select,
  toCommonWidth,
} from '../model/fusion.ts';
import { hasProxies } from '../model/methods.ts';
import { type Learnable, layerOf, required } from '../model/parameters.ts';

/**
 * Scores [batch, classes] of a batch's tokens: logits of the head over fused tokens, or the averaged probabilities of
 * a head per modality as scores (`severalLabels` says what a probability is). A row whose modalities the model does
 * not read is scored from a zero vector. Call inside tf.tidy.
 */
export function predict(
  design: Design,
  learnable: Learnable,
  tokens: readonly ModalityTokens[],
  selected: RowMasks,
  severalLabels = false,
): Tensor2D {
  if (design.traits.reads === 'all') requireSomeModality(selected);
  if (design.traits.heads === 'joint') return jointLogits(design, learnable, tokens, selected);
  return averageProbabilities(logitsByModality(design, learnable, tokens), selected, severalLabels);
}

function jointLogits(
  design: Design,
  learnable: Learnable,
  tokens: readonly ModalityTokens[],
  selected: RowMasks,
): Tensor2D {
  const { traits, towers, fusion } = design;
  const gates = towers.flatMap(({ modality }) => layerOf(learnable, `${modality}.gate`) ?? []);
  const chosen =
    traits.substitute === 'placeholder'
      ? tokens.map(({ classToken }) => classToken)
      : select(hasProxies(traits) ? tokens : tokens.map(bare), selected, staticTokens(design, learnable));
  return affine(fuse(chosen, fusion, gates), headOf(learnable, 'head'));
}

/** A tower that says nothing of the others. */
function bare({ classToken }: ModalityTokens): ModalityTokens {
  return { classToken, proxies: [] };
}

/** One learned token per modality at the common width, [1, width]; none in other methods. */
function staticTokens({ traits, towers }: Design, learnable: Learnable): Tensor2D[] {
  if (traits.substitute !== 'static-token') return [];
  return towers.map(({ modality }) => {
    const own = required<Tensor2D>(learnable, `${modality}.static_token`);
    return toCommonWidth({ classToken: own, proxies: [] }, layerOf(learnable, `${modality}.map`)).classToken;
  });
}

/** Logits of a head per modality, [batch, classes] each; they mean nothing in rows without the modality. */
export function logitsByModality(
  { towers }: Design,
  learnable: Learnable,
  tokens: readonly ModalityTokens[],
): Tensor2D[] {
  return tokens.map(({ classToken }, index) =>
    affine(classToken, headOf(learnable, `${towers[index]?.modality}.head`)),
  );
}

function headOf(learnable: Learnable, name: string) {
  const layer = layerOf(learnable, name);
  if (layer === undefined) throw failure('LAC9001', { what: `there is no head "${name}"` });
  return layer;
}
