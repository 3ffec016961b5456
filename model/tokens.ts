import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { hiddenLogit, type LogitBias } from './attention.ts';
import { tf } from './backend.ts';
import { firstSum } from './kernels.ts';
import type { Layer } from './pass.ts';

/** Tokens of a sequence whose outputs are computed: some in a row, and some at the end. */
export interface Wanted {
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

/** Every one of `tokens` tokens. */
export function everyToken(tokens: number): Wanted {
  return { start: 0, first: tokens, last: 0 };
}

/** How many tokens per sample are wanted. */
export function countOf({ first, last }: Wanted): number {
  return first + last;
}

/** The wanted rows of [batch * tokens, dim]: [batch * wanted, dim]. */
export function pick(rows: Tensor2D, tokens: number, wanted: Wanted): Tensor2D {
  if (wanted.first === tokens) return rows;
  const dim = rows.shape[1];
  const batch = rows.shape[0] / tokens;
  const hidden: Tensor3D = tf.reshape(rows, [batch, tokens, dim]);
  const part = (from: number, count: number) => tf.slice(hidden, [0, from, 0], [batch, count, dim]);
  const first = part(wanted.start, wanted.first);
  const ends = wanted.last === 0 ? first : tf.concat([first, part(tokens - wanted.last, wanted.last)], 1);
  return tf.reshape(ends, [-1, dim]);
}

/** The gradient of `pick`: zeros in rows that are not wanted. */
export function unpick(dy: Tensor2D, tokens: number, wanted: Wanted): Tensor2D {
  if (wanted.first === tokens) return dy;
  const dim = dy.shape[1];
  const batch = dy.shape[0] / countOf(wanted);
  const [first, last] = tf.split(tf.reshape(dy, [batch, -1, dim]), [wanted.first, wanted.last], 1);
  const zeros = (count: number) => (count === 0 ? [] : [tf.zeros([batch, count, dim])]);
  const between = tokens - wanted.start - countOf(wanted);
  const parts = [...zeros(wanted.start), first, ...zeros(between), ...(wanted.last === 0 ? [] : [last])];
  return tf.reshape(tf.concat(parts as Tensor[], 1), [batch * tokens, dim]);
}

/** [1 or batch, count, dim] -> [batch, count, dim] */
function perSample(tokens: Tensor3D, batch: number): Tensor3D {
  return tokens.shape[0] === batch ? tokens : tf.tile(tokens, [batch, 1, 1]);
}

/** Rows with learnable tokens put before or after those of each sample, and how their gradient comes apart. */
interface Extended extends Omit<Layer, 'back'> {
  /** Gradients of the rows and of the added tokens, in the shape that these were given in. */
  readonly back: (dy: Tensor2D) => readonly [Tensor2D, Tensor3D];
}

/**
 * Adds tokens [1 or batch, count, dim] to the sequences of rows [batch * tokens, dim]:
 * [batch * (tokens + count), dim].
 */
export function extend(rows: Tensor2D, batch: number, added: Tensor3D, at: 'start' | 'end'): Extended {
  const [given, count, dim] = added.shape;
  const tokens = rows.shape[0] / batch;
  const hidden: Tensor3D = tf.reshape(rows, [batch, tokens, dim]);
  const each = perSample(added, batch);
  const value = tf.concat(at === 'start' ? [each, hidden] : [hidden, each], 1);
  const sizes = at === 'start' ? [count, tokens] : [tokens, count];
  return {
    value: tf.reshape(value, [batch * (tokens + count), dim]),
    back: (dy) => {
      const parts = tf.split(tf.reshape(dy, [batch, tokens + count, dim]), sizes, 1);
      const [dRows, dAdded] = (at === 'start' ? parts.reverse() : parts) as [Tensor3D, Tensor3D];
      const summed: Tensor3D = given === batch ? dAdded : tf.reshape(firstSum(dAdded), [1, count, dim]);
      return [tf.reshape(dRows, [batch * tokens, dim]), summed];
    },
  };
}

/** Where the mask tokens of a sequence stand: the last `count` of `tokens`. */
export interface MaskTokenPlaces {
  readonly tokens: number;
  readonly count: number;
  readonly wanted: Wanted;
}

/**
 * Logit bias that hides each mask token's key from every query but its own, a column each. Mask tokens are the last of
 * the wanted tokens, too.
 */
export function readonlyBias({ tokens, count, wanted }: MaskTokenPlaces): LogitBias {
  const queries = countOf(wanted);
  const query = new Float32Array(queries * count).fill(1);
  const key = new Float32Array(tokens * count);
  for (let token = 0; token < count; token += 1) {
    query[(queries - count + token) * count + token] = 0;
    key[(tokens - count + token) * count + token] = hiddenLogit;
  }
  return { query: tf.tensor3d(query, [1, queries, count]), key: tf.tensor3d(key, [1, tokens, count]) };
}

/** Logit bias that hides padding of [batch, length], and no other token of a sequence, from every query. */
export function paddingBias(attentionMask: Tensor2D, { tokens, count, wanted }: MaskTokenPlaces): LogitBias {
  const [batch, length] = attentionMask.shape;
  const ones = (width: number) => (width === 0 ? [] : [tf.ones([batch, width])]);
  const before = tokens - count - length;
  const shown = tf.concat([...ones(before), tf.cast(attentionMask, 'float32'), ...ones(count)], 1);
  const key: Tensor3D = tf.reshape(tf.mul(tf.sub(1, shown), hiddenLogit), [batch, tokens, 1]);
  return { query: tf.ones([1, countOf(wanted), 1]), key };
}

/** The sum of two logit biases. */
export function sumOfBiases(one: LogitBias, two: LogitBias): LogitBias {
  const join = (one: Tensor3D, two: Tensor3D): Tensor3D => {
    const batch = Math.max(one.shape[0], two.shape[0]);
    return tf.concat([perSample(one, batch), perSample(two, batch)], 2);
  };
  return { query: join(one.query, two.query), key: join(one.key, two.key) };
}
