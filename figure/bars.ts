import type { Json } from '../plan/digest.ts';
import {
  bySeries,
  type Drawing,
  inRows,
  namesOf,
  panelTitle,
  placeName,
  placesOf,
  type Spec,
} from './drawing.ts';
import { type FigurePanel, isPartial } from './figure.ts';
import { sizes } from './look.ts';

/** Classes in one column; a figure with more has two columns for each panel, and panels below each other. */
const mostRows = 45;

/** Panels with few classes stand side by side. */
const panelsPerRow = 3;

/** A column of a panel: some of its classes. */
interface Column {
  readonly panel: FigurePanel;
  readonly title: string;
  readonly classes: readonly string[];
  readonly isLabelled: boolean;
}

/** Groups of lying bars, a group for each class, from the top; names of classes stay level and whole. */
export function barsRows(drawing: Drawing): Spec[] {
  const { panels } = drawing.figure;
  const rows = panels.some((panel) => placesOf(panel).length > mostRows)
    ? panels.map(halves)
    : sideBySide(panels);
  return rows.map((columns) => ({
    spacing: 8,
    hconcat: columns.map((column) => bars(column, columns, drawing)),
  }));
}

function halves(panel: FigurePanel): Column[] {
  const classes = placesOf(panel);
  const half = Math.ceil(classes.length / 2);
  return [classes.slice(0, half), classes.slice(half)].map((some, index) => ({
    panel,
    title: index === 0 ? panel.title : panel.title && ' ',
    classes: some,
    isLabelled: true,
  }));
}

/** Panels with the classes of the one before them do not repeat their names. */
function sideBySide(panels: readonly FigurePanel[]): Column[][] {
  return inRows(panels, panelsPerRow).map((shown) =>
    shown.map((panel, index) => {
      const classes = placesOf(panel);
      const before = shown[index - 1];
      const isLabelled = before === undefined || placesOf(before).join('\n') !== classes.join('\n');
      return { panel, title: panel.title, classes, isLabelled };
    }),
  );
}

function bars(column: Column, row: readonly Column[], drawing: Drawing): Spec {
  const { panel, classes, isLabelled } = column;
  const { figure, styles, theme } = drawing;
  const width = Math.floor(drawing.frame.inner / row.length);
  const names = namesOf(panel);
  const colour = bySeries(styles, 'colour');
  const isFirst = column === row[0];
  return {
    ...panelTitle(column.title, sizes.panel, width, theme.ink),
    width,
    height: { step: Math.max(12, 4.2 * names.length + 3.5), for: 'position' },
    data: { values: rowsOf(panel, new Set(classes)) },
    encoding: {
      y: {
        field: 'x',
        type: 'nominal',
        sort: [...classes],
        scale: { paddingInner: 0.2, paddingOuter: 0.1 },
        axis: {
          title: (isFirst && figure.xLabel) || null,
          labels: isLabelled,
          ticks: false,
          domain: false,
          labelLimit: labelLimit(row.length),
          labelPadding: 4,
        },
      },
      yOffset: { field: 'series', type: 'nominal', scale: { domain: names } },
    },
    layer: [
      {
        mark: { type: 'bar', strokeWidth: 0.7 },
        encoding: {
          x: {
            field: 'mean',
            type: 'quantitative',
            scale: { domain: domainOf(panel), nice: true, zero: true },
            axis: {
              title: figure.yLabel,
              tickCount: row.length === 1 ? 6 : 3,
              labelFlush: false,
              titleLimit: width + 10,
            },
          },
          color: colour,
          stroke: colour,
          fillOpacity: { condition: { test: 'datum.partial', value: 0.25 }, value: 1 },
        },
      },
      {
        transform: [{ filter: 'datum.low !== null' }],
        mark: { type: 'rule', strokeWidth: 0.9, color: theme.ink },
        encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
    ],
  };
}

/** Pixels that names of classes may take; longer ones are cut with an ellipsis. */
function labelLimit(columns: number): number {
  return columns === 1 ? 130 : 92;
}

/** From 0 to the end of the longest whisker, or from the lowest where numbers are below 0. */
function domainOf({ series }: FigurePanel): Json {
  const ends = series.flatMap(({ points }) =>
    points.flatMap(({ mean, sd }) => (mean === null ? [] : [mean - (sd ?? 0), mean + (sd ?? 0)])),
  );
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? [0, 1] : [low, high];
}

function rowsOf(panel: FigurePanel, classes: ReadonlySet<string>): Json[] {
  const names = namesOf(panel);
  return panel.series.flatMap(({ points }, index) =>
    points.flatMap((point): Json[] => {
      const { mean, sd } = point;
      const x = placeName(point.x);
      if (!classes.has(x)) return [];
      const hasWhisker = mean !== null && sd !== null;
      return [
        {
          series: names[index] ?? '',
          x,
          mean,
          low: hasWhisker ? mean - sd : null,
          high: hasWhisker ? mean + sd : null,
          partial: isPartial(point),
        },
      ];
    }),
  );
}
