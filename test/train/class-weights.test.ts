import { describe, expect, it } from 'vitest';
import { classWeightsOf } from '../../train/class-weights.ts';

const single = { samples: 12, perClass: [6, 4, 2], isMultiLabel: false };
const several = { samples: 10, perClass: [5, 2, 8], isMultiLabel: true };

describe('class weights', () => {
  it.each([
    // scikit-learn: compute_class_weight('balanced') of [0]*6 + [1]*4 + [2]*2.
    ['balanced, one class per sample', single, [12 / 18, 1, 2]],
    ['balanced, several classes per sample', several, [1, 4, 0.25]],
    ['balanced, a class without samples', { ...single, perClass: [8, 4, 0] }, [0.75, 1.5, 1]],
  ])('%s', (_, counts, expected) => {
    const weights = classWeightsOf('balanced', counts) ?? [];
    expect(weights).toHaveLength(expected.length);
    for (const [index, weight] of weights.entries()) expect(weight).toBeCloseTo(expected[index] ?? 9, 12);
  });

  it('are none when all classes count the same, and as listed otherwise', () => {
    expect(classWeightsOf('none', single)).toBeUndefined();
    expect(classWeightsOf([1, 2, 3], single)).toEqual([1, 2, 3]);
  });

  it('of another number than the classes are refused', () => {
    expect(() => classWeightsOf([1, 2], single)).toThrow(
      expect.objectContaining({ code: 'LAC4221', message: expect.stringMatching(/2 weights.*3 classes/) }),
    );
  });
});
