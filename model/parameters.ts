import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { type Stream, stream } from '../random/stream.ts';
import type { Adapters, Encoder } from './encoder.ts';
import { sizeOf } from './encoder-shapes.ts';
import type { PerModality, WidthMap } from './fusion.ts';
import { adapterShapes, initialA, type LoraOptions } from './lora.ts';

type Modality = 'image' | 'text';
const modalities: readonly Modality[] = ['image', 'text'];

/** What decides which learnable tensors a model has. */
export interface LearnableOptions {
  readonly encoders: PerModality<Encoder>;
  readonly method: 'u2a' | 'late-zero';
  readonly lora: LoraOptions;
  readonly classes: number;
}

/** Shape of a learnable tensor and how its first values are drawn. */
interface LearnableShape {
  readonly shape: readonly number[];
  readonly draw: (random: Stream) => Float32Array;
}

/** A learnable tensor before training. */
interface InitialTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Learnable tensors by name, as variables or constants. */
export type Learnable = { readonly [name: string]: Tensor };

const maskTokenDeviation = 0.02;

function normal(shape: readonly number[], deviation: number): LearnableShape {
  const draw = (random: Stream) =>
    Float32Array.from({ length: sizeOf(shape) }, () => deviation * random.normal());
  return { shape, draw };
}

/** The default of a linear layer: weight and bias uniform in +-1/sqrt(in). */
function uniform(shape: readonly number[], from: number): LearnableShape {
  const bound = 1 / Math.sqrt(from);
  const draw = (random: Stream) =>
    Float32Array.from({ length: sizeOf(shape) }, () => bound * (2 * random.uniform() - 1));
  return { shape, draw };
}

function zeros(shape: readonly number[]): LearnableShape {
  return { shape, draw: () => new Float32Array(sizeOf(shape)) };
}

/** Width of fused tokens: that of the wider encoder. */
function commonWidth({ image, text }: PerModality<Encoder>): number {
  return Math.max(image.dim, text.dim);
}

type Shapes = { readonly [name: string]: LearnableShape };

function modalityShapes(modality: Modality, options: LearnableOptions): Shapes {
  const encoder = options.encoders[modality];
  const common = commonWidth(options.encoders);
  const adapters = [...adapterShapes(encoder, options.lora)].flatMap(([projection, { A, B }]) => [
    [
      `${modality}.lora.${projection}.A`,
      { shape: A, draw: (random: Stream) => initialA(A, random) },
    ] as const,
    [`${modality}.lora.${projection}.B`, zeros(B)] as const,
  ]);
  return {
    ...(options.method === 'u2a' && {
      [`${modality}.mask_token`]: normal([1, 1, encoder.dim], maskTokenDeviation),
    }),
    ...Object.fromEntries(adapters),
    ...(encoder.dim < common && {
      [`${modality}.map.weight`]: uniform([common, encoder.dim], encoder.dim),
      [`${modality}.map.bias`]: uniform([common], encoder.dim),
    }),
  };
}

function allShapes(options: LearnableOptions): Shapes {
  const width = commonWidth(options.encoders);
  return {
    ...modalityShapes('image', options),
    ...modalityShapes('text', options),
    'head.weight': uniform([options.classes, width], width),
    'head.bias': uniform([options.classes], width),
  };
}

/** Shapes of all learnable tensors by name; what a checkpoint of the model must hold. */
export function learnableShapes(options: LearnableOptions): { readonly [name: string]: readonly number[] } {
  return Object.fromEntries(Object.entries(allShapes(options)).map(([name, { shape }]) => [name, shape]));
}

/**
 * Initial values of all learnable tensors: `image.mask_token` [1, 1, dim] from N(0, 0.02^2),
 * `image.lora.PROJECTION.A|B`, `image.map.weight|bias` where the encoder is the narrower one, the same for text,
 * `head.weight` [classes, width] and `head.bias` [classes]. Each tensor has its own random stream.
 */
export function createLearnable(options: LearnableOptions & { readonly seed: number }): {
  readonly [name: string]: InitialTensor;
} {
  const entries = Object.entries(allShapes(options)).map(([name, { shape, draw }]) => {
    return [name, { shape, data: draw(stream(options.seed, `learnable ${name}`)) }] as const;
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
export function countParameters(options: LearnableOptions): ParameterCounts {
  const sum = (shapes: readonly (readonly number[])[]) =>
    shapes.reduce((total, shape) => total + sizeOf(shape), 0);
  const frozen = sum(
    modalities.flatMap((name) => Object.values(options.encoders[name].tensors).map((t) => t.shape)),
  );
  const learnable = sum(Object.values(learnableShapes(options)));
  return { frozen, learnable, total: frozen + learnable };
}

function required<T extends Tensor>(learnable: Learnable, name: string): T {
  const tensor = learnable[name];
  if (tensor === undefined) throw failure('LAC9001', { what: `there is no learnable tensor "${name}"` });
  return tensor as T;
}

/** The adapters of one encoder among the learnable tensors; their scale is alpha / rank. */
export function adaptersOf(
  learnable: Learnable,
  modality: Modality,
  encoder: Encoder,
  lora: LoraOptions,
): Adapters {
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

/** The mask token of one encoder among the learnable tensors; undefined in methods without. */
export function maskTokenOf(learnable: Learnable, modality: Modality): Tensor3D | undefined {
  return learnable[`${modality}.mask_token`] as Tensor3D | undefined;
}

/** The map of one encoder to the common width; undefined where it has that width. */
export function widthMapOf(learnable: Learnable, modality: Modality): WidthMap | undefined {
  if (learnable[`${modality}.map.weight`] === undefined) return undefined;
  const bias = required<Tensor1D>(learnable, `${modality}.map.bias`);
  return { weight: required<Tensor2D>(learnable, `${modality}.map.weight`), bias };
}
