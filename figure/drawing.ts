import type { Json } from '../plan/digest.ts';
import { literatureSign } from '../table/table.ts';
import type { Colour } from './colour.ts';
import type { Figure, FigurePanel, FigureSeries } from './figure.ts';
import { type SeriesStyle, sizes, styleOf, type Theme } from './look.ts';
import type { WidthOf } from './typeface.ts';

/** A part of a Vega-Lite specification. */
export type Spec = { readonly [name: string]: Json };

/** Room in pixels. */
export interface Frame {
  /** For all plots of a row together, without what stands around them. */
  readonly inner: number;
  /** Left of the first plot, from where the legend begins; undefined while it is not known: no legend yet. */
  readonly left?: number;
}

/** A figure on its way to a specification: what all kinds of it draw from. */
export interface Drawing {
  readonly figure: Figure;
  readonly theme: Theme;
  readonly widthOf: WidthOf;
  readonly frame: Frame;
  /** The names of all series in the legend, in order, with their styles. */
  readonly styles: ReadonlyMap<string, SeriesStyle>;
}

/** A drawing of a figure; series of the same name have the same style in every panel. */
export function drawingOf(figure: Figure, theme: Theme, widthOf: WidthOf, frame: Frame): Drawing {
  const names = [...new Set(figure.panels.flatMap(namesOf))];
  return {
    figure: { ...figure, xLabel: oneLine(figure.xLabel), yLabel: oneLine(figure.yLabel) },
    theme,
    widthOf,
    frame,
    styles: new Map(names.map((name, place) => [name, styleOf(place, theme)])),
  };
}

/** What the legend calls the series of a panel: their labels, told apart where two are the same. */
export function namesOf({ series }: FigurePanel): string[] {
  const names: string[] = [];
  for (const one of series) {
    const label = drawnLabel(one);
    let name = label;
    for (let copy = 2; names.includes(name); copy += 1) name = `${label} (${copy})`;
    names.push(name);
  }
  return names;
}

function drawnLabel({ label, kind }: FigureSeries): string {
  return oneLine(label) + (kind === 'literature' ? literatureSign : '');
}

/** Text without line breaks and without what no XML may hold. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\u2028\u2029]+/gu, ' ').trim();
}

/** What an axis calls a place. */
export function placeName(x: string | number): string {
  return oneLine(String(x));
}

/** The channel that gives each series its colour, dash or marker; the legend is drawn apart. */
export function bySeries(styles: Drawing['styles'], styleName: keyof SeriesStyle): Spec {
  const range = [...styles.values()].map((style): Json => style[styleName]);
  return { field: 'series', type: 'nominal', scale: { domain: [...styles.keys()], range }, legend: null };
}

/** Texts in order of first appearance. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** The title over a panel. */
export function panelTitle(title: string, size: number, limit: number, ink: Colour): Spec {
  const text = oneLine(title);
  return text === ''
    ? {}
    : { title: { text, anchor: 'middle', fontSize: size, fontWeight: 'bold', color: ink, limit, offset: 5 } };
}

/** Labels of a horizontal axis: level where they fit, else slanting. */
export function labelsAcross(labels: readonly Json[], room: number, widthOf: WidthOf): Spec {
  const fit = labels.every((label) => widthOf(String(label), sizes.label) <= room - 3);
  return fit ? { labelAngle: 0 } : { labelAngle: -40, labelAlign: 'right', labelLimit: 110 };
}

/** Panels side by side, at most so many in a row; more wrap. */
export function inRows(panels: readonly FigurePanel[], perRow: number): (readonly FigurePanel[])[] {
  return Array.from({ length: Math.ceil(panels.length / perRow) }, (_, row) =>
    panels.slice(row * perRow, (row + 1) * perRow),
  );
}

/** Names of all places of a panel along x, in order of first appearance. */
export function placesOf({ series }: FigurePanel): string[] {
  return distinct(series.flatMap(({ points }) => points.map(({ x }) => placeName(x))));
}
