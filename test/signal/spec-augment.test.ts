import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { padAndNormalise, padValue } from '../../signal/log-mel.ts';
import { specAugment } from '../../signal/spec-augment.ts';

interface MaskCase {
  readonly bins: number;
  readonly frames: number;
  readonly freq: number;
  readonly time: number;
  readonly uniform: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const cases = JSON.parse(
  readFileSync(new URL('../vectors/sound/masks.json', import.meta.url), 'utf8'),
) as MaskCase[];

/** Masks a spectrogram of ones with zeros. */
function masked(
  bins: number,
  frames: number,
  widths: { freq: number; time: number },
  draws: readonly number[],
) {
  const mel = new Float32Array(frames * bins).fill(1);
  const rest = [...draws];
  specAugment({ mel, bins, fill: 0 }, widths, () => rest.shift() ?? Number.NaN);
  return mel;
}

describe('SpecAugment', () => {
  test.each(cases)(
    'draws the masks that torchaudio draws: $freq of $bins bins, $time of $frames frames',
    (given) => {
      const mel = masked(given.bins, given.frames, given, given.uniform);
      const hidden = Array.from(mel, (_, at) => {
        const [frame, bin] = [Math.floor(at / given.bins), at % given.bins];
        return given.rows.includes(frame) || given.columns.includes(bin) ? 0 : 1;
      });
      expect(Array.from(mel)).toEqual(hidden);
    },
  );

  test('of width 0 hides nothing, and takes as many numbers as any other', () => {
    const mel = new Float32Array(20).fill(1);
    let taken = 0;
    specAugment({ mel, bins: 4, fill: 0 }, { freq: 0, time: 0 }, () => {
      taken += 1;
      return 0.99;
    });
    expect(mel.every((value) => value === 1)).toBe(true);
    expect(taken).toBe(4);
  });

  test('hides less than the widths say, and stays inside where they are wider than the spectrogram', () => {
    const draw = fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true });
    const size = fc.integer({ min: 1, max: 40 });
    const widest = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        size,
        size,
        widest,
        widest,
        fc.tuple(draw, draw, draw, draw),
        (bins, frames, freq, time, draws) => {
          const mel = masked(bins, frames, { freq, time }, draws);
          const isHidden = (frame: number, bin: number) => mel[frame * bins + bin] === 0;
          const rows = [...Array(frames).keys()].filter((frame) =>
            [...Array(bins).keys()].every((bin) => isHidden(frame, bin)),
          );
          const columns = [...Array(bins).keys()].filter((bin) =>
            [...Array(frames).keys()].every((frame) => isHidden(frame, bin)),
          );
          if (columns.length < bins) expect(rows.length).toBeLessThan(Math.min(time, frames) || 1);
          if (rows.length < frames) expect(columns.length).toBeLessThan(Math.min(freq, bins) || 1);
          expect(mel).toHaveLength(bins * frames);
        },
      ),
    );
  });

  test('of a normalised spectrogram is that of one masked with 0 before normalising, as AST is trained', () => {
    const mel = Float32Array.from({ length: 12 * 8 }, (_, at) => Math.sin(at) * 5 - 4);
    const draws = [0.9, 0.4, 0.7, 0.2];
    const shape = { bins: 8, frames: 12, norm: 'ast' } as const;
    const after = padAndNormalise(mel, shape);
    const take = (from: number[]) => () => from.shift() ?? Number.NaN;
    specAugment({ mel: after, bins: 8, fill: padValue('ast') }, { freq: 4, time: 6 }, take([...draws]));
    specAugment({ mel, bins: 8, fill: 0 }, { freq: 4, time: 6 }, take([...draws]));
    expect(after).toEqual(padAndNormalise(mel, shape));
    expect(after.filter((value) => value === Math.fround(padValue('ast'))).length).toBeGreaterThan(8);
  });
});
