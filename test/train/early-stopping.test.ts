import { describe, expect, it } from 'vitest';
import { judgeEpochs, type Patience } from '../../train/early-stopping.ts';

/** Epochs that were the best so far, and the first that stops. */
function judgeAll(metrics: readonly number[], patience?: Patience) {
  const { judge } = judgeEpochs(patience);
  const verdicts = metrics.map((metric) => judge(metric));
  return {
    best: verdicts.flatMap(({ isBest }, epoch) => (isBest ? [epoch] : [])),
    stop: verdicts.findIndex(({ stops }) => stops),
  };
}

describe('epochs judged by validation', () => {
  it.each<[string, number[], Patience | undefined, number[], number]>([
    ['never stop without patience', [5, 4, 3, 2, 1], undefined, [0], -1],
    ['stop after two without improvement', [50, 60, 60, 59, 61], { patience: 2, minDelta: 0 }, [0, 1, 4], 3],
    ['go on when one improves in time', [50, 49, 51, 50, 52], { patience: 2, minDelta: 0 }, [0, 2, 4], -1],
    ['keep the earlier of equals', [70, 70, 70], { patience: 5, minDelta: 0 }, [0], -1],
    [
      'must improve by more than the least difference',
      [50, 51, 52],
      { patience: 2, minDelta: 1 },
      [0, 1, 2],
      -1,
    ],
    ['add small steps up to one', [50, 50.6, 51.2, 51.4], { patience: 2, minDelta: 1 }, [0, 1, 2, 3], -1],
    ['stop when small steps take too long', [50, 50.3, 50.6], { patience: 2, minDelta: 1 }, [0, 1, 2], 2],
    ['stop at once when they may not wait', [50, 50], { patience: 1, minDelta: 0 }, [0], 1],
  ])('%s', (_, metrics, patience, best, stop) => {
    expect(judgeAll(metrics, patience)).toEqual({ best, stop });
  });

  it('do not call a metric that is no number the best', () => {
    expect(judgeAll([Number.NaN, 10, Number.NaN], { patience: 2, minDelta: 0 })).toEqual({
      best: [1],
      stop: -1,
    });
  });
});
