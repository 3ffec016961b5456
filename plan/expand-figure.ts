import type { FigureOptions, FigurePanel, FigureSeries, GridEntry } from '../schemas/generated/resolved.ts';
import { labelOfCell } from './cell-label.ts';
import type { PanelParams, PlotParams, PointParams, SeriesParams } from './params.ts';
import type { Task } from './plan.ts';
import type { RunsRead } from './runs-read.ts';
import { queryOf } from './score-query.ts';

/** What a figure asks of the plan around it. */
export interface FigureContext {
  readonly runs: RunsRead;
  /** The grid of an evaluate step. */
  readonly gridOf: (step: string) => readonly GridEntry[];
}

type Where = FigureSeries['where'];
type Scalar = string | number | boolean;

/** What figure, panel and series ask for together. */
interface Asked {
  readonly from: string;
  readonly metric: string;
  readonly cell?: string | undefined;
  readonly direction?: string | undefined;
  readonly where: NonNullable<Where>;
}

/** A figure with every point resolved to the runs that it shows. */
export function expandFigure(
  name: string,
  options: FigureOptions,
  context: FigureContext,
): { readonly params: PlotParams; readonly tasks: readonly Task[] } {
  const panels: readonly Partial<FigurePanel>[] = options.panels ?? [{}];
  const { caption, kind, over, classes } = options;
  return {
    params: {
      name,
      caption,
      kind,
      over,
      ...(classes && { classes }),
      xLabel: options.x?.label ?? xLabelOf(options),
      yLabel: options.y?.label ?? options.y?.axis ?? measureLabel(options.metric),
      panels: panels.map(
        (panel): PanelParams => ({
          title: panel.title ?? '',
          series: seriesOf(options, panel, context),
        }),
      ),
      runs: context.runs.runs,
    },
    tasks: context.runs.tasks,
  };
}

function seriesOf(
  options: FigureOptions,
  panel: Partial<FigurePanel>,
  context: FigureContext,
): readonly SeriesParams[] {
  const around = { ...written(options), ...written(panel) };
  const whereAround = { ...options.where, ...panel.where };
  return linesOf(options, around.from ?? '', whereAround, context.runs).map((line) => {
    const { values, source } = line;
    if (values && source !== undefined) {
      return { label: line.label, points: [], literature: { source, values } };
    }
    const asked = {
      from: '',
      metric: options.metric,
      ...around,
      ...written(line),
      where: { ...whereAround, ...line.where },
    };
    return { label: line.label, points: pointsOf(options, asked, context) };
  });
}

/** Those of the fields that are written; a missing one must not hide what stands around it. */
function written({ from, metric, cell, direction }: Partial<FigureSeries>): Partial<Asked> {
  return {
    ...(from !== undefined && { from }),
    ...(metric !== undefined && { metric }),
    ...(cell !== undefined && { cell }),
    ...(direction !== undefined && { direction }),
  };
}

/** The series that are written out, or one per value of an axis: of a heat map its rows. */
function linesOf(
  { series, kind, y }: FigureOptions,
  from: string,
  where: Where,
  runs: RunsRead,
): readonly FigureSeries[] {
  const axis = kind === 'heatmap' ? y?.axis : series;
  if (axis === undefined) return [{ label: '' }];
  if (typeof axis !== 'string') return axis;
  return runs
    .valuesOf(from, where, axis)
    .map((value): FigureSeries => ({ label: String(value), where: { [axis]: value } }));
}

function pointsOf(
  { x, kind }: FigureOptions,
  asked: Asked,
  { runs, gridOf }: FigureContext,
): readonly PointParams[] {
  const point = (cell: string | undefined, where: Where, at?: string | number): PointParams => ({
    query: queryOf({ metric: asked.metric, cell, direction: asked.direction }),
    ...runs.ask(asked.from, { ...asked.where, ...where }, undefined),
    ...(at !== undefined && { x: at }),
  });
  const { cell } = asked;
  if (kind === 'bars') return [point(cell, undefined)];
  if (x?.cells) return x.cells.map((one) => point(one, undefined, labelOfCell(one)));
  const axis = x?.axis;
  if (axis !== undefined) {
    const values = runs.valuesOf(asked.from, asked.where, axis);
    return values.map((value) => point(cell, { [axis]: value }, place(value)));
  }
  const { name, percents } = sweepOf(x, gridOf(asked.from));
  return percents.map((percent) => point(`${name}@${percent}`, undefined, percent));
}

function place(value: Scalar): string | number {
  return typeof value === 'number' ? value : String(value);
}

/** The numbers at which a grid scores a sweep or a scenario, ascending. */
function sweepOf(x: FigureOptions['x'], grid: readonly GridEntry[]) {
  const name = x?.available ?? x?.scenario ?? '';
  const percents = grid.flatMap((entry) => {
    if (x?.available) return entry.available?.[x.available] ?? [];
    return list(entry.scenario).some((scenario) => scenario === name) ? list(entry.rate) : [];
  });
  return { name, percents: [...new Set(percents)].sort((a, b) => a - b) };
}

function list<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}

/** Counts and distances have no unit; everything else is in percent. */
function measureLabel(metric: string): string {
  return /^(alignment|parameters)-/.test(metric) ? metric : `${metric} (%)`;
}

function xLabelOf({ x, kind }: FigureOptions): string {
  if (x?.available) return `available ${x.available} (%)`;
  if (x?.scenario) return `rate of ${labelOfCell(x.scenario)} (%)`;
  if (x?.axis !== undefined) return x.axis;
  return kind === 'bars' ? 'class' : 'cell';
}
