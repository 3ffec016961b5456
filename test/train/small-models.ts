import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { DesignOptions, Modality } from '../../model/design.ts';
import type { Encoder } from '../../model/encoder.ts';
import type { RowMasks } from '../../model/fusion.ts';
import { loadEncoder } from '../../model/load-encoder.ts';
import type { Method } from '../../model/methods.ts';
import { createLearnable, type Learnable } from '../../model/parameters.ts';
import { stream } from '../../random/stream.ts';
import type { RowPlan } from '../../train/modality-dropout.ts';
import { toTensors } from '../../train/model-file.ts';
import { predict } from '../../train/predict.ts';
import { encodeTokens, loadedWeights, type Model } from '../../train/towers.ts';
import { design } from '../model/designs.ts';
import { randomInput, reordered } from './inputs.ts';
import { encoderFolder } from './tiny.ts';

const encoders: {
  readonly [modality in Modality]: readonly [Parameters<typeof encoderFolder>[0], Encoder['architecture']];
} = {
  image: ['clip-tiny', 'clip-vit'],
  text: ['bert-tiny', 'bert'],
  audio: ['ast-tiny', 'ast'],
  video: ['clip-tiny', 'clip-vit'],
};

/** A model on the tiny encoders, and learnable tensors of which none is zero, so that each of them matters. */
export async function smallModel(
  method: Method,
  modalities: readonly Modality[],
  changes: Partial<DesignOptions> = {},
): Promise<{ readonly model: Model; readonly learnable: Learnable }> {
  const loaded = [];
  for (const modality of modalities) {
    const [folder, architecture] = encoders[modality];
    loaded.push({ modality, ...(await loadEncoder(encoderFolder(folder), architecture)) });
  }
  const towers = loaded.map(({ modality, encoder }) => ({ modality, encoder }));
  const prompts = { length: 4, layers: 2, orthogonality: 0.1 };
  const model = {
    design: design(method, towers, 4, { prompts, ...changes }),
    weights: loaded.map(({ weights }) => weights),
  };
  const drawn = Object.entries(createLearnable(model.design, 5)).map(([name, { shape, data }]) => {
    const { normal } = stream(5, `test ${name}`);
    return [name, { shape, data: data.map((value) => value + 0.3 * normal()) }] as const;
  });
  return { model, learnable: { ...toTensors(Object.fromEntries(drawn)), ...loadedWeights(model) } };
}

/** Of the elements of two tensors. */
export function largestDifference(a: Tensor, b: Tensor): number {
  expect(a.shape).toEqual(b.shape);
  return tf.tidy(() => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0] ?? Number.NaN);
}

/** Rows with every set of two modalities, and more complete ones. */
export const gaps: RowMasks = [
  [1, 0, 1, 1, 0],
  [1, 1, 0, 1, 1],
];

/** Encoders run where there is something, and nothing is dropped. */
export function planOf(available: RowMasks): RowPlan {
  return { selected: available, encoded: available };
}

/** Scores of the model on random input, its samples in another order if one is given. */
export function scoresOf(
  model: Model,
  learnable: Learnable,
  plan: RowPlan,
  order?: readonly number[],
): Tensor2D {
  const rows = plan.selected[0]?.length ?? 0;
  const inputs = model.design.towers.map(({ modality }) => {
    const input = randomInput(modality, rows);
    return order === undefined ? input : reordered(input, order);
  });
  const tokens = encodeTokens(model, learnable, inputs, plan);
  return predict(model.design, learnable, tokens, plan.selected);
}
