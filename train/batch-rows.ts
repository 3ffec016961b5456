import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { MissingInput } from '../model/design.ts';
import type { EncoderInput } from '../model/encoder.ts';
import { column } from '../model/fusion.ts';
import { framesOf } from './frames.ts';

/** The input of some samples of a batch, in the order of `rows`. */
export function takeRows(input: EncoderInput, rows: readonly number[]): EncoderInput {
  const take = <T extends Tensor>(x: T, at: readonly number[]): T =>
    tf.gather(x, tf.tensor1d([...at], 'int32'));
  switch (input.kind) {
    case 'text':
      return { kind: 'text', ids: take(input.ids, rows), attentionMask: take(input.attentionMask, rows) };
    case 'audio':
      return { kind: 'audio', spectrogram: take(input.spectrogram, rows) };
    case 'image': {
      const frames = framesOf(input);
      const pictures = rows.flatMap((row) =>
        Array.from({ length: frames }, (_, frame) => row * frames + frame),
      );
      return { ...input, pixels: take(input.pixels, pictures) };
    }
  }
}

/** The reverse of `takeRows` for tokens [rows, dim]: the others are zeros, [batch, dim]. */
export function putRows(tokens: Tensor2D, rows: readonly number[], batch: number): Tensor2D {
  const padded: Tensor2D = tf.concat([tokens, tf.zeros([1, tokens.shape[1]])], 0);
  const source = new Int32Array(batch).fill(rows.length);
  for (const [index, row] of rows.entries()) source[row] = index;
  return tf.gather(padded, tf.tensor1d(source, 'int32'));
}

/**
 * The input with a placeholder in the samples that `present` marks 0: pictures, videos and sounds of one value; for
 * text the empty string, [CLS] [SEP] and padding.
 */
export function withPlaceholders(
  input: EncoderInput,
  present: readonly number[],
  { placeholder }: MissingInput,
): EncoderInput {
  if (input.kind === 'text') return withEmptyTexts(input, present);
  if (input.kind === 'audio') {
    const keep = tf.reshape(column(present), [-1, 1, 1]);
    return { kind: 'audio', spectrogram: tf.mul(input.spectrogram, keep) };
  }
  const frames = framesOf(input);
  const byPicture = present.flatMap((has) => new Array<number>(frames).fill(has));
  const keep = tf.reshape(column(byPicture), [-1, 1, 1, 1]);
  const filler = tf.mul(tf.sub(1, keep), placeholder === 'ones' ? 1 : 0);
  return { ...input, pixels: tf.add(tf.mul(input.pixels, keep), filler) };
}

type Text = Extract<EncoderInput, { kind: 'text' }>;

/** [CLS] and [SEP] are the first and the last token of any text, whatever the vocabulary calls them. */
function withEmptyTexts({ ids, attentionMask }: Text, present: readonly number[]): Text {
  const [rows, length] = ids.shape;
  const keep = tf.cast(column(present), 'int32');
  const without = tf.sub(tf.scalar(1, 'int32'), keep); // [rows, 1]
  const last = tf.sub(tf.sum(attentionMask, 1), tf.scalar(1, 'int32')); // [rows]
  const separator = tf.sum(tf.mul(ids, tf.oneHot(tf.cast(last, 'int32'), length, 1, 0, 'int32')), 1, true); // [rows, 1]
  const start = tf.slice(ids, [0, 0], [rows, 1]);
  const padding = tf.zeros([rows, length - 2], 'int32');
  const empty = tf.concat([start, separator, padding], 1);
  const real = tf.concat([tf.ones([rows, 2], 'int32'), padding], 1);
  const mix = (own: Tensor2D, other: Tensor): Tensor2D =>
    tf.cast(tf.add(tf.mul(own, keep), tf.mul(other, without)), 'int32');
  return { kind: 'text', ids: mix(ids, empty), attentionMask: mix(attentionMask, real) };
}
