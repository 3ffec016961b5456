import { type Picture, resizePicture } from './resize-picture.ts';
import type { Filter } from './resize-taps.ts';

/** Means and deviations of red, green and blue, of values in 0..1: those of CLIP's training pictures and ImageNet's. */
export const norms = {
  clip: {
    mean: [0.48145466, 0.4578275, 0.40821073],
    std: [0.26862954, 0.26130258, 0.27577711],
  },
  imagenet: { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
} as const;

/** How a picture becomes a square. */
export interface Squaring {
  /** Side of the square. */
  readonly size: number;
  /**
   * `shorter`: the shorter side becomes `size`, the other keeps the aspect rounded down, then a centre crop whose odd
   * pixel stays right and below. `square`: both sides become `size`, whatever the aspect.
   */
  readonly resize: 'shorter' | 'square';
  readonly filter: Filter;
}

/**
 * A picture as a square, [size, size, 3], before normalisation. `shorter` with `bicubic` is what CLIPImageProcessor
 * (the one on Pillow) does, bit for bit; `square` with `bilinear` is torchvision's `Resize((size, size))` on Pillow.
 */
export function pictureTransform(picture: Picture, { size, resize, filter }: Squaring): Picture {
  if (resize === 'square') return resizePicture(picture, { filter, width: size, height: size });
  const shorter = Math.min(picture.width, picture.height);
  const width = Math.floor((size * picture.width) / shorter);
  const height = Math.floor((size * picture.height) / shorter);
  const left = Math.floor((width - size) / 2);
  const top = Math.floor((height - size) / 2);
  return resizePicture(picture, { filter, width, height, window: { left, top, width: size, height: size } });
}
