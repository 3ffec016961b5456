import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Availability,
  affectedCount,
  availabilityOf,
  availabilityText,
  rankSamples,
} from '../../grid/missing.ts';

const both = ['image', 'text'];
const toy = { dataset: 'toy', split: 'train', maskSeed: 0 };
const ids = Array.from({ length: 10 }, (_, index) => `s${index}`);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function without(
  availability: Availability | undefined,
  modality: string,
  names: readonly string[],
): string[] {
  return names.filter((_, place) => availability?.[modality]?.[place] === 0).sort();
}

describe('the ranking of samples', () => {
  it('is the published one', () => {
    const order = rankSamples(ids, toy, hash).map((place) => ids[place]);
    expect(order).toEqual(['s4', 's0', 's3', 's2', 's8', 's7', 's9', 's6', 's1', 's5']);
  });

  it('depends on dataset, split, seed and ids, not on the order of the ids', () => {
    const named = (of: typeof toy, names: readonly string[] = ids) =>
      rankSamples(names, of, hash).map((place) => names[place]);
    expect(named(toy, [...ids].reverse())).toEqual(named(toy));
    for (const change of [{ dataset: 'other' }, { split: 'test' }, { maskSeed: 1 }])
      expect(named({ ...toy, ...change })).not.toEqual(named(toy));
  });

  it('settles ties by id, and looks at the first 8 bytes only', () => {
    const tied = (text: string) => `0123456789abcdef${text.endsWith('b') ? '00' : 'ff'}`;
    expect(rankSamples(['c', 'b', 'a'], toy, tied)).toEqual([2, 1, 0]);
  });
});

describe('the number of affected samples', () => {
  it.each([
    [15_552, 70, 10_886],
    [2608, 70, 1825],
    [7799, 70, 5459],
    [67_988, 70, 47_591],
    [22_716, 70, 15_901],
    // 100 * 0.29 in floating point is 28.999...
    [100, 29, 29],
    [10, 70, 7],
    [0, 70, 0],
    [9, 100, 9],
  ])('of %i at %i %% is %i', (samples, rate, expected) => {
    expect(affectedCount(samples, rate)).toBe(expected);
  });
});

describe('availability', () => {
  const ranking = rankSamples(ids, toy, hash);
  const at = (scenario: string, rate: number, modalities: readonly string[] = both) =>
    availabilityOf(ranking, modalities, { scenario, rate });

  it('at 70 % missing-both is the published one', () => {
    expect(without(at('missing-both', 70), 'text', ids)).toEqual(['s3', 's4', 's8', 's9']);
    expect(without(at('missing-both', 70), 'image', ids)).toEqual(['s0', 's2', 's7']);
  });

  it.each([
    ['missing-image', 70, 7, 0],
    ['missing-text', 70, 0, 7],
    ['missing-both', 70, 3, 4],
    ['missing-both', 50, 2, 3],
    ['missing-text', 100, 0, 10],
    ['missing-both', 0, 0, 0],
    ['complete', 70, 0, 0],
  ])('in %s at %i %% lacks %i pictures and %i texts', (scenario, rate, image, text) => {
    const availability = at(scenario, rate);
    expect(without(availability, 'image', ids)).toHaveLength(image);
    expect(without(availability, 'text', ids)).toHaveLength(text);
  });

  it('of other modalities goes by their names, the second of the list losing first', () => {
    const pair = ['audio', 'video'];
    expect(without(at('missing-audio', 20, pair), 'audio', ids)).toEqual(['s0', 's4']);
    expect(without(at('missing-both', 10, pair), 'video', ids)).toEqual(['s4']);
  });

  it('of three modalities goes round', () => {
    const three = at('missing-both', 60, ['image', 'text', 'audio']);
    expect(without(three, 'audio', ids)).toEqual(['s2', 's4']);
    expect(without(three, 'text', ids)).toEqual(['s0', 's8']);
    expect(without(three, 'image', ids)).toEqual(['s3', 's7']);
  });

  it('of a scenario that the modalities do not know is undefined', () => {
    expect(at('missing-audio', 70)).toBeUndefined();
    expect(at('missing-image', 70, ['image'])).toBeUndefined();
    expect(at('complete', 70, ['image'])).toEqual({ image: new Array(10).fill(1) });
  });

  it('is nested in the rate, never takes all of a sample, and affects as many samples as promised', () => {
    const scenario = fc.constantFrom('missing-image', 'missing-text', 'missing-both');
    const names = fc.uniqueArray(fc.string(), { maxLength: 40 });
    const rate = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(names, scenario, rate, rate, fc.nat(3), (some, kind, one, other, maskSeed) => {
        const order = rankSamples(some, { ...toy, maskSeed }, hash);
        const lost = (percent: number) => {
          const availability = availabilityOf(order, both, { scenario: kind, rate: percent });
          return both.flatMap((modality) =>
            without(availability, modality, some).map((id) => `${modality} ${id}`),
          );
        };
        const [few, many] = [lost(Math.min(one, other)), lost(Math.max(one, other))];
        expect(many).toEqual(expect.arrayContaining(few));
        expect(many).toHaveLength(affectedCount(some.length, Math.max(one, other)));
        expect(new Set(many.map((pair) => pair.slice(pair.indexOf(' ')))).size).toBe(many.length);
      }),
    );
  });

  it('is spelled the same only when it is the same', () => {
    const spelled = (rate: number) => availabilityText(ids, at('missing-text', rate) ?? {});
    expect(spelled(50)).toBe(spelled(50));
    expect(spelled(50)).not.toBe(spelled(60));
    expect(spelled(10)).toMatch(/^image text\n11 s0\n[\s\S]*\n10 s4\n/);
  });
});
