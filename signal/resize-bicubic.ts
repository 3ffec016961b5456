/** A picture of 8-bit values, `data` [height, width, channels]. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

/** Where to resize to, and the part of the result that is wanted; nothing outside it is computed. */
export interface ResizeTarget {
  readonly width: number;
  readonly height: number;
  readonly window: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

/**
 * Pillow's `Image.resize(..., BICUBIC)` bit for bit: antialiased, horizontal pass first, rounded to 8 bits
 * between the passes, weights in fixed point (Resample.c of Pillow 11.3; Pillow 13 differs where one side grows
 * and the other shrinks, which an aspect that is kept rules out).
 */
export function resizeBicubic(picture: Picture, target: ResizeTarget): Picture {
  const { window } = target;
  const across = tapsOf(picture.width, target.width, window.left, window.width);
  const down = tapsOf(picture.height, target.height, window.top, window.height);
  return resampleRows(resampleColumns(picture, across), down);
}

/** The input pixels that one output pixel is made of: `first`, and their weights in units of 2^-22. */
interface Taps {
  readonly first: number;
  readonly weights: Int32Array;
}

const precisionBits = 22;
const half = 2 ** (precisionBits - 1);

function tapsOf(inputSize: number, outputSize: number, from: number, count: number): Taps[] {
  const scale = inputSize / outputSize;
  const filterScale = Math.max(1, scale);
  return Array.from({ length: count }, (_, index) => {
    const centre = (from + index + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - 2 * filterScale + 0.5));
    const end = Math.min(inputSize, Math.trunc(centre + 2 * filterScale + 0.5));
    const inverse = 1 / filterScale;
    const raw = Array.from({ length: end - first }, (__, tap) =>
      cubic((tap + first - centre + 0.5) * inverse),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { first, weights: Int32Array.from(raw, (weight) => toFixedPoint(weight / sum)) };
  });
}

/** Keys' cubic convolution kernel with a = -0.5. */
function cubic(x: number): number {
  const a = -0.5;
  const distance = Math.abs(x);
  if (distance < 1) return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
  if (distance < 2) return (((distance - 5) * distance + 8) * distance - 4) * a;
  return 0;
}

function toFixedPoint(weight: number): number {
  return Math.trunc(weight * 2 ** precisionBits + (weight < 0 ? -0.5 : 0.5));
}

function resampleColumns(picture: Picture, taps: readonly Taps[]): Picture {
  const { height, channels } = picture;
  const width = taps.length;
  const data = new Uint8ClampedArray(height * width * channels);
  for (let row = 0; row < height; row++) {
    taps.forEach(({ first, weights }, column) => {
      const input = (row * picture.width + first) * channels;
      const output = (row * width + column) * channels;
      for (let channel = 0; channel < channels; channel++) {
        data[output + channel] = weigh(picture.data, input + channel, channels, weights);
      }
    });
  }
  return { width, height, channels, data: new Uint8Array(data.buffer) };
}

function resampleRows(picture: Picture, taps: readonly Taps[]): Picture {
  const stride = picture.width * picture.channels;
  const data = new Uint8ClampedArray(taps.length * stride);
  taps.forEach(({ first, weights }, row) => {
    for (let column = 0; column < stride; column++) {
      data[row * stride + column] = weigh(picture.data, first * stride + column, stride, weights);
    }
  });
  return { ...picture, height: taps.length, data: new Uint8Array(data.buffer) };
}

// The sum stays below 2^31: weights add up to 2^22 and overshoot by at most a quarter.
function weigh(data: Uint8Array, start: number, stride: number, weights: Int32Array): number {
  let sum = half;
  for (let tap = 0; tap < weights.length; tap++) {
    sum += (weights[tap] as number) * (data[start + tap * stride] as number);
  }
  return sum >> precisionBits;
}
