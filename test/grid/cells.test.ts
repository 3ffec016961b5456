import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellNamesOf, cellsOf, type GridRequest, setNameOf, setsOf } from '../../grid/cells.ts';

const both = ['image', 'text'] as const;
const three = ['image', 'text', 'audio'] as const;

describe('the cells of a grid', () => {
  it.each<[string, GridRequest[], string[]]>([
    ['all sets', [{ subsets: 'all' }], ['complete', 'only-image', 'only-text']],
    ['names in any order', [{ subsets: ['only-text', 'complete'] }], ['complete', 'only-text']],
    [
      'what several entries repeat once',
      [{ subsets: ['only-text'] }, { subsets: ['only-text'] }],
      ['only-text'],
    ],
    [
      'the union of entries',
      [{ subsets: ['only-image'] }, { subsets: 'all' }],
      ['complete', 'only-image', 'only-text'],
    ],
    ['nothing for no entry', [], []],
    ['a scenario at a rate', [{ scenario: 'missing-text', rate: 70 }], ['missing-text@70']],
    [
      'scenarios in the order written, each by ascending rate',
      [{ scenario: ['missing-text', 'missing-both'], rate: [90, 10] }],
      ['missing-text@10', 'missing-text@90', 'missing-both@10', 'missing-both@90'],
    ],
    [
      'rates of a scenario together, whichever entries ask for them',
      [
        { scenario: 'missing-text', rate: [70, 10] },
        { scenario: 'missing-image', rate: 5 },
        { scenario: 'missing-text', rate: [30, 70] },
      ],
      ['missing-text@10', 'missing-text@30', 'missing-text@70', 'missing-image@5'],
    ],
    [
      'sweeps by modality, each by ascending percent',
      [{ available: { text: [100, 0, 50], image: [30] } }, { available: { text: [0, 20] } }],
      ['image@30', 'text@0', 'text@20', 'text@50', 'text@100'],
    ],
    [
      'sets, then scenarios, then sweeps',
      [
        { available: { text: [0] } },
        { scenario: 'missing-both', rate: 70 },
        { subsets: ['only-text', 'complete'] },
      ],
      ['complete', 'only-text', 'missing-both@70', 'text@0'],
    ],
    [
      'complete once where a scenario of that name has rates',
      [{ scenario: ['complete', 'missing-text'], rate: [70, 90] }],
      ['complete', 'missing-text@70', 'missing-text@90'],
    ],
  ])('are %s', (_, entries, names) => {
    expect(cellNamesOf(both, entries)).toEqual(names);
    expect(cellsOf(both, entries).map(({ name }) => name)).toEqual(names);
  });

  it('say who has what', () => {
    const entries = [
      { subsets: 'all' },
      { scenario: 'missing-both', rate: 70 },
      { available: { text: [30] } },
    ] as const;
    expect(cellsOf(both, entries)).toEqual([
      { name: 'complete', available: ['image', 'text'] },
      { name: 'only-image', available: ['image'] },
      { name: 'only-text', available: ['text'] },
      { name: 'missing-both@70', missing: { scenario: 'missing-both', rate: 70 } },
      { name: 'text@30', missing: { scenario: 'missing-text', rate: 70 } },
    ]);
  });

  it('of one modality are one cell', () => {
    expect(cellsOf(['text'], [{ subsets: 'all' }])).toEqual([{ name: 'complete', available: ['text'] }]);
  });

  it('of three modalities go from large sets to small ones', () => {
    expect(cellNamesOf(three, [{ subsets: 'all' }])).toEqual([
      'complete',
      'image+text',
      'image+audio',
      'text+audio',
      'only-image',
      'only-text',
      'only-audio',
    ]);
  });

  it('are 2^M - 1 sets of M modalities, each with a name of its own that says what is in it', () => {
    const sets = setsOf(['image', 'text', 'audio', 'video']);
    expect(new Set(sets.map(({ name }) => name)).size).toBe(15);
    for (const { name, available } of sets.slice(1)) {
      expect(name.replace('only-', '').split('+')).toEqual(available);
      expect(setNameOf(available, ['image', 'text', 'audio', 'video'])).toBe(name);
    }
  });

  const percent = fc.integer({ min: 0, max: 100 });
  const entry: fc.Arbitrary<GridRequest> = fc.oneof(
    fc.record({
      subsets: fc.constantFrom('all' as const, ['only-text'], ['complete', 'only-image']),
    }),
    fc.record({
      scenario: fc.subarray(['complete', 'missing-both', 'missing-text'], { minLength: 1 }),
      rate: fc.oneof(percent, fc.uniqueArray(percent, { minLength: 1, maxLength: 4 })),
    }),
    fc.record({ available: fc.dictionary(fc.constantFrom(...both), fc.array(percent, { maxLength: 4 })) }),
  );

  it('have each name once, and are the same whatever the order of the entries', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), fc.infiniteStream(fc.nat()), (entries, keys) => {
        const cells = cellsOf(both, entries);
        expect(new Set(cells.map(({ name }) => name)).size).toBe(cells.length);
        const shuffled = entries
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const byName = (list: typeof cells) => list.toSorted((a, b) => (a.name < b.name ? -1 : 1));
        expect(byName(cellsOf(both, shuffled))).toEqual(byName(cells));
      }),
    );
  });
});
