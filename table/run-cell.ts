import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { CellParams, ScoredRun, TabulateParams } from '../plan/params.ts';
import { lowerIsBetter, numberOf } from '../score/derive.ts';
import type { Score, ScoreQuery } from '../score/score.ts';
import { combine, quantityText } from './number-text.ts';
import { queryText } from './query-text.ts';
import type { TableCell } from './table.ts';

/** Scores of one run with the artifact that holds them; null for a run that has none yet. */
export type RunScores = {
  readonly digest: Digest;
  /** Name of the data set. */
  readonly dataset: string;
  /** Cells of the grid; `digest` names which sample lacked what. */
  readonly cells: readonly { readonly name: string; readonly digest?: string }[];
  readonly scores: readonly Score[];
} | null;

export type RunCellParams = Extract<CellParams, { kind: 'runs' }>;

/** A cell and, in the order of the runs that it asks for, the number of each, in the unit shown; null for none. */
export interface RunCell {
  readonly cell: TableCell;
  readonly numbers: readonly (number | null)[];
}

/** Where a cell stands, for messages. */
export interface Place {
  readonly row: string;
  readonly column: string;
}

/** A cell of runs. Throws LAC7202 where runs agree in all aggregated axes, LAC7201 where a run lacks the number. */
export function runCell(
  params: TabulateParams,
  asked: RunCellParams,
  place: Place,
  scores: readonly RunScores[],
): RunCell {
  refuseMixture(params, asked, place);
  const divisor = asked.unit === 'millions' ? 1e6 : 1;
  const numbers = asked.runs.map((_, index) => {
    const number = numberOfRun(params, asked, index, place, scores);
    return number === null ? null : number / divisor;
  });
  const values = numbers.filter((number) => number !== null);
  const { metric, derive } = asked.query;
  // The size of a model is no measurement: where all runs agree it is one number.
  const isCount = metric.startsWith('parameters-') && new Set(values).size === 1;
  const aggregate = isCount ? 'mean' : params.aggregate;
  const quantity = combine(values, aggregate, lowerIsBetter(metric, derive?.what));
  const isPartial = values.length > 0 && values.length < numbers.length;
  const text = quantityText(quantity, asked.digits);
  return {
    numbers,
    cell: {
      kind: 'runs',
      what: queryText(asked.query),
      values,
      n: values.length,
      asked: numbers.length,
      ...quantity,
      shown: isPartial ? `${text} (${values.length}/${numbers.length})` : text,
      mark: null,
      ...expectation(asked, quantity.value, params.tolerance),
      sources: asked.runs.flatMap((run, index) => (numbers[index] === null ? [] : digestOf(scores[run]))),
    },
  };
}

/** A run as people name it: `method=u2a,seed=0`. */
export function describeRun({ axes }: ScoredRun): string {
  const values = Object.entries(axes).map(([axis, value]) => `${axis}=${value}`);
  return values.join(',') || 'the only run';
}

/** Values of the aggregated axes of a run as one string; an axis that it lacks has one value: none. */
export function combination(over: readonly string[], { axes }: ScoredRun): string {
  return JSON.stringify(over.map((axis) => axes[axis] ?? null));
}

/** The run behind a place in `params.runs`; the planner wrote both, so that one without the other is a bug. */
export function runAt(params: TabulateParams, index: number): ScoredRun {
  const run = params.runs[index];
  if (run !== undefined) return run;
  throw failure('LAC9001', { what: `table "${params.name}" reads run ${index} of ${params.runs.length}` });
}

function refuseMixture(params: TabulateParams, { runs }: RunCellParams, place: Place): void {
  const seen = new Map<string, ScoredRun>();
  for (const run of runs.map((index) => runAt(params, index))) {
    const key = combination(params.over, run);
    const first = seen.get(key);
    seen.set(key, run);
    if (first === undefined) continue;
    const shared = params.over.flatMap((axis) => (axis in run.axes ? [`${axis}=${run.axes[axis]}`] : []));
    throw failure('LAC7202', {
      table: params.name,
      ...place,
      combination: shared.join(',') || 'one cell',
      first: describeRun(first),
      second: describeRun(run),
    });
  }
}

function numberOfRun(
  params: TabulateParams,
  { query, runs, against }: RunCellParams,
  index: number,
  place: Place,
  scores: readonly RunScores[],
): number | null {
  const run = runs[index] ?? Number.NaN;
  const own = scores[run] ?? null;
  const other = against === undefined ? undefined : (scores[against[index] ?? Number.NaN] ?? null);
  if (own === null || other === null) return null;
  const number = numberOf(own.scores, query, other?.scores);
  if (number !== undefined) return number;
  if (mayBeAbsent(query, own.scores, other?.scores)) return null;
  throw failure('LAC7201', {
    table: params.name,
    ...place,
    what: queryText(query),
    run: describeRun(runAt(params, run)),
    known: known(own.scores, query),
  });
}

/** Numbers that do not exist: a distance to mask tokens that a method lacks, and a share of a difference of nothing. */
function mayBeAbsent(query: ScoreQuery, own: readonly Score[], other: readonly Score[] | undefined): boolean {
  const { derive, cell, ...rest } = query;
  if (query.metric.startsWith('alignment-')) return true;
  if (derive?.what !== 'relative-drop' && derive?.what !== 'recovery') return false;
  const has = (scores: readonly Score[], name: string | undefined) =>
    name !== undefined && numberOf(scores, { ...rest, cell: name }) !== undefined;
  return (
    has(own, cell) && has(own, 'complete') && (derive.what === 'relative-drop' || has(other ?? [], cell))
  );
}

/** What the run does have, as near to the query as there is anything. */
function known(scores: readonly Score[], { metric }: ScoreQuery): string {
  const cells = new Set(scores.filter((score) => score.metric === metric).map(({ cell }) => cell));
  if (cells.size > 0) return `they have ${metric} of ${[...cells].join(', ')}`;
  const metrics = new Set(scores.map((score) => score.metric));
  return metrics.size === 0 ? 'they are empty' : `they have ${[...metrics].join(', ')}`;
}

function expectation(
  { expected, digits }: RunCellParams,
  value: number | null,
  tolerance: number,
): Pick<TableCell, 'expected'> {
  if (expected === undefined) return {};
  // A difference of 1.0000000001 comes from binary fractions, not from a result.
  const isNear = (shown: number) => Math.abs(shown - expected) <= tolerance + 1e-9;
  return { expected: { value: expected, holds: value !== null && isNear(Number(value.toFixed(digits))) } };
}

function digestOf(scores: RunScores | undefined): Digest[] {
  return scores ? [scores.digest] : [];
}
