import type { Json } from '../plan/digest.ts';
import { bySeries, type Drawing, type Spec } from './drawing.ts';
import { columnWidth, sizes } from './look.ts';

/** Pixels: of what stands before a name, between it and the name, between entries, and of a line. */
const [swatch, gap, apart, line] = [18, 4, 12, 14];

/** Pixels of a line of names. */
const legendWidth = Math.floor(columnWidth) - 8;

interface Entry {
  readonly series: string;
  readonly left: number;
  readonly line: number;
}

/**
 * The legend over a figure: names of all series in lines, each after the line and marker, or the square, that it has.
 * Nothing where the only series has no name. It is drawn as a plot whose unit is the pixel, since the chart
 * library's own legends cannot show line and marker at once.
 */
export function legendOf({ figure, styles, widthOf, theme, frame }: Drawing): Spec[] {
  const names = [...styles.keys()];
  const isNeeded = figure.kind !== 'heatmap' && names.some((name) => name !== '');
  if (!isNeeded || frame.left === undefined) return [];
  const first = 2 - Math.round(frame.left);
  const entries = arrange(names, (name) => swatch + gap + widthOf(name, sizes.label));
  const height = ((entries.at(-1)?.line ?? 0) + 1) * line;
  const across = (field: string): Spec => channel(field, [first, first + legendWidth]);
  const values = entries.map(
    ({ series, left, line: row }): Json => ({
      series,
      left: first + left,
      middle: first + left + swatch / 2,
      right: first + left + swatch,
      name: first + left + swatch + gap,
      y: (row + 0.5) * line,
    }),
  );
  const marks = figure.kind === 'curves' ? lineMarks(styles, across) : [squareMark(styles, across)];
  const text = {
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      fontSize: sizes.label,
      color: theme.ink,
      limit: legendWidth - swatch - gap,
    },
    encoding: { x: across('name'), text: { field: 'series', type: 'nominal' } },
  };
  return [
    {
      // Entries left of the first plot lie left of this one's own left edge.
      width: first + legendWidth,
      height,
      data: { values },
      encoding: { y: channel('y', [0, height]) },
      layer: [...marks, text],
    },
  ];
}

/** A channel whose numbers are pixels of the plot. */
function channel(field: string, domain: readonly [number, number]): Spec {
  return {
    field,
    type: 'quantitative',
    scale: { domain, range: domain, nice: false, zero: false },
    axis: null,
  };
}

type Across = (field: string) => Spec;

function lineMarks(styles: Drawing['styles'], across: Across): Spec[] {
  const color = bySeries(styles, 'colour');
  return [
    {
      mark: { type: 'rule', strokeWidth: 1.5 },
      encoding: {
        x: across('left'),
        x2: { field: 'right' },
        color,
        strokeDash: bySeries(styles, 'dash'),
      },
    },
    {
      mark: { type: 'point', filled: true, size: 26, opacity: 1 },
      encoding: { x: across('middle'), color, shape: bySeries(styles, 'marker') },
    },
  ];
}

function squareMark(styles: Drawing['styles'], across: Across): Spec {
  return {
    mark: { type: 'square', size: 80, opacity: 1 },
    encoding: { x: across('middle'), color: bySeries(styles, 'colour') },
  };
}

/** Entries from left to right in one line, or, where there is no room, in columns of equal width. */
function arrange(names: readonly string[], widthOf: (name: string) => number): Entry[] {
  const widths = names.map((name) => widthOf(name) + apart);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const all = widths.reduce((sum, width) => sum + width, -apart);
  if (all <= legendWidth)
    return names.map((series, index) => ({ series, left: starts[index] ?? 0, line: 0 }));
  const column = Math.max(...widths);
  const columns = Math.max(1, Math.floor((legendWidth + apart) / column));
  return names.map((series, index) => ({
    series,
    left: (index % columns) * column,
    line: Math.floor(index / columns),
  }));
}
