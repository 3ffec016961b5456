import type * as tf from '@tensorflow/tfjs-core';
import type { Embedded, Transformer } from './transformer-kind.ts';

/*
 * The contract between encoders and everything that trains or evaluates them. Encoders are functions over
 * records of tensors: nothing is hidden in objects, so that pretraining passes variables where adaptation
 * passes constants.
 */

/** Tensors by their name in the checkpoint, without the model prefix (`encoder.layer.0.attention...`). */
export type Weights = { readonly [name: string]: tf.Tensor };

/** A batch of one modality, as the encoder reads it. */
export type EncoderInput =
  /**
   * pixels: [batch, height, width, 3], normalised, float32. With `framesPerSequence` f, each f pictures in a row
   * make one sequence of tokens, and the outputs have batch / f rows.
   */
  | { readonly kind: 'image'; readonly pixels: tf.Tensor4D; readonly framesPerSequence?: number }
  /** spectrogram: [batch, time, mel], normalised log-mel energies, float32. */
  | { readonly kind: 'audio'; readonly spectrogram: tf.Tensor3D }
  /** ids, attentionMask: [batch, length], int32; 1 marks a real token. */
  | { readonly kind: 'text'; readonly ids: tf.Tensor2D; readonly attentionMask: tf.Tensor2D };

/** The linear layers of a block that an adapter can sit on. */
export type LoraTarget = 'query' | 'key' | 'value' | 'output' | 'mlp-in' | 'mlp-out';

/** LoRA matrices by the checkpoint name of the projection they adapt: A [rank, in], B [out, rank]. */
export interface Adapters {
  readonly scale: number;
  readonly dropout: number;
  readonly matrices: { readonly [projection: string]: { readonly A: tf.Tensor2D; readonly B: tf.Tensor2D } };
}

/**
 * Whoever computes the second halves of large batches beside the calling thread. Each pass starts at once and is then
 * waited for.
 */
export interface HalfBatches {
  /** Gives the number of the call, by which a traced one can be gone back over, once. */
  forward(
    transformer: Transformer,
    weights: Weights,
    embedded: Embedded,
    options: EncodeOptions,
    isTraced: boolean,
  ): number;
  /** [batch, wanted, dim] */
  outputs(): tf.Tensor3D;
  backward(call: number, dy: tf.Tensor): void;
  /** By leaf. */
  gradients(): { readonly [leaf: string]: tf.Tensor };
}

/**
 * Where an encoder may differ from the plain pretrained one. `seed` keys every dropout of this call: the same
 * seed gives the same mask, whatever ran before. It is ignored outside training.
 */
export interface EncodeOptions {
  readonly training: boolean;
  readonly seed: readonly [number, number];
  /** Dropout inside the frozen part (BERT's hidden and attention dropout), training only. */
  readonly frozenDropout: number;
  /** Weights that get a gradient, by name; for the others nothing is computed or kept. */
  readonly learns: (name: string) => boolean;
  readonly adapters?: Adapters;
  /** [1, count, dim]; appended after the embedding layer as the last tokens. */
  readonly maskTokens?: tf.Tensor3D;
  /** Whether other tokens may see a mask token; with `readonly` only it sees itself. */
  readonly visibility: 'full' | 'readonly';
  /** Item i is put before all tokens, those of earlier layers included, at block i: [batch or 1, length, dim]. */
  readonly prompts?: readonly tf.Tensor3D[];
  /** CLIP: whether outputs pass the norm after the last block, as Hugging Face's pooled output does (`post`, the default). */
  readonly outputNorm?: 'post' | 'none';
  /** BERT: its pooler instead of the hidden state. AST: the mean of class and distillation token. Default `first`. */
  readonly classToken?: 'first' | 'pooler' | 'mean-with-distillation';
  /** A thread that computes half of a large batch; the result is the same bits without. */
  readonly partner?: HalfBatches;
  /** True: `hidden` is given too. Otherwise the last block computes only the tokens that are returned. */
  readonly allTokens?: boolean;
}

/** For `learns`: frozen weights. */
export const learnsNothing = (): boolean => false;

/** For `learns`: pretraining and full fine-tuning. */
export const learnsEverything = (): boolean => true;

/** Outputs after the last norm: of the class token, and of each mask token that was given. */
export interface Encoded {
  /** [batch, dim] */
  readonly classToken: tf.Tensor2D;
  /** Each [batch, dim], in the order of the option; empty without mask tokens. */
  readonly maskTokens: readonly tf.Tensor2D[];
  /** [batch, tokens, dim], with `allTokens`; CLIP: after post_layernorm on all tokens. */
  readonly hidden?: tf.Tensor3D;
}

export interface TensorShape {
  readonly shape: readonly number[];
  /** How random initial values are drawn; only pretraining and presets use it. */
  readonly initial: 'normal' | 'zeros' | 'ones';
}

/** One size of one architecture, built from a Hugging Face `config.json`. */
export interface Encoder {
  readonly architecture: 'clip-vit' | 'bert' | 'ast';
  readonly modality: 'image' | 'text' | 'audio';
  /** Width of a token. */
  readonly dim: number;
  readonly layers: number;
  /** Tokens of the longest sequence that it reads. */
  readonly longest: number;
  /** Every tensor of the checkpoint, by name without prefix. Parameter counts come from here. */
  readonly tensors: { readonly [name: string]: TensorShape };
  /** Checkpoint names of the linear layers that the targets mean, all blocks. */
  projections(targets: readonly LoraTarget[]): readonly string[];
  /** Must be called inside tf.tidy; keeps nothing. */
  encode(weights: Weights, input: EncoderInput, options: EncodeOptions): Encoded;
  /** Hugging Face output before the final norm for CLIP, for parity tests: [batch, tokens, dim]. */
  lastHiddenState(weights: Weights, input: EncoderInput): tf.Tensor3D;
}
