import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../diagnostics/failure.ts';
import type { TabulateParams } from '../../plan/params.ts';
import { assemble, type RunScores } from '../../table/assemble.ts';
import { type MethodTable, methodTable, scoresOf } from './tables.ts';

type Compare = NonNullable<TabulateParams['compare']>;

/** Notes of a table of methods by seed, from the accuracies of each method; null for a run that is not there yet. */
function notesOf(
  methods: { readonly [method: string]: readonly (number | null)[] },
  compare: Compare,
  table: MethodTable = {},
): readonly string[] {
  const entries = Object.entries(methods).flatMap(([method, values]) =>
    values.map((_, seed) => ({ method, seed })),
  );
  const scores = Object.values(methods)
    .flat()
    .map((complete, index): RunScores => (complete === null ? null : scoresOf(index, { complete })));
  const { notes } = assemble(
    methodTable({ columns: ['complete'], entries, ...table, change: { compare, ...table.change } }),
    scores,
  );
  return notes.slice(notes.findIndex((note) => note.startsWith('Differences')));
}

const wilcoxon: Compare = { with: 'u2a', test: 'wilcoxon' };
const bootstrap: Compare = { with: 'u2a', test: 'bootstrap' };

describe('compare', () => {
  it('tests a row against every other on pairs, with the p-value of SciPy', () => {
    // scipy.stats.wilcoxon([1, 2, 3, 4, 5, 6]).pvalue = 0.03125
    const notes = notesOf({ u2a: [11, 12, 13, 14, 15, 16], zero: [10, 10, 10, 10, 10, 10] }, wilcoxon);
    expect(notes).toEqual([
      "Differences, u2a minus another row, paired by seed; two-sided p of a Wilcoxon's signed-rank test.",
      'complete: zero +3.50 (6 pairs, p = 0.031).',
    ]);
  });

  it('corrects by Holm over all tests of the table', () => {
    const notes = notesOf(
      { u2a: [11, 12, 13, 14, 15, 16], zero: [10, 10, 10, 10, 10, 10], map: [12, 14, 16, 18, 20, 22] },
      wilcoxon,
    );
    // Both have p = 0.03125 alone; Holm doubles the smaller and the other follows it.
    expect(notes[0]).toContain('corrected by Holm over 2 tests');
    expect(notes[1]).toBe('complete: zero +3.50 (6 pairs, p = 0.063); map -3.50 (6 pairs, p = 0.063).');
  });

  it('pairs runs by the values of the aggregated axes, not by their place', () => {
    const methods = { u2a: [null, 12, 13, 14], zero: [10, 10, null, 11] };
    expect(notesOf(methods, wilcoxon)[1]).toBe('complete: zero +2.50 (2 pairs, p = 0.500).');
  });

  it('says what few pairs can show', () => {
    const five = { u2a: [11, 12, 13, 14, 15], zero: [10, 10, 10, 10, 10] };
    expect(notesOf(five, wilcoxon).at(-1)).toBe(
      "Fewer than 6 pairs cannot reach p < 0.05 by Wilcoxon's test.",
    );
    expect(notesOf(five, bootstrap).at(-1)).toMatch(/^Fewer than 6 pairs cannot reach p < 0\.05: /);
    const six = { u2a: [11, 12, 13, 14, 15, 16], zero: [10, 10, 10, 10, 10, 10] };
    expect(notesOf(six, bootstrap)).toHaveLength(2);
    expect(notesOf(six, bootstrap)[0]).toContain('paired bootstrap of the mean (10,000 draws)');
  });

  it('says that there is nothing to compare yet', () => {
    const entries = [{ method: 'u2a' }, { method: 'zero' }];
    const params = methodTable({ columns: ['complete'], entries, change: { compare: wilcoxon } });
    expect(assemble(params, [scoresOf(1, { complete: 1 }), null]).notes.at(-1)).toBe(
      'No row has two runs to compare with those of u2a yet.',
    );
  });

  it('leaves out literature and numbers of another data set', () => {
    const literature = [{ label: 'MLA', source: 's', values: { complete: 1 } }];
    const entries = ['u2a', 'zero', 'far'].flatMap((method) => [0, 1].map((seed) => ({ method, seed })));
    const params = methodTable({ columns: ['complete'], entries, literature, change: { compare: wilcoxon } });
    const scores = entries.map(({ method }, index) =>
      scoresOf(index, { complete: 50 + index * index }, method === 'far' ? 'digits' : 'emoji'),
    );
    const notes = assemble(params, scores).notes.filter((note) => note.startsWith('complete:'));
    expect(notes).toEqual(['complete: zero -6.00 (2 pairs, p = 0.500).']);
  });

  it.each(['nobody', 'MLA'])('refuses %s, which is no row of runs', (name) => {
    const literature = [{ label: 'MLA', source: 's', values: { complete: 1 } }];
    const act = () => notesOf({ u2a: [1, 2] }, { ...wilcoxon, with: name }, { literature });
    expect(act).toThrow(Failure);
    expect(act).toThrow(
      expect.objectContaining({ code: 'LAC7207', message: expect.stringContaining('rows of runs are u2a') }),
    );
  });

  it('turns every sign and no p-value when the row compared with is the other one', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 7 });
    const pairs = values.chain((u2a) =>
      fc.tuple(
        fc.constant(u2a),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: u2a.length, maxLength: u2a.length }),
      ),
    );
    fc.assert(
      fc.property(pairs, ([u2a, zero]) => {
        const [there = '', back = ''] = [wilcoxon, { ...wilcoxon, with: 'zero' }].map(
          (compare) => notesOf({ u2a, zero }, compare, { digits: 6 })[1],
        );
        const read = (note: string) => /(?:zero|u2a) ([-+]?[\d.]+) \(\d pairs, (p [^)]*)\)/.exec(note) ?? [];
        expect(Number(read(there)[1])).toBe(0 - Number(read(back)[1]));
        expect(read(there)[2]).toBe(read(back)[2]);
      }),
      { numRuns: 50 },
    );
  });
});
