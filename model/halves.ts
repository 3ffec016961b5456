import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { deriveSeed } from '../random/seed.ts';
import { libraryVersion, tf } from './backend.ts';
import type { EncodeOptions } from './encoder.ts';
import type { Embedded } from './transformer-kind.ts';

/** Sequences and the options that go with them. */
export interface Half {
  readonly embedded: Embedded;
  readonly options: EncodeOptions;
}

/** Multiplications of one linear layer from which a batch is worth two threads. */
const largeProduct = 5e7;

/** Of the seeds below a call's seed, the one of the second half; places in a block take the first ones. */
const secondHalf = 2 ** 31;

/** Size of a batch of one encoder. */
export interface BatchSize {
  readonly batch: number;
  readonly tokens: number;
  /** Width of a token. */
  readonly dim: number;
}

/** True for batches that are worth two threads. */
export function isLarge({ batch, tokens, dim }: BatchSize): boolean {
  return batch > 1 && batch * tokens * dim * dim >= largeProduct;
}

/**
 * True for batches that are computed in two halves. It depends on shapes only, never on how many threads there are,
 * so that the bits of a result do not either. A GPU takes every batch whole.
 */
export function isDivided({ tokens: embedded, learns }: Embedded): boolean {
  const [batch, tokens, dim] = embedded.shape;
  return !learns && isLarge({ batch, tokens, dim }) && !libraryVersion().gpu;
}

/** Both halves of a batch; the first has the odd sequence. Call inside tf.tidy. */
export function halvesOf({ embedded, options }: Half): readonly [Half, Half] {
  const [batch] = embedded.tokens.shape;
  const sizes = [Math.ceil(batch / 2), Math.floor(batch / 2)];
  const both = <T extends Tensor>(x: T): readonly [T, T] =>
    (x.shape[0] === batch ? tf.split(x, sizes, 0) : [x, x]) as [T, T];
  const tokens = both(embedded.tokens);
  const mask = embedded.attentionMask && both(embedded.attentionMask);
  const prompts = options.prompts?.map((prompt) => both(prompt));
  const share = (half: 0 | 1): Half => ({
    embedded: { tokens: tokens[half], learns: false, ...(mask && { attentionMask: mask[half] }) },
    options: {
      ...options,
      ...(half === 1 && { seed: deriveSeed(options.seed, secondHalf) }),
      ...(prompts && { prompts: prompts.map((pair) => pair[half]) }),
    },
  });
  return [share(0), share(1)];
}

/** Outputs of both halves [batch / 2, wanted, dim], joined. */
export function joinHalves(first: Tensor3D, second: Tensor3D): Tensor3D {
  return tf.concat([first, second], 0);
}

/** The gradient of `joinHalves` for halves of the sizes of `halvesOf`. */
export function partHalves<T extends Tensor2D | Tensor3D>(dy: T): readonly [T, T] {
  const [batch] = dy.shape;
  return tf.split(dy, [Math.ceil(batch / 2), Math.floor(batch / 2)], 0) as [T, T];
}
