import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resample } from '../../signal/resample.ts';
import { readTensor } from '../../tensor/safetensors.ts';

const vectors = new URL('../vectors/sound/resample.safetensors', import.meta.url).pathname;
const rates = [8000, 11025, 22050, 32000, 44100, 48000] as const;

function noise(length: number): Float32Array {
  let state = 12345;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

function sine(hertz: number, rate: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, n) => Math.sin((2 * Math.PI * hertz * n) / rate));
}

/** Root mean square without the ends, where the recording meets silence. */
function loudness(values: Float32Array): number {
  const inner = values.subarray(400, values.length - 400);
  return Math.sqrt(inner.reduce((sum, value) => sum + value * value, 0) / inner.length);
}

const decibels = (ratio: number) => 20 * Math.log10(ratio);

describe('a recording at 16 kHz', () => {
  test.each(rates)('from %i Hz is what torchaudio makes with kaiser_best', async (rate) => {
    const made = resample(noise(600), rate, 16_000);
    const expected = (await readTensor(vectors, String(rate))).data;
    expect(made).toHaveLength(expected.length);
    const worst = Array.from(expected).reduce(
      (most, value, at) => Math.max(most, Math.abs(value - (made[at] as number))),
      0,
    );
    // Both are float64 sums rounded to float32.
    expect(worst).toBeLessThan(1e-7);
  });

  test.each([
    [8000, 3400],
    [22050, 6500],
    [44100, 6500],
    [48000, 6500],
    [48000, 440],
  ])('from %i Hz keeps a tone of %i Hz but for less than 100 dB', (rate, hertz) => {
    const made = resample(sine(hertz, rate, rate / 2), rate, 16_000);
    const wrong = made.map((value, n) => value - Math.sin((2 * Math.PI * hertz * n) / 16_000));
    expect(decibels(loudness(wrong) / loudness(made))).toBeLessThan(-100);
  });

  test.each([
    [22050, 8500],
    [44100, 8500],
    [44100, 15_000],
    [48000, 20_000],
  ])('from %i Hz has nothing of a tone of %i Hz, which it cannot hold', (rate, hertz) => {
    expect(decibels(loudness(resample(sine(hertz, rate, rate / 2), rate, 16_000)))).toBeLessThan(-100);
  });

  test('from 8 kHz has no mirrored tone', () => {
    const made = resample(sine(1000, 8000, 8000), 8000, 16_000);
    const mirror = made.map((value, n) => value * Math.cos((2 * Math.PI * 7000 * n) / 16_000));
    const inner = mirror.subarray(400, 400 + 14_400);
    expect(Math.abs(inner.reduce((sum, value) => sum + value, 0)) / inner.length).toBeLessThan(1e-6);
  });

  test('is as long as the recording lasts, rounded up, and the recording itself at its own rate', () => {
    for (const rate of rates) {
      for (const length of [0, 1, 2, 3, 5, 160, 441]) {
        expect(resample(new Float32Array(length), rate, 16_000)).toHaveLength(
          Math.ceil((length * 16_000) / rate),
        );
      }
    }
    const wave = noise(10);
    expect(resample(wave, 16_000, 16_000)).toBe(wave);
  });

  test('adds up: of a sum it is the sum, and it does not depend on what comes after', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rates),
        fc.integer({ min: 1, max: 500 }),
        fc.integer(),
        (rate, length, seed) => {
          const [a, b] = [noise(length), noise(length).map((value, at) => Math.sin(value * seed + at))];
          const both = resample(
            a.map((value, at) => value + (b[at] as number)),
            rate,
            16_000,
          );
          const [x, y] = [resample(a, rate, 16_000), resample(b, rate, 16_000)];
          both.forEach((value, at) => {
            expect(Math.abs(value - (x[at] as number) - (y[at] as number))).toBeLessThan(1e-6);
          });
          const longer = new Float32Array(length + 50);
          longer.set(a);
          expect(resample(longer, rate, 16_000).subarray(0, x.length)).toEqual(x);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('from a rate that shares no divisor is right, too', () => {
    const made = resample(sine(1000, 12_347, 6000), 12_347, 16_000);
    const wrong = made.map((value, n) => value - Math.sin((2 * Math.PI * 1000 * n) / 16_000));
    expect(decibels(loudness(wrong))).toBeLessThan(-100);
  });

  test.each([0, -8000, 8000.5, Number.NaN])('from %d Hz does not exist', (rate) => {
    expect(() => resample(noise(10), rate, 16_000)).toThrow(RangeError);
  });
});
