import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, type Picture, resizePicture } from '../../signal/resize-picture.ts';
import { cut, digest, noise } from './noise-picture.ts';

interface ResizeCase {
  readonly from: [width: number, height: number];
  readonly to: [width: number, height: number];
  readonly filter: 'bicubic' | 'bilinear';
  readonly source?: Box;
  readonly sha256: string;
}

const file = new URL('../vectors/images/resize.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as ResizeCase[];
const filters = ['bicubic', 'bilinear'] as const;

describe('Resizing', () => {
  test.each(cases)('of noise from $from to $to, $filter, equals Pillow bit for bit', (one) => {
    const { from, to, filter, source, sha256 } = one;
    const resizing = { filter, width: to[0], height: to[1], ...(source && { source }) };
    expect(digest(resizePicture(noise(...from), resizing))).toBe(sha256);
  });

  test('of a part sees nothing of what is around it', () => {
    fc.assert(
      fc.property(partOfPicture(), fc.constantFrom(...filters), side, side, (part, filter, width, height) => {
        const { picture, box } = part;
        const inside = cut(picture, box.left, box.top, box.width, box.height);
        const alone = resizePicture(inside, { filter, width, height });
        expect(resizePicture(picture, { filter, width, height, source: box })).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  test('of a window equals the window of the whole', () => {
    fc.assert(
      fc.property(partOfPicture(), fc.constantFrom(...filters), side, side, (part, filter, width, height) => {
        const { picture: result, box: window } = part;
        const resizing = { filter, width: result.width, height: result.height };
        const picture = noise(width, height);
        const whole = resizePicture(picture, resizing);
        const expected = cut(whole, window.left, window.top, window.width, window.height);
        expect(resizePicture(picture, { ...resizing, window })).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('to its own size changes nothing, and one colour stays that colour', () => {
    fc.assert(
      fc.property(side, side, side, side, fc.constantFrom(...filters), (width, height, w, h, filter) => {
        const picture = noise(width, height);
        expect(resizePicture(picture, { filter, width, height })).toEqual(picture);
        const plain = {
          ...picture,
          data: picture.data.map((_, index) => [0, 128, 255][index % 3] as number),
        };
        const values = new Set(resizePicture(plain, { filter, width: w, height: h }).data);
        expect(values).toEqual(new Set([0, 128, 255]));
      }),
      { numRuns: 40 },
    );
  });
});

const side = fc.integer({ min: 1, max: 40 });

function partOfPicture(): fc.Arbitrary<{ picture: Picture; box: Box }> {
  return fc
    .tuple(side, side)
    .chain(([width, height]) =>
      fc
        .tuple(fc.integer({ min: 0, max: width - 1 }), fc.integer({ min: 0, max: height - 1 }))
        .chain(([left, top]) =>
          fc
            .tuple(fc.integer({ min: 1, max: width - left }), fc.integer({ min: 1, max: height - top }))
            .map(([w, h]) => ({ picture: noise(width, height), box: { left, top, width: w, height: h } })),
        ),
    );
}
