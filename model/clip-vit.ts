import type { Tensor1D, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from './backend.ts';
import { configReader, expectDivisible, type Fields, isFields } from './config-reader.ts';
import { embedConstant, learnsEmbedding } from './embedding.ts';
import type { EncodeOptions, Encoder, EncoderInput, Weights } from './encoder.ts';
import { blockShapes, normShapes, tableShape } from './encoder-shapes.ts';
import { plainOptions, vector, weight } from './pass.ts';
import { projectionsOf, toEncoded, transform } from './transformer.ts';
import type { Activation, BlockNames, Transformer } from './transformer-kind.ts';

/** Size of a CLIP vision transformer (Radford et al. 2021). */
interface ClipVitConfig {
  readonly dim: number;
  readonly mlp: number;
  readonly layers: number;
  readonly heads: number;
  readonly imageSize: number;
  readonly patch: number;
  readonly activation: Activation;
  readonly epsilon: number;
}

/**
 * Reads the vision part of a CLIP `config.json`, or a CLIP vision model's own; absent fields take Hugging Face's
 * defaults. The second value lists what is wrong with it.
 */
export function parseClipVitConfig(file: Fields): readonly [ClipVitConfig, readonly string[]] {
  const vision = file['vision_config'];
  const reader = configReader(isFields(vision) ? vision : file);
  const config: ClipVitConfig = {
    dim: reader.integer('hidden_size', 768),
    mlp: reader.integer('intermediate_size', 3072),
    layers: reader.integer('num_hidden_layers', 12),
    heads: reader.integer('num_attention_heads', 12),
    imageSize: reader.integer('image_size', 224),
    patch: reader.integer('patch_size', 32),
    activation: reader.activation('quick_gelu'),
    epsilon: reader.number('layer_norm_eps', 1e-5),
  };
  reader.expect('model_type', ['clip_vision_model', 'clip']);
  if (reader.integer('num_channels', 3) !== 3) reader.problems.push('num_channels is not 3');
  expectDivisible(reader.problems, config.dim, config.heads);
  if (config.imageSize % config.patch !== 0) {
    reader.problems.push(`image_size ${config.imageSize} is not divisible by patch_size ${config.patch}`);
  }
  return [config, reader.problems];
}

const blockNames: BlockNames = {
  query: 'encoder.layers.*.self_attn.q_proj',
  key: 'encoder.layers.*.self_attn.k_proj',
  value: 'encoder.layers.*.self_attn.v_proj',
  output: 'encoder.layers.*.self_attn.out_proj',
  mlpIn: 'encoder.layers.*.mlp.fc1',
  mlpOut: 'encoder.layers.*.mlp.fc2',
  norms: ['encoder.layers.*.layer_norm1', 'encoder.layers.*.layer_norm2'],
};

function tensorsOf({ dim, mlp, layers, imageSize, patch }: ClipVitConfig): Encoder['tensors'] {
  return {
    ...tableShape('embeddings.class_embedding', [dim]),
    ...tableShape('embeddings.patch_embedding.weight', [dim, 3, patch, patch]),
    ...tableShape('embeddings.position_embedding.weight', [(imageSize / patch) ** 2 + 1, dim]),
    ...normShapes('pre_layrnorm', dim),
    ...blockShapes(layers, blockNames, { dim, mlp }),
    ...normShapes('post_layernorm', dim),
  };
}

/** Pixels [batch, height, width, 3] to rows of patches in the order of the checkpoint's kernel, channel first. */
function patchRows(pixels: Tensor4D, patch: number): Tensor2D {
  const [batch, height, width] = pixels.shape;
  const [rows, columns] = [height / patch, width / patch];
  const cut = tf.reshape(pixels, [batch, rows, patch, columns, patch, 3]);
  const ordered = tf.transpose(cut, [0, 1, 3, 5, 2, 4]); // [batch, rows, columns, 3, patch, patch]
  return tf.reshape(ordered, [batch * rows * columns, 3 * patch * patch]);
}

/** Patches behind a class token, plus positions: [batch, frames * patches + 1, dim]. */
function embed(weights: Weights, pixels: Tensor4D, frames: number, { patch, dim }: ClipVitConfig): Tensor3D {
  const batch = pixels.shape[0] / frames;
  const kernel = weight<Tensor4D>({ weights }, 'embeddings.patch_embedding.weight'); // [dim, 3, patch, patch]
  const flatKernel: Tensor2D = tf.reshape(kernel, [dim, 3 * patch * patch]);
  const rows = tf.matMul(patchRows(pixels, patch), flatKernel, false, true);
  const patches: Tensor3D = tf.reshape(rows, [batch, -1, dim]);
  const classRow: Tensor1D = vector({ weights }, 'embeddings.class_embedding');
  const classes: Tensor3D = tf.add(tf.zeros([batch, 1, dim]), classRow);
  const positions = weight({ weights }, 'embeddings.position_embedding.weight');
  return tf.add(tf.concat([classes, patches], 1), positionsOf(positions, frames));
}

/** Positions [patches + 1, dim] for several frames in one sequence: those of the patches once per frame. */
function positionsOf(positions: Tensor2D, frames: number): Tensor2D {
  if (frames === 1) return positions;
  const [first, patches] = tf.split(positions, [1, positions.shape[0] - 1], 0) as [Tensor2D, Tensor2D];
  return tf.concat([first, tf.tile(patches, [frames, 1])], 0);
}

function transformerOf(config: ClipVitConfig): Transformer & { readonly outputNorm: string } {
  return {
    order: 'pre-norm',
    heads: config.heads,
    layers: config.layers,
    activation: config.activation,
    epsilon: config.epsilon,
    hasDropout: false,
    blocks: blockNames,
    inputNorm: 'pre_layrnorm',
    outputNorm: 'post_layernorm',
    classTokens: 1,
  };
}

function pixelsOf(input: EncoderInput, { imageSize: size }: ClipVitConfig): Tensor4D {
  if (input.kind !== 'image') throw failure('LAC9001', { what: `an image encoder was given ${input.kind}` });
  const [, height, width] = input.pixels.shape;
  if (height !== size || width !== size) throw failure('LAC4131', { height, width, size });
  return input.pixels;
}

/** The CLIP vision encoder of one size; tensors are named as in `CLIPVisionModel` without `vision_model.`. */
export function clipVit(config: ClipVitConfig): Encoder {
  const tensors = tensorsOf(config);
  const normed = transformerOf(config);
  const { outputNorm: _, ...bare } = normed;
  const outputs = (weights: Weights, input: EncoderInput, options: EncodeOptions) => {
    const pixels = pixelsOf(input, config);
    const frames = input.kind === 'image' ? (input.framesPerSequence ?? 1) : 1;
    const learns = learnsEmbedding(tensors, options);
    const tokens = embedConstant(learns, () => embed(weights, pixels, frames, config));
    return transform(options.outputNorm === 'none' ? bare : normed, weights, { tokens, learns }, options);
  };
  return {
    architecture: 'clip-vit',
    modality: 'image',
    dim: config.dim,
    layers: config.layers,
    longest: (config.imageSize / config.patch) ** 2 + 1,
    tensors,
    projections: (targets) => projectionsOf(normed, targets),
    encode: (weights, input, options) => toEncoded(outputs(weights, input, options), options),
    lastHiddenState: (weights, input) => outputs(weights, input, { ...plainOptions, outputNorm: 'none' }),
  };
}
