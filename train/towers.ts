import type { Tensor3D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import { type Design, learnedWeights, learnsOf, type Tower } from '../model/design.ts';
import type { EncodeOptions, EncoderInput, Weights } from '../model/encoder.ts';
import { type ModalityTokens, type RowMasks, toCommonWidth } from '../model/fusion.ts';
import {
  adaptersOf,
  type Learnable,
  layerOf,
  maskTokensOf,
  required,
  weightsOf,
} from '../model/parameters.ts';
import type { Partner } from '../model/partner.ts';
import { predictProxies } from '../model/predictor.ts';
import { casesOf, promptsFor } from '../model/prompts.ts';
import type { SeedPair } from '../random/seed.ts';
import { putRows, takeRows, withPlaceholders } from './batch-rows.ts';
import { framesOf, fuseFrames, toFrameRows } from './frames.ts';
import type { RowPlan } from './modality-dropout.ts';

/** A design on loaded encoders; learnable tensors are passed beside it. */
export interface Model {
  readonly design: Design;
  /** By tower: the encoder's weights as they were loaded. */
  readonly weights: readonly Weights[];
  /** Computes half of large batches. */
  readonly partner?: Partner;
}

/**
 * The weights that learn, named as learnable tensors, with the values that were loaded; each is a handle of its own,
 * the caller's.
 */
export function loadedWeights({ design, weights }: Model): Learnable {
  const entries = design.towers.flatMap((tower, index) =>
    learnedWeights(design, tower).map((name) => {
      return [`${tower.modality}.encoder.${name}`, tf.clone(required(weights[index] ?? {}, name))] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** What makes a pass a training pass; without it nothing is dropped. */
export interface TrainingPass {
  readonly frozenDropout: number;
  /** By tower: seed of every dropout inside the encoder. */
  readonly seeds: readonly SeedPair[];
}

/**
 * Class tokens and proxies of each modality, at the common width. An encoder runs only on the rows that the plan has
 * it encode; in other rows its tokens mean nothing, but are finite. Call inside tf.tidy.
 */
export function encodeTokens(
  model: Model,
  learnable: Learnable,
  inputs: readonly EncoderInput[],
  plan: RowPlan,
  pass?: TrainingPass,
): ModalityTokens[] {
  return inputs.map((input, index) => encodeTower(model, learnable, index, input, plan, pass));
}

/** The same for one tower of the model. */
export function encodeTower(
  { design, weights: loaded, partner }: Model,
  learnable: Learnable,
  index: number,
  input: EncoderInput,
  plan: RowPlan,
  pass?: TrainingPass,
): ModalityTokens {
  const tower = design.towers[index] as Tower;
  const encoded = plan.encoded[index] ?? [];
  const runsAll = design.traits.substitute === 'placeholder' || design.missingInput.compute === 'placeholder';
  const rows = encoded.flatMap((runs, row) => (runs === 1 || runsAll ? [row] : []));
  const isPlain = encoded.every((runs) => runs === 1);
  const copies = design.video.fuse === 'concat-tokens' ? 1 : framesOf(input);
  const prompts = promptsOf(design, learnable, index, plan.selected, rows, copies);
  const options = {
    ...optionsOf(design, learnable, index, pass),
    ...(prompts && { prompts }),
    ...(partner && { partner }),
  };
  const weights = weightsOf(learnable, tower.modality, loaded[index] ?? {});
  const present = isPlain || !runsAll ? input : withPlaceholders(input, encoded, design.missingInput);
  const tokens = encodeRows(design, { ...tower, weights }, present, rows, options);
  const common = toCommonWidth(tokens, layerOf(learnable, `${tower.modality}.map`));
  return design.traits.substitute === 'predictor'
    ? { ...common, proxies: predictProxies(learnable, design, tower, common.classToken) }
    : common;
}

function optionsOf(
  design: Design,
  learnable: Learnable,
  index: number,
  pass: TrainingPass | undefined,
): EncodeOptions {
  const tower = design.towers[index] as Tower;
  const { modality, outputNorm, classToken } = tower;
  const maskTokens = maskTokensOf(learnable, modality);
  return {
    training: pass !== undefined,
    seed: pass?.seeds[index] ?? [0, 0],
    frozenDropout: pass?.frozenDropout ?? 0,
    learns: learnsOf(design, tower),
    visibility: design.maskToken.visibility,
    ...(outputNorm && { outputNorm }),
    ...(classToken && { classToken }),
    ...(design.traits.encoders === 'adapters' && { adapters: adaptersOf(learnable, tower, design.lora) }),
    ...(maskTokens && { maskTokens }),
  };
}

/** Prompts of the rows that an encoder sees, each of them `copies` times where a row is several sequences. */
function promptsOf(
  { traits, towers }: Design,
  learnable: Learnable,
  index: number,
  selected: RowMasks,
  rows: readonly number[],
  copies: number,
): Tensor3D[] | undefined {
  if (traits.prompts === 'none') return undefined;
  const cases = casesOf(selected, index);
  const seen = rows.flatMap((row) => new Array<number>(copies).fill(cases[row] ?? 0));
  return promptsFor(required(learnable, `${towers[index]?.modality}.prompts`), seen);
}

interface RunningTower extends Tower {
  readonly weights: Weights;
}

/** Tokens of the whole batch of which the encoder sees `rows`; zeros in the others. */
function encodeRows(
  { video }: Design,
  { encoder, weights }: RunningTower,
  input: EncoderInput,
  rows: readonly number[],
  options: EncodeOptions,
): ModalityTokens {
  const batch = sizeOfBatch(input);
  if (rows.length === 0) {
    const nothing = tf.zeros([batch, encoder.dim]) as ModalityTokens['classToken'];
    return {
      classToken: nothing,
      proxies: Array.from({ length: options.maskTokens?.shape[1] ?? 0 }, () => nothing),
    };
  }
  const seen = rows.length === batch ? input : takeRows(input, rows);
  const { classToken, maskTokens } = encoder.encode(weights, toFrameRows(seen, video.fuse), options);
  const tokens = fuseFrames({ classToken, proxies: maskTokens }, framesOf(seen), video.fuse);
  if (rows.length === batch) return tokens;
  return {
    classToken: putRows(tokens.classToken, rows, batch),
    proxies: tokens.proxies.map((token) => putRows(token, rows, batch)),
  };
}

/** Samples of a batch; the frames of a video are one. */
function sizeOfBatch(input: EncoderInput): number {
  switch (input.kind) {
    case 'text':
      return input.ids.shape[0];
    case 'audio':
      return input.spectrogram.shape[0];
    case 'image':
      return input.pixels.shape[0] / framesOf(input);
  }
}
