import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromInks, overWhite } from '../../signal/picture-colours.ts';

describe('A picture over white', () => {
  test('keeps opaque colours, and shows white where it is transparent', () => {
    const data = Uint8Array.from([10, 20, 30, 255, 10, 20, 30, 0, 0, 100, 255, 128]);
    const composed = overWhite({ width: 3, height: 1, data });
    expect(composed).toMatchObject({ width: 3, height: 1, channels: 3 });
    expect(Array.from(composed.data)).toEqual([10, 20, 30, 255, 255, 255, 127, 177, 255]);
  });

  test('is nowhere darker than the picture, and within half a value of the exact blend', () => {
    const value = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(value, value, (colour, alpha) => {
        const data = Uint8Array.of(colour, colour, colour, alpha);
        const [result = -1] = overWhite({ width: 1, height: 1, data }).data;
        expect(result).toBeGreaterThanOrEqual(colour);
        expect(Math.abs(result - (255 + (colour - 255) * (alpha / 255)))).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});

test('Inks: none is white, black covers all, and each takes away its complement', () => {
  const data = Uint8Array.from([0, 0, 0, 0, 9, 8, 7, 255, 255, 0, 0, 0, 0, 0, 0, 55]);
  const light = fromInks({ width: 4, height: 1, data });
  expect(Array.from(light.data)).toEqual([255, 255, 255, 0, 0, 0, 0, 255, 255, 200, 200, 200]);
});
