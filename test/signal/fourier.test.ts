import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { powerSpectrum } from '../../signal/fourier.ts';

function powersOf(frame: ArrayLike<number>): Float64Array {
  const { input, power, transform } = powerSpectrum(frame.length);
  input.set(frame);
  transform();
  return power.slice();
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

describe('The power spectrum', () => {
  test('of 2048 values, more than a page of memory, has a tone at its bin and nothing elsewhere', () => {
    const tone = Float64Array.from({ length: 2048 }, (_, at) => Math.cos((2 * Math.PI * 777 * at) / 2048));
    const power = powersOf(tone);
    expect(power[777]).toBeCloseTo(1024 ** 2, 4);
    expect(sum(power) - (power[777] as number)).toBeLessThan(1e-12);
  });

  test('holds the energy of a frame that has neither mean nor alternation (Parseval)', () => {
    const { input, power, transform } = powerSpectrum(128);
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(values, (quarter) => {
        // Each value followed by itself and twice by its opposite: bins 0 and size/2 are empty.
        const frame = quarter.flatMap((value) => [value, value, -value, -value]);
        input.set(frame);
        transform();
        const energy = sum(frame.map((value) => value ** 2));
        expect((2 * sum(power)) / frame.length).toBeCloseTo(energy, 9);
      }),
    );
  });

  test('does not change when another transform is made or run meanwhile', () => {
    const first = powerSpectrum(512);
    first.input.fill(1, 0, 100);
    const alone = powersOf(first.input);
    const second = powerSpectrum(512);
    second.input.fill(-3, 50, 300);
    second.transform();
    first.transform();
    expect(first.power).toEqual(alone);
    expect(second.power).not.toEqual(alone);
  });

  test('is the same when it is run again on the same frame', () => {
    const { input, power, transform } = powerSpectrum(128);
    const frame = Float64Array.from({ length: 128 }, (_, at) => Math.sin(at * at));
    input.set(frame);
    transform();
    const once = power.slice();
    expect(input).not.toEqual(frame);
    input.set(frame);
    transform();
    expect(power).toEqual(once);
  });
});
