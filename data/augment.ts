import { stream } from '../random/stream.ts';

/** A random change of a picture; lengths are in shares of the side, the angle in radians. */
export interface Affine {
  readonly mirror: boolean;
  readonly scale: number;
  readonly angle: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/** Most that a picture or spectrogram is moved, and most that is masked, as a share of its length. */
export const largestShift = 1 / 8;
const largestAngle = (15 / 180) * Math.PI;

/** The change of one sample in one epoch: a function of its arguments, uniform within the published bounds. */
export function drawAffine(seed: number, epoch: number, row: number): Affine {
  const draws = stream(seed, 'train.augment', epoch, row);
  const between = (low: number, high: number) => low + (high - low) * draws.uniform();
  return {
    mirror: draws.uniform() < 0.5,
    scale: between(0.8, 1.2),
    angle: between(-largestAngle, largestAngle),
    shiftX: between(-largestShift, largestShift),
    shiftY: between(-largestShift, largestShift),
  };
}

/** Bytes of one picture, [height, width, 3]. */
export interface Picture {
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

/**
 * Mirrors, scales and rotates a picture about its centre, then shifts it: values 0..255, [height, width, 3], not
 * rounded. Bilinear; beyond the border the nearest border pixel goes on, so that a plain background stays plain.
 */
export function warp(picture: Picture, affine: Affine): Float32Array {
  const { height, width } = picture;
  const out = new Float32Array(height * width * 3);
  const cos = Math.cos(affine.angle) / affine.scale;
  const sin = Math.sin(affine.angle) / affine.scale;
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      // The way back from a pixel of the result to its place in the picture.
      const x = column - middleX - affine.shiftX * width;
      const y = row - middleY - affine.shiftY * height;
      const fromX = (cos * x + sin * y) * (affine.mirror ? -1 : 1) + middleX;
      const fromY = cos * y - sin * x + middleY;
      interpolate(picture, fromX, fromY, out, (row * width + column) * 3);
    }
  }
  return out;
}

function interpolate(picture: Picture, x: number, y: number, out: Float32Array, at: number): void {
  const { pixels, width, height } = picture;
  const insideX = clamp(x, width - 1);
  const insideY = clamp(y, height - 1);
  const left = Math.floor(insideX);
  const top = Math.floor(insideY);
  const right = insideX - left;
  const bottom = insideY - top;
  const nextColumn = left + 1 < width ? 3 : 0;
  const nextRow = top + 1 < height ? 3 * width : 0;
  const start = (top * width + left) * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const corner = start + channel;
    const upper = mix(pixels[corner] ?? 0, pixels[corner + nextColumn] ?? 0, right);
    const lower = mix(pixels[corner + nextRow] ?? 0, pixels[corner + nextRow + nextColumn] ?? 0, right);
    out[at + channel] = mix(upper, lower, bottom);
  }
}

function clamp(value: number, largest: number): number {
  return Math.min(Math.max(value, 0), largest);
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

/** Size of a spectrogram, whose values are [frames, bins]. */
interface SpectrogramSize {
  readonly frames: number;
  readonly bins: number;
}

/** Moves a spectrogram in time by up to an eighth of its frames; what leaves at one end enters at the other. */
export function shiftFrames(
  values: Float32Array,
  { frames, bins }: SpectrogramSize,
  next: () => number,
): Float32Array {
  const by = Math.round((2 * next() - 1) * largestShift * frames);
  const out = new Float32Array(values.length);
  for (let frame = 0; frame < frames; frame += 1) {
    const from = (((frame - by) % frames) + frames) % frames;
    out.set(values.subarray(from * bins, (from + 1) * bins), frame * bins);
  }
  return out;
}
