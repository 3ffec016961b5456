import { describe, expect, it } from 'vitest';
import { watchLosses } from '../../train/divergence.ts';

function judgeAll(losses: readonly number[], factor = 1000) {
  const { judge } = watchLosses(factor);
  return losses.map((loss) => judge(loss));
}

const steady = new Array<number>(60).fill(2);

describe('losses that are watched', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('diverge at %d', (loss) => {
    expect(judgeAll([loss])).toEqual([{ loss }]);
    expect(judgeAll([...steady, loss]).at(-1)).toEqual({ loss });
  });

  it.each([
    ['right after the first', [2, 2001], 2],
    ['after many', [...steady, 2001], 2],
    ['after a median that a few large losses do not move', [1, 1, 900, 1, 1, 900, 1, 1001], 1],
  ])('diverge when one is more than the factor times the median: %s', (_, losses, median) => {
    const verdicts = judgeAll(losses);
    expect(verdicts.slice(0, -1).every((verdict) => verdict === undefined)).toBe(true);
    expect(verdicts.at(-1)).toEqual({ loss: losses.at(-1), median });
  });

  it.each([
    ['at the factor itself', [...steady, 2000]],
    ['after losses of nothing', [0, 0, 0, 5]],
    ['when a model that knows its samples meets a hard one', [...steady, ...new Array(200).fill(1e-6), 1.5]],
    ['when they grow slowly', Array.from({ length: 300 }, (_, step) => 1.02 ** step)],
    ['as the very first', [1e9]],
  ])('are in order %s', (_, losses) => {
    expect(judgeAll(losses).filter((verdict) => verdict !== undefined)).toEqual([]);
  });

  it('are compared with what a run has come to when that is larger than its start', () => {
    const losses = [...steady, ...new Array<number>(60).fill(50), 2500, 50_001];
    const verdicts = judgeAll(losses);
    expect(verdicts.at(-2)).toBeUndefined();
    expect(verdicts.at(-1)).toEqual({ loss: 50_001, median: 50 });
  });

  it('take another factor', () => {
    expect(judgeAll([1, 11], 10).at(-1)).toEqual({ loss: 11, median: 1 });
    expect(judgeAll([1, 11], 11).at(-1)).toBeUndefined();
  });
});
