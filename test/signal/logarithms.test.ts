import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logarithmsOf } from '../../signal/logarithms.ts';

const least = 1e-7;

function logarithmsBy(values: readonly number[]): Float32Array {
  const { input, output, take } = logarithmsOf(values.length, least);
  input.set(values);
  take();
  return output;
}

/** A logarithm that lies between two float32 values may be rounded to either, so close are Math.log and the series. */
function isRounded(value: number, exact: number): boolean {
  return value >= Math.fround(exact - 1e-13) && value <= Math.fround(exact + 1e-13);
}

describe('Logarithms', () => {
  test('are those of Math.log, rounded to float32, from the smallest normal number to the largest', () => {
    const smallest = 2 ** -1022;
    const { input, output, take } = logarithmsOf(9, smallest);
    const value = fc.double({ min: smallest, max: Number.MAX_VALUE, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 9, maxLength: 9 }), (values) => {
        input.set(values);
        take();
        expect(values.filter((x, at) => !isRounded(output[at] as number, Math.log(x)))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([0.5, 1, 2, 2 ** 40])('are right on both sides of where the series changes, at %f', (scale) => {
    const edges = [Math.SQRT1_2, 1, Math.SQRT2].map((edge) => edge * scale);
    const values = edges.flatMap((edge) => [edge * (1 - 2 ** -53), edge, edge * (1 + 2 ** -52)]);
    const made = logarithmsBy(values);
    expect(values.filter((value, at) => !isRounded(made[at] as number, Math.log(value)))).toEqual([]);
  });

  test('of 1 is 0, and near 1 it has all its digits', () => {
    expect(logarithmsBy([1])[0]).toBe(0);
    const small = 2 ** -40;
    expect(Array.from(logarithmsBy([1 + small, 1 - small]), (value) => value / small)).toEqual([1, -1]);
  });

  test('of what is too small are those of the least value', () => {
    const made = logarithmsBy([0, -0, -1, Number.NEGATIVE_INFINITY, 1e-320, 1e-8, least]);
    expect(Array.from(made)).toEqual(Array(7).fill(Math.fround(Math.log(least))));
  });

  test('of what is no number are none, and the neighbour is not harmed', () => {
    expect(Array.from(logarithmsBy([Number.NaN, 1, Number.POSITIVE_INFINITY, 1]))).toEqual([
      Number.NaN,
      0,
      Number.NaN,
      0,
    ]);
  });

  test('of many values need more than a page of memory, and have it', () => {
    const values = Array.from({ length: 20_001 }, (_, at) => at + 1);
    const made = logarithmsBy(values);
    expect(values.filter((value, at) => !isRounded(made[at] as number, Math.log(value)))).toEqual([]);
  });
});
