import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { hiddenLogit } from './attention.ts';
import { tf } from './backend.ts';
import type { Encoded, EncodeOptions } from './encoder.ts';

/** Appends the mask token, if there is one, as the last token: [batch, tokens (+ 1), dim]. */
export function appendMaskToken(x: Tensor3D, maskToken: Tensor3D | undefined): Tensor3D {
  if (maskToken === undefined) return x;
  // A sum instead of a tile: the gradient of a tile adds the batch up slice by slice.
  const rows: Tensor3D = tf.add(tf.zeros([x.shape[0], 1, x.shape[2]]), maskToken);
  return tf.concat([x, rows], 1);
}

/** The tokens whose outputs a block computes. */
interface Focus {
  /** How many per sample. */
  readonly queries: number;
  /** Their rows: [batch * tokens, dim] -> [batch * queries, dim]. */
  pick(rows: Tensor2D): Tensor2D;
}

/** First token and, when `withLast`, last token of each sample: [batch * (1 or 2), dim]. */
function pickEnds(rows: Tensor2D, batch: number, withLast: boolean): Tensor2D {
  const dim = rows.shape[1];
  const tokens = rows.shape[0] / batch;
  const between = tokens - (withLast ? 2 : 1);
  // By hand, because slices would pad each gradient to full size and add them.
  const operation = tf.customGrad((...all) => {
    const hidden: Tensor3D = tf.reshape(all[0] as Tensor2D, [batch, tokens, dim]);
    const at = (position: number) => tf.slice(hidden, [0, position, 0], [batch, 1, dim]);
    const ends = withLast ? tf.concat([at(0), at(tokens - 1)], 1) : at(0);
    const gradFunc = (dy: Tensor) => {
      const parts = tf.split(tf.reshape(dy, [batch, withLast ? 2 : 1, dim]), withLast ? 2 : 1, 1);
      const [first, ...last] = parts;
      const zeros = between === 0 ? [] : [tf.zeros([batch, between, dim])];
      return tf.reshape(tf.concat([...(first ? [first] : []), ...zeros, ...last], 1), [batch * tokens, dim]);
    };
    return { value: tf.reshape(ends, [-1, dim]), gradFunc };
  });
  return operation(rows) as Tensor2D;
}

/** Every token, but in the last block those that the encoder returns, unless all are asked for. */
export function focusOf(isLast: boolean, batch: number, tokens: number, options: EncodeOptions): Focus {
  if (!isLast || options.allTokens === true) return { queries: tokens, pick: (rows) => rows };
  const withLast = options.maskToken !== undefined;
  return { queries: withLast ? 2 : 1, pick: (rows) => pickEnds(rows, batch, withLast) };
}

/**
 * Logit bias that hides the mask token's key from every query but the last, which is its own: [1, 1, queries,
 * tokens]; undefined where every token may see it.
 */
export function maskTokenBias(queries: number, tokens: number, options: EncodeOptions): Tensor | undefined {
  if (options.maskToken === undefined || options.visibility === 'full') return undefined;
  const column = tf.concat([tf.fill([queries - 1, 1], hiddenLogit), tf.zeros([1, 1])], 0); // [queries, 1]
  return tf.reshape(tf.concat([tf.zeros([queries, tokens - 1]), column], 1), [1, 1, queries, tokens]);
}

/** Outputs of the last norm, [batch * (all tokens or the two ends), dim], as the contract wants them. */
export function toEncoded(rows: Tensor2D, batch: number, options: EncodeOptions): Encoded {
  const dim = rows.shape[1];
  const tokens = rows.shape[0] / batch;
  const hidden: Tensor3D = tf.reshape(rows, [batch, tokens, dim]);
  const at = (position: number): Tensor2D =>
    tf.reshape(tf.slice(hidden, [0, position, 0], [batch, 1, dim]), [batch, dim]);
  return {
    classToken: at(0),
    ...(options.maskToken && { maskToken: at(tokens - 1) }),
    ...(options.allTokens === true && { hidden }),
  };
}
