import type { Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from './backend.ts';
import { configReader, expectDivisible, type Fields } from './config-reader.ts';
import { differentiableDropout, differentiableNorm, embedConstant, learnsEmbedding } from './embedding.ts';
import type { Encoded, EncodeOptions, Encoder, EncoderInput, Weights } from './encoder.ts';
import { blockShapes, linearShapes, normShapes, tableShape } from './encoder-shapes.ts';
import { type Pass, plainOptions, siteSeed, vector, weight } from './pass.ts';
import { projectionsOf, toEncoded, transform } from './transformer.ts';
import type { Activation, BlockNames, Transformer } from './transformer-kind.ts';

/** Size of a BERT encoder (Devlin et al. 2019). */
interface BertConfig {
  readonly dim: number;
  readonly mlp: number;
  readonly layers: number;
  readonly heads: number;
  readonly vocabulary: number;
  readonly positions: number;
  readonly types: number;
  readonly activation: Activation;
  readonly epsilon: number;
}

/** Reads a BERT `config.json`; absent fields take Hugging Face's defaults. The second value lists its faults. */
export function parseBertConfig(file: Fields): readonly [BertConfig, readonly string[]] {
  const reader = configReader(file);
  const config: BertConfig = {
    dim: reader.integer('hidden_size', 768),
    mlp: reader.integer('intermediate_size', 3072),
    layers: reader.integer('num_hidden_layers', 12),
    heads: reader.integer('num_attention_heads', 12),
    vocabulary: reader.integer('vocab_size', 30522),
    positions: reader.integer('max_position_embeddings', 512),
    types: reader.integer('type_vocab_size', 2),
    activation: reader.activation('gelu'),
    epsilon: reader.number('layer_norm_eps', 1e-12),
  };
  reader.expect('model_type', ['bert']);
  reader.expect('position_embedding_type', ['absolute']);
  expectDivisible(reader.problems, config.dim, config.heads);
  return [config, reader.problems];
}

const blockNames: BlockNames = {
  query: 'encoder.layer.*.attention.self.query',
  key: 'encoder.layer.*.attention.self.key',
  value: 'encoder.layer.*.attention.self.value',
  output: 'encoder.layer.*.attention.output.dense',
  mlpIn: 'encoder.layer.*.intermediate.dense',
  mlpOut: 'encoder.layer.*.output.dense',
  norms: ['encoder.layer.*.attention.output.LayerNorm', 'encoder.layer.*.output.LayerNorm'],
};

function tensorsOf(config: BertConfig): Encoder['tensors'] {
  const { dim } = config;
  return {
    ...tableShape('embeddings.word_embeddings.weight', [config.vocabulary, dim]),
    ...tableShape('embeddings.position_embeddings.weight', [config.positions, dim]),
    ...tableShape('embeddings.token_type_embeddings.weight', [config.types, dim]),
    ...normShapes('embeddings.LayerNorm', dim),
    ...blockShapes(config.layers, blockNames, config),
    ...linearShapes('pooler.dense', dim, dim),
  };
}

/** Word, position and type embeddings, norm and dropout: [batch, length, dim]. */
function embed(pass: Pass, ids: Tensor2D, { dim, epsilon, layers }: BertConfig): Tensor3D {
  const [, length] = ids.shape;
  const words: Tensor3D = tf.gather(weight(pass, 'embeddings.word_embeddings.weight'), ids);
  const positions = tf.slice(weight(pass, 'embeddings.position_embeddings.weight'), [0, 0], [length, dim]);
  const type = tf.slice(weight(pass, 'embeddings.token_type_embeddings.weight'), [0, 0], [1, dim]);
  const sum: Tensor3D = tf.add(words, tf.add(positions, type));
  const [scale, shift] = ['weight', 'bias'].map((part) => vector(pass, `embeddings.LayerNorm.${part}`));
  const rate = pass.options.training ? pass.options.frozenDropout : 0;
  const normed = differentiableNorm(sum, scale as Tensor1D, shift as Tensor1D, epsilon);
  return differentiableDropout(normed, rate, siteSeed(pass, layers, 'embedding'));
}

/** The pooler's output for class tokens [batch, dim]: tanh of a linear layer (`pooler_output`). */
function pool(weights: Weights, classToken: Tensor2D): Tensor2D {
  const dense = tf.matMul(classToken, weight({ weights }, 'pooler.dense.weight'), false, true);
  return tf.tanh(tf.add(dense, vector({ weights }, 'pooler.dense.bias')));
}

type Text = Extract<EncoderInput, { kind: 'text' }>;

function textOf(input: EncoderInput, { positions }: BertConfig): Text {
  if (input.kind !== 'text') throw failure('LAC9001', { what: `a text encoder was given ${input.kind}` });
  const [, tokens] = input.ids.shape;
  if (tokens > positions) throw failure('LAC4130', { tokens, limit: positions });
  return input;
}

/** The BERT encoder of one size; tensors are named as in `BertModel`. The pooler runs only on request. */
export function bert(config: BertConfig): Encoder {
  const tensors = tensorsOf(config);
  const transformer: Transformer = {
    order: 'post-norm',
    heads: config.heads,
    layers: config.layers,
    activation: config.activation,
    epsilon: config.epsilon,
    hasDropout: true,
    blocks: blockNames,
    classTokens: 1,
  };
  const outputs = (weights: Weights, input: EncoderInput, options: EncodeOptions) => {
    const { ids, attentionMask } = textOf(input, config);
    const learns = learnsEmbedding(tensors, options);
    const tokens = embedConstant(learns, () => embed({ weights, options }, ids, config));
    return transform(transformer, weights, { tokens, learns, attentionMask }, options);
  };
  const encode = (weights: Weights, input: EncoderInput, options: EncodeOptions): Encoded => {
    const encoded = toEncoded(outputs(weights, input, options), options);
    if (options.classToken !== 'pooler') return encoded;
    return { ...encoded, classToken: pool(weights, encoded.classToken) };
  };
  return {
    architecture: 'bert',
    modality: 'text',
    dim: config.dim,
    layers: config.layers,
    longest: config.positions,
    tensors,
    projections: (targets) => projectionsOf(transformer, targets),
    encode,
    lastHiddenState: (weights, input) => outputs(weights, input, plainOptions),
  };
}
