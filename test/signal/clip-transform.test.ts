import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { clipMean, clipStd, clipTransform, overWhite } from '../../signal/clip-transform.ts';
import { type Picture, resizeBicubic } from '../../signal/resize-bicubic.ts';
import { readTensor } from '../../tensor/safetensors.ts';

const vectors = new URL('../vectors/images/', import.meta.url);

interface ResizeCase {
  readonly from: [width: number, height: number];
  readonly to: [width: number, height: number];
  readonly sha256: string;
  readonly first: readonly number[];
}

describe('bicubic resizing', () => {
  const cases = JSON.parse(readFileSync(new URL('resize.json', vectors), 'utf8')) as ResizeCase[];

  test.each(cases)('of noise from $from to $to equals Pillow bit for bit', ({ from, to, sha256, first }) => {
    const [width, height] = to;
    const resized = resizeBicubic(noise(...from), {
      width,
      height,
      window: { left: 0, top: 0, width, height },
    });
    expect(Array.from(resized.data.subarray(0, 6))).toEqual(first);
    expect(createHash('sha256').update(resized.data).digest('hex')).toBe(sha256);
  });

  test('of a window equals the window of the whole', () => {
    const picture = noise(50, 41);
    const whole = resizeBicubic(picture, {
      width: 30,
      height: 20,
      window: { left: 0, top: 0, width: 30, height: 20 },
    });
    const part = resizeBicubic(picture, {
      width: 30,
      height: 20,
      window: { left: 7, top: 3, width: 5, height: 6 },
    });
    expect(part.data).toEqual(cut(whole, 7, 3, 5, 6));
  });
});

describe("CLIP's transform", () => {
  test('gives the specified pixels for the specified picture', () => {
    const crop = clipTransform(formula(321, 240), 224);
    expect([crop.width, crop.height, crop.channels]).toEqual([224, 224, 3]);
    expect(pixel(crop, 0, 0)).toEqual([22, 102, 40]);
    expect(pixel(crop, 100, 200)).toEqual([55, 109, 151]);
    expect(crop.data.reduce((sum, value) => sum + value, 0)).toBe(19_235_947);
    const normalised = normalise(crop);
    expect(normalised.reduce((sum, value) => sum + value, 0)).toBeCloseTo(28895.81, 1);
    for (const [channel, value] of [-1.471097, -0.221305, -0.911417].entries()) {
      expect(Math.abs((normalised[channel] as number) - value)).toBeLessThan(1e-6);
    }
  });

  test.each(['image1', 'image2'])('of %s.png equals CLIPImageProcessor', async (name) => {
    const { data, info } = await sharp(readFileSync(new URL(`${name}.png`, vectors)))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const crop = clipTransform({ ...info, data }, 224);
    const values = normalise(crop);
    // Every fourth row and column of [3, 224, 224], stored as float16.
    const reference = await readTensor(new URL('pixels.safetensors', vectors).pathname, name);
    expect(reference.shape).toEqual([3, 56, 56]);
    const worst = Array.from(reference.data).reduce((most, value, index) => {
      const [channel, rest] = [Math.floor(index / 3136), index % 3136];
      const [row, column] = [Math.floor(rest / 56) * 4, (rest % 56) * 4];
      return Math.max(most, Math.abs(value - (values[(row * 224 + column) * 3 + channel] as number)));
    }, 0);
    expect(worst).toBeLessThan(2e-3);
  });

  test.each([
    { width: 3, height: 400 },
    { width: 400, height: 3 },
    { width: 1, height: 1 },
    { width: 31, height: 32 },
  ])('fills the square from a picture of $width x $height', ({ width, height }) => {
    const crop = clipTransform(noise(width, height), 16);
    expect(crop.data).toHaveLength(16 * 16 * 3);
  });
});

test('A picture over white keeps opaque colours, and shows white where it is transparent', () => {
  const data = Uint8Array.from([10, 20, 30, 255, 10, 20, 30, 0, 0, 100, 255, 128]);
  const composed = overWhite({ width: 3, height: 1, channels: 4, data });
  expect(Array.from(composed.data)).toEqual([10, 20, 30, 255, 255, 255, 127, 177, 255]);
});

function noise(width: number, height: number): Picture {
  let state = 12345;
  const data = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state >>> 24;
  });
  return { width, height, channels: 3, data };
}

/** R = 7x + 3y, G = x^2 + y, B = x xor y, modulo 256. */
function formula(width: number, height: number): Picture {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const [x, y] = [Math.floor(index / 3) % width, Math.floor(index / 3 / width)];
    return [7 * x + 3 * y, x * x + y, x ^ y][index % 3] as number;
  });
  return { width, height, channels: 3, data };
}

function pixel({ data, width }: Picture, row: number, column: number): number[] {
  return Array.from(data.subarray((row * width + column) * 3, (row * width + column) * 3 + 3));
}

function cut(picture: Picture, left: number, top: number, width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const [column, row] = [(Math.floor(index / 3) % width) + left, Math.floor(index / 3 / width) + top];
    return pixel(picture, row, column)[index % 3] as number;
  });
}

function normalise({ data }: Picture): number[] {
  return Array.from(data, (value, index) => (value / 255 - at(clipMean, index)) / at(clipStd, index));
}

function at(perChannel: readonly number[], index: number): number {
  return perChannel[index % 3] as number;
}
