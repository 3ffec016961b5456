import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { augmentPicture, cropBox, mirror } from '../../signal/crop-augment.ts';
import { pictureTransform, type Squaring } from '../../signal/picture-transform.ts';
import type { Box } from '../../signal/resize-picture.ts';
import { rotatePicture } from '../../signal/rotate-picture.ts';
import { digest, noise, pixel } from './noise-picture.ts';

interface AugmentCase {
  readonly from: [width: number, height: number];
  readonly draws: readonly number[];
  readonly box: Box;
  readonly sha256: string;
}

const file = new URL('../vectors/images/augment.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as AugmentCase[];
const squaring: Squaring = { size: 24, resize: 'shorter', filter: 'bilinear' };

describe('A random resized crop and flip', () => {
  test.each(cases)(
    'of $from, drawn as %#, equals torchvision with the same draws',
    ({ from, draws, box, sha256 }) => {
      const picture = noise(...from);
      expect(cropBox(picture, inOrder(draws).draw)).toEqual(box);
      const source = inOrder(draws);
      expect(digest(augmentPicture(picture, 'rrc-flip', squaring, source.draw))).toBe(sha256);
      expect(source.left()).toBe(0);
    },
  );

  test('has vectors of the first try, of later ones and of the fallback, flipped and not', () => {
    const counts = new Set(cases.map(({ draws }) => draws.length));
    expect(counts.has(5) && counts.has(7) && counts.has(21)).toBe(true);
    expect(new Set(cases.map(({ draws }) => (draws.at(-1) as number) < 0.5)).size).toBe(2);
  });

  test('lies inside the picture, whatever its size and the draws', () => {
    const size = fc.integer({ min: 1, max: 500 });
    const evenly = fc.nat(9999).map((value) => value / 10_000);
    const uniform = fc.oneof(evenly, fc.constantFrom(0, 1 - 2 ** -53));
    const draws = fc.array(uniform, { minLength: 22, maxLength: 22 });
    fc.assert(
      fc.property(size, size, draws, (width, height, numbers) => {
        const box = cropBox({ width, height }, inOrder(numbers).draw);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.width).toBeGreaterThanOrEqual(1);
        expect(box.height).toBeGreaterThanOrEqual(1);
        expect(box.left + box.width).toBeLessThanOrEqual(width);
        expect(box.top + box.height).toBeLessThanOrEqual(height);
      }),
    );
  });
});

describe('A random rotation and flip', () => {
  test.each([
    { draws: [0, 0.5], degrees: -30, flipped: false },
    { draws: [0.75, 0.49], degrees: 15, flipped: true },
  ])('of draws $draws turns by $degrees degrees', ({ draws, degrees, flipped }) => {
    const picture = noise(50, 30);
    const turned = rotatePicture(pictureTransform(picture, squaring), degrees);
    const changed = augmentPicture(picture, 'rotate30-flip', squaring, inOrder(draws).draw);
    expect(changed).toEqual(flipped ? mirror(turned) : turned);
  });
});

test('A mirror exchanges left and right, and back', () => {
  const picture = noise(5, 3);
  expect(pixel(mirror(picture), 2, 1)).toEqual(pixel(picture, 2, 3));
  expect(mirror(mirror(picture))).toEqual(picture);
});

/** Gives the numbers one after the other; more than there are is an error. */
function inOrder(numbers: readonly number[]): { draw: () => number; left: () => number } {
  let next = 0;
  return {
    draw: () => {
      const number = numbers[next];
      if (number === undefined) throw new Error(`draw ${next} of ${numbers.length}`);
      next += 1;
      return number;
    },
    left: () => numbers.length - next,
  };
}
