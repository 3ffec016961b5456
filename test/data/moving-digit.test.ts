import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitSide, drawMovingDigit } from '../../data/adapters/moving-digit.ts';
import type { Motion } from '../../data/adapters/raw-sample.ts';

/** A digit of nothing but full ink. */
const block = new Uint8Array(digitSide ** 2).fill(255);
const motion = (changes: Partial<Motion> = {}): Motion => ({
  seed: [7, 11],
  frames: 6,
  side: 48,
  noise: 0,
  ...changes,
});
const grey = (picture: { data: Uint8Array }) => picture.data.filter((_, index) => index % 3 === 0);
const seeds = fc.tuple(fc.nat(2 ** 32 - 1), fc.nat(2 ** 32 - 1));

/** Left, top, right and bottom of what is brighter than the background. */
function inkBox(picture: { width: number; data: Uint8Array }) {
  const values = grey(picture);
  const dark = Math.min(...values);
  const at = [...values.keys()].filter((index) => (values[index] ?? 0) > dark);
  const [xs, ys] = [
    at.map((index) => index % picture.width),
    at.map((index) => Math.floor(index / picture.width)),
  ];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

describe('A moving digit', () => {
  test('is a function of its motion: other seeds, other pictures', () => {
    const noisy = motion({ noise: 40 });
    expect(drawMovingDigit(block, noisy)).toEqual(drawMovingDigit(block, noisy));
    expect(drawMovingDigit(block, motion({ seed: [8, 11] }))).not.toEqual(drawMovingDigit(block, motion()));
    expect(drawMovingDigit(block, motion({ seed: [7, 12] }))).not.toEqual(drawMovingDigit(block, motion()));
  });

  test('begins alike however many frames there are', () => {
    const [few, many] = [motion({ noise: 40, frames: 2 }), motion({ noise: 40, frames: 9 })];
    expect(drawMovingDigit(block, many).slice(0, 2)).toEqual(drawMovingDigit(block, few));
  });

  test('stays whole and inside, whatever its seed and the size of the frame', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: digitSide + 1, max: 70 }),
        fc.integer({ min: 1, max: 12 }),
        (seed, side, frames) => {
          const pictures = drawMovingDigit(block, motion({ seed, side, frames }));
          expect(pictures).toHaveLength(frames);
          for (const picture of pictures) {
            expect(picture).toMatchObject({ width: side, height: side, channels: 3 });
            expect(picture.data).toHaveLength(side * side * 3);
            const { left, top, right, bottom } = inkBox(picture);
            expect([right - left + 1, bottom - top + 1]).toEqual([digitSide, digitSide]);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('moves by the same distance each time until it meets a border', () => {
    const places = drawMovingDigit(block, motion({ side: 256, frames: 3, seed: [1, 2] })).map(inkBox);
    const steps = places
      .slice(1)
      .map(({ left, top }, index) => [left - (places[index]?.left ?? 0), top - (places[index]?.top ?? 0)]);
    expect(steps[0]).toEqual(steps[1]);
    expect(steps[0]).not.toEqual([0, 0]);
  });

  test('fills a frame of its own size', () => {
    const [picture] = drawMovingDigit(block, motion({ side: digitSide, frames: 1 }));
    expect(new Set(picture?.data).size).toBe(1);
  });

  test('is grey, and as bright as its ink', () => {
    const half = new Uint8Array(digitSide ** 2).fill(255).fill(51, 0, digitSide ** 2 / 2);
    const [picture] = drawMovingDigit(half, motion({ frames: 1 }));
    const data = picture?.data ?? new Uint8Array();
    for (let pixel = 0; pixel < data.length; pixel += 3)
      expect([data[pixel + 1], data[pixel + 2]]).toEqual([data[pixel], data[pixel]]);
    expect([...new Set(data)].sort((a, b) => a - b)).toEqual([70, 92, 180]);
  });
});

describe('The noise on a moving digit', () => {
  const blank = new Uint8Array(digitSide ** 2);

  test('has the deviation that was asked for, and mean 0', () => {
    const values = drawMovingDigit(blank, motion({ noise: 20, frames: 20, side: 100 })).flatMap((picture) => [
      ...grey(picture),
    ]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    // 200,000 values: the standard error of the mean is 0.045, that of the deviation about 0.03.
    expect(Math.abs(mean - 70)).toBeLessThan(0.3);
    expect(Math.abs(Math.sqrt(variance) - 20)).toBeLessThan(0.3);
  });

  test('does not repeat: neighbours, rows and frames are uncorrelated', () => {
    const frames = drawMovingDigit(blank, motion({ noise: 20, frames: 2, side: 200 })).map((picture) =>
      [...grey(picture)].map((value) => value - 70),
    );
    const [one = [], other = []] = frames;
    const correlation = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0) / (400 * b.length);
    for (const shifted of [one.slice(1), one.slice(2), one.slice(200), other])
      expect(Math.abs(correlation(one.slice(0, shifted.length), shifted))).toBeLessThan(0.03);
  });
});
