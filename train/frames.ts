import type { Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { VideoOptions } from '../model/design.ts';
import type { EncoderInput } from '../model/encoder.ts';
import type { ModalityTokens } from '../model/fusion.ts';

/*
 * A video is an image input whose `framesPerSequence` says how many pictures in a row belong to one sample. The
 * author chooses whether an encoder reads them as one sequence or each alone.
 */

/** Pictures per sample; 1 for anything that is not a video. */
export function framesOf(input: EncoderInput): number {
  return input.kind === 'image' ? (input.framesPerSequence ?? 1) : 1;
}

/** What the encoder is given: with `concat-tokens` the frames as one sequence, else each frame as a row of its own. */
export function toFrameRows(input: EncoderInput, fuse: VideoOptions['fuse']): EncoderInput {
  if (input.kind !== 'image' || fuse === 'concat-tokens') return input;
  return { kind: 'image', pixels: input.pixels };
}

/**
 * The tokens of samples from the tokens of their frames, [batch * frames, dim] -> [batch, dim]: the elementwise mean
 * or maximum, of class tokens and proxies alike. With `concat-tokens` they are those of samples already.
 */
export function fuseFrames(
  { classToken, proxies }: ModalityTokens,
  frames: number,
  fuse: VideoOptions['fuse'],
): ModalityTokens {
  const reduce = (token: Tensor2D): Tensor2D => {
    if (frames === 1 || fuse === 'concat-tokens') return token;
    const byFrame: Tensor3D = tf.reshape(token, [-1, frames, token.shape[1]]);
    return fuse === 'mean' ? tf.mean(byFrame, 1) : tf.max(byFrame, 1);
  };
  return { classToken: reduce(classToken), proxies: proxies.map(reduce) };
}
