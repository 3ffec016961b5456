import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { stream } from '../random/stream.ts';
import { type Design, learnedWeights, type Modality, type Tower } from './design.ts';
import type { Adapters, Weights } from './encoder.ts';
import { sizeOf } from './encoder-shapes.ts';
import type { LinearLayer } from './fusion.ts';
import { shapesOf } from './learnable-shapes.ts';
import type { LoraOptions } from './lora.ts';

/** A learnable tensor before training. */
interface InitialTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Learnable tensors by name, as variables or constants. */
export type Learnable = { readonly [name: string]: Tensor };

/** Shapes by name. */
export type NamedShapes = { readonly [name: string]: readonly number[] };

/** Shapes of all learnable tensors by name, as `shapesOf` lists them. */
export function learnableShapes(design: Design): NamedShapes {
  return Object.fromEntries(Object.entries(shapesOf(design)).map(([name, { shape }]) => [name, shape]));
}

/** Shapes of all tensors that a checkpoint of the model holds: what learns, and encoders that were tuned before. */
export function checkpointShapes(design: Design): NamedShapes {
  const tuned = design.traits.tunesFirst
    ? design.towers.flatMap(({ modality, encoder }) =>
        Object.entries(encoder.tensors).map(([name, { shape }]) => [`${modality}.encoder.${name}`, shape]),
      )
    : [];
  return { ...Object.fromEntries(tuned), ...learnableShapes(design) };
}

/**
 * Initial values of all learnable tensors but the weights of encoders, which start as they were loaded. Each tensor
 * has its own random stream.
 */
export function createLearnable(design: Design, seed: number): { readonly [name: string]: InitialTensor } {
  const entries = Object.entries(shapesOf(design)).flatMap(([name, { shape, initial }]) => {
    if (initial === 'loaded') return [];
    return [[name, { shape, data: initial(stream(seed, `learnable ${name}`)) }] as const];
  });
  return Object.fromEntries(entries);
}

/** Number of values that stay as they are, that are learned, and of both. */
export interface ParameterCounts {
  readonly frozen: number;
  readonly learnable: number;
  readonly total: number;
}

/** Counts from shapes only; BERT's unused pooler counts as frozen, as in the paper's totals. */
export function countParameters(design: Design): ParameterCounts {
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  const frozen = sum(
    design.towers.map((tower) => {
      const learned = new Set(learnedWeights(design, tower));
      const { tensors } = tower.encoder;
      return sum(
        Object.keys(tensors).map((name) => (learned.has(name) ? 0 : sizeOf(tensors[name]?.shape ?? []))),
      );
    }),
  );
  const learnable = sum(Object.values(learnableShapes(design)).map(sizeOf));
  return { frozen, learnable, total: frozen + learnable };
}

/** The learnable tensor of a name, which must exist. */
export function required<T extends Tensor>(learnable: Learnable, name: string): T {
  const tensor = learnable[name];
  if (tensor === undefined) throw failure('LAC9001', { what: `there is no learnable tensor "${name}"` });
  return tensor as T;
}

/** The linear layer `NAME.weight`, `NAME.bias` among the learnable tensors; undefined where the model has none. */
export function layerOf(learnable: Learnable, name: string): LinearLayer | undefined {
  if (learnable[`${name}.weight`] === undefined) return undefined;
  return {
    weight: required<Tensor2D>(learnable, `${name}.weight`),
    bias: required<Tensor1D>(learnable, `${name}.bias`),
  };
}

/** The adapters of one encoder among the learnable tensors; their scale is alpha / rank. */
export function adaptersOf(learnable: Learnable, { modality, encoder }: Tower, lora: LoraOptions): Adapters {
  const matrices = encoder.projections(lora.targets).map((projection) => {
    const name = `${modality}.lora.${projection}`;
    const pair = {
      A: required<Tensor2D>(learnable, `${name}.A`),
      B: required<Tensor2D>(learnable, `${name}.B`),
    };
    return [projection, pair] as const;
  });
  return { scale: lora.alpha / lora.rank, dropout: lora.dropout, matrices: Object.fromEntries(matrices) };
}

/** The mask tokens of one encoder, [1, count, dim]; undefined in methods without. */
export function maskTokensOf(learnable: Learnable, modality: Modality): Tensor3D | undefined {
  return learnable[`${modality}.mask_token`] as Tensor3D | undefined;
}

/** The weights of one encoder, those that learn or were tuned taken from the learnable tensors. */
export function weightsOf(learnable: Learnable, modality: Modality, loaded: Weights): Weights {
  const prefix = `${modality}.encoder.`;
  const own = Object.entries(learnable).filter(([name]) => name.startsWith(prefix));
  if (own.length === 0) return loaded;
  return {
    ...loaded,
    ...Object.fromEntries(own.map(([name, tensor]) => [name.slice(prefix.length), tensor])),
  };
}
