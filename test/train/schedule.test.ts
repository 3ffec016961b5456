import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../schemas/generated/resolved.ts';
import { learningRate } from '../../train/schedule.ts';
import trace from '../vectors/training/image-text.json' with { type: 'json' };

const paper: Schedule = {
  name: 'polynomial',
  power: 0.9,
  warmupEpochs: 5,
  warmupFactor: 0.1,
  warmupMode: 'constant',
  origin: 'warmup-end',
};
const extent = { stepsPerEpoch: 100, epochs: 10 };

describe('learning rate', () => {
  it.each([
    [0, 1e-4],
    [499, 1e-4],
    [500, 1e-3],
    [625, 7.7189e-4],
    [750, 5.3589e-4],
    [875, 2.8717e-4],
    [950, 1.2589e-4],
  ])('of step %i of the paper schedule is %d', (step, expected) => {
    expect(learningRate(paper, 1e-3, extent, step)).toBeCloseTo(expected, 8);
  });

  it.each([
    [0, 1e-4],
    [250, 5.5e-4],
    [500, 1e-3],
  ])('of step %i rises in a line when asked to: %d', (step, expected) => {
    expect(learningRate({ ...paper, warmupMode: 'linear' }, 1e-3, extent, step)).toBeCloseTo(expected, 12);
  });

  it('counts the decay from step 0 when asked to', () => {
    const schedule: Schedule = { ...paper, origin: 'zero' };
    expect(learningRate(schedule, 1e-3, extent, 499)).toBeCloseTo(1e-4, 12);
    expect(learningRate(schedule, 1e-3, extent, 500)).toBeCloseTo(1e-3 * 0.5 ** 0.9, 12);
  });

  it('takes fractions of an epoch and no warm-up at all', () => {
    expect(learningRate({ ...paper, warmupEpochs: 0.5 }, 1, extent, 49)).toBeCloseTo(0.1, 12);
    expect(learningRate({ ...paper, warmupEpochs: 0.5 }, 1, extent, 50)).toBe(1);
    expect(learningRate({ ...paper, warmupEpochs: 0 }, 1, extent, 0)).toBe(1);
  });

  it.each([
    ['cosine', 500, 1e-3],
    ['cosine', 625, (1e-3 * (1 + Math.SQRT1_2)) / 2],
    ['cosine', 750, 5e-4],
    ['constant', 499, 1e-4],
    ['constant', 999, 1e-3],
  ] as const)('of a %s schedule at step %i is %d', (name, step, expected) => {
    expect(learningRate({ ...paper, name }, 1e-3, extent, step)).toBeCloseTo(expected, 12);
  });

  it('takes other factors and powers', () => {
    expect(learningRate({ ...paper, warmupFactor: 0.25 }, 1, extent, 3)).toBe(0.25);
    expect(learningRate({ ...paper, power: 2 }, 1, extent, 750)).toBeCloseTo(0.25, 12);
    const line = { ...paper, warmupMode: 'linear', warmupFactor: 0 } as const;
    expect(learningRate(line, 1, extent, 0)).toBe(0);
    expect(learningRate(line, 1, extent, 100)).toBeCloseTo(0.2, 12);
  });

  it('stays in warm-up when the run is no longer than it', () => {
    expect(learningRate(paper, 1, { stepsPerEpoch: 10, epochs: 2 }, 19)).toBeCloseTo(0.1, 12);
  });

  it.each(trace.log.map(({ step, lr }) => [step, lr]))(
    'of step %i equals the reference trace',
    (step, lr) => {
      const schedule = { ...paper, warmupEpochs: trace.warmupEpochs, power: trace.power };
      const length = { stepsPerEpoch: trace.stepsPerEpoch, epochs: trace.steps / trace.stepsPerEpoch };
      expect(learningRate(schedule, trace.lr, length, step)).toBeCloseTo(lr, 12);
    },
  );
});
