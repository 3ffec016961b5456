import { describe, expect, it } from 'vitest';
import { Failure } from '../../diagnostics/failure.ts';
import type { TabulateParams } from '../../plan/params.ts';
import { assemble, type RunScores } from '../../table/assemble.ts';
import type { Table } from '../../table/table.ts';
import { digestOf, partialRuns, scoresOf, tableParams } from './tables.ts';

const shown = (table: Table) =>
  table.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell.shown)]);
const marks = (table: Table) => table.rows.map(({ cells }) => cells.map(({ mark }) => mark));
const runs = (count: number) => Array.from({ length: count }, (_, seed) => ({ method: 'u2a', seed }));

function codeOf(act: () => unknown): { code: string; text: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, text: error.message };
    throw error;
  }
  return { code: 'none', text: '' };
}

describe('assemble', () => {
  it('combines the runs of a row by mean and sample SD, in percent with fixed digits', () => {
    // numpy: mean([76, 77, 79]) = 77.333..., std(ddof=1) = 1.527525
    const scores = [76, 77, 79].map((complete, index) => scoresOf(index, { complete }));
    const table = assemble(tableParams({ columns: ['complete'], entries: runs(3) }), scores);
    const cell = table.rows[0]?.cells[0];
    expect(cell).toMatchObject({ values: [76, 77, 79], n: 3, shown: '77.33 ± 1.53', partial: false });
    expect(cell?.mean).toBeCloseTo(77.333333, 6);
    expect(cell?.sd).toBeCloseTo(1.527525, 6);
    expect(cell?.sources).toEqual([digestOf(0), digestOf(1), digestOf(2)]);
  });

  it('takes the metric that the cell format names, and no other', () => {
    const params = tableParams({
      columns: ['complete'],
      entries: runs(1),
      cell: { metric: 'f1-macro', aggregate: 'mean±sd', digits: 1 },
    });
    expect(shown(assemble(params, [scoresOf(0, { complete: 80 })]))).toEqual([['u2a', '40.0']]);
  });

  it('shows (k/n) where runs are missing and a dash where there are none', () => {
    const { entries, scores } = partialRuns();
    const table = assemble(tableParams({ entries: [...entries, { method: 'x', seed: 0 }] }), [
      ...scores,
      null,
    ]);
    expect(table.asked).toBe(3);
    expect(shown(table)).toEqual([
      ['u2a', '76.15 ± 0.31', '70.23 ± 0.64', '61.06 ± 0.47'],
      ['late-zero', '76.15 ± 0.86 (2/3)', '43.12 ± 1.73 (2/3)', '38.23 ± 0.86 (2/3)'],
      ['x', '-', '-', '-'],
    ]);
    expect(table.notes).toContain('(k/n): k of the n runs that the cell asks for.');
  });

  it('counts as asked what any row has, so that a shorter row is partial', () => {
    const entries = [...runs(3), { method: 'late-zero', seed: 1 }];
    const scores = entries.map((_, index) => scoresOf(index, { complete: 50 + index }));
    const table = assemble(tableParams({ columns: ['complete'], entries }), scores);
    expect(table.rows.map(({ cells }) => cells[0]?.partial)).toEqual([false, true]);
    expect(table.rows[1]?.cells[0]?.shown).toBe('53.00 (1/3)');
    expect(table.notes).toContain('A single run has no SD.');
  });

  it.each<[string, Partial<TabulateParams>, number, string, string | undefined]>([
    ['one run has no SD', {}, 1, '50.00', undefined],
    [
      'four runs have an SD that is called unreliable',
      {},
      4,
      '51.50 ± 1.29',
      'SD over fewer than 5 seeds is unreliable.',
    ],
    ['five runs have an SD', {}, 5, '52.00 ± 1.58', undefined],
    [
      'a mean alone is not called unreliable',
      { cell: { metric: 'accuracy', aggregate: 'mean', digits: 2 } },
      3,
      '51.00',
      undefined,
    ],
    [
      'no decimals',
      { cell: { metric: 'accuracy', aggregate: 'mean±sd', digits: 0 } },
      5,
      '52 ± 2',
      undefined,
    ],
  ])('%s', (_, change, count, text, note) => {
    const entries = runs(count);
    const scores = entries.map((_, index) => scoresOf(index, { complete: 50 + index }));
    const table = assemble(tableParams({ columns: ['complete'], entries, ...change }), scores);
    expect(shown(table)).toEqual([['u2a', text]]);
    expect(table.notes.find((line) => line.startsWith('SD'))).toBe(note);
  });

  it('spells out how numbers were combined', () => {
    const notesOf = (params: TabulateParams) =>
      assemble(
        params,
        params.entries.map((_, index) => scoresOf(index, { complete: 1 })),
      ).notes[0];
    const columns: TabulateParams['columns'] = ['complete'];
    expect(notesOf(tableParams({ columns, entries: runs(1) }))).toBe(
      'accuracy in percent, one run per cell.',
    );
    expect(notesOf(tableParams({ columns, entries: runs(5) }))).toBe(
      'accuracy in percent, mean ± sample SD of 5 runs (over seed).',
    );
  });

  it('puts rows in order of first appearance and literature last, with a dash for what it does not state', () => {
    const table = assemble(
      tableParams({
        entries: ['b', 'a'].map((method) => ({ method, seed: 0 })),
        literature: [
          {
            label: 'MLA',
            source: 'arXiv 2501.17823, Table 4',
            values: { complete: 93.33, 'only-image': 69.6 },
          },
        ],
      }),
      [1, 2].map((number) => scoresOf(number, { complete: 90, 'only-image': 80, 'only-text': 70 })),
    );
    expect(shown(table).map(([label]) => label)).toEqual(['b', 'a', 'MLA']);
    expect(shown(table)[2]).toEqual(['MLA', '93.33', '69.60', '-']);
    expect(table.rows[2]).toMatchObject({ kind: 'literature', source: 'arXiv 2501.17823, Table 4' });
    expect(table.rows[2]?.cells[0]).toMatchObject({
      values: [],
      n: 0,
      mean: 93.33,
      sd: null,
      sources: [],
      partial: false,
    });
    expect(table.notes.at(-1)).toBe('† from arXiv 2501.17823, Table 4, not run here: MLA.');
  });

  it('ranks on the numbers shown, runs and literature together', () => {
    const table = assemble(
      tableParams({
        columns: ['complete', 'only-image'],
        entries: ['a', 'b', 'c'].map((method) => ({ method, seed: 0 })),
        literature: [{ label: 'MLA', source: 's', values: { complete: 50, 'only-image': 99 } }],
      }),
      [
        scoresOf(1, { complete: 90.001, 'only-image': 1 }),
        scoresOf(2, { complete: 90.004, 'only-image': 2 }),
        scoresOf(3, { complete: 89.99, 'only-image': 3 }),
      ],
    );
    expect(marks(table)).toEqual([
      ['best', null],
      ['best', null],
      ['second', 'second'],
      [null, 'best'],
    ]);
  });

  it('ranks within rows when asked, and leaves out a mark that is switched off', () => {
    const entries = [{ method: 'a', seed: 0 }];
    const scores = [scoresOf(1, { complete: 9, 'only-image': 7, 'only-text': 8 })];
    const per = 'row' as const;
    const of = (emphasis: TabulateParams['emphasis']) =>
      marks(assemble(tableParams({ entries, emphasis }), scores));
    expect(of({ best: 'bold', second: 'underline', per })).toEqual([['best', null, 'second']]);
    expect(of({ best: 'none', second: 'underline', per })).toEqual([[null, null, 'second']]);
    expect(of({ best: 'bold', second: 'none', per })).toEqual([['best', null, null]]);
  });

  it('never shows the minus sign of a zero', () => {
    const literature = [{ label: 'difference', source: 's', values: { complete: -0.001 } }];
    expect(shown(assemble(tableParams({ columns: ['complete'], literature }), []))).toEqual([
      ['difference', '0.00'],
    ]);
  });

  it('aggregates over an axis that no run has, as over one value', () => {
    const table = assemble(tableParams({ columns: ['complete'], entries: [{ method: 'a' }] }), [
      scoresOf(1, { complete: 5 }),
    ]);
    expect([table.asked, shown(table)]).toEqual([1, [['a', '5.00']]]);
  });

  it('keeps a row per value and type of the axis', () => {
    const entries = [{ method: 1 }, { method: '1' }];
    const scores: RunScores[] = [scoresOf(1, { complete: 5 }), scoresOf(2, { complete: 6 })];
    expect(shown(assemble(tableParams({ columns: ['complete'], entries }), scores))).toEqual([
      ['1', '5.00'],
      ['1', '6.00'],
    ]);
  });
});

describe('assemble refuses', () => {
  const scores = [scoresOf(1, { complete: 1 }), scoresOf(2, { complete: 2 })];

  it('to average runs that differ in an axis outside `over`', () => {
    const entries = [
      { method: 'a', rank: 1, seed: 0 },
      { method: 'a', rank: 4, seed: 0 },
    ];
    const { code, text } = codeOf(() => assemble(tableParams({ columns: ['complete'], entries }), scores));
    expect(code).toBe('LAC7202');
    expect(text).toContain(
      'row "a" has more than one run for seed=0, namely method=a,rank=1,seed=0 and method=a,rank=4,seed=0',
    );
  });

  it('rows over an axis that a run lacks', () => {
    const entries = [{ method: 'a', seed: 0 }, { seed: 1 }];
    const { code, text } = codeOf(() => assemble(tableParams({ columns: ['complete'], entries }), scores));
    expect(code).toBe('LAC7203');
    expect(text).toContain('the axis "method", which the run seed=1 does not have');
  });

  it('scores that do not match the entries one to one', () => {
    expect(codeOf(() => assemble(tableParams({ entries: runs(3) }), scores)).code).toBe('LAC9001');
  });
});
