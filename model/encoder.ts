import type * as tf from '@tensorflow/tfjs-core';

/*
 * The contract between encoders and everything that trains or evaluates them. Encoders are functions over
 * records of tensors: nothing is hidden in objects, so that pretraining passes variables where adaptation
 * passes constants.
 */

/** Tensors by their name in the checkpoint, without the model prefix (`encoder.layer.0.attention...`). */
export type Weights = { readonly [name: string]: tf.Tensor };

/** A batch of one modality, as the encoder reads it. */
export type EncoderInput =
  /** pixels: [batch, height, width, 3], normalised, float32. */
  | { readonly kind: 'image'; readonly pixels: tf.Tensor4D }
  /** ids, attentionMask: [batch, length], int32; 1 marks a real token. */
  | { readonly kind: 'text'; readonly ids: tf.Tensor2D; readonly attentionMask: tf.Tensor2D };

/** LoRA matrices by the checkpoint name of the projection they adapt: A [rank, in], B [out, rank]. */
export interface Adapters {
  readonly scale: number;
  readonly dropout: number;
  readonly matrices: { readonly [projection: string]: { readonly A: tf.Tensor2D; readonly B: tf.Tensor2D } };
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
  /** False: weights are constants and no gradient is computed for them. True: pretraining. */
  readonly trainableWeights: boolean;
  readonly adapters?: Adapters;
  /** [1, 1, dim]; appended after the embedding layer as the last token. */
  readonly maskToken?: tf.Tensor3D;
  readonly visibility: 'full' | 'readonly';
  /** True: `hidden` is given too. Otherwise the last block computes only the tokens that are returned. */
  readonly allTokens?: boolean;
}

/** Outputs after the last norm: position 0, and the last position when a mask token was given. */
export interface Encoded {
  /** [batch, dim] */
  readonly classToken: tf.Tensor2D;
  /** [batch, dim] */
  readonly maskToken?: tf.Tensor2D;
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
  readonly architecture: 'clip-vit' | 'bert';
  readonly modality: 'image' | 'text';
  /** Width of a token. */
  readonly dim: number;
  readonly layers: number;
  /** Every tensor of the checkpoint, by name without prefix. Parameter counts come from here. */
  readonly tensors: { readonly [name: string]: TensorShape };
  /** Checkpoint names of the projections that `query | key | value | output` mean, all layers. */
  projections(targets: readonly ('query' | 'key' | 'value' | 'output')[]): readonly string[];
  /** Must be called inside tf.tidy; keeps nothing. */
  encode(weights: Weights, input: EncoderInput, options: EncodeOptions): Encoded;
  /** Hugging Face output before the final norm for CLIP, for parity tests: [batch, tokens, dim]. */
  lastHiddenState(weights: Weights, input: EncoderInput): tf.Tensor3D;
}
