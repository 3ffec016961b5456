import { affectedCount } from '../grid/missing.ts';
import type { AddedTokens, Modality } from './encoder-cost.ts';
import type { TrainParams } from './params.ts';

/** Forward passes that a training step is worth. */
export function passesOf(method: TrainParams['method']): number {
  if (method === 'probe') return 1;
  return method === 'full-ft' ? 3 : 2;
}

/** The modalities that a model has encoders for, in their order. */
export function modalitiesRead({ method, modality, encoders }: TrainParams): readonly Modality[] {
  const all = (['image', 'text', 'audio', 'video'] as const).filter((one) => encoders[one]);
  return method === 'unimodal' ? [modality ?? all[0] ?? 'image'] : all;
}

const droppers: readonly string[] = ['u2a', 'u2a-noalign', 'full-ft', 'moddrop', 'static-token', 'map'];

/** Training samples for which the encoder of a modality runs in an epoch: it may rest where the modality is missing. */
export function rowsRun(params: TrainParams, modality: Modality, count: number): number {
  const { method, missing, missingInput, modalityDropout } = params;
  if (method === 'late-placeholder' || missingInput.compute === 'placeholder') return count;
  const modalities = modalitiesRead(params);
  if (missing) return count - lacking(modalities, modality, { ...missing, count });
  if (!droppers.includes(method) || modalityDropout.mode === 'select') return count;
  return count * (1 - (1 - modalityDropout.complete) / modalities.length);
}

/** How many of ranked samples lack a modality; in `missing-both` they take turns, the last modality first. */
function lacking(
  modalities: readonly Modality[],
  modality: Modality,
  { scenario, rate, count }: { readonly scenario: string; readonly rate: number; readonly count: number },
): number {
  const affected = affectedCount(count, rate);
  if (scenario === `missing-${modality}`) return affected;
  if (scenario !== 'missing-both') return 0;
  return Math.floor((affected + modalities.indexOf(modality)) / modalities.length);
}

/** What methods without mask tokens and prompts add. */
export const noTokens: AddedTokens = { masks: 0, prompts: 0, promptLayers: 0 };

/** What a method adds to the sequences of each encoder. */
export function addedTokens(params: TrainParams): AddedTokens {
  const { method, maskToken, prompts } = params;
  if (method === 'map' || method === 'msp') {
    return { masks: 0, prompts: prompts.length, promptLayers: prompts.layers };
  }
  if (!method.startsWith('u2a') && method !== 'full-ft') return noTokens;
  return { ...noTokens, masks: maskToken.mode === 'shared' ? 1 : modalitiesRead(params).length - 1 };
}
