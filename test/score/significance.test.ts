import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawBelow } from '../../score/draws.ts';
import { twoSidedNormal } from '../../score/normal.ts';
import { holm, pairedBootstrap, wilcoxon } from '../../score/significance.ts';
import vectors from '../vectors/score/vectors.json' with { type: 'json' };

const differences = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 60 });

describe('signed ranks', () => {
  it.each(vectors.wilcoxon)('equal SciPy: $differences.length differences, p = $p', (expected) => {
    const { statistic, p } = wilcoxon(expected.differences);
    expect(statistic).toBe(expected.statistic);
    expect(Math.abs(p / expected.p - 1)).toBeLessThan(1e-9);
  });

  it('tell nothing without a difference', () => {
    expect(wilcoxon([])).toEqual({ statistic: 0, p: 1 });
    expect(wilcoxon(new Array<number>(60).fill(0))).toEqual({ statistic: 0, p: 1 });
  });

  it.each([
    [5, 0.0625],
    [6, 0.03125],
  ])('of %i pairs come to p = %f at the least', (pairs, least) => {
    expect(wilcoxon(Array.from({ length: pairs }, (_, index) => index + 1)).p).toBe(least);
  });

  it('say the same of both directions', () => {
    fc.assert(
      fc.property(differences, (values) => {
        const [one, other] = [wilcoxon(values), wilcoxon(values.map((value) => -value))];
        expect(other.statistic).toBe(one.statistic);
        expect(other.p).toBeCloseTo(one.p, 12);
      }),
    );
  });

  it('do not depend on order and unit, and give a probability', () => {
    fc.assert(
      fc.property(differences, (values) => {
        const { p } = wilcoxon(values);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(wilcoxon(values.toReversed().map((value) => value / 8))).toEqual(wilcoxon(values));
      }),
    );
  });

  it('count all patterns of signs where sizes tie', () => {
    const bruteForce = (ranks: readonly number[], positive: number) => {
      const sums = Array.from({ length: 2 ** ranks.length }, (_, pattern) =>
        ranks.reduce((sum, rank, place) => sum + (Math.floor(pattern / 2 ** place) % 2) * rank, 0),
      );
      const [below, above] = [sums.filter((sum) => sum <= positive), sums.filter((sum) => sum >= positive)];
      return Math.min(1, (2 * Math.min(below.length, above.length)) / sums.length);
    };
    expect(wilcoxon([1, 1, -1, 2, 3, -3]).p).toBe(bruteForce([2, 2, 2, 4, 5.5, 5.5], 2 + 2 + 4 + 5.5));
    expect(wilcoxon([0, 1, 1, 1, 2, 0]).p).toBe(bruteForce([2, 2, 2, 4], 10));
  });
});

describe('the tail of the normal distribution', () => {
  it.each(vectors.normal)('beyond %f equals SciPy', (z = Number.NaN, expected = Number.NaN) => {
    expect(Math.abs(twoSidedNormal(z) / expected - 1)).toBeLessThan(1e-12);
  });
});

describe('the paired bootstrap', () => {
  it.each(vectors.bootstrap)(
    'equals the same draws in NumPy: $differences.length pairs, seed $seed',
    ({ differences, draws, seed, ...expected }) => {
      const found = pairedBootstrap(differences, { draws, seed });
      for (const name of ['low', 'high', 'mean'] as const)
        expect(Math.abs(found[name] - expected[name])).toBeLessThan(1e-9);
      // NumPy has the shares alone; ours is never below what so few coins can show.
      expect(Math.abs(found.p - Math.max(expected.p, 2 ** (1 - differences.length)))).toBeLessThan(1e-9);
    },
  );

  it('comes close to all resamples of three pairs', () => {
    const values = [-0.5, 1, 4];
    const means = values.flatMap((a) => values.flatMap((b) => values.map((c) => (a + b + c) / 3)));
    const below = means.filter((value) => value <= 0).length / means.length;
    const { p, low, high } = pairedBootstrap(values, { draws: 100_000, seed: 3 });
    // Half of p is a share of draws: five standard errors.
    const error = 5 * Math.sqrt((below * (1 - below)) / 100_000);
    expect(Math.abs(p / 2 - below)).toBeLessThan(error);
    expect([low, high]).toEqual([-0.5, 4]);
  });

  it('has the width of the normal interval for many pairs', () => {
    const values = Array.from({ length: 400 }, (_, index) => Math.sin(index * 12.9898) * 10);
    const centre = values.reduce((sum, value) => sum + value, 0) / 400;
    const error = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0)) / 400;
    const { low, high } = pairedBootstrap(values, { draws: 10_000, seed: 1 });
    expect(Math.abs((high - low) / (2 * 1.959964 * error) - 1)).toBeLessThan(0.05);
  });

  it('finds nothing where nothing differs, or in one pair', () => {
    expect(pairedBootstrap([0, 0, 0], { draws: 100, seed: 0 })).toEqual({ p: 1, low: 0, high: 0, mean: 0 });
    expect(pairedBootstrap([5], { draws: 100, seed: 0 })).toEqual({ p: 1, low: 5, high: 5, mean: 5 });
  });

  it('counts a sum that is 0 but for rounding on both sides', () => {
    // 0.1 + 0.2 - 0.3 is 5.6e-17 in floating point.
    const whole = pairedBootstrap([1, 2, -3], { draws: 2000, seed: 4 });
    const tenths = pairedBootstrap([0.1, 0.2, -0.3], { draws: 2000, seed: 4 });
    expect(tenths.p).toBe(whole.p);
  });

  it('finds no more in a few pairs of one sign than coins that fall alike', () => {
    expect(pairedBootstrap([4, 5, 6], { draws: 10_000, seed: 0 }).p).toBe(0.25);
    expect(pairedBootstrap([4, 5, 6, 7, 8, 9], { draws: 10_000, seed: 0 }).p).toBe(2 ** -5);
  });

  it('is a function of its arguments, and of the seed', () => {
    const values = [1, -2, 3, 0.5, -0.25];
    const at = (seed: number) => pairedBootstrap(values, { draws: 200, seed });
    expect(at(8)).toEqual(at(8));
    expect(at(9)).not.toEqual(at(8));
  });

  it('holds its mean within the interval and the interval within the pairs', () => {
    const pairs = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(pairs, fc.nat(), (values, seed) => {
        const { p, low, high } = pairedBootstrap(values, { draws: 50, seed });
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses to resample nothing', () => {
    expect(() => pairedBootstrap([], { draws: 10, seed: 0 })).toThrow('0 differences');
    expect(() => pairedBootstrap([1, 2], { draws: 0, seed: 0 })).toThrow('0 draws');
  });

  it('draws evenly, and one draw tells nothing of the next', () => {
    // Chi-squared of 100 pairs of draws in 200,000, far beyond its 99.99 % quantile of 161 if it were uneven.
    const counts = new Array<number>(100).fill(0);
    for (let draw = 0; draw < 200_000; draw += 1) {
      const pair = drawBelow(10, 11, 2 * draw) * 10 + drawBelow(10, 11, 2 * draw + 1);
      counts[pair] = (counts[pair] ?? 0) + 1;
    }
    const expected = 200_000 / 100;
    expect(counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)).toBeLessThan(161);
  });
});

describe('the correction of Holm', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });

  it.each(vectors.holm)('equals statsmodels on $ps.length p-values', ({ ps, corrected }) => {
    const found = holm(ps);
    expect(found).toHaveLength(ps.length);
    for (const [place, value] of corrected.entries()) expect(found[place]).toBeCloseTo(value, 12);
  });

  it('leaves one p-value and none as they are', () => {
    expect([holm([0.03]), holm([])]).toEqual([[0.03], []]);
  });

  it('raises p-values, keeps their order, and stays a probability', () => {
    fc.assert(
      fc.property(fc.array(probability), (ps) => {
        const corrected = holm(ps);
        for (const [place, p] of ps.entries()) {
          expect(corrected[place]).toBeGreaterThanOrEqual(p);
          expect(corrected[place]).toBeLessThanOrEqual(1);
          for (const [other, q] of ps.entries())
            if (p < q) expect(corrected[place]).toBeLessThanOrEqual(corrected[other] ?? Number.NaN);
        }
      }),
    );
  });

  it('does not depend on the order in which tests were made', () => {
    fc.assert(
      fc.property(fc.array(probability), (ps) => {
        expect(holm(ps.toReversed())).toEqual(holm(ps).toReversed());
      }),
    );
  });
});
