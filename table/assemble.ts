import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { TabulateParams } from '../plan/params.ts';
import { mean, sampleSd } from '../score/aggregate.ts';
import type { Score } from '../score/score.ts';
import { rankMatrix } from './emphasis.ts';
import { notesOf } from './notes.ts';
import { dash, type Mark, type Table, type TableCell, type TableRow } from './table.ts';

type Axes = TabulateParams['entries'][number];
type Scalar = Axes[string];

/** Scores of one run with the artifact that holds them; null for a run that has none yet. */
export type RunScores = { readonly digest: Digest; readonly scores: readonly Score[] } | null;

interface Run {
  readonly axes: Axes;
  readonly scores: RunScores;
}

/**
 * The table that `params` describes, from the scores of each of `params.entries`, in the same order. Runs are
 * combined over the axes in `over` and over nothing else; a run without a score leaves its cell partial.
 *
 * Invariant: the order of entries within a row changes nothing.
 */
export function assemble(params: TabulateParams, scores: readonly RunScores[]): Table {
  if (scores.length !== params.entries.length) {
    throw failure('LAC9001', {
      what: `${scores.length} score files for ${params.entries.length} entries of a table`,
    });
  }
  const runs = params.entries.map((axes, index): Run => ({ axes, scores: scores[index] ?? null }));
  const asked = new Set(runs.map(({ axes }) => combination(params, axes))).size;
  const rows = [...runRows(params, runs, asked), ...literatureRows(params)];
  const table: Omit<Table, 'notes'> = {
    version: 1,
    name: params.name,
    caption: params.caption,
    metric: params.cell.metric,
    aggregate: params.cell.aggregate,
    digits: params.cell.digits,
    rowHeader: params.rows,
    columns: params.columns.map((name) => ({ name, label: name.replace(/(?<=\w)-(?=\w)/g, ' ') })),
    rows: emphasise(rows, params),
    asked,
  };
  return { ...table, notes: notesOf(table, params.over) };
}

/** A run as people name it: `method=u2a,seed=0`. */
export function describeEntry(axes: Axes): string {
  const parts = Object.entries(axes).map(([axis, value]) => `${axis}=${value}`);
  return parts.length === 0 ? 'the only run' : parts.join(',');
}

function runRows(params: TabulateParams, runs: readonly Run[], asked: number): TableRow[] {
  return [...groupByRow(params, runs).values()].map((group) => {
    const label = String(group[0]?.axes[params.rows]);
    const ordered = group.toSorted((a, b) => compareRuns(params.over, a.axes, b.axes));
    refuseMixture(params, label, ordered);
    return {
      label,
      kind: 'run',
      cells: params.columns.map((column) => runCell(params, column, ordered, asked)),
    };
  });
}

/** Keyed by value and type, so that the string "1" and the number 1 are two rows; in order of first appearance. */
function groupByRow(params: TabulateParams, runs: readonly Run[]): Map<string, Run[]> {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const value = run.axes[params.rows];
    if (value === undefined) {
      throw failure('LAC7203', { table: params.name, axis: params.rows, entry: describeEntry(run.axes) });
    }
    const key = JSON.stringify(value);
    const group = groups.get(key);
    if (group) group.push(run);
    else groups.set(key, [run]);
  }
  return groups;
}

function refuseMixture(params: TabulateParams, row: string, ordered: readonly Run[]): void {
  ordered.forEach((run, index) => {
    const next = ordered[index + 1];
    if (next === undefined || combination(params, run.axes) !== combination(params, next.axes)) return;
    const shared = params.over.flatMap((axis) => (axis in run.axes ? [`${axis}=${run.axes[axis]}`] : []));
    throw failure('LAC7202', {
      table: params.name,
      row,
      combination: shared.join(',') || 'one cell',
      first: describeEntry(run.axes),
      second: describeEntry(next.axes),
    });
  });
}

/** Values of the aggregated axes as one string; an axis in `over` that a run lacks has one value: none. */
function combination(params: TabulateParams, axes: Axes): string {
  return JSON.stringify(params.over.map((axis) => axes[axis] ?? null));
}

function compareRuns(over: readonly string[], a: Axes, b: Axes): number {
  for (const axis of over) {
    const order = compareScalars(a[axis], b[axis]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareScalars(a: Scalar | undefined, b: Scalar | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [`${typeof a} ${a}`, `${typeof b} ${b}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function runCell(params: TabulateParams, column: string, runs: readonly Run[], asked: number): TableCell {
  const { metric } = params.cell;
  const found = runs.flatMap(({ scores }) => {
    const score = scores?.scores.find(
      (candidate) => candidate.cell === column && candidate.metric === metric,
    );
    return scores && score ? [{ value: score.value, source: scores.digest }] : [];
  });
  const values = found.map(({ value }) => value);
  const numbers = {
    n: values.length,
    mean: values.length === 0 ? null : mean(values),
    sd: sampleSd(values) ?? null,
  };
  const partial = values.length < asked;
  const shown =
    show(params.cell, numbers) + (partial && values.length > 0 ? ` (${values.length}/${asked})` : '');
  return { values, ...numbers, shown, mark: null, sources: found.map(({ source }) => source), partial };
}

function show(format: TabulateParams['cell'], { mean, sd }: Pick<TableCell, 'mean' | 'sd'>): string {
  if (mean === null) return dash;
  if (sd === null || format.aggregate === 'mean') return fixed(mean, format.digits);
  return `${fixed(mean, format.digits)} ± ${fixed(sd, format.digits)}`;
}

/** `toFixed`, without the minus sign of a zero. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}

function literatureRows(params: TabulateParams): TableRow[] {
  return params.literature.map(({ label, source, values }) => ({
    label,
    kind: 'literature',
    source,
    cells: params.columns.map((column): TableCell => {
      const stated = { mean: values[column] ?? null, sd: null };
      const shown = show(params.cell, stated);
      return { values: [], n: 0, ...stated, shown, mark: null, sources: [], partial: false };
    }),
  }));
}

function emphasise(rows: readonly TableRow[], params: TabulateParams): TableRow[] {
  const { best, second, per } = params.emphasis;
  const asShown = rows.map(({ cells }) =>
    cells.map(({ mean }) => (mean === null ? null : Number(fixed(mean, params.cell.digits)))),
  );
  const wanted = (mark: Mark): Mark => {
    if (mark === 'best') return best === 'none' ? null : mark;
    return second === 'none' ? null : mark;
  };
  const marks = rankMatrix(asShown, per);
  return rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => ({ ...cell, mark: wanted(marks[r]?.[c] ?? null) })),
  }));
}
