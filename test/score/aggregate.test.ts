import { describe, expect, it } from 'vitest';
import { mean, sampleSd } from '../../score/aggregate.ts';

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
});
