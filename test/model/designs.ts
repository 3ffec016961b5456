import type { Design, DesignOptions, Modality, Tower } from '../../model/design.ts';
import type { Encoder } from '../../model/encoder.ts';
import { encoderOf } from '../../model/load-encoder.ts';
import { type Method, traitsOf } from '../../model/methods.ts';

/** Options as the pipeline language fills them in. */
export const defaults: DesignOptions = {
  lora: { rank: 1, alpha: 1, dropout: 0.1, targets: ['query', 'key', 'value', 'output'] },
  fusion: 'sum',
  maskToken: { mode: 'pairwise', visibility: 'full' },
  prompts: { length: 16, layers: 6, orthogonality: 0.1 },
  video: { fuse: 'mean' },
  missingInput: { compute: 'skip', placeholder: 'zeros' },
  trainable: { extra: [] },
};

/** Encoders of the paper, in full size; shapes only. */
export const fullSize = {
  image: encoderOf('clip-vit', { model_type: 'clip_vision_model', patch_size: 16 }),
  text: encoderOf('bert', { model_type: 'bert' }),
  audio: encoderOf('ast', { model_type: 'audio-spectrogram-transformer' }),
};

const kinds: { readonly [modality in Modality]: keyof typeof fullSize } = {
  image: 'image',
  text: 'text',
  audio: 'audio',
  video: 'image',
};

/** Towers of some modalities on encoders by kind; a video is read by the image encoder. */
export function towersOf(
  modalities: readonly Modality[],
  encoders: Partial<Record<string, Encoder>>,
): Tower[] {
  return modalities.map((modality) => {
    const encoder = encoders[kinds[modality]];
    if (encoder === undefined) throw new Error(`no encoder reads ${modality}`);
    return { modality, encoder };
  });
}

/** A design with default options. */
export function design(
  method: Method,
  towers: readonly Tower[],
  classes: number,
  changes: Partial<DesignOptions> = {},
): Design {
  return { ...defaults, ...changes, traits: traitsOf(method), towers, classes };
}
