import type { Json } from '../plan/digest.ts';
import { between, type Colour, contrast } from './colour.ts';
import {
  type Drawing,
  inRows,
  labelsAcross,
  namesOf,
  panelTitle,
  placeName,
  placesOf,
  type Spec,
} from './drawing.ts';
import { type Figure, type FigurePanel, type FigurePoint, isPartial } from './figure.ts';
import { sizes } from './look.ts';

/** Panels in a row; more wrap. */
const perRow = 2;

/** Squares with their numbers in them; one scale of colours for all panels. */
export function heatmapRows(drawing: Drawing): Spec[] {
  const { panels } = drawing.figure;
  const columns = Math.min(perRow, Math.max(1, panels.length));
  return inRows(panels, columns).map((shown) => ({
    spacing: 12,
    hconcat: shown.map((panel, index) => squares(panel, shown[index - 1], drawing, columns)),
  }));
}

function squares(
  panel: FigurePanel,
  before: FigurePanel | undefined,
  drawing: Drawing,
  columns: number,
): Spec {
  const { figure, theme, widthOf } = drawing;
  const width = Math.floor(drawing.frame.inner / columns);
  const [across, down] = [placesOf(panel), namesOf(panel)];
  const room = width / Math.max(1, across.length);
  const isLabelled = before === undefined || namesOf(before).join('\n') !== down.join('\n');
  return {
    ...panelTitle(panel.title, sizes.panel, width, theme.ink),
    width,
    height: Math.round(down.length * Math.min(34, Math.max(19, room * 0.6))),
    data: { values: rowsOf(panel, figure, theme.heat, theme.background) },
    encoding: {
      x: {
        field: 'x',
        type: 'nominal',
        sort: across,
        axis: {
          title: figure.xLabel,
          ticks: false,
          domain: false,
          titleLimit: width + 40,
          ...labelsAcross(across, room, widthOf),
        },
      },
      y: {
        field: 'series',
        type: 'nominal',
        sort: down,
        axis: {
          title: (before === undefined && figure.yLabel) || null,
          labels: isLabelled,
          ticks: false,
          domain: false,
          labelLimit: columns === 1 ? 110 : 80,
        },
      },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: theme.background, strokeWidth: 1 },
        encoding: { fill: { field: 'fill', type: 'nominal', scale: null, legend: null } },
      },
      {
        mark: { type: 'text', fontSize: sizes.label, baseline: 'middle' },
        encoding: {
          text: { field: 'shown', type: 'nominal' },
          color: { field: 'ink', type: 'nominal', scale: null, legend: null },
        },
      },
    ],
  };
}

function rowsOf(panel: FigurePanel, figure: Figure, heat: readonly Colour[], background: Colour): Json[] {
  const numbers = figure.panels.flatMap(({ series }) =>
    series.flatMap(({ points }) => points.flatMap(({ mean }) => (mean === null ? [] : [mean]))),
  );
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const digits = digitsFor(numbers);
  const names = namesOf(panel);
  return panel.series.flatMap(({ points }, index) =>
    points.map((point): Json => {
      const { mean } = point;
      const share = mean === null || high === low ? 0.5 : (mean - low) / (high - low);
      const fill = mean === null ? background : between(heat, share);
      return {
        series: names[index] ?? '',
        x: placeName(point.x),
        mean,
        fill,
        shown: shownNumber(point, digits),
        ink: inkOn(fill),
      };
    }),
  );
}

function shownNumber(point: FigurePoint, digits: number): string {
  if (point.mean === null) return '-';
  const text = point.mean.toFixed(digits).replace(/^-/, '\u2212');
  return isPartial(point) ? `(${text})` : text;
}

/** Decimals of all numbers of a figure: one for percents, three digits for what is small. */
function digitsFor(numbers: readonly number[]): number {
  const largest = Math.max(0, ...numbers.map(Math.abs));
  if (largest >= 10) return 1;
  return largest >= 1 ? 2 : 3;
}

function inkOn(fill: Colour): Colour {
  return contrast('#000000', fill) >= contrast('#ffffff', fill) ? '#000000' : '#ffffff';
}
