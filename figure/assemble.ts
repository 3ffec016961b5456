import { failure } from '../diagnostics/failure.ts';
import type { PanelParams, PlotParams, PointParams, SeriesParams } from '../plan/params.ts';
import { mean, sampleSd } from '../score/aggregate.ts';
import { numberOf } from '../score/derive.ts';
import type { Score, ScoreQuery } from '../score/score.ts';
import { describeRun, type RunScores as TabledScores } from '../table/run-cell.ts';
import type { Figure, FigurePanel, FigurePoint, FigureSeries } from './figure.ts';
import { notesOf } from './notes.ts';

/** What a figure reads of a run; null for a run that has no scores yet. */
export type RunScores = Pick<NonNullable<TabledScores>, 'digest' | 'scores'> | null;

/**
 * The figure that `params` describes, from the scores of each of `params.runs`, in the same order. A run without scores
 * leaves its points partial; scores without the number that a point asks for end it (LAC7301): nothing is averaged
 * around a gap.
 *
 * Invariant: the order of `params.runs` changes nothing.
 */
export function assemble(params: PlotParams, scores: readonly RunScores[]): Figure {
  if (scores.length !== params.runs.length) {
    throw failure('LAC9001', {
      what: `${scores.length} score files for ${params.runs.length} runs of a figure`,
    });
  }
  const { name, kind, caption, xLabel, yLabel } = params;
  const panels = params.panels.map((panel) => panelOf(panel, params, scores));
  const figure: Omit<Figure, 'notes'> = { version: 1, name, kind, caption, xLabel, yLabel, panels };
  return { ...figure, notes: notesOf(figure, params.over) };
}

function panelOf(panel: PanelParams, params: PlotParams, scores: readonly RunScores[]): FigurePanel {
  const classes = params.classes ?? classesOf(panel, scores);
  const series = panel.series.flatMap((one): FigureSeries[] => {
    const points = one.points.flatMap((point) => pointsOf(point, classes, params, scores));
    return points.length > 0 || one.literature === undefined
      ? [{ label: one.label, kind: 'runs', points }]
      : [];
  });
  const places = series.flatMap(({ points }) => points.map(({ x }) => x));
  return {
    title: panel.title,
    series: [...series, ...panel.series.flatMap((one) => literature(one, places))],
  };
}

/** Classes of all scores that a panel's points without x ask for, in order of first appearance. */
function classesOf(panel: PanelParams, scores: readonly RunScores[]): readonly string[] {
  const names = new Set<string>();
  for (const { x, query, runs } of panel.series.flatMap(({ points }) => points)) {
    if (x !== undefined) continue;
    for (const score of runs.flatMap((run) => scores[run]?.scores ?? [])) {
      const { metric, direction } = score;
      if (score.class === undefined || metric !== query.metric || direction !== query.direction) continue;
      names.add(score.class);
    }
  }
  return [...names];
}

function pointsOf(
  point: PointParams,
  classes: readonly string[],
  params: PlotParams,
  scores: readonly RunScores[],
): FigurePoint[] {
  if (point.x !== undefined) return [runPoint(point.x, point, params, scores)];
  return classes.map((name) =>
    runPoint(name, { ...point, query: { ...point.query, class: name } }, params, scores),
  );
}

function runPoint(
  x: string | number,
  point: PointParams,
  params: PlotParams,
  scores: readonly RunScores[],
): FigurePoint {
  const found = point.runs.flatMap((run, place) => {
    const [own, partner] = [scores[run], scores[point.against?.[place] ?? -1]];
    if (!own || (point.against !== undefined && !partner)) return [];
    const value = numberOf(own.scores, point.query, partner?.scores);
    if (value === undefined) throw absent(point.query, own.scores, params, run);
    return [{ value, source: own.digest }];
  });
  const values = found.map(({ value }) => value);
  return {
    x,
    values,
    mean: values.length === 0 ? null : mean(values),
    sd: sampleSd(values) ?? null,
    n: values.length,
    asked: point.runs.length,
    sources: found.map(({ source }) => source),
  };
}

/** Metrics and cells named in a message before it says how many more there are. */
const shownKnown = 12;

function absent(query: ScoreQuery, scores: readonly Score[], params: PlotParams, run: number): Error {
  const known = [...new Set(scores.map(({ metric, cell }) => `${metric} of "${cell}"`))];
  const more = known.length > shownKnown ? ` and ${known.length - shownKnown} more` : '';
  const asker = params.runs[run];
  return failure('LAC7301', {
    figure: params.name,
    what: describeQuery(query),
    run: asker === undefined ? `run ${run}` : describeRun(asker),
    known: `${known.slice(0, shownKnown).join(', ') || 'none'}${more}`,
  });
}

function describeQuery({ metric, cell, class: name, direction, derive }: ScoreQuery): string {
  return [
    derive && `${[derive.what, derive.modality].filter(Boolean).join(' of ')} by`,
    metric,
    cell && `of cell "${cell}"`,
    name && `for class "${name}"`,
    direction && `from ${direction}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Numbers from elsewhere stand where the runs' numbers of the same text stand; others behind them. */
function literature(
  { label, literature: stated }: SeriesParams,
  places: readonly (string | number)[],
): FigureSeries[] {
  if (stated === undefined) return [];
  const areNumbers = [...places.map(String), ...Object.keys(stated.values)].every(isNumeral);
  const order = [...new Set(places.map(String))];
  const points = Object.entries(stated.values).map(
    ([text, value]): FigurePoint => ({
      x: areNumbers ? Number(text) : text,
      values: [],
      mean: value,
      sd: null,
      n: 0,
      asked: 0,
      sources: [],
    }),
  );
  const rank = ({ x }: FigurePoint) => (order.indexOf(String(x)) + order.length + 1) % (order.length + 1);
  return [
    {
      label,
      kind: 'literature',
      source: stated.source,
      points: points.toSorted((a, b) => rank(a) - rank(b)),
    },
  ];
}

function isNumeral(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
