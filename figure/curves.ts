import type { Json } from '../plan/digest.ts';
import {
  bySeries,
  type Drawing,
  distinct,
  inRows,
  labelsAcross,
  namesOf,
  panelTitle,
  placeName,
  type Spec,
} from './drawing.ts';
import { type FigurePanel, isPartial } from './figure.ts';
import { sizes } from './look.ts';

/** Panels in a row; more wrap. */
const perRow = 2;

/** Panels of lines: a band of one SD, the line, and markers, hollow where runs are missing. */
export function curvesRows(drawing: Drawing): Spec[] {
  const { panels } = drawing.figure;
  const columns = Math.min(perRow, Math.max(1, panels.length));
  const width = Math.floor(drawing.frame.inner / columns);
  const height = Math.round(columns === 1 ? width * 0.6 : width);
  return inRows(panels, columns).map((shown) => ({
    spacing: 14,
    hconcat: shown.map((panel, column) =>
      curvesPanel(panel, drawing, { width, height, isFirst: column === 0 }),
    ),
  }));
}

interface Place {
  readonly width: number;
  readonly height: number;
  /** Whether it is the leftmost, which alone has the title of the axis that all share. */
  readonly isFirst: boolean;
}

function curvesPanel(panel: FigurePanel, drawing: Drawing, { width, height, isFirst }: Place): Spec {
  const { figure, styles, theme } = drawing;
  const colour = bySeries(styles, 'colour');
  const marker = bySeries(styles, 'marker');
  const point = (isHollow: boolean): Spec => ({
    transform: [{ filter: `datum.mean !== null && datum.partial === ${isHollow}` }],
    mark: {
      type: 'point',
      size: 22,
      opacity: 1,
      strokeWidth: 1.2,
      ...(isHollow ? { filled: true, fill: theme.background } : { filled: true }),
    },
    encoding: { ...(isHollow ? { stroke: colour } : { color: colour }), shape: marker },
  });
  return {
    ...panelTitle(panel.title, sizes.panel, width, theme.ink),
    width,
    height,
    data: { values: rowsOf(panel) },
    encoding: {
      x: xChannel(panel, figure.xLabel, drawing, width),
      y: {
        field: 'mean',
        type: 'quantitative',
        scale: { zero: false, nice: true },
        axis: { title: isFirst ? figure.yLabel : null, tickCount: 5, titleLimit: height },
      },
    },
    layer: [
      {
        mark: { type: 'area', opacity: 0.18, line: false },
        encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' }, color: colour },
      },
      {
        mark: { type: 'line', strokeWidth: 1.5 },
        encoding: { color: colour, strokeDash: bySeries(styles, 'dash'), order: { field: 'place' } },
      },
      point(false),
      point(true),
    ],
  };
}

function rowsOf(panel: FigurePanel): Json[] {
  const names = namesOf(panel);
  return panel.series.flatMap(({ points }, index) =>
    points.map((point, place): Json => {
      const { x, mean, sd } = point;
      const hasBand = mean !== null && sd !== null;
      return {
        series: names[index] ?? '',
        x: typeof x === 'number' ? x : placeName(x),
        place,
        mean,
        low: hasBand ? mean - sd : null,
        high: hasBand ? mean + sd : null,
        partial: isPartial(point),
      };
    }),
  );
}

/** Marks of an axis of numbers, at most. */
const mostTicks = 11;

/**
 * Numbers stand where they belong, unless some would fall together (a learning rate of 0.001 beside one of 1): those,
 * like names, stand in order at equal distances.
 */
function xChannel(panel: FigurePanel, title: string, { widthOf }: Drawing, width: number): Spec {
  const places = panel.series.flatMap(({ points }) => points.map(({ x }) => x));
  const numbers = places.filter((x) => typeof x === 'number');
  if (numbers.length === places.length && areApart(numbers)) {
    const ticks = [...new Set(numbers)].toSorted((a, b) => a - b);
    return {
      field: 'x',
      type: 'quantitative',
      scale: { zero: false, nice: false, padding: 5 },
      axis: {
        title,
        grid: false,
        titleLimit: width,
        labelOverlap: 'parity',
        ...(ticks.length <= mostTicks
          ? { values: ticks, labelExpr: "replace(toString(datum.value), '-', '\u2212')" }
          : { tickCount: 6 }),
      },
    };
  }
  const order = inOrder(places);
  return {
    field: 'x',
    type: 'ordinal',
    sort: order,
    scale: { type: 'point', padding: 0.3 },
    axis: { title, titleLimit: width, ...labelsAcross(order, width / order.length, widthOf) },
  };
}

/** Names in order of first appearance; numbers ascend. */
function inOrder(places: readonly (string | number)[]): Json[] {
  if (places.every((x) => typeof x === 'number')) return [...new Set(places)].toSorted((a, b) => a - b);
  return distinct(places.map(placeName));
}

/** Whether the two closest numbers are still a marker's width apart. */
function areApart(numbers: readonly number[]): boolean {
  const sorted = [...new Set(numbers)].toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((value, index) => value - (sorted[index] ?? value));
  const width = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  return gaps.every((gap) => gap >= width / 30);
}
