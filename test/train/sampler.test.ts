import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesByLength, epochBatches } from '../../train/sampler.ts';

const rows = Array.from({ length: 50 }, (_, index) => index * 3);

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

describe('batches by length', () => {
  const lengthOf = (row: number) => 5 + ((row * 7) % 31);
  const many = Array.from({ length: 1003 }, (_, row) => row);
  const at = { seed: 1, epoch: 2 };

  it('hold every row once, the last batch what is left', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 16 }), fc.nat(9), (length, batchSize, epoch) => {
        const batches = batchesByLength(many.slice(0, length), batchSize, { seed: 0, epoch }, lengthOf);
        expect(batches.flat().sort((a, b) => a - b)).toEqual(many.slice(0, length));
        for (const batch of batches.slice(0, -1)) expect(batch).toHaveLength(batchSize);
      }),
    );
  });

  it('follow from seed and epoch, and differ between them', () => {
    const order = (seed: number, epoch: number) => batchesByLength(many, 8, { seed, epoch }, lengthOf);
    expect(order(1, 2)).toEqual(order(1, 2));
    expect(order(1, 2)).not.toEqual(order(1, 3));
    expect(order(1, 2)).not.toEqual(order(2, 2));
  });

  it('pad far less than batches in random order', () => {
    const padding = (batches: number[][]) =>
      batches.reduce((sum, batch) => {
        const lengths = batch.map(lengthOf);
        return (
          sum + Math.max(...lengths) * batch.length - lengths.reduce((total, length) => total + length, 0)
        );
      }, 0);
    expect(padding(batchesByLength(many, 8, at, lengthOf))).toBeLessThan(
      0.15 * padding(epochBatches(many, 8, at)),
    );
  });

  it('do not come in the order of their length', () => {
    const lengths = batchesByLength(many, 8, at, lengthOf).map(([row = 0]) => lengthOf(row));
    expect(lengths).not.toEqual([...lengths].sort((a, b) => a - b));
  });

  it('of equal lengths mix rows of all the data', () => {
    // Sorting is stable, so that one length leaves the shuffled order within a window of 50 batches.
    const batches = batchesByLength(many, 8, at, () => 1);
    const ofShuffled = epochBatches(many, 8, at).map(String);
    expect(batches.map(String).sort()).toEqual(ofShuffled.sort());
  });
});
