import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModalityDropout } from '../../schemas/generated/resolved.ts';
import { drawDropped, planRows } from '../../train/modality-dropout.ts';
import { epochBatches } from '../../train/sampler.ts';

const rows = Array.from({ length: 50 }, (_, index) => index * 3);
const perBatch: ModalityDropout = { complete: 1 / 3, granularity: 'batch', mode: 'select' };

describe('batches of an epoch', () => {
  it('hold every row once, the last batch what is left', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 16 }), fc.nat(9), (length, batchSize, epoch) => {
        const batches = epochBatches(rows.slice(0, length), batchSize, { seed: 0, epoch });
        expect(batches.flat().sort((a, b) => a - b)).toEqual(rows.slice(0, length));
        expect(batches).toHaveLength(Math.ceil(Math.min(length, rows.length) / batchSize));
        for (const batch of batches.slice(0, -1)) expect(batch).toHaveLength(batchSize);
      }),
    );
  });

  it('follow from seed and epoch alone, and differ between them', () => {
    const order = (seed: number, epoch: number) => epochBatches(rows, 8, { seed, epoch }).flat();
    expect(order(1, 2)).toEqual(order(1, 2));
    expect(order(1, 2)).not.toEqual(order(1, 3));
    expect(order(1, 2)).not.toEqual(order(2, 2));
  });
});

describe('modality dropout', () => {
  it('by batch is one draw for all rows, a third each over many steps', () => {
    const counts = { complete: 0, image: 0, text: 0 };
    for (let step = 0; step < 3000; step += 1) {
      const drawn = drawDropped(perBatch, 4, { seed: 0, epoch: 1, step });
      expect(new Set(drawn).size).toBe(1);
      counts[drawn[0] ?? 'complete'] += 1;
    }
    // Four standard deviations of a binomial of 3000 thirds are 103.
    for (const count of Object.values(counts)) expect(Math.abs(count - 1000)).toBeLessThan(104);
  });

  it('by sample differs within a batch', () => {
    const drawn = drawDropped({ ...perBatch, granularity: 'sample' }, 64, { seed: 0, epoch: 0, step: 0 });
    expect(new Set(drawn)).toEqual(new Set([undefined, 'image', 'text']));
  });

  it.each([
    [1, new Set([undefined])],
    [0, new Set(['image', 'text'])],
  ])('with probability %d of complete batches draws only what it may', (complete, expected) => {
    const drawn = Array.from(
      { length: 100 },
      (_, step) => drawDropped({ ...perBatch, complete }, 1, { seed: 3, epoch: 0, step })[0],
    );
    expect(new Set(drawn)).toEqual(expected);
  });

  // Rows: complete, complete, image only, text only.
  const available = { image: [1, 1, 1, 0], text: [1, 1, 0, 1] };

  it('in mode select runs what the data has and aligns complete rows', () => {
    expect(planRows(available, ['image', undefined, 'image', 'image'], 'select')).toEqual({
      selected: { image: [0, 1, 1, 0], text: [1, 1, 0, 1] },
      encoded: available,
      aligned: [1, 1, 0, 0],
    });
  });

  it('in mode skip neither runs nor aligns what is dropped', () => {
    const selected = { image: [1, 1, 1, 0], text: [0, 1, 0, 1] };
    expect(planRows(available, ['text', undefined, 'text', 'text'], 'skip')).toEqual({
      selected,
      encoded: selected,
      aligned: [0, 1, 0, 0],
    });
  });

  it('never takes the only modality of a row', () => {
    const modality = fc.constantFrom('image', 'text', undefined) as fc.Arbitrary<
      'image' | 'text' | undefined
    >;
    fc.assert(
      fc.property(
        fc.array(modality, { minLength: 4, maxLength: 4 }),
        fc.constantFrom('select', 'skip'),
        (dropped, mode) => {
          const { selected } = planRows(available, dropped, mode as 'select' | 'skip');
          for (const [row, has] of selected.image.entries())
            expect(has + (selected.text[row] ?? 0)).toBeGreaterThan(0);
        },
      ),
    );
  });
});
