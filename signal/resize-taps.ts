/** How input pixels are weighed by their distance. */
export type Filter = 'bicubic' | 'bilinear';

/** For each of `first.length` output pixels, the run of input pixels that it is made of. */
export interface Taps {
  /** Index of the first input pixel of the run. */
  readonly first: Int32Array;
  /** Length of the run. */
  readonly count: Int32Array;
  /** [outputs, most]; those of a run in units of 2^-22, then at least one zero. */
  readonly weights: Int32Array;
  /** More than the longest run there can be; even. */
  readonly most: number;
}

/** Bits behind the point of a weight. */
export const precisionBits = 22;
const one = 2 ** precisionBits;

/**
 * The taps of Pillow's antialiased resizing of `inputSize` pixels to `outputSize` (Resample.c of Pillow 11.3), for
 * the `length` outputs from number `from` on: a kernel as wide as its support, or as wide as the scale demands
 * when the picture shrinks; weights that add up to 1, rounded half away from zero.
 */
export function tapsOf(
  filter: Filter,
  inputSize: number,
  outputSize: number,
  { from, length }: { from: number; length: number },
): Taps {
  const { kernel, support } = kernels[filter];
  const scale = inputSize / outputSize;
  const filterScale = Math.max(1, scale);
  const reach = support * filterScale;
  const inverse = 1 / filterScale;
  const most = Math.ceil(reach) * 2 + 2;
  const first = new Int32Array(length);
  const count = new Int32Array(length);
  const weights = new Int32Array(length * most);
  const raw = new Float64Array(most);
  for (let output = 0; output < length; output++) {
    const centre = (from + output + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - reach + 0.5));
    const taps = Math.min(inputSize, Math.trunc(centre + reach + 0.5)) - start;
    let sum = 0;
    for (let tap = 0; tap < taps; tap++) {
      const weight = kernel((tap + start - centre + 0.5) * inverse);
      raw[tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < taps; tap++) {
      weights[output * most + tap] = toFixedPoint((raw[tap] as number) / sum);
    }
    first[output] = start;
    count[output] = taps;
  }
  return { first, count, weights, most };
}

const kernels = {
  bicubic: { kernel: cubic, support: 2 },
  bilinear: { kernel: triangle, support: 1 },
} as const;

/** Keys' cubic convolution kernel with a = -0.5. */
function cubic(x: number): number {
  const a = -0.5;
  const distance = Math.abs(x);
  if (distance < 1) return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
  if (distance < 2) return (((distance - 5) * distance + 8) * distance - 4) * a;
  return 0;
}

function triangle(x: number): number {
  return Math.max(0, 1 - Math.abs(x));
}

function toFixedPoint(weight: number): number {
  return Math.trunc(weight * one + (weight < 0 ? -0.5 : 0.5));
}
