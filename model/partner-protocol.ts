import type { Tensor } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';
import { type EncodeOptions, learnsNothing } from './encoder.ts';
import type { Embedded, Transformer } from './transformer-kind.ts';

/*
 * What two threads that compute halves of a batch say to each other. Tensors travel as arrays; the weights of an
 * encoder, which are most of the memory, are in memory that both share.
 */

/** A tensor between threads. */
export interface PlainTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** Tensors between threads by name. */
export interface PlainTensors {
  readonly [name: string]: PlainTensor;
}

/** The options of a call without its functions and tensors. */
type PlainOptions = Pick<
  EncodeOptions,
  'training' | 'seed' | 'frozenDropout' | 'visibility' | 'classToken' | 'allTokens'
> & { readonly adapters?: { readonly scale: number; readonly dropout: number } };

export type PartnerRequest =
  | { readonly kind: 'weights'; readonly id: number; readonly weights: PlainTensors }
  | {
      readonly kind: 'forward';
      readonly call: number;
      readonly weights: number;
      readonly transformer: Transformer;
      /** False: no backward pass will follow. */
      readonly isTraced: boolean;
      readonly options: PlainOptions;
      readonly inputs: PlainTensors;
      /** Adapters as `PROJECTION A` and `PROJECTION B`, mask tokens as `maskTokens`, prompts as `prompt LAYER`. */
      readonly learnable: PlainTensors;
    }
  /** The gradient of the outputs of a traced forward pass. */
  | { readonly kind: 'backward'; readonly call: number; readonly dy: PlainTensor };

/** An answer to each request but `weights`: the outputs, or gradients by the names of leaves. */
export type PartnerReply = { readonly tensors: PlainTensors } | { readonly error: string };

/** A copy of a tensor that another thread can have. */
export function toPlain(tensor: Tensor): PlainTensor {
  return { shape: tensor.shape, data: tensor.dataSync() as Float32Array | Int32Array };
}

/** The tensor again, which is the caller's. */
export function toTensor({ shape, data }: PlainTensor): Tensor {
  return tf.tensor(data, [...shape], data instanceof Int32Array ? 'int32' : 'float32');
}

/** What `forward` says of a call. */
export function toPlainCall(embedded: Embedded, options: EncodeOptions) {
  const { training, seed, frozenDropout, visibility, classToken, allTokens, adapters } = options;
  const { maskTokens, prompts = [] } = options;
  const matrices = Object.entries(adapters?.matrices ?? {}).flatMap(([name, { A, B }]) => [
    [`${name} A`, toPlain(A)] as const,
    [`${name} B`, toPlain(B)] as const,
  ]);
  return {
    options: {
      training,
      seed,
      frozenDropout,
      visibility,
      ...(classToken && { classToken }),
      ...(allTokens !== undefined && { allTokens }),
      ...(adapters && { adapters: { scale: adapters.scale, dropout: adapters.dropout } }),
    },
    inputs: {
      tokens: toPlain(embedded.tokens),
      ...(embedded.attentionMask && { attentionMask: toPlain(embedded.attentionMask) }),
    },
    learnable: {
      ...Object.fromEntries(matrices),
      ...(maskTokens && { maskTokens: toPlain(maskTokens) }),
      ...Object.fromEntries(prompts.map((prompt, layer) => [`prompt ${layer}`, toPlain(prompt)])),
    },
  };
}

type ForwardRequest = Extract<PartnerRequest, { readonly kind: 'forward' }>;

/** The call that `toPlainCall` described; its tensors are the caller's. */
export function fromPlainCall({ options, inputs, learnable }: ForwardRequest) {
  const take = (name: string, from: PlainTensors): Tensor | undefined =>
    from[name] === undefined ? undefined : toTensor(from[name]);
  const names = Object.keys(learnable);
  const projections = names.filter((name) => name.endsWith(' A')).map((name) => name.slice(0, -2));
  const matrices = projections.map((name) => [
    name,
    { A: take(`${name} A`, learnable), B: take(`${name} B`, learnable) },
  ]);
  const { adapters, ...plain } = options;
  const prompts = names.filter((name) => name.startsWith('prompt ')).map((name) => take(name, learnable));
  const maskTokens = take('maskTokens', learnable);
  const attentionMask = take('attentionMask', inputs);
  return {
    embedded: {
      tokens: take('tokens', inputs),
      learns: false,
      ...(attentionMask && { attentionMask }),
    } as Embedded,
    options: {
      ...plain,
      learns: learnsNothing,
      ...(adapters && { adapters: { ...adapters, matrices: Object.fromEntries(matrices) } }),
      ...(maskTokens && { maskTokens }),
      ...(prompts.length > 0 && { prompts }),
    } as EncodeOptions,
  };
}
