import type { Score, ScoreDerivation, ScoreQuery } from './score.ts';
import { complete, modalitiesOf, properSet, setKey, sweptPercent } from './set-cells.ts';
import { shapleyValue } from './shapley.ts';

/** The asked metric in a cell; NaN where the run has none, which makes NaN of all that needs it. */
type Read = (cell: string | undefined) => number;

const lowerIsBetterMetrics: readonly string[] = ['ece', 'alignment-mse'];

/** Whether the smaller of two numbers is the better one, of a metric or of what is derived from it. */
export function lowerIsBetter(metric: string, derived?: ScoreDerivation['what']): boolean {
  // The share of a gap that was closed is better the higher it is, whatever was measured.
  if (derived === 'recovery') return false;
  const isLower = lowerIsBetterMetrics.includes(metric);
  return derived === 'relative-drop' ? !isLower : isLower;
}

/**
 * The number that `query` means among the `scores` of one run, in the unit of its metric, or in percent where it is a
 * ratio (`relative-drop`, `recovery`). Undefined where a cell that it takes is missing or lacks the metric, and where
 * a denominator is 0. Formulas: method.md, section 8.1; `against` are the scores of the other run of a `recovery`.
 *
 * - `worst-subset`: the worst of `complete` and of every proper set of modalities that the run has scores of.
 * - `relative-drop`: 100 (complete - cell) / complete.
 * - `curve-area`: area under the straight lines between the swept percents of `modality`, divided by the width
 *   swept; `complete` is the point at 100 where the sweep has none.
 * - `shapley`: the share of `modality` in `complete`, see `shapleyValue`.
 * - `recovery`: 100 (cell - against's cell) / (complete - against's cell).
 */
export function numberOf(
  scores: readonly Score[],
  query: ScoreQuery,
  against: readonly Score[] = [],
): number | undefined {
  const value = derived(scores, query, valuesOf(scores, query), valuesOf(against, query));
  return Number.isFinite(value) ? value : undefined;
}

function derived(scores: readonly Score[], query: ScoreQuery, own: Read, against: Read): number {
  const { metric, cell, derive } = query;
  switch (derive?.what) {
    case undefined:
      return own(cell);
    case 'worst-subset':
      return worstSubset(scores, own, lowerIsBetter(metric));
    case 'relative-drop':
      return (100 * (own(complete) - own(cell))) / own(complete);
    case 'curve-area':
      return curveArea(sweepOf(scores, own, derive.modality ?? ''));
    case 'shapley':
      return shapley(scores, own, derive.modality ?? '');
    case 'recovery':
      return (100 * (own(cell) - against(cell))) / (own(complete) - against(cell));
  }
}

function valuesOf(scores: readonly Score[], query: ScoreQuery): Read {
  const asked = scores.filter(
    (score) =>
      score.metric === query.metric && score.class === query.class && score.direction === query.direction,
  );
  return (cell) => asked.find((score) => score.cell === cell)?.value ?? Number.NaN;
}

/** Cells that hold any score are asked for this one, so that a gap is not mistaken for a set that was not scored. */
function scoredCells(scores: readonly Score[]): string[] {
  return [...new Set(scores.map(({ cell }) => cell))];
}

function worstSubset(scores: readonly Score[], read: Read, isLower: boolean): number {
  const sets = scoredCells(scores).filter((cell) => properSet(cell) !== undefined);
  const values = [complete, ...sets].map(read);
  return isLower ? Math.max(...values) : Math.min(...values);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points of the sweep of a modality, from the lowest percent to the highest. */
function sweepOf(scores: readonly Score[], read: Read, modality: string): Point[] {
  const points = scoredCells(scores).flatMap((cell): Point[] => {
    const x = sweptPercent(cell, modality);
    return x === undefined ? [] : [{ x, y: read(cell) }];
  });
  // Beside a swept 100 it comes second (the sort is stable) and spans no area.
  const whole = { x: 100, y: read(complete) };
  return [...points, ...(Number.isNaN(whole.y) ? [] : [whole])].toSorted((a, b) => a.x - b.x);
}

/** Mean height of the line through ascending points; NaN where it has no width. */
function curveArea(points: readonly Point[]): number {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return Number.NaN;
  const area = points.slice(1).reduce((sum, { x, y }, index) => {
    const before = points[index] ?? first;
    return sum + ((x - before.x) * (y + before.y)) / 2;
  }, 0);
  return area / (last.x - first.x);
}

function shapley(scores: readonly Score[], read: Read, modality: string): number {
  const modalities = modalitiesOf(scores) ?? [];
  if (!modalities.includes(modality)) return Number.NaN;
  const cells = new Map([[setKey(modalities), complete]]);
  for (const cell of scoredCells(scores)) {
    const set = properSet(cell);
    if (set !== undefined) cells.set(setKey(set), cell);
  }
  return shapleyValue(modality, modalities, (key) => read(cells.get(key)));
}
