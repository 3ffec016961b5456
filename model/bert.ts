import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { type Activation, activate } from './activation.ts';
import { attention, hiddenLogit } from './attention.ts';
import { constant, tf } from './backend.ts';
import { configReader, expectDivisible, type Fields } from './config-reader.ts';
import type { Encoder, EncoderInput, TensorShape } from './encoder.ts';
import { layerShapes, linearShapes, normShapes, tableShape } from './encoder-shapes.ts';
import { norm } from './layer-norm.ts';
import { dense, project } from './linear.ts';
import { appendMaskToken, focusOf, maskTokenBias, toEncoded } from './mask-token.ts';
import { frozenDropout, frozenRate, type Pass, plainOptions, siteSeed, weight } from './pass.ts';

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

const blockName = (layer: number) => `encoder.layer.${layer}`;
const projectionNames = {
  query: 'attention.self.query',
  key: 'attention.self.key',
  value: 'attention.self.value',
  output: 'attention.output.dense',
} as const;

function tensorsOf(config: BertConfig): { [name: string]: TensorShape } {
  const { dim, mlp, layers } = config;
  return {
    ...tableShape('embeddings.word_embeddings.weight', [config.vocabulary, dim]),
    ...tableShape('embeddings.position_embeddings.weight', [config.positions, dim]),
    ...tableShape('embeddings.token_type_embeddings.weight', [config.types, dim]),
    ...normShapes('embeddings.LayerNorm', dim),
    ...layerShapes(layers, (layer) => ({
      ...layerShapes(4, (index) =>
        linearShapes(`${blockName(layer)}.${Object.values(projectionNames)[index]}`, dim, dim),
      ),
      ...normShapes(`${blockName(layer)}.attention.output.LayerNorm`, dim),
      ...linearShapes(`${blockName(layer)}.intermediate.dense`, dim, mlp),
      ...linearShapes(`${blockName(layer)}.output.dense`, mlp, dim),
      ...normShapes(`${blockName(layer)}.output.LayerNorm`, dim),
    })),
    ...linearShapes('pooler.dense', dim, dim),
  };
}

/** Word, position and type embeddings, norm and dropout: [batch, length, dim]. */
function embed(pass: Pass, ids: Tensor2D, config: BertConfig): Tensor3D {
  const [batch, length] = ids.shape;
  const words: Tensor3D = tf.gather(weight(pass, 'embeddings.word_embeddings.weight'), ids);
  const positions = tf.slice(
    weight(pass, 'embeddings.position_embeddings.weight'),
    [0, 0],
    [length, config.dim],
  );
  const type = tf.slice(weight(pass, 'embeddings.token_type_embeddings.weight'), [0, 0], [1, config.dim]);
  const sum: Tensor2D = tf.reshape(tf.add(words, tf.add(positions, type)), [batch * length, config.dim]);
  const normed = norm(pass, sum, 'embeddings.LayerNorm', config.epsilon);
  const dropped = frozenDropout(pass, normed, config.layers, 'embedding');
  return tf.reshape(dropped, [batch, length, config.dim]);
}

/** Hides padding, never the mask token at the end: [batch, 1, 1, tokens]. */
function paddingBias(attentionMask: Tensor2D, tokens: number): Tensor {
  const [batch, length] = attentionMask.shape;
  const real = tf.cast(attentionMask, 'float32');
  const shown = tokens === length ? real : tf.concat([real, tf.ones([batch, 1])], 1); // [batch, tokens]
  return tf.reshape(tf.mul(tf.sub(1, shown), hiddenLogit), [batch, 1, 1, tokens]);
}

type Block = (x: Tensor2D, layer: number) => Tensor2D;

/** One post-norm block over rows [batch * tokens, dim]; the last one gives fewer rows. */
function makeBlock(pass: Pass, config: BertConfig, attentionMask: Tensor2D, tokens: number): Block {
  const batch = attentionMask.shape[0];
  const padding = paddingBias(attentionMask, tokens);
  return (x, layer) => {
    const { queries, pick } = focusOf(layer === config.layers - 1, batch, tokens, pass.options);
    const readonlyBias = maskTokenBias(queries, tokens, pass.options);
    const logitBias = readonlyBias === undefined ? padding : tf.add(padding, readonlyBias);
    const shape = { batch, queries, tokens, heads: config.heads, logitBias, dropout: frozenRate(pass) };
    const name = blockName(layer);
    const side = (site: keyof typeof projectionNames, rows: Tensor2D) =>
      project(pass, rows, `${name}.${projectionNames[site]}`, { layer, site });
    const seed = siteSeed(pass, layer, 'attention');
    const seen = attention(side('query', pick(x)), side('key', x), side('value', x), { ...shape, seed });
    const attended = frozenDropout(pass, side('output', seen), layer, 'attentionOutput');
    const middle = norm(
      pass,
      tf.add(pick(x), attended),
      `${name}.attention.output.LayerNorm`,
      config.epsilon,
    );
    const wide = activate(dense(pass, middle, `${name}.intermediate.dense`), config.activation);
    const narrow = frozenDropout(pass, dense(pass, wide, `${name}.output.dense`), layer, 'mlpOutput');
    return norm(pass, tf.add(middle, narrow), `${name}.output.LayerNorm`, config.epsilon);
  };
}

type Text = Extract<EncoderInput, { kind: 'text' }>;

function runBlocks(pass: Pass, { ids, attentionMask }: Text, config: BertConfig): Tensor2D {
  const compute = () => embed(pass, ids, config);
  const words = pass.options.trainableWeights ? compute() : constant(compute);
  const embedded = appendMaskToken(words, pass.options.maskToken);
  const [batch, tokens, dim] = embedded.shape;
  const block = makeBlock(pass, config, attentionMask, tokens);
  let x: Tensor2D = tf.reshape(embedded, [batch * tokens, dim]);
  for (let layer = 0; layer < config.layers; layer += 1) {
    // Frees what a block leaves behind but for its gradient's needs, which the tape keeps.
    const input = x;
    x = tf.tidy(() => block(input, layer));
  }
  return x;
}

function textOf(input: EncoderInput, { positions }: BertConfig): Text {
  if (input.kind !== 'text') throw failure('LAC9001', { what: 'a text encoder was given pictures' });
  const [, tokens] = input.ids.shape;
  if (tokens > positions) throw failure('LAC4130', { tokens, limit: positions });
  return input;
}

/** The BERT encoder of one size; tensors are named as in `BertModel`. The pooler is carried, never run. */
export function bert(config: BertConfig): Encoder {
  return {
    architecture: 'bert',
    modality: 'text',
    dim: config.dim,
    layers: config.layers,
    tensors: tensorsOf(config),
    projections: (targets) =>
      Array.from({ length: config.layers }, (_, layer) =>
        targets.map((target) => `${blockName(layer)}.${projectionNames[target]}`),
      ).flat(),
    encode: (weights, input, options) => {
      const text = textOf(input, config);
      return toEncoded(runBlocks({ weights, options }, text, config), text.ids.shape[0], options);
    },
    lastHiddenState: (weights, input) => {
      const text = textOf(input, config);
      const rows = runBlocks({ weights, options: plainOptions }, text, config);
      return tf.reshape(rows, [text.ids.shape[0], text.ids.shape[1], config.dim]);
    },
  };
}
