import type { Picture } from './resize-picture.ts';

/** Pixels as a decoder gives them: `data` [height, width, 4]. */
interface FourChannels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** An RGBA picture over white: each colour is rounded to the nearest value. */
export function overWhite({ width, height, data }: FourChannels): Picture {
  const colours = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const alpha = data[from + 3] as number;
    const white = 255 * (255 - alpha);
    for (let channel = 0; channel < 3; channel++) {
      colours[to + channel] = Math.round(((data[from + channel] as number) * alpha + white) / 255);
    }
  }
  return { width, height, channels: 3, data: colours };
}

/**
 * A picture of four inks (255 is full ink) as light: (255 - ink) (255 - black) / 255, rounded as Pillow's
 * `convert('RGB')` does; no colour profile takes part.
 */
export function fromInks({ width, height, data }: FourChannels): Picture {
  const colours = new Uint8ClampedArray(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const light = 255 - (data[from + 3] as number);
    for (let channel = 0; channel < 3; channel++) {
      colours[to + channel] = light - divideBy255((data[from + channel] as number) * light);
    }
  }
  return { width, height, channels: 3, data: new Uint8Array(colours.buffer) };
}

/** The quotient to the nearest whole number, for 0..255^2. */
function divideBy255(product: number): number {
  return Math.round(product / 255);
}
