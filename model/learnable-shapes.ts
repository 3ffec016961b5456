import type { Stream } from '../random/stream.ts';
import {
  commonWidth,
  type Design,
  learnedWeights,
  maskTokenCount,
  promptCases,
  type Tower,
} from './design.ts';
import { sizeOf } from './encoder-shapes.ts';
import { adapterShapes, initialA } from './lora.ts';
import { initialPrompts, promptedLayers } from './prompts.ts';

/**
 * Shape of a learnable tensor and how its first values are drawn; `loaded` values are those of the encoder's
 * checkpoint.
 */
export interface LearnableShape {
  readonly shape: readonly number[];
  readonly initial: 'loaded' | ((random: Stream) => Float32Array);
}

/** Learnable tensors by name, before they have values. */
export type LearnableShapes = { readonly [name: string]: LearnableShape };

const tokenDeviation = 0.02;

function normal(shape: readonly number[]): LearnableShape {
  const initial = (random: Stream) =>
    Float32Array.from({ length: sizeOf(shape) }, () => tokenDeviation * random.normal());
  return { shape, initial };
}

function uniform(shape: readonly number[], from: number): LearnableShape {
  const bound = 1 / Math.sqrt(from);
  const initial = (random: Stream) =>
    Float32Array.from({ length: sizeOf(shape) }, () => bound * (2 * random.uniform() - 1));
  return { shape, initial };
}

/** The default of a linear layer: weight [to, from] and bias [to] uniform in +-1/sqrt(from). */
function linearLayer(name: string, from: number, to: number): LearnableShapes {
  return { [`${name}.weight`]: uniform([to, from], from), [`${name}.bias`]: uniform([to], from) };
}

function adapters({ traits, lora }: Design, { modality, encoder }: Tower): LearnableShapes {
  if (traits.encoders !== 'adapters') return {};
  const entries = [...adapterShapes(encoder, lora)].flatMap(([projection, { A, B }]) => {
    const name = `${modality}.lora.${projection}`;
    const zeros = () => new Float32Array(sizeOf(B));
    return [
      [`${name}.A`, { shape: A, initial: (random: Stream) => initialA(A, random) }] as const,
      [`${name}.B`, { shape: B, initial: zeros }] as const,
    ];
  });
  return Object.fromEntries(entries);
}

/** Tokens that a tower learns: what it says of absent modalities, what replaces its own, and prompts. */
function tokens(design: Design, tower: Tower): LearnableShapes {
  const { modality, encoder } = tower;
  const masks = maskTokenCount(design);
  const cases = promptCases(design);
  const prompts = [
    cases,
    promptedLayers(tower, design.prompts.layers),
    design.prompts.length,
    encoder.dim,
  ] as const;
  const aware = { shape: prompts, initial: () => initialPrompts(prompts) };
  return {
    ...(masks > 0 && { [`${modality}.mask_token`]: normal([1, masks, encoder.dim]) }),
    ...(design.traits.substitute === 'static-token' && {
      [`${modality}.static_token`]: normal([1, encoder.dim]),
    }),
    // Equal prompts in all towers, as `initialPrompts` gives, would leave the penalty on resemblance without slope.
    ...(cases > 0 && { [`${modality}.prompts`]: cases > 1 ? aware : normal(prompts) }),
  };
}

function weights(design: Design, tower: Tower): LearnableShapes {
  const entries = learnedWeights(design, tower).map((name) => {
    const shape = tower.encoder.tensors[name]?.shape ?? [];
    return [`${tower.modality}.encoder.${name}`, { shape, initial: 'loaded' }] as const;
  });
  return Object.fromEntries(entries);
}

/** Two-layer perceptrons, width -> width / 2 -> width, from each class token to each other one. */
function predictors({ traits, towers }: Design, { modality }: Tower, width: number): LearnableShapes {
  if (traits.substitute !== 'predictor') return {};
  const half = Math.max(1, Math.floor(width / 2));
  const others = towers.filter((other) => other.modality !== modality);
  return Object.assign(
    {},
    ...others.map((other) => ({
      ...linearLayer(`${modality}.predictor.${other.modality}.0`, width, half),
      ...linearLayer(`${modality}.predictor.${other.modality}.1`, half, width),
    })),
  );
}

function towerShapes(design: Design, tower: Tower): LearnableShapes {
  const { modality, encoder } = tower;
  const width = commonWidth(design);
  const isJoint = design.traits.heads === 'joint';
  return {
    ...tokens(design, tower),
    ...adapters(design, tower),
    ...weights(design, tower),
    ...(isJoint && encoder.dim < width && linearLayer(`${modality}.map`, encoder.dim, width)),
    ...predictors(design, tower, width),
    ...(isJoint &&
      design.fusion === 'gate' &&
      linearLayer(`${modality}.gate`, design.towers.length * width, width)),
    ...(!isJoint && linearLayer(`${modality}.head`, encoder.dim, design.classes)),
  };
}

/** Width of the vector that the joint head reads. */
function fusedWidth(design: Design): number {
  return commonWidth(design) * (design.fusion === 'concat' ? design.towers.length : 1);
}

/**
 * All learnable tensors of a design. Per modality: `mask_token` [1, count, dim], `static_token` [1, dim], `prompts`
 * [cases, layers, length, dim], `lora.PROJECTION.A|B`, `encoder.WEIGHT`, `map`, `predictor.OTHER.0|1`, `gate`,
 * `head`; for all together `head`. Linear layers have `weight` [out, in] and `bias` [out].
 */
export function shapesOf(design: Design): LearnableShapes {
  return {
    ...(Object.assign({}, ...design.towers.map((tower) => towerShapes(design, tower))) as LearnableShapes),
    ...(design.traits.heads === 'joint' && linearLayer('head', fusedWidth(design), design.classes)),
  };
}
