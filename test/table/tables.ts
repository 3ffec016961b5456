import type { Digest } from '../../plan/digest.ts';
import type { Axes, CellParams, LineParams, TabulateParams } from '../../plan/params.ts';
import type { ScoreQuery } from '../../score/score.ts';
import type { RunScores } from '../../table/run-cell.ts';

type Numbers = { readonly [cell: string]: number };

/** A line of numbers from elsewhere, by column. */
export interface LiteratureLine {
  readonly label: string | readonly string[];
  readonly source: string;
  readonly values: { readonly [column: string]: number | string };
  readonly marks?: { readonly [column: string]: string };
}

/** A table with a row for each method: its runs, the cells of the grid that are its columns, literature below. */
export interface MethodTable {
  readonly entries?: readonly Axes[];
  readonly columns?: readonly string[];
  readonly literature?: readonly LiteratureLine[];
  readonly query?: Omit<ScoreQuery, 'cell'>;
  readonly digits?: number;
  readonly unit?: 'one' | 'millions';
  /** By row, then by column. */
  readonly expected?: { readonly [row: string]: Numbers };
  readonly change?: Partial<TabulateParams>;
}

const three = ['complete', 'only-image', 'only-text'];

/** Parameters as the planner makes them of a table with `rows: method`. */
export function methodTable(table: MethodTable = {}): TabulateParams {
  const { entries = [], columns = three, literature = [], digits = 2 } = table;
  const methods = [...new Set(entries.map(({ method }) => String(method)))];
  return tableParams({
    rows: [
      ...methods.map((name) => line(name)),
      ...literature.map(({ label, source }) => line(label, source)),
    ],
    columns: columns.map((name) => ({ name, label: [name.replace('-', ' ')] })),
    cells: [
      ...methods.map((method) => columns.map((column) => runsOf(table, method, column))),
      ...literature.map((row) => columns.map((column) => literatureCell(row, column, digits))),
    ],
    runs: entries.map((axes) => ({ axes })),
    ...table.change,
  });
}

/** Parameters of an empty table; `change` replaces fields. */
export function tableParams(change: Partial<TabulateParams> = {}): TabulateParams {
  return {
    name: 'robustness',
    caption: 'What is left when a modality is missing.',
    aggregate: 'mean±sd',
    rowHeaders: ['method'],
    rows: [],
    columns: [],
    cells: [],
    runs: [],
    over: ['seed'],
    emphasis: { best: 'bold', second: 'underline', per: 'column' },
    tolerance: 1,
    ...change,
  };
}

export function line(label: string | readonly string[], source?: string): LineParams {
  const levels = typeof label === 'string' ? [label] : label;
  return { name: levels.join(' / '), label: levels, ...(source !== undefined && { source }) };
}

function literatureCell(row: LiteratureLine, column: string, digits: number): CellParams {
  const value = row.values[column];
  const mark = row.marks?.[column];
  if (value === undefined) return { kind: 'none' };
  return { kind: 'literature', value, source: row.source, digits, ...(mark !== undefined && { mark }) };
}

function runsOf(table: MethodTable, method: string, column: string): CellParams {
  const { entries = [], query = { metric: 'accuracy' }, digits = 2, unit = 'one' } = table;
  const expected = table.expected?.[method]?.[column];
  return {
    kind: 'runs',
    query: { ...query, cell: column },
    runs: entries.flatMap((axes, index) => (String(axes['method']) === method ? [index] : [])),
    digits,
    unit,
    ...(expected !== undefined && { expected }),
  };
}

/** A digest made of one number, repeated: enough to tell artifacts apart. */
export function digestOf(number: number): Digest {
  return `sha256-${number.toString(16).padStart(4, '0').repeat(16)}` as Digest;
}

/** Scores of one run under the metric accuracy, and a decoy under f1-macro; every cell has the same availability. */
export function scoresOf(number: number, numbers: Numbers, dataset = 'emoji'): NonNullable<RunScores> {
  const scores = Object.entries(numbers).flatMap(([cell, value]) => [
    { cell, metric: 'f1-macro', value: value / 2, n: 327 },
    { cell, metric: 'accuracy', value, n: 327 },
  ]);
  const cells = Object.keys(numbers).map((name) => ({ name, n: 327 }));
  return { digest: digestOf(number), dataset, cells, scores };
}

/** Two methods, three seeds each; the third run of the second method is not there yet. */
export function partialRuns(): { readonly entries: readonly Axes[]; readonly scores: RunScores[] } {
  const entries = ['u2a', 'late-zero'].flatMap((method) => [0, 1, 2].map((seed) => ({ method, seed })));
  const scores: RunScores[] = [
    scoresOf(1, { complete: 76.4526, 'only-image': 70.0306, 'only-text': 60.5505 }),
    scoresOf(2, { complete: 75.841, 'only-image': 70.948, 'only-text': 61.4679 }),
    scoresOf(3, { complete: 76.1468, 'only-image': 69.7248, 'only-text': 61.1621 }),
    scoresOf(4, { complete: 76.7584, 'only-image': 41.896, 'only-text': 38.8379 }),
    scoresOf(5, { complete: 75.5352, 'only-image': 44.3425, 'only-text': 37.6147 }),
    null,
  ];
  return { entries, scores };
}
