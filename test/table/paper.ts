import { readFileSync } from 'node:fs';
import type { CellParams, LineParams, TabulateParams } from '../../plan/params.ts';
import type { RunScores } from '../../table/run-cell.ts';
import { digestOf, line, tableParams } from './tables.ts';

interface Emphasis {
  readonly best: readonly string[];
  readonly second: readonly string[];
}

/** A number of the paper as it is printed, or null; `mean` and `sd` where three seeds were run. */
interface Printed {
  readonly text: string;
  readonly mean: number;
  readonly sd?: number;
  readonly mark?: string;
}

/** A table of the paper in the form that all of them share. */
export interface PaperTable {
  readonly name: string;
  readonly rowHeaders: readonly string[];
  readonly rows: readonly LineParams[];
  readonly columns: readonly LineParams[];
  readonly cells: readonly (readonly (Printed | null)[])[];
  readonly per: 'row' | 'column';
  /** What stands in the cells of a line along which numbers are ranked: the metric of that line. */
  readonly metricAt: (row: number, column: number) => string;
  /** Best and second of each line along which numbers are ranked, by its name; lines without ranks are left out. */
  readonly emphasis: { readonly [line: string]: Emphasis };
}

type Value = number | { readonly mean: number; readonly sd: number };

/** Tables 1 and 2: a row per method, columns of unlike numbers. */
interface MethodRows {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: string]: string | number | null | readonly string[] }[];
  readonly derived_emphasis: {
    readonly [column: string]: { readonly best: string; readonly second: string };
  };
}

/** Tables 3, 4 and 6: a row per data set and scenario, a column per method. */
interface ScenarioRows {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly dataset: string;
    readonly metric: string;
    readonly available?: string;
    readonly train_and_test?: { readonly scenario: string };
    readonly train?: { readonly scenario: string };
    readonly test?: { readonly scenario: string };
    readonly values: { readonly [method: string]: Value };
    readonly derived_emphasis: Emphasis;
  }[];
}

interface PaperFile {
  readonly tables: {
    readonly table1: MethodRows;
    readonly table2: MethodRows;
    readonly table3: ScenarioRows;
    readonly table4: ScenarioRows;
    readonly table6: ScenarioRows;
  };
}

const file: PaperFile = JSON.parse(
  readFileSync(new URL('../vectors/paper-tables.json', import.meta.url), 'utf8'),
);
const source = 'u2a2025';

const headings: { readonly [column: string]: readonly [string, string] } = {
  params_total_M: ['Parameters (M)', 'total'],
  params_learnable_M: ['Parameters (M)', 'learnable'],
  food101_accuracy: ['UPMC Food-101', 'accuracy'],
  mmimdb_f1_macro: ['MM-IMDb', 'F1-macro'],
  mmimdb_f1_micro: ['MM-IMDb', 'F1-micro'],
  ks_accuracy: ['Accuracy', 'Kinetics-Sound'],
  ave_accuracy: ['Accuracy', 'AVE'],
  cremad_accuracy: ['Accuracy', 'CREMA-D'],
};

export const paperTables: readonly PaperTable[] = [
  methodRows('table-1', file.tables.table1),
  methodRows('table-2', file.tables.table2),
  scenarioRows('table-3', file.tables.table3, ['Data set', 'Training and test']),
  scenarioRows('table-4', file.tables.table4, ['Data set', 'Available']),
  scenarioRows('table-6', file.tables.table6, ['Data set', 'Training', 'Test']),
];

/** Numbers of other papers are printed with the decimals that those papers gave, of one at the least. */
function methodRows(name: string, table: MethodRows): PaperTable {
  const columns = table.columns.filter((column) => column !== 'method');
  return {
    name,
    rowHeaders: ['Method'],
    rows: table.rows.map((row) => line(String(row['method']), row['source'] === 'run' ? undefined : source)),
    columns: columns.map((column) => ({ name: column, label: headings[column] ?? [column] })),
    cells: table.rows.map((row) =>
      columns.map((column) => {
        const value = row[column];
        if (typeof value !== 'number') return null;
        const dagger = row['dagger'];
        const isMarked = Array.isArray(dagger) && dagger.includes(column);
        const decimals = Math.max(1, String(value).split('.')[1]?.length ?? 0);
        return { text: value.toFixed(decimals), mean: value, ...(isMarked && { mark: '†' }) };
      }),
    ),
    per: 'column',
    metricAt: (_row, column) => {
      const of = columns[column] ?? '';
      if (of.startsWith('params')) return of.includes('total') ? 'parameters-total' : 'parameters-learnable';
      return of.replace(/^[^_]*_/, '').replace('_', '-');
    },
    emphasis: Object.fromEntries(
      Object.entries(table.derived_emphasis).map(([column, { best, second }]) => [
        column,
        { best: [best], second: [second] },
      ]),
    ),
  };
}

/** All numbers are printed with two decimals; the transcription lost zeros at the end. */
function scenarioRows(name: string, table: ScenarioRows, rowHeaders: readonly string[]): PaperTable {
  const rows = table.rows.map(({ dataset, available, train_and_test, train, test }) =>
    line([
      dataset,
      ...[train_and_test?.scenario, available, train?.scenario, test?.scenario].flatMap((text) => text ?? []),
    ]),
  );
  return {
    name,
    rowHeaders,
    rows,
    columns: table.columns.map((column) => line(column, column === 'Ours' ? undefined : source)),
    cells: table.rows.map(({ values }) =>
      table.columns.map((column) => {
        const value = values[column] ?? Number.NaN;
        if (typeof value === 'number') return { text: value.toFixed(2), mean: value };
        return { text: `${value.mean.toFixed(2)} ± ${value.sd.toFixed(2)}`, ...value };
      }),
    ),
    per: 'row',
    metricAt: (row) => table.rows[row]?.metric.replace('_', '-') ?? '',
    emphasis: Object.fromEntries(
      rows.map(({ name: row }, index) => [
        row,
        table.rows[index]?.derived_emphasis ?? { best: [], second: [] },
      ]),
    ),
  };
}

/** The table with every number taken from the paper; `withOurs` is false for what others published alone. */
export function asLiterature(paper: PaperTable, withOurs: boolean): TabulateParams {
  const keep = (lines: readonly LineParams[]) =>
    lines.flatMap(({ name }, index) => (withOurs || name !== 'Ours' ? [index] : []));
  const [rows, columns] = [keep(paper.rows), keep(paper.columns)];
  const pick = <T>(list: readonly T[], places: readonly number[]) =>
    places.flatMap((at) => list.slice(at, at + 1));
  return paramsOf(
    { ...paper, rows: pick(paper.rows, rows), columns: pick(paper.columns, columns) },
    pick(paper.cells, rows).map((row) => pick(row, columns).map((printed) => constant(printed))),
  );
}

/** The table with the paper's own numbers as three runs that have their mean and SD. */
export function asRuns(paper: PaperTable): {
  readonly params: TabulateParams;
  readonly scores: readonly RunScores[];
} {
  const isOurs = (row: number, column: number) =>
    [paper.rows[row]?.name, paper.columns[column]?.name].includes('Ours');
  const cells = paper.cells.map((printed, row) =>
    printed.map((number, column): CellParams => {
      if (number === null || !isOurs(row, column)) return constant(number);
      const metric = paper.metricAt(row, column);
      const [digits, runs] = [
        number.text.split('±')[0]?.trim().split('.')[1]?.length ?? 0,
        number.sd ? [0, 1, 2] : [0],
      ];
      const unit = metric.startsWith('parameters') ? 'millions' : 'one';
      return {
        kind: 'runs',
        query: { metric, cell: cellAt(row, column) },
        runs,
        digits,
        unit,
        expected: number.mean,
      };
    }),
  );
  const ours = paper.cells.flatMap((printed, row) =>
    printed.flatMap((number, column) => (number && isOurs(row, column) ? [{ number, row, column }] : [])),
  );
  const runs = ours.some(({ number }) => number.sd !== undefined) ? [-1, 0, 1] : [0];
  const scores = runs.map(
    (offset, seed): RunScores => ({
      digest: digestOf(seed),
      dataset: 'all',
      cells: [],
      scores: ours.map(({ number, row, column }) => {
        const metric = paper.metricAt(row, column);
        const factor = metric.startsWith('parameters') ? 1e6 : 1;
        // Of x - s, x and x + s the mean is x and the sample SD is s.
        const value = factor * (number.mean + offset * (number.sd ?? 0));
        return { cell: cellAt(row, column), metric, value, n: 1 };
      }),
    }),
  );
  const params = paramsOf(paper, cells);
  return { params: { ...params, runs: runs.map((_, seed) => ({ axes: { seed } })) }, scores };
}

function cellAt(row: number, column: number): string {
  return `${row},${column}`;
}

function constant(printed: Printed | null): CellParams {
  if (printed === null) return { kind: 'none' };
  const { text, mark } = printed;
  return { kind: 'literature', value: text, source, digits: 2, ...(mark !== undefined && { mark }) };
}

function paramsOf(paper: PaperTable, cells: TabulateParams['cells']): TabulateParams {
  const { name, rowHeaders, rows, columns, per } = paper;
  return tableParams({
    name,
    caption: `${name} of the paper`,
    rowHeaders,
    rows,
    columns,
    cells,
    emphasis: { best: 'bold', second: 'underline', per },
    marks: { '†': 'run by the authors of the paper with existing code.' },
  });
}
