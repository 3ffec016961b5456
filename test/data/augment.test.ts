import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Affine, drawAffine, type Picture, warp } from '../../data/augment.ts';

const still: Affine = { mirror: false, scale: 1, angle: 0, shiftX: 0, shiftY: 0 };
const picture: Picture = {
  pixels: Uint8Array.from({ length: 8 * 8 * 3 }, (_, index) => (index * 37) % 251),
  height: 8,
  width: 8,
};

function pixel(values: ArrayLike<number>, row: number, column: number): number[] {
  return [0, 1, 2].map((channel) => values[(row * 8 + column) * 3 + channel] ?? -1);
}

describe('augmentation of a picture', () => {
  it('without any change gives the pixels', () => {
    expect([...warp(picture, still)]).toEqual([...picture.pixels]);
  });

  it('mirrors left and right', () => {
    const mirrored = warp(picture, { ...still, mirror: true });
    expect(pixel(mirrored, 3, 1)).toEqual(pixel(picture.pixels, 3, 6));
  });

  it('shifts to the right and down, going on with the border', () => {
    const shifted = warp(picture, { ...still, shiftX: 1 / 8, shiftY: 2 / 8 });
    expect(pixel(shifted, 5, 4)).toEqual(pixel(picture.pixels, 3, 3));
    expect(pixel(shifted, 0, 0)).toEqual(pixel(picture.pixels, 0, 0));
  });

  it('turns by a right angle about the centre', () => {
    const turned = warp(picture, { ...still, angle: Math.PI / 2 });
    for (const [channel, value] of pixel(turned, 2, 1).entries()) {
      expect(value).toBeCloseTo(pixel(picture.pixels, 6, 2)[channel] ?? -1, 3);
    }
  });

  it('scaled by two shows the middle at twice its size', () => {
    const [value = 0] = pixel(warp(picture, { ...still, scale: 2 }), 3, 3);
    const corners = [
      [3, 3],
      [3, 4],
      [4, 3],
      [4, 4],
    ].map(([row = 0, column = 0]) => pixel(picture.pixels, row, column)[0] ?? 0);
    // Pixel 3 lies half a pixel left of the centre, a quarter in the picture: weights 9, 3, 3, 1 of 16.
    const [a = 0, b = 0, c = 0, d = 0] = corners;
    expect(value).toBeCloseTo((9 * a + 3 * b + 3 * c + d) / 16, 3);
  });

  it('keeps a plain picture plain, whatever the change', () => {
    const plain: Picture = { pixels: new Uint8Array(8 * 8 * 3).fill(255), height: 8, width: 8 };
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (epoch, row) => {
        expect(warp(plain, drawAffine(0, epoch, row)).every((value) => value === 255)).toBe(true);
      }),
    );
  });
});

describe('draws of augmentation', () => {
  it('stay within the published bounds and use most of them', () => {
    const draws = Array.from({ length: 2000 }, (_, row) => drawAffine(0, 0, row));
    const bounds = {
      scale: [0.8, 1.2],
      angle: [-Math.PI / 12, Math.PI / 12],
      shiftX: [-1 / 8, 1 / 8],
      shiftY: [-1 / 8, 1 / 8],
    } as const;
    for (const [name, [low, high]] of Object.entries(bounds)) {
      const values = draws.map((draw) => draw[name as keyof typeof bounds]);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values)).toBeLessThanOrEqual(high);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.98 * (high - low));
    }
    // Four standard deviations of 2000 coin throws are 89.
    expect(Math.abs(draws.filter(({ mirror }) => mirror).length - 1000)).toBeLessThan(90);
  });

  it('follow from seed, epoch and row alone', () => {
    expect(drawAffine(1, 2, 3)).toEqual(drawAffine(1, 2, 3));
    const others = [drawAffine(2, 2, 3), drawAffine(1, 3, 3), drawAffine(1, 2, 4)];
    for (const other of others) expect(other).not.toEqual(drawAffine(1, 2, 3));
  });
});
