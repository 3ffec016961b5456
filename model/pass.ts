import type { Tensor, Tensor1D, Tensor2D, TensorContainer } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { deriveSeed, type SeedPair } from '../random/seed.ts';
import { tf } from './backend.ts';
import { type EncodeOptions, learnsNothing, type Weights } from './encoder.ts';
import type { Recall, Trace } from './trace.ts';

/** Which part of a batch a pass computes. */
export interface Share {
  readonly from: number;
  /** Sequences of the whole batch. */
  readonly of: number;
  /** Whether each sequence has a prompt of its own at a layer. */
  readonly hasOwn: (layer: number) => boolean;
}

/** One call of an encoder: what every layer of it needs. */
export interface Pass {
  readonly weights: Weights;
  readonly options: EncodeOptions;
  /** Absent where no gradient will be asked for: then nothing is kept. */
  readonly trace?: Trace;
  /** In a half of a batch: its first sequence, and what the whole batch has. */
  readonly share?: Share;
}

/** The pretrained encoder as it is: no adapters, no mask tokens, no dropout. */
export const plainOptions: EncodeOptions = {
  training: false,
  seed: [0, 0],
  frozenDropout: 0,
  learns: learnsNothing,
  visibility: 'full',
  allTokens: true,
};

/** Rows [rows, dim] between layers. `later` is asked for in the forward pass by whoever needs them in the backward pass. */
export interface Rows {
  readonly value: Tensor2D;
  readonly later: () => Recall<Tensor2D>;
}

/** A layer's value, and the gradient of its input for a gradient of its value. */
export interface Layer {
  readonly value: Tensor2D;
  readonly back: (dy: Tensor2D) => Tensor2D;
}

/** As `Layer`, for one whose input's gradient is a sum that the caller completes: several tensors [rows, dim]. */
export interface LinearLayer {
  readonly value: Tensor2D;
  readonly back: (dy: Tensor2D) => Tensor2D[];
}

/** As `Layer`, for one whose value the next layer needs again in the backward pass. */
export interface RowsLayer extends Rows, Layer {}

/** Rows that are kept as they are, once, however many layers need them later. */
export function keptRows(pass: Pass, value: Tensor2D): Rows {
  return { value, later: once(() => holdFor(pass, value)) };
}

/** Keeps a tensor for the backward pass, if there will be one. */
export function holdFor<T extends Tensor>(pass: Pass, x: T): Recall<T> {
  return pass.trace === undefined ? noBackwardPass : pass.trace.hold(x);
}

/** A tensor that the backward pass computes again instead of one kept. */
export function computeAgainFor<T extends Tensor>(pass: Pass, compute: () => T): Recall<T> {
  return pass.trace === undefined ? noBackwardPass : pass.trace.computeAgain(compute);
}

/**
 * Runs a layer in its own scope of temporary tensors, in both passes. Memory that is freed at once is memory that
 * the next layer gets again, while it is still in a cache.
 */
export function scoped<
  R extends { readonly value: Tensor2D; readonly back: (dy: Tensor2D) => TensorContainer },
>({ trace }: Pass, part: () => R): R {
  if (trace === undefined) {
    let result: R | undefined;
    tf.tidy(() => {
      result = part();
      return result.value;
    });
    return result as R;
  }
  const layer = trace.forward(part);
  return { ...layer, back: (dy: Tensor2D) => trace.backward(() => layer.back(dy)) };
}

function noBackwardPass(): never {
  throw failure('LAC9001', { what: 'a gradient was asked of a pass that kept nothing for it' });
}

/** The same result at every call. */
export function once<T>(make: () => T): () => T {
  let made: { readonly result: T } | undefined;
  return () => {
    made ??= { result: make() };
    return made.result;
  };
}

/** True where the leaf called `name` gets a gradient. */
export function learns(pass: Pass, name: string): boolean {
  return pass.trace?.learns(name) ?? false;
}

/** Places of a transformer block that draw a dropout mask of their own, in the order of their seeds. */
const sites = [
  'query-output',
  'key-value',
  'mlp-in',
  'mlp-out',
  'attention',
  'attentionOutput',
  'mlpOutput',
  'embedding',
] as const;

export type Site = (typeof sites)[number];

/** Seed of the dropout at one place: every layer and site has its own, whatever else is drawn. */
export function siteSeed(pass: Pass, layer: number, site: Site): SeedPair {
  return deriveSeed(pass.options.seed, layer * sites.length + sites.indexOf(site));
}

/** The weight called `name`; encoders are checked when they are loaded, so that it is always there. */
export function weight<T extends Tensor = Tensor2D>(pass: Pick<Pass, 'weights'>, name: string): T {
  const tensor = pass.weights[name];
  if (tensor === undefined) throw failure('LAC9001', { what: `an encoder ran without its weight "${name}"` });
  return tensor as T;
}

/** As `weight`, for vectors. */
export function vector(pass: Pick<Pass, 'weights'>, name: string): Tensor1D {
  return weight<Tensor1D>(pass, name);
}
