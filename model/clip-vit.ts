import type { Tensor1D, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { type Activation, activate } from './activation.ts';
import { attention } from './attention.ts';
import { constant, tf } from './backend.ts';
import { configReader, expectDivisible, type Fields, isFields } from './config-reader.ts';
import type { Encoder, EncoderInput, TensorShape } from './encoder.ts';
import { layerShapes, linearShapes, normShapes, tableShape } from './encoder-shapes.ts';
import { norm } from './layer-norm.ts';
import { dense, linear, project } from './linear.ts';
import { appendMaskToken, focusOf, maskTokenBias, toEncoded } from './mask-token.ts';
import { type Pass, plainOptions, siteSeed, vector, weight } from './pass.ts';

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

const blockName = (layer: number) => `encoder.layers.${layer}`;
const projectionNames = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' } as const;

function tensorsOf({ dim, mlp, layers, imageSize, patch }: ClipVitConfig): { [name: string]: TensorShape } {
  return {
    ...tableShape('embeddings.class_embedding', [dim]),
    ...tableShape('embeddings.patch_embedding.weight', [dim, 3, patch, patch]),
    ...tableShape('embeddings.position_embedding.weight', [(imageSize / patch) ** 2 + 1, dim]),
    ...normShapes('pre_layrnorm', dim),
    ...layerShapes(layers, (layer) => ({
      ...layerShapes(4, (index) =>
        linearShapes(`${blockName(layer)}.self_attn.${Object.values(projectionNames)[index]}`, dim, dim),
      ),
      ...normShapes(`${blockName(layer)}.layer_norm1`, dim),
      ...linearShapes(`${blockName(layer)}.mlp.fc1`, dim, mlp),
      ...linearShapes(`${blockName(layer)}.mlp.fc2`, mlp, dim),
      ...normShapes(`${blockName(layer)}.layer_norm2`, dim),
    })),
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

function embed(pass: Pass, pixels: Tensor4D, { patch, dim }: ClipVitConfig): Tensor3D {
  const kernel = weight<Tensor4D>(pass, 'embeddings.patch_embedding.weight'); // [dim, 3, patch, patch]
  const flatKernel: Tensor2D = tf.reshape(kernel, [dim, 3 * patch * patch]);
  const rows = linear(patchRows(pixels, patch), { weight: flatKernel });
  const patches: Tensor3D = tf.reshape(rows, [pixels.shape[0], -1, dim]);
  const classRow: Tensor1D = vector(pass, 'embeddings.class_embedding');
  const classes: Tensor3D = tf.add(tf.zeros([pixels.shape[0], 1, dim]), classRow);
  return tf.add(tf.concat([classes, patches], 1), weight(pass, 'embeddings.position_embedding.weight'));
}

type Block = (x: Tensor2D, layer: number) => Tensor2D;

/** One pre-norm block over rows [batch * tokens, dim]; the last one gives fewer rows. */
function makeBlock(pass: Pass, config: ClipVitConfig, batch: number, tokens: number): Block {
  return (x, layer) => {
    const { queries, pick } = focusOf(layer === config.layers - 1, batch, tokens, pass.options);
    const logitBias = maskTokenBias(queries, tokens, pass.options);
    const shape = {
      batch,
      queries,
      tokens,
      heads: config.heads,
      dropout: 0,
      ...(logitBias && { logitBias }),
    };
    const name = blockName(layer);
    const side = (site: keyof typeof projectionNames, rows: Tensor2D) =>
      project(pass, rows, `${name}.self_attn.${projectionNames[site]}`, { layer, site });
    const normed = norm(pass, x, `${name}.layer_norm1`, config.epsilon);
    const seed = siteSeed(pass, layer, 'attention');
    const seen = attention(side('query', pick(normed)), side('key', normed), side('value', normed), {
      ...shape,
      seed,
    });
    const attended: Tensor2D = tf.add(pick(x), side('output', seen));
    const wide = dense(pass, norm(pass, attended, `${name}.layer_norm2`, config.epsilon), `${name}.mlp.fc1`);
    return tf.add(attended, dense(pass, activate(wide, config.activation), `${name}.mlp.fc2`));
  };
}

/** All blocks, before the last norm: [batch * (all tokens or the ends), dim]. */
function runBlocks(pass: Pass, pixels: Tensor4D, config: ClipVitConfig): Tensor2D {
  const compute = () => embed(pass, pixels, config);
  const patches = pass.options.trainableWeights ? compute() : constant(compute);
  const embedded = appendMaskToken(patches, pass.options.maskToken);
  const [batch, tokens, dim] = embedded.shape;
  const block = makeBlock(pass, config, batch, tokens);
  let x = norm(pass, tf.reshape(embedded, [batch * tokens, dim]), 'pre_layrnorm', config.epsilon);
  for (let layer = 0; layer < config.layers; layer += 1) {
    // Frees what a block leaves behind but for its gradient's needs, which the tape keeps.
    const input = x;
    x = tf.tidy(() => block(input, layer));
  }
  return x;
}

function pixelsOf(input: EncoderInput, { imageSize: size }: ClipVitConfig): Tensor4D {
  if (input.kind !== 'image') throw failure('LAC9001', { what: 'an image encoder was given text' });
  const [, height, width] = input.pixels.shape;
  if (height !== size || width !== size) throw failure('LAC4131', { height, width, size });
  return input.pixels;
}

/** The CLIP vision encoder of one size; tensors are named as in `CLIPVisionModel` without `vision_model.`. */
export function clipVit(config: ClipVitConfig): Encoder {
  return {
    architecture: 'clip-vit',
    modality: 'image',
    dim: config.dim,
    layers: config.layers,
    tensors: tensorsOf(config),
    projections: (targets) =>
      Array.from({ length: config.layers }, (_, layer) =>
        targets.map((target) => `${blockName(layer)}.self_attn.${projectionNames[target]}`),
      ).flat(),
    encode: (weights, input, options) => {
      const pixels = pixelsOf(input, config);
      const pass = { weights, options };
      const rows = norm(pass, runBlocks(pass, pixels, config), 'post_layernorm', config.epsilon);
      return toEncoded(rows, pixels.shape[0], options);
    },
    lastHiddenState: (weights, input) => {
      const pixels = pixelsOf(input, config);
      const rows = runBlocks({ weights, options: plainOptions }, pixels, config);
      return tf.reshape(rows, [pixels.shape[0], -1, config.dim]);
    },
  };
}
