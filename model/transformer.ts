import type { Rank, Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import type { LogitBias } from './attention.ts';
import { tf } from './backend.ts';
import { runBlock } from './block.ts';
import type { Encoded, EncodeOptions, HalfBatches, LoraTarget, Weights } from './encoder.ts';
import { halvesOf, isDivided, joinHalves, partHalves } from './halves.ts';
import { norm } from './layer-norm.ts';
import { adapterLeaf } from './linear.ts';
import { type Layer, type Pass, scoped } from './pass.ts';
import {
  countOf,
  everyToken,
  extend,
  paddingBias,
  readonlyBias,
  sumOfBiases,
  type Wanted,
} from './tokens.ts';
import { type Leaves, Trace } from './trace.ts';
import { type BlockNames, type Embedded, namesOfBlock, type Transformer } from './transformer-kind.ts';

const embeddedLeaf = 'embedded';
const maskTokensLeaf = 'mask tokens';
const promptLeaf = (layer: number) => `prompt ${layer}`;

/** Checkpoint names of the linear layers and norms of one block. */
function blockParts({ query, key, value, output, mlpIn, mlpOut, norms }: BlockNames): readonly string[] {
  return [query, key, value, output, mlpIn, mlpOut, ...norms];
}

const targetParts = {
  query: 'query',
  key: 'key',
  value: 'value',
  output: 'output',
  'mlp-in': 'mlpIn',
  'mlp-out': 'mlpOut',
} as const;

/** Checkpoint names of the linear layers that adapter targets mean, all blocks. */
export function projectionsOf(
  { layers, blocks }: Transformer,
  targets: readonly LoraTarget[],
): readonly string[] {
  return Array.from({ length: layers }, (_, layer) =>
    targets.map((target) => namesOfBlock(blocks, layer)[targetParts[target]]),
  ).flat();
}

/** Every weight that a transformer uses, by name. */
function weightNames({ layers, blocks, inputNorm, outputNorm }: Transformer): readonly string[] {
  const parts = Array.from({ length: layers }, (_, layer) => blockParts(namesOfBlock(blocks, layer))).flat();
  const norms = [inputNorm, outputNorm].filter((name) => name !== undefined);
  return [...parts, ...norms].flatMap((part) => [`${part}.weight`, `${part}.bias`]);
}

/** What learns in a call of a transformer, by leaf. */
export function leavesOf(
  transformer: Transformer,
  weights: Weights,
  embedded: Embedded,
  options: EncodeOptions,
): Leaves {
  const learning = weightNames(transformer).filter(options.learns);
  const adapters = Object.entries(options.adapters?.matrices ?? {}).flatMap(([name, { A, B }]) => [
    [adapterLeaf(name, 'A'), A] as const,
    [adapterLeaf(name, 'B'), B] as const,
  ]);
  const prompts = options.prompts?.map((prompt, layer) => [promptLeaf(layer), prompt] as const) ?? [];
  return {
    ...(embedded.learns && { [embeddedLeaf]: embedded.tokens }),
    ...(options.maskTokens && { [maskTokensLeaf]: options.maskTokens }),
    ...Object.fromEntries([...adapters, ...prompts]),
    ...Object.fromEntries(learning.map((name) => [name, weights[name] as Tensor])),
  };
}

/**
 * Runs the blocks over embedded sequences, with mask tokens appended and prompts prepended. Outputs after the last
 * norm: [batch, wanted, dim], the class tokens first and the mask tokens last, or every token with `allTokens`. On
 * a gradient tape it is one operation, differentiable in everything that learns.
 */
export function transform(
  transformer: Transformer,
  weights: Weights,
  embedded: Embedded,
  options: EncodeOptions,
): Tensor3D {
  const leaves = leavesOf(transformer, weights, embedded, options);
  const isDifferentiated = tf.engine().state.gradientDepth > 0 && Object.keys(leaves).length > 0;
  const isHalved = isDivided(embedded) && !weightNames(transformer).some(options.learns);
  const run = isHalved ? runHalves : runTransformer;
  if (!isDifferentiated) return tf.tidy(() => run(transformer, embedded, { weights, options }).value);
  return Trace.differentiable(leaves, (trace) => run(transformer, embedded, { weights, options, trace }));
}

/** Outputs [batch, wanted, dim], and the way back, which gives the trace the gradients of its leaves. */
interface Outputs {
  readonly value: Tensor3D;
  readonly back: (dy: Tensor3D) => void;
}

/** As `runTransformer`, for both halves of a batch; the partner thread, if there is one, computes the second. */
function runHalves(transformer: Transformer, embedded: Embedded, pass: Pass): Outputs {
  const { weights, trace, options } = pass;
  const of = embedded.tokens.shape[0];
  const [one, two] = halvesOf({ embedded, options });
  const { partner } = options;
  const call = partner?.forward(transformer, weights, two.embedded, two.options, trace !== undefined);
  const hasOwn = (layer: number) => options.prompts?.[layer]?.shape[0] === of;
  const first = { ...pass, options: one.options, share: { from: 0, of, hasOwn } };
  const second = { ...pass, options: two.options, share: { from: one.embedded.tokens.shape[0], of, hasOwn } };
  const firstRun = runTransformer(transformer, one.embedded, first);
  const secondRun =
    partner === undefined
      ? runTransformer(transformer, two.embedded, second)
      : { value: partner.outputs(), back: () => givePartners(second, partner) };
  return {
    value: joinHalves(firstRun.value, secondRun.value),
    back: (dy) => {
      const [dFirst, dSecond] = partHalves(dy);
      if (call !== undefined) partner?.backward(call, dSecond);
      firstRun.back(dFirst);
      secondRun.back(dSecond);
    },
  };
}

/** Waits for the gradients of the partner's half and adds them. */
function givePartners(pass: Pass, partner: HalfBatches): void {
  const { prompts = [] } = pass.options;
  const gradients = { ...partner.gradients() };
  for (const layer of prompts.keys()) {
    const leaf = promptLeaf(layer);
    gradients[leaf] = forWholeBatch(pass, gradients[leaf] as Tensor3D, layer);
  }
  for (const [leaf, gradient] of Object.entries(gradients)) pass.trace?.give(leaf, gradient);
}

/** The gradient of a prompt; of one per sequence, with zeros for the sequences of the other half. */
function forWholeBatch({ share }: Pass, gradient: Tensor3D, layer: number): Tensor3D {
  if (share === undefined || !share.hasOwn(layer)) return gradient;
  const [batch, count, dim] = gradient.shape;
  const zeros = (rows: number) => (rows === 0 ? [] : [tf.zeros<Rank.R3>([rows, count, dim])]);
  return tf.concat([...zeros(share.from), gradient, ...zeros(share.of - share.from - batch)], 0);
}

/** Runs the blocks; call inside tf.tidy or a trace's scope. */
export function runTransformer(transformer: Transformer, embedded: Embedded, pass: Pass): Outputs {
  const { options } = pass;
  const [batch, length, dim] = embedded.tokens.shape;
  const parts: Layer[] = [];
  let rows: Tensor2D = tf.reshape(embedded.tokens, [batch * length, dim]);
  const run = (part: (x: Tensor2D) => Layer) => {
    const x = rows;
    const layer = scoped(pass, () => part(x));
    parts.push(layer);
    rows = layer.value;
    if (!pass.trace?.holds(x)) x.dispose();
  };
  if (options.maskTokens !== undefined) {
    run(extension(batch, options.maskTokens, 'end', (given) => pass.trace?.give(maskTokensLeaf, given)));
  }
  const { inputNorm, epsilon } = transformer;
  if (inputNorm !== undefined) run((x) => norm(pass, x, inputNorm, epsilon));
  const biasOf = biases(embedded, options);
  for (let layer = 0; layer < transformer.layers; layer += 1) {
    const prompt = options.prompts?.[layer];
    if (prompt !== undefined) {
      const give = (given: Tensor3D) =>
        pass.trace?.give(promptLeaf(layer), forWholeBatch(pass, given, layer));
      run(extension(batch, prompt, 'start', give));
    }
    const tokens = rows.shape[0] / batch;
    const wanted = wantedTokens(transformer, options, layer, tokens);
    const logitBias = biasOf(tokens, wanted);
    const names = namesOfBlock(transformer.blocks, layer);
    const block = { kind: transformer, names, layer, batch, tokens, wanted, ...(logitBias && { logitBias }) };
    run((x) => runBlock(pass, x, block));
  }
  const { outputNorm } = transformer;
  if (outputNorm !== undefined) run((x) => norm(pass, x, outputNorm, epsilon));
  const back = (dy: Tensor3D) => {
    let gradient: Tensor2D = tf.reshape(dy, [-1, dim]);
    for (const part of parts.reverse()) gradient = part.back(gradient);
    if (embedded.learns) pass.trace?.give(embeddedLeaf, tf.reshape(gradient, [batch, length, dim]));
  };
  return { value: tf.reshape(rows, [batch, -1, dim]) as Tensor3D, back };
}

/** Tokens added to every sequence; `give` gets the gradient that reaches them. */
function extension(batch: number, added: Tensor3D, at: 'start' | 'end', give: (gradient: Tensor3D) => void) {
  return (x: Tensor2D): Layer => {
    const { value, back } = extend(x, batch, added, at);
    return {
      value,
      back: (dy) => {
        const [dRows, dAdded] = back(dy);
        give(dAdded);
        return dRows;
      },
    };
  };
}

/** Tokens that all prompts together put before a sequence. */
function promptTokens({ prompts = [] }: EncodeOptions): number {
  return prompts.reduce((sum, { shape }) => sum + shape[1], 0);
}

/** Every token, but in the last block those that outputs are made of, unless all are asked for. */
function wantedTokens(
  { layers, classTokens }: Transformer,
  options: EncodeOptions,
  layer: number,
  tokens: number,
): Wanted {
  if (layer < layers - 1 || options.allTokens === true) return everyToken(tokens);
  const before = promptTokens(options);
  return { start: before, first: classTokens, last: options.maskTokens?.shape[1] ?? 0 };
}

/** The logit bias of each block; blocks of one shape share it. Undefined where every token sees every token. */
function biases({ attentionMask }: Embedded, options: EncodeOptions) {
  const count = options.maskTokens?.shape[1] ?? 0;
  const made = new Map<string, LogitBias | undefined>();
  const make = (total: number, wanted: Wanted): LogitBias | undefined => {
    const places = { tokens: total, count, wanted };
    const padding = attentionMask && paddingBias(attentionMask, places);
    if (count === 0 || options.visibility === 'full') return padding;
    const hidden = readonlyBias(places);
    return padding === undefined ? hidden : sumOfBiases(padding, hidden);
  };
  return (total: number, wanted: Wanted) => {
    const key = `${total} ${countOf(wanted)}`;
    if (!made.has(key)) made.set(key, make(total, wanted));
    return made.get(key);
  };
}

/** Outputs [batch, wanted, dim] of `transform` as the contract wants them; on the gradient tape. */
export function toEncoded(outputs: Tensor3D, options: EncodeOptions): Encoded {
  const [batch, wanted, dim] = outputs.shape;
  const count = options.maskTokens?.shape[1] ?? 0;
  const before = options.allTokens === true ? promptTokens(options) : 0;
  const at = (position: number): Tensor2D =>
    tf.reshape(tf.slice(outputs, [0, position, 0], [batch, 1, dim]), [batch, dim]);
  const classToken =
    options.classToken === 'mean-with-distillation'
      ? (tf.mul(tf.add(at(before), at(before + 1)), 0.5) as Tensor2D)
      : at(before);
  return {
    classToken,
    maskTokens: Array.from({ length: count }, (_, index) => at(wanted - count + index)),
    ...(options.allTokens === true && { hidden: outputs }),
  };
}
