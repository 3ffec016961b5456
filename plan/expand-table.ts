import type { TableLine, TableOptions } from '../schemas/generated/resolved.ts';
import { labelOfCell } from './cell-label.ts';
import type { CellParams, LineParams, TabulateParams } from './params.ts';
import type { Task } from './plan.ts';
import type { RunsRead } from './runs-read.ts';
import { queryOf } from './score-query.ts';

/** A row or column as it was written, or as a shorthand stands for it. */
type Line = Omit<TableLine, 'label' | 'name'> & Pick<LineParams, 'name' | 'label'>;

/** What a table asks of the plan around it. */
export interface TableContext {
  readonly runs: RunsRead;
  /** A resolved option of a step, as text; undefined where it has none of that path. */
  readonly optionOf: (step: string, path: string) => string | undefined;
}

/** A table with every cell resolved to the runs, the literature or the option that it shows. */
export function expandTable(
  name: string,
  options: TableOptions,
  context: TableContext,
): { readonly params: TabulateParams; readonly tasks: readonly Task[] } {
  const rows = rowsOf(options, context.runs);
  const columns = options.columns.map(columnOf);
  const cells = rows.map((row) => columns.map((column) => cellOf(row, column, options, context)));
  const { caption, emphasis, over, compare, marks, tolerance, cell } = options;
  return {
    params: {
      name,
      caption,
      emphasis,
      over,
      ...(compare && { compare }),
      ...(marks && { marks }),
      tolerance,
      aggregate: cell.aggregate,
      rowHeaders: rowHeadersOf(options, levelsOf(rows)),
      rows: rows.map((row) => lineParams(row, levelsOf(rows))),
      columns: columns.map((column) => lineParams(column, levelsOf(columns))),
      cells,
      runs: context.runs.runs,
    },
    tasks: context.runs.tasks,
  };
}

function rowsOf({ rows, from, literature }: TableOptions, runs: RunsRead): readonly Line[] {
  const written = typeof rows === 'string' ? rowsOfAxis(rows, from ?? '', runs) : rows.map(lineOf);
  return [...written, ...literature.map(({ label, ...rest }): Line => ({ ...rest, ...named(label) }))];
}

function rowsOfAxis(axis: string, step: string, runs: RunsRead): readonly Line[] {
  return runs
    .valuesOf(step, undefined, axis)
    .map((value): Line => ({ ...named(String(value)), where: { [axis]: value } }));
}

function columnOf(column: TableOptions['columns'][number]): Line {
  if (typeof column !== 'string') return lineOf(column);
  return { name: column, label: [labelOfCell(column)], cell: column };
}

function lineOf({ label, name, ...rest }: TableLine): Line {
  return { ...rest, ...named(label), ...(name !== undefined && { name }) };
}

function named(label: TableLine['label']): Pick<Line, 'name' | 'label'> {
  const levels = typeof label === 'string' ? [label] : label;
  return { name: levels.join(' / '), label: levels };
}

function levelsOf(lines: readonly Line[]): number {
  return Math.max(...lines.map(({ label }) => label.length));
}

/** A label with fewer levels than others has its empty ones outside, next to no group. */
function lineParams({ name, label, source }: Line, levels: number): LineParams {
  const padding = new Array<string>(levels - label.length).fill('');
  return { name, label: [...padding, ...label], ...(source !== undefined && { source }) };
}

function rowHeadersOf({ rowHeaders, rows }: TableOptions, levels: number): readonly string[] {
  const written = rowHeaders ?? (typeof rows === 'string' ? [rows] : []);
  return Array.from({ length: levels }, (_, level) => written[level] ?? '');
}

function cellOf(row: Line, column: Line, options: TableOptions, context: TableContext): CellParams {
  return (
    literatureCell(row, column, options) ??
    optionCell(row, column, context) ??
    runsCell(row, column, options, context) ?? { kind: 'none' }
  );
}

function literatureCell(row: Line, column: Line, options: TableOptions): CellParams | undefined {
  const [line, other] = row.values ? [row, column] : [column, row];
  if (line.values === undefined) return undefined;
  const value = line.values[other.name];
  if (value === undefined) return { kind: 'none' };
  const mark = line.marks?.[other.name];
  return {
    kind: 'literature',
    value,
    source: line.source ?? '',
    ...(mark !== undefined && { mark }),
    digits: digitsOf(row, column, options),
  };
}

function optionCell(row: Line, column: Line, { optionOf }: TableContext): CellParams | undefined {
  const step = row.step ?? column.step;
  const option = row.option ?? column.option;
  if (step === undefined || option === undefined) return undefined;
  const texts = option.split(/\s+/).flatMap((path) => optionOf(step, path) ?? []);
  return texts.length === 0 ? { kind: 'none' } : { kind: 'text', text: texts.join(', ') };
}

function runsCell(
  row: Line,
  column: Line,
  options: TableOptions,
  { runs }: TableContext,
): CellParams | undefined {
  const from = row.from ?? column.from ?? options.from;
  if (from === undefined) return undefined;
  const both = { ...column, ...row };
  const expected = row.expect?.[column.name] ?? column.expect?.[row.name];
  return {
    kind: 'runs',
    query: queryOf({ ...both, metric: both.metric ?? options.cell.metric }),
    ...runs.ask(from, { ...column.where, ...row.where }, both.derive?.against),
    digits: digitsOf(row, column, options),
    unit: both.unit ?? 'one',
    ...(expected !== undefined && { expected }),
  };
}

function digitsOf(row: Line, column: Line, { cell }: TableOptions): number {
  return row.digits ?? column.digits ?? cell.digits;
}
