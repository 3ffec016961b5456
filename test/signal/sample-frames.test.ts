import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameIndices } from '../../signal/sample-frames.ts';

const sizes = { n: fc.integer({ min: 1, max: 5000 }), count: fc.integer({ min: 1, max: 40 }) };
const uniform = fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true });

describe('frames of a video', () => {
  test.each([
    { n: 10, indices: [1, 5, 8] },
    { n: 3, indices: [0, 1, 2] },
    { n: 2, indices: [0, 1, 1] },
    { n: 1, indices: [0, 0, 0] },
  ])('of $n, three for evaluation are $indices', ({ n, indices }) => {
    expect(frameIndices(n, 3)).toEqual(indices);
  });

  test('for training come one from each segment, wherever the draw falls', () => {
    const draws = [0, 0.5, 0.999];
    expect(frameIndices(10, 3, () => draws.shift() ?? 1)).toEqual([0, 5, 9]);
  });

  test('stay in their segments, in order, even for the largest number below 1', () => {
    fc.assert(
      fc.property(sizes.n, sizes.count, fc.array(uniform, { minLength: 40 }), (n, count, draws) => {
        const drawn = frameIndices(n, count, () => draws.shift() ?? 1 - 2 ** -53);
        expect(drawn).toHaveLength(count);
        drawn.forEach((index, segment) => {
          expect(index).toBeGreaterThanOrEqual(Math.floor((segment * n) / count));
          expect(index).toBeLessThan(Math.min(n, ((segment + 1) * n) / count));
        });
        expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
      }),
    );
  });

  test('of evaluation are those of training with every draw in the middle', () => {
    fc.assert(
      fc.property(sizes.n, sizes.count, (n, count) => {
        expect(frameIndices(n, count)).toEqual(frameIndices(n, count, () => 0.5));
      }),
    );
  });

  test.each([
    [0, 3],
    [10, 0],
    [2.5, 3],
  ])('of %d cannot be %d', (n, count) => {
    expect(() => frameIndices(n, count)).toThrow(RangeError);
  });
});
