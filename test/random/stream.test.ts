import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalLogarithm } from '../../random/logarithm.ts';
import { philox, type Words } from '../../random/philox.ts';
import { deriveSeed } from '../../random/seed.ts';
import { stream } from '../../random/stream.ts';

describe('philox', () => {
  // kat_vectors of Random123 1.14, `philox4x32 10`.
  it.each([
    ['zeros', [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
    [
      'ones',
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      'the digits of pi',
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as [string, Words, [number, number], Words][])(
    'gives the published words for %s',
    (_, counter, key, words) => {
      expect(philox(counter, key)).toEqual(words);
    },
  );
});

describe('a stream', () => {
  const take = (seed: number, purpose: string, ...counters: number[]) => {
    const { uniform } = stream(seed, purpose, ...counters);
    return [uniform(), uniform(), uniform(), uniform(), uniform()];
  };

  it('is a function of seed, purpose and counters', () => {
    const word = fc.maxSafeInteger();
    fc.assert(
      fc.property(word, fc.string(), fc.array(word), (seed, purpose, counters) => {
        expect(take(seed, purpose, ...counters)).toEqual(take(seed, purpose, ...counters));
      }),
    );
  });

  it.each([
    ['another seed', take(1, 'order', 0)],
    ['a seed that differs beyond 32 bits', take(2 ** 32, 'order', 0)],
    ['another purpose', take(0, 'orders', 0)],
    ['a purpose that ends in a zero byte', take(0, 'order\0', 0)],
    ['another counter', take(0, 'order', 1)],
    ['a counter more', take(0, 'order', 0, 0)],
    ['no counter', take(0, 'order')],
    ['a negative counter', take(0, 'order', -1)],
  ])('is another one for %s', (_, numbers) => {
    const shared = take(0, 'order', 0).filter((value) => numbers.includes(value));
    expect(shared).toEqual([]);
  });

  it('keeps its numbers from version to version', () => {
    const { uniform, integer, normal, shuffle } = stream(42, 'golden', 3, 1);
    expect([uniform(), integer(1000), normal(), [...shuffle(6)]]).toEqual([
      0.5673592697302046,
      123,
      -1.2395280817079524,
      [5, 4, 3, 0, 2, 1],
    ]);
  });

  it('refuses what is not a safe integer', () => {
    expect(() => stream(0.5, 'order')).toThrow('0.5');
    expect(() => stream(0, 'order', 2 ** 53)).toThrow('9007199254740992');
  });

  it('has uniform numbers in [0, 1) with the moments of the uniform distribution', () => {
    const { uniform } = stream(5, 'moments');
    const values = Array.from({ length: 20_000 }, uniform);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });

  it('has normal numbers with the moments and tails of the normal distribution', () => {
    const { normal } = stream(6, 'moments');
    const values = Array.from({ length: 40_000 }, normal);
    const moment = (power: number) => values.reduce((sum, value) => sum + value ** power, 0) / values.length;
    expect(moment(1)).toBeCloseTo(0, 1);
    expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15);
    const beyond = values.filter((value) => Math.abs(value) > 1.959964).length / values.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.004);
  });

  it('has integers that are equally likely, also where the bound does not divide 2^32', () => {
    const { integer } = stream(8, 'dice');
    const counts = new Int32Array(6);
    for (let roll = 0; roll < 60_000; roll += 1) {
      const face = integer(6);
      counts[face] = (counts[face] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(20.5); // 5 degrees of freedom, p = 0.001
  });

  it('has integers below any bound up to 2^32 and refuses other bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (bound) => {
        const value = stream(bound, 'bounds').integer(bound);
        expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true);
      }),
    );
    for (const bound of [0, -1, 1.5, 2 ** 32 + 1])
      expect(() => stream(0, 'x').integer(bound)).toThrow(RangeError);
  });

  it('shuffles into a permutation, each element as often at each place', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(), (size, seed) => {
        const order = stream(seed, 'shuffle').shuffle(size);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, index) => index));
      }),
    );
    const first = Array.from({ length: 6000 }, (_, seed) => stream(seed, 'shuffle').shuffle(3).join(''));
    const orders = new Map<string, number>();
    for (const order of first) orders.set(order, (orders.get(order) ?? 0) + 1);
    expect(orders.size).toBe(6);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});

describe('the own logarithm', () => {
  it('agrees with Math.log to a few units in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        const expected = Math.log(x);
        expect(Math.abs(naturalLogarithm(x) - expected)).toBeLessThanOrEqual(
          1e-15 * Math.max(1, Math.abs(expected)),
        );
      }),
    );
  });
});

describe('derived seeds', () => {
  it('differ from each other and from those of another seed', () => {
    const all = [0, 1].flatMap((seed) =>
      Array.from({ length: 200 }, (_, index) => deriveSeed([seed, 5], index).join()),
    );
    expect(new Set(all).size).toBe(400);
    expect(deriveSeed([0, 5], 7)).toEqual(deriveSeed([0, 5], 7));
  });

  it('are signed 32-bit integers', () => {
    for (const part of deriveSeed([-1, 2 ** 31 - 1], 12)) expect(part | 0).toBe(part);
  });
});
