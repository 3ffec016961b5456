import type { Tensor3D, Tensor4D } from '@tensorflow/tfjs-core';
import { tf } from '../../model/backend.ts';
import type { Modality } from '../../model/design.ts';
import type { EncoderInput } from '../../model/encoder.ts';
import { stream } from '../../random/stream.ts';

function normal(shape: readonly number[], name: string): Float32Array {
  const { normal } = stream(11, `test input ${name}`);
  return Float32Array.from({ length: shape.reduce((product, side) => product * side, 1) }, () => normal());
}

const maxLength = 9;

/** Random input of some samples for the tiny encoder of a modality; videos have two frames. */
export function randomInput(modality: Modality, rows: number): EncoderInput {
  switch (modality) {
    case 'image':
      return {
        kind: 'image',
        pixels: tf.tensor(normal([rows, 32, 32, 3], 'image'), [rows, 32, 32, 3]) as Tensor4D,
      };
    case 'video': {
      const shape: [number, number, number, number] = [2 * rows, 32, 32, 3];
      const pixels = tf.tensor(normal(shape, 'video'), shape) as Tensor4D;
      return { kind: 'image', pixels, framesPerSequence: 2 };
    }
    case 'audio':
      return {
        kind: 'audio',
        spectrogram: tf.tensor(normal([rows, 64, 32], 'audio'), [rows, 64, 32]) as Tensor3D,
      };
    case 'text': {
      const draws = stream(11, 'test input text');
      const lengths = Array.from({ length: rows }, (_, row) => 3 + (row % (maxLength - 2)));
      const ids = lengths.map((length) => {
        const words = Array.from({ length: length - 2 }, () => 4 + draws.integer(290));
        return [1, ...words, 2, ...new Array<number>(maxLength - length).fill(0)];
      });
      const shown = lengths.map((length) =>
        Array.from({ length: maxLength }, (_, at) => (at < length ? 1 : 0)),
      );
      return {
        kind: 'text',
        ids: tf.tensor2d(ids, undefined, 'int32'),
        attentionMask: tf.tensor2d(shown, undefined, 'int32'),
      };
    }
  }
}

/** The samples of an input in another order. */
export function reordered(input: EncoderInput, order: readonly number[]): EncoderInput {
  const at = tf.tensor1d([...order], 'int32');
  switch (input.kind) {
    case 'text':
      return {
        kind: 'text',
        ids: tf.gather(input.ids, at),
        attentionMask: tf.gather(input.attentionMask, at),
      };
    case 'audio':
      return { kind: 'audio', spectrogram: tf.gather(input.spectrogram, at) };
    case 'image': {
      const frames = input.framesPerSequence ?? 1;
      const pictures = order.flatMap((row) =>
        Array.from({ length: frames }, (_, frame) => row * frames + frame),
      );
      return { ...input, pixels: tf.gather(input.pixels, tf.tensor1d(pictures, 'int32')) };
    }
  }
}
