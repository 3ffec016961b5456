import type { Tensor, Tensor2D, Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import { deriveSeed, type SeedPair } from '../random/seed.ts';
import { tf } from './backend.ts';
import { type Survivors, survivors } from './dropout.ts';
import {
  add,
  chain,
  lastSum,
  longSoftmax,
  multiply,
  permute,
  products,
  scaled,
  softmax,
  subtract,
  zeroWhereNot,
} from './kernels.ts';
import { holdFor, type Pass, scoped } from './pass.ts';

/** What is added to the logit of a key that must not be seen; its probability becomes exactly 0 in float32. */
export const hiddenLogit = -1e9;

/**
 * What is added to the logits of every head, as a product: that of query i and key j gets the sum over r of
 * query[..., i, r] key[..., j, r].
 */
export interface LogitBias {
  /** [1 or batch, queries, rank] */
  readonly query: Tensor3D;
  /** [1 or batch, tokens, rank] */
  readonly key: Tensor3D;
}

/** How one attention layer reads its rows. */
export interface AttentionShape {
  readonly batch: number;
  /** Rows of q per sample; fewer than `tokens` where only some tokens are wanted. */
  readonly queries: number;
  /** Rows of k and v per sample. */
  readonly tokens: number;
  readonly heads: number;
  readonly logitBias?: LogitBias;
  /** Dropout of the probabilities; 0 outside training. */
  readonly dropout: number;
  readonly seed: SeedPair;
}

/** Queries, keys and values, or gradients of them: rows of samples, heads side by side. */
export type Projected = {
  /** [batch * queries, dim] */
  readonly query: Tensor2D;
  /** [batch * tokens, dim] */
  readonly key: Tensor2D;
  /** [batch * tokens, dim] */
  readonly value: Tensor2D;
};

/** The context rows [batch * queries, dim], and gradients of all three for a gradient of it. */
export interface Attended {
  readonly value: Tensor2D;
  readonly back: (dy: Tensor2D) => Projected;
}

/** [batch * tokens, dim] -> [batch, heads, tokens, dim / heads] */
function split(rows: Tensor2D, tokens: number, { batch, heads }: AttentionShape): Tensor4D {
  return permute<Tensor4D>(tf.reshape(rows, [batch, tokens, heads, rows.shape[1] / heads]), [0, 2, 1, 3]);
}

/** [batch, heads, tokens, dim / heads] -> [batch * tokens, dim] */
function merge(parts: Tensor4D): Tensor2D {
  const [batch, heads, tokens, width] = parts.shape;
  return tf.reshape(permute(parts, [0, 2, 1, 3]), [batch * tokens, heads * width]);
}

/** Whether sequences are so long that their probabilities are larger than the rows of an MLP: [..., tokens, width]. */
function isLong({ shape }: Tensor): boolean {
  const [tokens = 0, width = 0] = shape.slice(-2);
  return tokens > 4 * width;
}

/** Queries, keys and values of some heads: [..., queries or tokens, width]. */
interface Heads<T extends Tensor = Tensor> {
  readonly q: T;
  readonly k: T;
  readonly v: T;
}

function drop<T extends Tensor>(p: T, mask: Survivors | undefined): T {
  return mask === undefined ? p : zeroWhereNot(mask.kept, p);
}

/** p v for probabilities p, of which dropout leaves some. */
function contextOf(p: Tensor, v: Tensor, mask: Survivors | undefined): Tensor {
  return scaled(products(drop(p, mask), v), mask?.factor ?? 1);
}

/** Gradients of q, k and v for that of the context; q is the scaled one. */
function gradientsOf(
  { q, k, v }: Heads,
  p: Tensor,
  mask: Survivors | undefined,
  context: Tensor,
  dContext: Tensor,
): Heads {
  const dValue = scaled(products(drop(p, mask), dContext, true), mask?.factor ?? 1);
  // The sum over keys of p dP is that of context dContext over the head's width, which is shorter.
  const along = lastSum(multiply(context, dContext)); // [..., queries, 1]
  const centred = mask === undefined && isLong(v) ? centredAtOnce : centredAfter;
  const dLogits = chain(centred(dContext, v, along, mask), (dP) => multiply(dP, p));
  return { q: products(dLogits, k), k: products(dLogits, q, true), v: dValue };
}

/** dP - along with the gradient dP of the probabilities [..., queries, tokens]. */
function centredAfter(dContext: Tensor, v: Tensor, along: Tensor, mask: Survivors | undefined): Tensor {
  return chain(
    products(dContext, v, false, true),
    (dP) => drop(dP, mask),
    (dP) => scaled(dP, mask?.factor ?? 1),
    (dP) => subtract(dP, along),
  );
}

/** The same as one product, [dContext, -along] [v, 1]^T: subtracting apart would be a pass over all of dP. */
function centredAtOnce(dContext: Tensor, v: Tensor, along: Tensor): Tensor {
  const left = tf.concat([dContext, scaled(along, -1)], -1);
  const right = tf.concat([v, tf.ones([...v.shape.slice(0, -1), 1])], -1);
  return products(left, right, false, true);
}

/** Attention over heads [batch, heads, tokens, width], and its gradient. */
interface HeadsAttended {
  readonly value: Tensor4D;
  readonly back: (dContext: Tensor4D) => Heads<Tensor4D>;
}

/** With the probabilities kept. */
function attendAtOnce(pass: Pass, heads: Heads<Tensor4D>, shape: AttentionShape): HeadsAttended {
  const mask = survivors([shape.batch, shape.heads, shape.queries, shape.tokens], shape.dropout, shape.seed);
  const { query, key } = shape.logitBias ?? {};
  const bias = query && key && tf.expandDims(products(query, key, false, true), 1); // [1 or batch, 1, queries, tokens]
  const p = chain(
    products(heads.q, heads.k, false, true),
    (logits) => (bias === undefined ? logits : add(logits, bias)),
    softmax,
  );
  const context = contextOf(p, heads.v, mask) as Tensor4D;
  const recall = recallOf(pass, { ...heads, p, context, ...(mask && { kept: mask.kept }) });
  const back = (dContext: Tensor4D) => {
    const { q, k, v, p, context, kept } = recall();
    const survivors = mask && kept && { kept, factor: mask.factor };
    return gradientsOf({ q, k, v }, p, survivors, context, dContext) as Heads<Tensor4D>;
  };
  return { value: context, back };
}

function recallOf<T extends { readonly [name: string]: Tensor | undefined }>(
  pass: Pass,
  tensors: T,
): () => T {
  const recalls = Object.entries(tensors).map(
    ([name, tensor]) => [name, tensor && holdFor(pass, tensor)] as const,
  );
  return () => Object.fromEntries(recalls.map(([name, recall]) => [name, recall?.()])) as T;
}

/** Values of the probabilities of one part: 16 MB, so that few operations and little memory are needed. */
const largestPart = 2 ** 22;

/** Some heads of one sample: rows of [batch * heads, tokens, width]. */
interface Part {
  readonly sample: number;
  readonly from: number;
  readonly count: number;
  readonly seed: SeedPair;
}

function partsOf({ batch, heads, queries, tokens, seed }: AttentionShape): Part[] {
  const most = Math.min(heads, Math.max(1, Math.floor(largestPart / (queries * tokens))));
  const each = Math.ceil(heads / most);
  return Array.from({ length: batch * each }, (_, index) => {
    const [sample, part] = [Math.floor(index / each), index % each];
    const count = Math.min(most, heads - part * most);
    return { sample, from: sample * heads + part * most, count, seed: deriveSeed(seed, index) };
  });
}

/**
 * Part by part, with the probabilities, which are quadratic in the number of tokens, computed again in the backward
 * pass (as Dao et al. 2022 do within a kernel), unless there is room to keep them.
 */
function attendInParts(pass: Pass, heads: Heads<Tensor4D>, shape: AttentionShape): HeadsAttended {
  const parts = partsOf(shape);
  const bias = shape.logitBias;
  const isKept = pass.trace?.spend(bytesOf(shape)) ?? false;
  const maskOf = ({ count, seed }: Part) =>
    survivors([count, shape.queries, shape.tokens], shape.dropout, seed);
  const runPart = (part: Part) => {
    const some = takeHeads(heads, part);
    const p = probabilitiesOf(some, bias, part);
    return { context: contextOf(p, some.v, maskOf(part)), ...(isKept && { p }) };
  };
  const run = parts.map((part) => tf.tidy(() => runPart(part)));
  const context = joinParts(
    run.map(({ context }) => context),
    heads.q.shape,
  );
  const kept = run.map(({ p }) => p && holdFor(pass, p));
  const [recall, recallBias] = [recallOf(pass, { ...heads, context }), bias && recallOf(pass, { ...bias })];
  const back = (dContext: Tensor4D) => {
    const [{ context, ...heads }, bias] = [recall(), recallBias?.()];
    const gradients = parts.map((part, index) =>
      tf.tidy(() => {
        const some = takeHeads(heads, part);
        const p = kept[index]?.() ?? probabilitiesOf(some, bias, part);
        const [own, dOwn] = [take(context, part), take(dContext, part)];
        return { ...gradientsOf(some, p, maskOf(part), own, dOwn) };
      }),
    );
    const join = (name: keyof Heads) =>
      joinParts(
        gradients.map((gradient) => gradient[name]),
        heads[name].shape,
      );
    return { q: join('q'), k: join('k'), v: join('v') };
  };
  return { value: context, back };
}

/** Size of the probabilities of one attention layer. */
function bytesOf({ batch, heads, queries, tokens }: AttentionShape): number {
  return 4 * batch * heads * queries * tokens;
}

/** [batch, heads, tokens, width] -> [count, tokens, width], without a copy. */
function take(x: Tensor4D, { from, count }: Part): Tensor3D {
  const [batch, heads, tokens, width] = x.shape;
  const rows: Tensor3D = tf.reshape(x, [batch * heads, tokens, width]);
  return tf.slice(rows, [from, 0, 0], [count, tokens, width]);
}

function takeHeads({ q, k, v }: Heads<Tensor4D>, part: Part): Heads<Tensor3D> {
  return { q: take(q, part), k: take(k, part), v: take(v, part) };
}

function joinParts(parts: readonly Tensor[], shape: readonly number[]): Tensor4D {
  return tf.reshape(tf.concat([...parts], 0), shape as [number, number, number, number]);
}

/**
 * [count, queries, tokens]. The bias is columns more of q and k: adding it apart would be a pass over all the logits.
 */
function probabilitiesOf({ q, k }: Heads<Tensor3D>, bias: LogitBias | undefined, part: Part): Tensor3D {
  const widened = (rows: Tensor3D, columns: Tensor3D | undefined) =>
    columns === undefined ? rows : tf.concat([rows, forEachHead(columns, part)], 2);
  const logits = products(widened(q, bias?.query), widened(k, bias?.key), false, true);
  return chain(logits, longSoftmax);
}

/** The bias's columns for one sample, [1 or batch, tokens, rank] -> [count, tokens, rank]. */
function forEachHead(columns: Tensor3D, { sample, count }: Part): Tensor3D {
  const [batch, tokens, rank] = columns.shape;
  const own = batch === 1 ? columns : tf.slice(columns, [sample, 0, 0], [1, tokens, rank]);
  return tf.tile(own, [count, 1, 1]);
}

/** Scaled dot-product attention (Vaswani et al. 2017). */
export function attention(pass: Pass, projected: Projected, shape: AttentionShape): Attended {
  return scoped(pass, () => attentionLayer(pass, projected, shape));
}

function attentionLayer(pass: Pass, projected: Projected, shape: AttentionShape): Attended {
  const { queries, tokens, heads } = shape;
  const dim = projected.query.shape[1];
  const scale = 1 / Math.sqrt(dim / heads);
  const q = split(scaled(projected.query, scale), queries, shape);
  const [k, v] = [split(projected.key, tokens, shape), split(projected.value, tokens, shape)];
  const attend = isLong(v) ? attendInParts : attendAtOnce;
  const context = attend(pass, { q, k, v }, shape);
  const back = (dy: Tensor2D): Projected => {
    const gradients = context.back(split(dy, queries, shape));
    return { query: scaled(merge(gradients.q), scale), key: merge(gradients.k), value: merge(gradients.v) };
  };
  return { value: merge(context.value), back };
}
