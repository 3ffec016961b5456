import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { deriveSeed, type SeedPair } from '../random/seed.ts';
import { dropout } from './backend.ts';
import type { EncodeOptions, Weights } from './encoder.ts';

/** One call of an encoder: what every layer of it needs. */
export interface Pass {
  readonly weights: Weights;
  readonly options: EncodeOptions;
}

/** The pretrained encoder as it is: no adapters, no mask token, no dropout. */
export const plainOptions: EncodeOptions = {
  training: false,
  seed: [0, 0],
  frozenDropout: 0,
  trainableWeights: false,
  visibility: 'full',
  allTokens: true,
};

/** Places of a transformer block that draw a dropout mask of their own, in the order of their seeds. */
const sites = [
  'query',
  'key',
  'value',
  'output',
  'attention',
  'attentionOutput',
  'mlpOutput',
  'embedding',
] as const;

export type Site = (typeof sites)[number];

/** Seed of one dropout mask: every layer and site has its own, whatever else is drawn. */
export function siteSeed(pass: Pass, layer: number, site: Site): SeedPair {
  return deriveSeed(pass.options.seed, layer * sites.length + sites.indexOf(site));
}

/** The weight called `name`; encoders are checked when they are loaded, so that it is always there. */
export function weight<T extends Tensor = Tensor2D>(pass: Pass, name: string): T {
  const tensor = pass.weights[name];
  if (tensor === undefined) throw failure('LAC9001', { what: `an encoder ran without its weight "${name}"` });
  return tensor as T;
}

/** As `weight`, for vectors. */
export function vector(pass: Pass, name: string): Tensor1D {
  return weight<Tensor1D>(pass, name);
}

/** Rate of the pretrained model's own dropout in this pass; 0 outside training. */
export function frozenRate(pass: Pass): number {
  return pass.options.training ? pass.options.frozenDropout : 0;
}

/** The pretrained model's dropout at one site. */
export function frozenDropout(pass: Pass, x: Tensor2D, layer: number, site: Site): Tensor2D {
  return dropout(x, frozenRate(pass), siteSeed(pass, layer, site));
}
