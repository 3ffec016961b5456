import type { Tensor, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import { tf } from '../../model/backend.ts';
import { type Adapters, type EncodeOptions, type EncoderInput, learnsNothing } from '../../model/encoder.ts';
import { stream } from '../../random/stream.ts';
import { readTensors, type TensorValues } from '../../tensor/safetensors.ts';

/** Path of a file or folder of the encoder vectors, which PyTorch and Hugging Face transformers made. */
export function vectorPath(name: string): string {
  return new URL(`../vectors/encoders/${name}`, import.meta.url).pathname;
}

/** Inputs and outputs of the plain and of the adapted encoders, by the names of the vector files. */
export async function readVectors(): Promise<TensorValues> {
  return {
    ...(await readTensors(vectorPath('plain.safetensors'))),
    ...(await readTensors(vectorPath('adapted.safetensors'))),
  };
}

/** A vector as a tensor. */
export function tensorOf<T extends Tensor = Tensor2D>(vectors: TensorValues, name: string): T {
  const value = vectors[name];
  if (value === undefined) throw new Error(`the vectors hold no ${name}`);
  return tf.tensor(value.data, [...value.shape]) as T;
}

/** The input of the image encoder; the vectors are channel first, as PyTorch has them. */
export function imageInput(vectors: TensorValues): EncoderInput {
  return {
    kind: 'image',
    pixels: tf.transpose(tensorOf<Tensor4D>(vectors, 'clip.pixel_values'), [0, 2, 3, 1]),
  };
}

/** The input of the text encoder. */
function textInput(vectors: TensorValues): EncoderInput {
  return {
    kind: 'text',
    ids: tf.cast(tensorOf(vectors, 'bert.input_ids'), 'int32'),
    attentionMask: tf.cast(tensorOf(vectors, 'bert.attention_mask'), 'int32'),
  };
}

/** The input of the audio encoder. */
function audioInput(vectors: TensorValues): EncoderInput {
  return { kind: 'audio', spectrogram: tensorOf<Tensor3D>(vectors, 'ast.input_values') };
}

/** The three encoders of the vectors: their folders, inputs, and the prefix of their adapters' names. */
export const references = [
  {
    name: 'clip',
    folder: 'clip-tiny',
    architecture: 'clip-vit',
    input: imageInput,
    prefix: 'clip.vision_model.',
  },
  { name: 'bert', folder: 'bert-tiny', architecture: 'bert', input: textInput, prefix: 'bert.' },
  { name: 'ast', folder: 'ast-tiny', architecture: 'ast', input: audioInput, prefix: 'ast.' },
] as const;

/** The adapters of the vectors; `prefix` is what their names carry before the projection's. */
export function adapterVectors(vectors: TensorValues, prefix: string): Adapters {
  const names = Object.keys(vectors).filter((name) => name.startsWith(prefix) && name.endsWith('.A'));
  const matrices = names.map((name) => {
    const projection = name.slice(prefix.length, -'.A'.length);
    return [
      projection,
      { A: tensorOf(vectors, name), B: tensorOf(vectors, name.replace(/A$/, 'B')) },
    ] as const;
  });
  return { scale: 1, dropout: 0, matrices: Object.fromEntries(matrices) };
}

/** Options of an evaluation pass, with the mask tokens of the vectors. */
export function evaluation(maskTokens?: Tensor3D): EncodeOptions {
  return {
    training: false,
    seed: [1, 2],
    frozenDropout: 0.1,
    learns: learnsNothing,
    visibility: 'full',
    allTokens: true,
    ...(maskTokens && { maskTokens }),
  };
}

/** Largest absolute difference of two tensors of the same shape. */
export function largestDifference(actual: Tensor | undefined, expected: Tensor | undefined): number {
  if (actual === undefined || expected === undefined) throw new Error('there is no tensor to compare');
  if (actual.shape.join() !== expected.shape.join()) {
    throw new Error(`shape [${actual.shape}] instead of [${expected.shape}]`);
  }
  return tf.tidy(() => tf.max(tf.abs(tf.sub(actual, expected))).dataSync()[0] ?? Number.NaN);
}

/** Values from the normal distribution: a function of the name and the shape. */
export function randomTensor(name: string, shape: readonly number[], deviation = 1): Tensor {
  const { normal } = stream(7, name);
  const size = shape.reduce((product, side) => product * side, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => deviation * normal()),
    [...shape],
  );
}
