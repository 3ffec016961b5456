import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModalityDropout } from '../../schemas/generated/resolved.ts';
import { drawDropped, planRows } from '../../train/modality-dropout.ts';

const perBatch: ModalityDropout = { complete: 1 / 3, granularity: 'batch', mode: 'select' };
const image = 0;
const text = 1;

function at(step: number, rows: number) {
  return { seed: 0, epoch: 1, step, rows: Array.from({ length: rows }, (_, row) => row) };
}

describe('modality dropout', () => {
  it.each([2, 3])(
    'by batch is one draw for all rows, equal shares each over many steps, of %i',
    (modalities) => {
      const counts = new Map<number | undefined, number>();
      const options = { ...perBatch, complete: 1 / (modalities + 1) };
      for (let step = 0; step < 3000; step += 1) {
        const drawn = drawDropped(options, modalities, at(step, 4));
        expect(new Set(drawn).size).toBe(1);
        counts.set(drawn[0], (counts.get(drawn[0]) ?? 0) + 1);
      }
      expect(counts.size).toBe(modalities + 1);
      // Four standard deviations of a binomial of 3000 thirds are 103, of quarters 95.
      for (const count of counts.values())
        expect(Math.abs(count - 3000 / (modalities + 1))).toBeLessThan(104);
    },
  );

  it('by sample differs within a batch', () => {
    const drawn = drawDropped({ ...perBatch, granularity: 'sample' }, 2, at(0, 64));
    expect(new Set(drawn)).toEqual(new Set([undefined, image, text]));
  });

  it.each([
    [1, new Set([undefined])],
    [0, new Set([image, text])],
  ])('with probability %d of complete batches draws only what it may', (complete, expected) => {
    const drawn = Array.from(
      { length: 100 },
      (_, step) => drawDropped({ ...perBatch, complete }, 2, at(step, 1))[0],
    );
    expect(new Set(drawn)).toEqual(expected);
  });

  // Rows: complete, complete, image only, text only.
  const available = [
    [1, 1, 1, 0],
    [1, 1, 0, 1],
  ];

  it('in mode select runs what the data has', () => {
    expect(planRows(available, [image, undefined, image, image], 'select')).toEqual({
      selected: [
        [0, 1, 1, 0],
        [1, 1, 0, 1],
      ],
      encoded: available,
    });
  });

  it('in mode skip does not run what is dropped', () => {
    const selected = [
      [1, 1, 1, 0],
      [0, 1, 0, 1],
    ];
    const plan = planRows(available, [text, undefined, text, text], 'skip');
    expect(plan).toEqual({ selected, encoded: selected });
  });

  it('never takes the only modality of a row', () => {
    const dropped = fc.array(fc.constantFrom(image, text, undefined), { minLength: 4, maxLength: 4 });
    const mode = fc.constantFrom('select' as const, 'skip' as const);
    fc.assert(
      fc.property(dropped, mode, (some, how) => {
        const { selected } = planRows(available, some, how);
        for (const row of [0, 1, 2, 3])
          expect(selected.reduce((sum, mask) => sum + (mask[row] ?? 0), 0)).toBeGreaterThan(0);
      }),
    );
  });
});
