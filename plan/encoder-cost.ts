import type { EncoderSize } from './encoder-sizes.ts';
import type { PreprocessParams } from './params.ts';

/** Tokens that a method adds: `masks` at the end, `prompts` before each of the first blocks, which all later ones keep. */
export interface AddedTokens {
  readonly masks: number;
  readonly prompts: number;
  readonly promptLayers: number;
}

export type Modality = 'image' | 'text' | 'audio' | 'video';

/** The sequences that an encoder reads of one sample, and what embedding them costs, in FLOP. */
interface Sequences {
  readonly count: number;
  readonly tokens: number;
  readonly embedding: number;
}

/**
 * FLOP of one forward pass of one sample, a multiplication and an addition counted as two. A block of width d and
 * hidden width h costs 8 N d^2 (query, key, value, output) + 4 N^2 d (attention) + 4 N d h (MLP) for N tokens; norms,
 * activations and the head are left out. Texts count at their longest. Undefined where the input is not processed.
 */
export function forwardFlop(
  size: EncoderSize,
  modality: Modality,
  { inputs, added }: { readonly inputs: PreprocessParams; readonly added: AddedTokens },
): number | undefined {
  const read = sequencesOf(size, modality, inputs);
  if (read === undefined) return undefined;
  const blocks = Array.from({ length: size.layers }, (_, layer) => {
    const prompted = Math.min(layer + 1, added.promptLayers) * added.prompts;
    return blockFlop(size, read.tokens + added.masks + prompted);
  });
  const all = blocks.reduce((sum, flop) => sum + flop, 0);
  return read.count * (read.embedding + all);
}

function blockFlop({ width, mlp }: EncoderSize, tokens: number): number {
  return 8 * tokens * width ** 2 + 4 * tokens ** 2 * width + 4 * tokens * width * mlp;
}

function sequencesOf(size: EncoderSize, modality: Modality, inputs: PreprocessParams): Sequences | undefined {
  const { image, text, audio, video } = inputs;
  if (modality === 'text') return text && { count: 1, tokens: text.maxLength, embedding: 0 };
  if (modality === 'audio') return audio && ofSpectrogram(size, audio);
  if (modality === 'image') return image && ofPictures(size, image.size, 1);
  return video && ofPictures(size, video.size, video.frames);
}

/** Each picture is a sequence of a class token and its patches. */
function ofPictures({ patch = 16, width }: EncoderSize, side: number, count: number): Sequences {
  const patches = Math.floor(side / patch) ** 2;
  return { count, tokens: patches + 1, embedding: 2 * patches * 3 * patch ** 2 * width };
}

/** A class token, a distillation token, and patches that may overlap. */
function ofSpectrogram(
  { patch = 16, stride = patch, width }: EncoderSize,
  { bins, frames }: NonNullable<PreprocessParams['audio']>,
): Sequences {
  const along = (cells: number) => Math.floor((cells - patch) / stride) + 1;
  const patches = along(bins) * along(frames);
  return { count: 1, tokens: patches + 2, embedding: 2 * patches * patch ** 2 * width };
}
