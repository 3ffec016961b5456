import type { Tensor, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from './backend.ts';
import { configReader, expectDivisible, type Fields } from './config-reader.ts';
import { embedConstant, learnsEmbedding } from './embedding.ts';
import type { EncodeOptions, Encoder, EncoderInput, Weights } from './encoder.ts';
import { blockShapes, normShapes, tableShape } from './encoder-shapes.ts';
import { plainOptions, vector, weight } from './pass.ts';
import { projectionsOf, toEncoded, transform } from './transformer.ts';
import type { Activation, BlockNames, Transformer } from './transformer-kind.ts';

/** Size of an Audio Spectrogram Transformer (Gong et al. 2021). */
interface AstConfig {
  readonly dim: number;
  readonly mlp: number;
  readonly layers: number;
  readonly heads: number;
  readonly patch: number;
  readonly frequencyStride: number;
  readonly timeStride: number;
  /** Frames of the spectrogram. */
  readonly time: number;
  readonly melBins: number;
  readonly activation: Activation;
  readonly epsilon: number;
}

/** Reads an AST `config.json`; absent fields take Hugging Face's defaults. The second value lists its faults. */
export function parseAstConfig(file: Fields): readonly [AstConfig, readonly string[]] {
  const reader = configReader(file);
  const config: AstConfig = {
    dim: reader.integer('hidden_size', 768),
    mlp: reader.integer('intermediate_size', 3072),
    layers: reader.integer('num_hidden_layers', 12),
    heads: reader.integer('num_attention_heads', 12),
    patch: reader.integer('patch_size', 16),
    frequencyStride: reader.integer('frequency_stride', 10),
    timeStride: reader.integer('time_stride', 10),
    time: reader.integer('max_length', 1024),
    melBins: reader.integer('num_mel_bins', 128),
    activation: reader.activation('gelu'),
    epsilon: reader.number('layer_norm_eps', 1e-12),
  };
  reader.expect('model_type', ['audio-spectrogram-transformer']);
  if (file['qkv_bias'] === false) reader.problems.push('qkv_bias is false, not true');
  expectDivisible(reader.problems, config.dim, config.heads);
  if (Math.min(config.time, config.melBins) < config.patch) {
    reader.problems.push(`patch_size ${config.patch} is larger than the spectrogram`);
  }
  return [config, reader.problems];
}

const blockNames: BlockNames = {
  query: 'encoder.layer.*.attention.attention.query',
  key: 'encoder.layer.*.attention.attention.key',
  value: 'encoder.layer.*.attention.attention.value',
  output: 'encoder.layer.*.attention.output.dense',
  mlpIn: 'encoder.layer.*.intermediate.dense',
  mlpOut: 'encoder.layer.*.output.dense',
  norms: ['encoder.layer.*.layernorm_before', 'encoder.layer.*.layernorm_after'],
};

const projection = 'embeddings.patch_embeddings.projection';

function tensorsOf(config: AstConfig): Encoder['tensors'] {
  const { dim, patch } = config;
  const along = (length: number, stride: number) => Math.floor((length - patch) / stride) + 1;
  const patches = along(config.melBins, config.frequencyStride) * along(config.time, config.timeStride);
  return {
    ...tableShape('embeddings.cls_token', [1, 1, dim]),
    ...tableShape('embeddings.distillation_token', [1, 1, dim]),
    ...tableShape('embeddings.position_embeddings', [1, patches + 2, dim]),
    ...tableShape(`${projection}.weight`, [dim, 1, patch, patch]),
    [`${projection}.bias`]: { shape: [dim], initial: 'zeros' },
    ...blockShapes(config.layers, blockNames, config),
    ...normShapes('layernorm', dim),
  };
}

/** Patches of the spectrogram, frequency-major, behind class and distillation token: [batch, patches + 2, dim]. */
function embed(weights: Weights, spectrogram: Tensor3D, config: AstConfig): Tensor3D {
  const [batch, time, mel] = spectrogram.shape;
  const picture: Tensor4D = tf.reshape(tf.transpose(spectrogram, [0, 2, 1]), [batch, mel, time, 1]);
  const kernel = tf.transpose(weight<Tensor4D>({ weights }, `${projection}.weight`), [2, 3, 1, 0]);
  const maps = tf.conv2d(picture, kernel, [config.frequencyStride, config.timeStride], 'valid');
  const patches = tf.add(maps, vector({ weights }, `${projection}.bias`)); // [batch, rows, columns, dim]
  const row = (name: string): Tensor =>
    tf.add(tf.zeros([batch, 1, config.dim]), weight<Tensor3D>({ weights }, `embeddings.${name}`));
  const tokens = [row('cls_token'), row('distillation_token'), tf.reshape(patches, [batch, -1, config.dim])];
  return tf.add(tf.concat(tokens, 1), weight<Tensor3D>({ weights }, 'embeddings.position_embeddings'));
}

function spectrogramOf(input: EncoderInput, { time, melBins }: AstConfig): Tensor3D {
  if (input.kind !== 'audio') throw failure('LAC9001', { what: `an audio encoder was given ${input.kind}` });
  const [, frames, bins] = input.spectrogram.shape;
  if (frames !== time || bins !== melBins) throw failure('LAC4135', { frames, bins, time, melBins });
  return input.spectrogram;
}

/** The AST encoder of one size; tensors are named as in `ASTModel`. */
export function ast(config: AstConfig): Encoder {
  const tensors = tensorsOf(config);
  const transformer: Transformer = {
    order: 'pre-norm',
    heads: config.heads,
    layers: config.layers,
    activation: config.activation,
    epsilon: config.epsilon,
    hasDropout: false,
    blocks: blockNames,
    outputNorm: 'layernorm',
    classTokens: 2,
  };
  const outputs = (weights: Weights, input: EncoderInput, options: EncodeOptions) => {
    const spectrogram = spectrogramOf(input, config);
    const learns = learnsEmbedding(tensors, options);
    const tokens = embedConstant(learns, () => embed(weights, spectrogram, config));
    return transform(transformer, weights, { tokens, learns }, options);
  };
  return {
    architecture: 'ast',
    modality: 'audio',
    dim: config.dim,
    layers: config.layers,
    longest: tensors['embeddings.position_embeddings']?.shape[1] ?? 0,
    tensors,
    projections: (targets) => projectionsOf(transformer, targets),
    encode: (weights, input, options) => toEncoded(outputs(weights, input, options), options),
    lastHiddenState: (weights, input) => outputs(weights, input, plainOptions),
  };
}
