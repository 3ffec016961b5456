import { type Picture, resizeBicubic } from './resize-bicubic.ts';

/** Channel means and deviations of CLIP's training pictures, of values in 0..1. */
export const clipMean = [0.48145466, 0.4578275, 0.40821073] as const;
export const clipStd = [0.26862954, 0.26130258, 0.27577711] as const;

/**
 * CLIP's picture transform up to normalisation, as CLIPImageProcessor does it: the shorter side becomes `size`
 * (bicubic), the other keeps the aspect rounded down, then a centre crop whose odd pixel stays right and below.
 */
export function clipTransform(picture: Picture, size: number): Picture {
  const shorter = Math.min(picture.width, picture.height);
  const width = Math.floor((size * picture.width) / shorter);
  const height = Math.floor((size * picture.height) / shorter);
  const left = Math.floor((width - size) / 2);
  const top = Math.floor((height - size) / 2);
  return resizeBicubic(picture, { width, height, window: { left, top, width: size, height: size } });
}

/** Colours of an RGBA picture over white, three channels: each is rounded to the nearest value. */
export function overWhite(picture: Picture): Picture {
  const pixels = picture.width * picture.height;
  const data = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const alpha = picture.data[pixel * 4 + 3] as number;
    for (let channel = 0; channel < 3; channel++) {
      const colour = picture.data[pixel * 4 + channel] as number;
      data[pixel * 3 + channel] = Math.round((colour * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return { ...picture, channels: 3, data };
}
