import { describe, expect, it } from 'vitest';
import { Failure } from '../../diagnostics/failure.ts';
import type { TabulateParams } from '../../plan/params.ts';
import { assemble, type RunScores } from '../../table/assemble.ts';
import type { Table } from '../../table/table.ts';
import { digestOf, type MethodTable, methodTable, partialRuns, scoresOf } from './tables.ts';

const shown = (table: Table) =>
  table.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell.shown)]);
const marks = (table: Table) => table.rows.map(({ cells }) => cells.map(({ mark }) => mark));
const seeds = (count: number, method = 'u2a') =>
  Array.from({ length: count }, (_, seed) => ({ method, seed }));

/** A table of one method and one column whose runs measured these numbers. */
function cellOf(values: readonly number[], table: MethodTable = {}): Table {
  const scores = values.map((complete, index) => scoresOf(index, { complete }));
  return assemble(methodTable({ columns: ['complete'], entries: seeds(values.length), ...table }), scores);
}

function failureOf(act: () => unknown): { code: string; text: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, text: error.message };
    throw error;
  }
  return { code: 'none', text: '' };
}

/** One score of one cell under any metric. */
const one = (metric: string, value: number, cell = 'complete'): NonNullable<RunScores> => ({
  digest: digestOf(value),
  dataset: 'emoji',
  cells: [],
  scores: [{ cell, metric, value, n: 10 }],
});

describe('a cell of runs', () => {
  it('has mean and sample SD in fixed digits, the values and their artifacts', () => {
    // numpy: mean([76, 77, 79]) = 77.333..., std(ddof=1) = 1.527525
    const cell = cellOf([76, 77, 79]).rows[0]?.cells[0];
    expect(cell).toMatchObject({ kind: 'runs', values: [76, 77, 79], n: 3, asked: 3, shown: '77.33 ± 1.53' });
    expect(cell?.what).toBe('accuracy of complete');
    expect(cell?.value).toBeCloseTo(77.333333, 6);
    expect(cell?.spread).toBeCloseTo(1.527525, 6);
    expect(cell?.sources).toEqual([digestOf(0), digestOf(1), digestOf(2)]);
  });

  it.each<[TabulateParams['aggregate'], string, string]>([
    ['mean±sd', '77.33 ± 1.53', 'mean ± sample SD of 3 runs (seeds 0, 1, 2)'],
    // scipy: t.ppf(0.975, 2) * 1.527525 / sqrt(3) = 3.794583
    [
      'mean±ci95',
      '77.33 ± 3.79',
      "mean ± half of its 95 % interval by Student's t of 3 runs (seeds 0, 1, 2)",
    ],
    ['mean', '77.33', 'mean of 3 runs (seeds 0, 1, 2)'],
    ['median', '77.00', 'median of 3 runs (seeds 0, 1, 2)'],
    [
      'best',
      '79.00',
      'best of 3 runs (seeds 0, 1, 2), chosen by these very numbers: higher than a new run would come to',
    ],
  ])('is shown by %s, spelt out in the first note', (aggregate, text, note) => {
    const table = cellOf([76, 77, 79], { change: { aggregate } });
    expect(shown(table)).toEqual([['u2a', text]]);
    expect(table.notes[0]).toBe(`accuracy in percent; ${note}.`);
  });

  it('takes the lowest for the best of a metric that is better the lower it is', () => {
    const table = assemble(
      methodTable({
        columns: ['complete'],
        entries: seeds(2),
        query: { metric: 'ece' },
        change: { aggregate: 'best' },
      }),
      [one('ece', 5), one('ece', 3)],
    );
    expect(shown(table)).toEqual([['u2a', '3.00']]);
  });

  it('shows the size of a model as a number, and its spread only where runs differ in size', () => {
    const sized = (...counts: number[]) =>
      assemble(
        methodTable({
          columns: ['complete'],
          entries: seeds(2),
          query: { metric: 'parameters-learnable' },
          digits: 0,
        }),
        counts.map((count) => one('parameters-learnable', count)),
      );
    expect(shown(sized(126824, 126824))).toEqual([['u2a', '126824']]);
    expect(shown(sized(10, 12))).toEqual([['u2a', '11 ± 1']]);
  });

  it('takes the metric that is asked for, and no other', () => {
    expect(shown(cellOf([80], { query: { metric: 'f1-macro' }, digits: 1 }))).toEqual([['u2a', '40.0']]);
  });

  it('divides by a million where the unit is millions, values and expectation included', () => {
    const table = assemble(
      methodTable({
        columns: ['complete'],
        entries: seeds(1),
        query: { metric: 'parameters-total' },
        unit: 'millions',
        expected: { u2a: { complete: 195.51 } },
      }),
      [one('parameters-total', 195_511_589)],
    );
    expect(table.rows[0]?.cells[0]).toMatchObject({
      shown: '195.51',
      values: [195.511589],
      expected: { value: 195.51, holds: true },
    });
    expect(table.notes[0]).toBe('parameters-total in millions; one run per cell.');
  });

  it('shows (k/n) where runs are missing and a dash where there are none', () => {
    const { entries, scores } = partialRuns();
    const table = assemble(methodTable({ entries: [...entries, { method: 'x', seed: 0 }] }), [
      ...scores,
      null,
    ]);
    expect(shown(table)).toEqual([
      ['u2a', '76.15 ± 0.31', '70.23 ± 0.64', '61.06 ± 0.47'],
      ['late-zero', '76.15 ± 0.86 (2/3)', '43.12 ± 1.73 (2/3)', '38.23 ± 0.86 (2/3)'],
      ['x', '-', '-', '-'],
    ]);
    expect(table.rows[2]?.cells[0]).toMatchObject({ value: null, spread: null, n: 0, asked: 1, sources: [] });
    expect(table.notes).toContain('(k/n): k of the n runs that the cell asks for.');
    expect(table.notes[0]).toContain('of 1 to 3 runs (seeds 0, 1, 2)');
  });

  it('never shows the minus sign of a zero', () => {
    expect(shown(cellOf([-0.001]))).toEqual([['u2a', '0.00']]);
  });

  it.each<[string, MethodTable, number, string, string[]]>([
    ['one run', {}, 1, '50.00', []],
    ['four runs', {}, 4, '51.50 ± 1.29', ['SD over fewer than 5 seeds is unreliable.']],
    ['five runs', {}, 5, '52.00 ± 1.58', []],
    [
      'four runs by interval',
      { change: { aggregate: 'mean±ci95' } },
      4,
      '51.50 ± 2.05',
      ['95 % interval over fewer than 5 seeds is unreliable.'],
    ],
    [
      'three runs by mean alone',
      { change: { aggregate: 'mean' } },
      3,
      '51.00',
      ['Fewer than 5 seeds: small differences may be chance.'],
    ],
    ['five runs by median', { change: { aggregate: 'median' } }, 5, '52.00', []],
    ['no decimals', { digits: 0 }, 5, '52 ± 2', []],
  ])('says what too few runs are worth: %s', (_, change, count, text, warnings) => {
    const table = cellOf(
      Array.from({ length: count }, (_value, index) => 50 + index),
      change,
    );
    expect(shown(table)).toEqual([['u2a', text]]);
    expect(table.notes.slice(1)).toEqual(warnings);
  });

  it('says that a single run of several has no SD', () => {
    const params = methodTable({ columns: ['complete'], entries: seeds(3) });
    const table = assemble(params, [scoresOf(1, { complete: 53 }), null, null]);
    expect(shown(table)).toEqual([['u2a', '53.00 (1/3)']]);
    expect(table.notes).toContain('A single run has no SD.');
  });

  it('shows a dash for distances to mask tokens that a method does not have', () => {
    const query = { metric: 'alignment-mse', direction: 'image-to-text' };
    const table = assemble(methodTable({ columns: ['complete'], entries: seeds(2), query }), [
      scoresOf(0, { complete: 1 }),
      scoresOf(1, { complete: 1 }),
    ]);
    expect(shown(table)).toEqual([['u2a', '-']]);
    expect(table.rows[0]?.cells[0]?.what).toBe('alignment-mse of complete, image-to-text');
    expect(table.notes[0]).toMatch(/^alignment-mse; /);
  });

  it('reads a recovery from the partner at the same place', () => {
    const entries = [...seeds(2), ...seeds(2, 'late-zero')];
    const base = methodTable({ columns: ['only-text'], entries });
    const cells: TabulateParams['cells'] = [
      [
        {
          kind: 'runs',
          query: { metric: 'accuracy', cell: 'only-text', derive: { what: 'recovery' } },
          runs: [0, 1],
          against: [2, 3],
          digits: 1,
          unit: 'one',
        },
      ],
    ];
    const scores = [
      scoresOf(0, { complete: 90, 'only-text': 70 }),
      scoresOf(1, { complete: 80, 'only-text': 60 }),
      scoresOf(2, { complete: 90, 'only-text': 50 }),
      scoresOf(3, { complete: 80, 'only-text': 50 }),
    ];
    const params = { ...base, rows: base.rows.slice(0, 1), cells };
    // 100 (70 - 50) / (90 - 50) = 50 and 100 (60 - 50) / (80 - 50) = 33.33
    const cell = assemble(params, scores).rows[0]?.cells[0];
    expect(cell?.values.map((value) => value.toFixed(2))).toEqual(['50.00', '33.33']);
    expect(cell?.what).toBe('recovery of accuracy of only-text');
    // Without a partner the run is not there yet; a gap of nothing has no share.
    expect(assemble(params, [...scores.slice(0, 3), null]).rows[0]?.cells[0]?.shown).toBe('50.0 (1/2)');
    const flat = [scoresOf(0, { complete: 50, 'only-text': 50 }), ...scores.slice(1)];
    expect(assemble(params, flat).rows[0]?.cells[0]?.values).toHaveLength(1);
  });
});

describe('a cell of literature', () => {
  const cellsOf = (value: number | string, mark?: string) => {
    const marks = mark === undefined ? {} : { marks: { complete: mark } };
    const literature = [{ label: 'MLA', source: 's', values: { complete: value }, ...marks }];
    return assemble(methodTable({ columns: ['complete'], literature }), []).rows[0]?.cells[0];
  };

  it('shows a number in the digits of its cell, with its mark', () => {
    expect(cellsOf(85.5, '†')).toMatchObject({ shown: '85.50†', sign: '†', value: 85.5, n: 0, values: [] });
  });

  it.each([
    ['92.0', 92, null],
    ['60.21 ± 0.40', 60.21, 0.4],
    ['-3.5', -3.5, null],
    ['~92', null, null],
    ['92.0 (ours)', null, null],
    ['', null, null],
  ])('shows the text %j as it is and takes it for %j ± %j', (text, value, spread) => {
    expect(cellsOf(text)).toMatchObject({ kind: 'literature', shown: text, value, spread });
  });

  it('names sources with their lines, keys of a bibliography in brackets, and explains marks that occur', () => {
    const table = assemble(
      methodTable({
        columns: ['complete'],
        literature: [
          { label: 'MLA', source: 'zhang2024mla', values: { complete: '90.0' }, marks: { complete: '†' } },
          { label: 'QMF', source: 'zhang2024mla', values: { complete: 2 } },
          { label: 'Kim et al.', source: 'arXiv 2501.17823, Table 4', values: { complete: 3 } },
          { label: 'Web', source: 'https://example.org/x', values: { complete: 4 } },
        ],
        change: { marks: { '†': 'run by others.', '‡': 'occurs nowhere.' } },
      }),
      [],
    );
    expect(table.notes).toEqual([
      'From [zhang2024mla], not run here: MLA, QMF.',
      '* from arXiv 2501.17823, Table 4, not run here: Kim et al.',
      '* from https://example.org/x, not run here: Web.',
      '† run by others.',
    ]);
    expect(table.rows.map(({ source }) => source)).toContain('zhang2024mla');
  });
});

describe('what was expected', () => {
  const entries = ['a', 'b', 'c', 'd'].map((method) => ({ method, seed: 0 }));
  const expected = { a: { complete: 81 }, b: { complete: 80 }, c: { complete: 76.5 }, d: { complete: 1 } };
  const scores = [...[80, 79.99, 78].map((complete, index) => scoresOf(index, { complete })), null];

  it('is compared with the number shown, and the notes say how many hold and what is furthest off', () => {
    const table = assemble(methodTable({ columns: ['complete'], entries, expected }), scores);
    expect(table.rows.map(({ cells }) => cells[0]?.expected?.holds)).toEqual([true, true, false, false]);
    expect(table.notes).toContain(
      '2 of 3 numbers within 1 point of the expected number; largest difference +1.50 (c, complete).',
    );
    expect(table.notes).toContain('1 expected number is not there yet.');
  });

  it('has the tolerance of the table', () => {
    const change = { tolerance: 0.5 };
    const table = assemble(methodTable({ columns: ['complete'], entries, expected, change }), scores);
    expect(table.notes.join(' ')).toContain('1 of 3 numbers within 0.5 points');
  });

  it('does not fail at the tolerance for binary fractions', () => {
    // 76.1 - 75.1 = 0.9999999999999858 and 70.3 - 69.3 = 1 + 1.4e-14
    expect(70.3 - 69.3).toBeGreaterThan(1 - 1e-12);
    const holds = [
      [70.3, 69.3],
      [8.2, 7.2],
      [64.1, 65.1],
      [65.12, 64.11],
    ].map(([value = 0, complete = 0]) => {
      const table = cellOf([value], { expected: { u2a: { complete } } });
      return table.rows[0]?.cells[0]?.expected?.holds;
    });
    expect(holds).toEqual([true, true, true, false]);
  });
});

describe('emphasis', () => {
  it('ranks what is shown, so that equal numbers share a mark, literature among them', () => {
    const entries = ['a', 'b', 'c'].map((method) => ({ method, seed: 0 }));
    const literature = [{ label: 'MLA', source: 's', values: { complete: 90, 'only-image': 3.5 } }];
    const columns = ['complete', 'only-image'];
    const table = assemble(methodTable({ columns, entries, literature }), [
      scoresOf(1, { complete: 90.001, 'only-image': 1 }),
      scoresOf(2, { complete: 90.004, 'only-image': 2 }),
      scoresOf(3, { complete: 89.99, 'only-image': 3 }),
    ]);
    expect(marks(table)).toEqual([
      ['best', null],
      ['best', null],
      ['second', 'second'],
      ['best', 'best'],
    ]);
  });

  it('ranks within rows when asked, and leaves out a mark that is switched off', () => {
    const scores = [scoresOf(1, { complete: 9, 'only-image': 7, 'only-text': 8 })];
    const of = (emphasis: Partial<TabulateParams['emphasis']>) => {
      const all = { best: 'bold', second: 'underline', per: 'row', ...emphasis } as const;
      return marks(assemble(methodTable({ entries: seeds(1), change: { emphasis: all } }), scores));
    };
    expect(of({})).toEqual([['best', null, 'second']]);
    expect(of({ best: 'none' })).toEqual([[null, null, 'second']]);
    expect(of({ second: 'none' })).toEqual([['best', null, null]]);
  });

  it.each([
    ['ece', undefined, ['second', 'best', null]],
    ['alignment-mse', undefined, ['second', 'best', null]],
    ['accuracy', undefined, ['second', null, 'best']],
    ['parameters-total', undefined, [null, null, null]],
    // Drops of 100 (80 - x) / 80: 50, 75 and 25 percent.
    ['accuracy', 'relative-drop' as const, ['second', null, 'best']],
  ])(
    'of %s, derived by %s, knows which is better, for literature in the column too',
    (metric, what, expected) => {
      const query = { metric, ...(what && { derive: { what } }) };
      const entries = ['a', 'b'].map((method) => ({ method, seed: 0 }));
      const values = what === undefined ? { cell: 60 } : { cell: 25 };
      const literature = [{ label: 'L', source: 's', values }];
      const scores = [40, 20].map(
        (value, index): RunScores => ({
          digest: digestOf(index),
          dataset: 'emoji',
          cells: [],
          scores: [
            { cell: 'cell', metric, value, n: 1 },
            { cell: 'complete', metric, value: 80, n: 1 },
          ],
        }),
      );
      const table = assemble(methodTable({ columns: ['cell'], entries, literature, query }), scores);
      expect(marks(table).flat()).toEqual(expected);
    },
  );

  it('compares no numbers of different metrics or data sets in one column', () => {
    const base = methodTable({
      columns: ['complete'],
      entries: ['a', 'b', 'c', 'd'].map((method) => ({ method })),
    });
    const asked = (metric: string, run: number): TabulateParams['cells'][number] => [
      { kind: 'runs', query: { metric, cell: 'complete' }, runs: [run], digits: 2, unit: 'one' },
    ];
    const cells = [asked('accuracy', 0), asked('accuracy', 1), asked('f1-macro', 2), asked('accuracy', 3)];
    const scores = [80, 90, 95, 99].map((complete, index) =>
      scoresOf(index, { complete }, index === 3 ? 'av-digits' : 'emoji'),
    );
    expect(marks(assemble({ ...base, cells }, scores)).flat()).toEqual(['second', 'best', null, null]);
  });

  it('takes literature for what the runs under the same outer header are', () => {
    const base = methodTable({
      columns: ['complete'],
      entries: [{ method: 'food' }, { method: 'imdb' }],
      literature: [
        { label: 'MLA food', source: 's', values: { complete: 93 } },
        { label: 'MLA imdb', source: 's', values: { complete: 60 } },
      ],
    });
    const rows = ['Food', 'IMDb', 'Food', 'IMDb'].map((outer, index) => ({
      name: `r${index}`,
      label: [outer, index < 2 ? 'Ours' : 'MLA'],
    }));
    const scores = [scoresOf(0, { complete: 94 }, 'food'), scoresOf(1, { complete: 58 }, 'imdb')];
    expect(marks(assemble({ ...base, rows }, scores)).flat()).toEqual(['best', 'second', 'second', 'best']);
  });
});

describe('the notes', () => {
  const withDigests = (digest: string, dataset = 'emoji'): RunScores => ({
    ...scoresOf(1, { complete: 1, 'only-text': 1 }, dataset),
    cells: [{ name: 'complete' }, { name: 'only-text', digest }],
  });
  const entries = [{ method: 'a' }, { method: 'b' }];
  const columns = ['complete', 'only-text'];
  const [first, second] = [`sha256-${'ab'.repeat(32)}`, `sha256-${'cd'.repeat(32)}`];
  const notesOf = (...scores: RunScores[]) =>
    assemble(methodTable({ entries, columns }), scores).notes.slice(1);

  it('name the availability that all runs share, short', () => {
    expect(notesOf(withDigests(first), withDigests(first))).toEqual([
      'Availability of samples, by digest: only-text abababababab.',
    ]);
  });

  it('warn of runs that differ in it, and keep data sets apart', () => {
    expect(notesOf(withDigests(first), withDigests(second))).toEqual([
      'Runs differ in which samples lack what: only-text.',
    ]);
    expect(notesOf(withDigests(first), withDigests(second, 'digits'))).toEqual([
      'Availability of samples, by digest: emoji only-text abababababab; digits only-text cdcdcdcdcdcd.',
    ]);
    expect(notesOf(withDigests(first), null)).toEqual([
      'Availability of samples, by digest: only-text abababababab.',
    ]);
  });

  it('name every aggregated axis that occurs with its values, in order', () => {
    const runs = [
      { method: 'a', seed: 10, fold: 'x' },
      { method: 'a', seed: 9, fold: 'x' },
    ];
    const params = methodTable({
      columns: ['complete'],
      entries: runs,
      change: { over: ['seed', 'fold', 'rank'] },
    });
    const table = assemble(params, [scoresOf(1, { complete: 1 }), scoresOf(2, { complete: 2 })]);
    expect(table.notes[0]).toBe('accuracy in percent; mean ± sample SD of 2 runs (seeds 9, 10 and fold x).');
  });
});

describe('assemble refuses', () => {
  it('a run without the number that is asked for, by row, column, run and what it has', () => {
    const params = methodTable({ entries: seeds(2), columns: ['complete', 'only-image'] });
    const scores = [scoresOf(0, { complete: 1, 'only-image': 2 }), scoresOf(1, { complete: 1 })];
    const { code, text } = failureOf(() => assemble(params, scores));
    expect(code).toBe('LAC7201');
    expect(text).toContain(
      'table "robustness" asks for accuracy of only-image in row "u2a", column "only-image", but the scores of ' +
        'method=u2a,seed=1 have no such number; they have accuracy of complete.',
    );
  });

  it('a metric that was not measured, and a recovery whose cells are not there', () => {
    const of = (query: NonNullable<MethodTable['query']>) => failureOf(() => cellOf([1], { query })).text;
    expect(of({ metric: 'auroc' })).toContain('they have f1-macro, accuracy.');
    expect(of({ metric: 'auroc', derive: { what: 'relative-drop' } })).toContain(
      'asks for relative-drop of auroc of complete',
    );
  });

  it('to average runs that differ in an axis outside `over`, and runs that differ in none', () => {
    const entries = [
      { method: 'a', rank: 1, seed: 0 },
      { method: 'a', rank: 4, seed: 0 },
    ];
    const scores = [scoresOf(1, { complete: 1 }), scoresOf(2, { complete: 2 })];
    const of = (change: Partial<TabulateParams>) =>
      failureOf(() => assemble(methodTable({ columns: ['complete'], entries, change }), scores));
    expect(of({}).code).toBe('LAC7202');
    expect(of({}).text).toContain(
      'row "a", column "complete" has more than one run for seed=0, namely method=a,rank=1,seed=0 and method=a,rank=4,seed=0',
    );
    expect(of({ over: [] }).text).toContain('more than one run for one cell');
    expect(of({ over: ['seed', 'rank'] }).code).toBe('none');
  });

  it('scores that do not match the runs one to one', () => {
    const scores = [scoresOf(1, { complete: 1 })];
    expect(failureOf(() => assemble(methodTable({ entries: seeds(3) }), scores)).code).toBe('LAC9001');
  });
});
