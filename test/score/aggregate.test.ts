import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { best, interval95, mean, median, quantile, sampleSd } from '../../score/aggregate.ts';
import { quantileOfT } from '../../score/student-t.ts';
import vectors from '../vectors/score/vectors.json' with { type: 'json' };

function relativeError(value: number | undefined, expected: number): number {
  return Math.abs((value ?? Number.NaN) - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
}

describe('aggregation over seeds', () => {
  it.each([
    [[90], 90, undefined],
    [[1, 3], 2, Math.SQRT2],
    [[2, 4, 4, 4, 5, 5, 7, 9], 5, Math.sqrt(32 / 7)],
    [[71.5, 71.5, 71.5], 71.5, 0],
  ])('%j has the mean and the sample deviation (n - 1)', (values, expectedMean, expectedSd) => {
    expect(mean(values)).toBeCloseTo(expectedMean, 12);
    const sd = sampleSd(values);
    if (expectedSd === undefined) expect(sd).toBeUndefined();
    else expect(sd).toBeCloseTo(expectedSd, 12);
  });

  it.each(vectors.samples)('equals NumPy and SciPy on $values.length values', (sample) => {
    const { values, quartile, sd, half } = sample;
    expect(relativeError(mean(values), sample.mean)).toBeLessThan(1e-12);
    expect(relativeError(median(values), sample.median)).toBeLessThan(1e-12);
    expect(
      relativeError(
        quantile(
          values.toSorted((a, b) => a - b),
          0.25,
        ),
        quartile,
      ),
    ).toBeLessThan(1e-12);
    if (sd === null) expect([sampleSd(values), interval95(values)]).toEqual([undefined, undefined]);
    else {
      expect(sampleSd(values)).toBeCloseTo(sd, 10);
      expect(interval95(values)).toBeCloseTo(half ?? Number.NaN, 9);
    }
  });

  it('has the 0.975 quantile of t of SciPy for 2 to 200 values', () => {
    const errors = vectors.t.map((expected, index) => relativeError(quantileOfT(0.975, index + 1), expected));
    expect(errors).toHaveLength(199);
    expect(Math.max(...errors)).toBeLessThan(1e-11);
  });

  it('the best is the lowest where lower is better', () => {
    expect([best([3, 1, 2]), best([3, 1, 2], true)]).toEqual([3, 1]);
  });

  it('the median lies in the middle of any values, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        const [below, above] = [values.filter((one) => one < middle), values.filter((one) => one > middle)];
        expect(Math.max(below.length, above.length)).toBeLessThanOrEqual(values.length / 2);
        expect(median(values.toReversed())).toBe(middle);
      }),
    );
  });
});
