import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { norms, pictureTransform, type Squaring } from '../../signal/picture-transform.ts';
import type { Picture } from '../../signal/resize-picture.ts';
import { readTensor } from '../../tensor/safetensors.ts';
import { digest, formula, noise, pixel } from './noise-picture.ts';

const vectors = new URL('../vectors/images/', import.meta.url);
const clip: Squaring = { size: 224, resize: 'shorter', filter: 'bicubic' };

interface TransformCase extends Squaring {
  readonly from: [width: number, height: number];
  readonly sha256: string;
}

describe("CLIP's transform", () => {
  test('gives the specified pixels for the specified picture', () => {
    const crop = pictureTransform(formula(321, 240), clip);
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
    const crop = pictureTransform({ width: info.width, height: info.height, channels: 3, data }, clip);
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
});

describe('A square of a picture', () => {
  const cases = JSON.parse(readFileSync(new URL('transform.json', vectors), 'utf8')) as TransformCase[];

  test.each(cases)('$from to $size ($resize, $filter) equals the reference bit for bit', (one) => {
    const square = pictureTransform(noise(...one.from), one);
    expect([square.width, square.height, square.data.length]).toEqual([
      one.size,
      one.size,
      one.size ** 2 * 3,
    ]);
    expect(digest(square)).toBe(one.sha256);
  });
});

function normalise({ data }: Picture): number[] {
  const { mean, std } = norms.clip;
  return Array.from(data, (value, index) => (value / 255 - at(mean, index)) / at(std, index));
}

function at(perChannel: readonly number[], index: number): number {
  return perChannel[index % 3] as number;
}
