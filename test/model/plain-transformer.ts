import type { Tensor, Tensor1D, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { tf } from '../../model/backend.ts';
import { survivorPair } from '../../model/dropout.ts';
import type { EncodeOptions, Weights } from '../../model/encoder.ts';
import { type Site, siteSeed } from '../../model/pass.ts';
import type { Embedded, Transformer } from '../../model/transformer-kind.ts';
import { namesOfBlock } from '../../model/transformer-kind.ts';

/*
 * The transformer once more, in operations that TensorFlow.js differentiates, every token in every block: what the
 * hand-written gradients are compared with.
 */

interface Run {
  readonly transformer: Transformer;
  readonly weights: Weights;
  readonly options: EncodeOptions;
}

/** Outputs of all tokens after the last norm: [batch, tokens, dim]. */
export function plainTransform(run: Run, embedded: Embedded): Tensor3D {
  const { transformer, options } = run;
  const [batch, length] = embedded.tokens.shape;
  const repeat = (tokens: Tensor3D) => (tokens.shape[0] === batch ? tokens : tf.tile(tokens, [batch, 1, 1]));
  let x: Tensor = embedded.tokens;
  if (options.maskTokens) x = tf.concat([x, repeat(options.maskTokens)], 1);
  if (transformer.inputNorm) x = norm(run, x, transformer.inputNorm);
  for (let layer = 0; layer < transformer.layers; layer += 1) {
    const prompt = options.prompts?.[layer];
    if (prompt) x = tf.concat([repeat(prompt), x], 1);
    x = block(run, x, layer, biasOf(embedded, options, x.shape[1] as number, length));
  }
  return (transformer.outputNorm ? norm(run, x, transformer.outputNorm) : x) as Tensor3D;
}

function biasOf({ attentionMask, tokens }: Embedded, options: EncodeOptions, total: number, length: number) {
  const batch = tokens.shape[0];
  const count = options.maskTokens?.shape[1] ?? 0;
  const before = total - count - length;
  const real = attentionMask?.arraySync() ?? tf.ones([batch, length]).arraySync();
  const hidden = (sample: number, query: number, key: number): boolean => {
    if (key >= total - count) return options.visibility === 'readonly' && query !== key;
    return key >= before && (real as number[][])[sample]?.[key - before] === 0;
  };
  const row = (sample: number, query: number) =>
    Array.from({ length: total }, (_, key) => (hidden(sample, query, key) ? -1e9 : 0));
  const one = (sample: number) => [Array.from({ length: total }, (_, query) => row(sample, query))];
  return tf.tensor4d(Array.from({ length: batch }, (_, sample) => one(sample)));
}

function norm({ weights, transformer }: Run, x: Tensor, name: string): Tensor {
  const { mean, variance } = tf.moments(x, -1, true);
  const unit = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, transformer.epsilon)));
  return tf.add(tf.mul(unit, weights[`${name}.weight`] as Tensor), weights[`${name}.bias`] as Tensor);
}

function dropped(x: Tensor, rate: number, seed: readonly [number, number], which = 0): Tensor {
  const [batch = 0, tokens = 0, dim = 0] = x.shape;
  const shape = x.rank === 3 ? [batch * tokens, dim] : x.shape;
  const mask = survivorPair(shape, rate, seed)?.[which];
  if (mask === undefined) return x;
  return tf.mul(x, tf.reshape(tf.mul(tf.cast(mask.kept, 'float32'), mask.factor), x.shape));
}

function dense(run: Run, x: Tensor, name: string, layer: number, site: Site, which = 0): Tensor {
  const { weights, options } = run;
  const [batch = 0, tokens = 0, dim = 0] = x.shape;
  const rows: Tensor2D = tf.reshape(x, [batch * tokens, dim]);
  const apply = (rows: Tensor2D, matrix: Tensor) => tf.matMul(rows, matrix as Tensor2D, false, true);
  let y: Tensor = tf.add(
    apply(rows, weights[`${name}.weight`] as Tensor),
    weights[`${name}.bias`] as Tensor1D,
  );
  const adapter = options.adapters?.matrices[name];
  if (adapter && options.adapters) {
    const rate = options.training ? options.adapters.dropout : 0;
    const kept = dropped(rows, rate, siteSeed(run, layer, site), which) as Tensor2D;
    y = tf.add(y, tf.mul(apply(apply(kept, adapter.A) as Tensor2D, adapter.B), options.adapters.scale));
  }
  return tf.reshape(y, [batch, tokens, -1]);
}

function selfAttention(run: Run, x: Tensor, layer: number, bias: Tensor): Tensor {
  const { transformer, options } = run;
  const names = namesOfBlock(transformer.blocks, layer);
  const [batch = 0, tokens = 0, dim = 0] = x.shape;
  const width = dim / transformer.heads;
  const split = (y: Tensor) =>
    tf.transpose(tf.reshape(y, [batch, tokens, transformer.heads, width]), [0, 2, 1, 3]);
  const q = split(dense(run, x, names.query, layer, 'query-output', 0));
  const k = split(dense(run, x, names.key, layer, 'key-value', 0));
  const v = split(dense(run, x, names.value, layer, 'key-value', 1));
  const p = tf.softmax(tf.add(tf.div(tf.matMul(q, k, false, true), Math.sqrt(width)), bias));
  const rate = options.training && transformer.hasDropout ? options.frozenDropout : 0;
  const context = tf.matMul(dropped(p, rate, siteSeed(run, layer, 'attention')), v);
  const merged = tf.reshape(tf.transpose(context, [0, 2, 1, 3]), [batch, tokens, dim]);
  return dense(run, merged, names.output, layer, 'query-output', 1);
}

function feedForward(run: Run, x: Tensor, layer: number): Tensor {
  const names = namesOfBlock(run.transformer.blocks, layer);
  const wide = dense(run, x, names.mlpIn, layer, 'mlp-in');
  const active =
    run.transformer.activation === 'gelu'
      ? tf.mul(tf.mul(wide, 0.5), tf.add(1, tf.erf(tf.div(wide, Math.SQRT2))))
      : tf.mul(wide, tf.sigmoid(tf.mul(wide, 1.702)));
  return dense(run, active, names.mlpOut, layer, 'mlp-out');
}

function block(run: Run, x: Tensor, layer: number, bias: Tensor): Tensor {
  const { transformer, options } = run;
  const [first, second] = namesOfBlock(transformer.blocks, layer).norms;
  const rate = options.training && transformer.hasDropout ? options.frozenDropout : 0;
  const drop = (y: Tensor, site: Site) => dropped(y, rate, siteSeed(run, layer, site));
  if (transformer.order === 'pre-norm') {
    const middle = tf.add(x, selfAttention(run, norm(run, x, first), layer, bias));
    return tf.add(middle, feedForward(run, norm(run, middle, second), layer));
  }
  const attended = drop(selfAttention(run, x, layer, bias), 'attentionOutput');
  const middle = norm(run, tf.add(x, attended), first);
  return norm(run, tf.add(middle, drop(feedForward(run, middle, layer), 'mlpOutput')), second);
}
