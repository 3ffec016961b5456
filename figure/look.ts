import type { Colour } from './colour.ts';

/** Width of a printed column, 8.5 cm, in CSS pixels (1/96 inch): every figure is that wide. */
export const columnWidth = (8.5 / 2.54) * 96;

/** Sizes of text in pixels, at the width of a column; 9.5 px are 7.1 pt, and nothing is smaller. */
export const sizes = { label: 9.5, title: 9.5, panel: 10.5 } as const;

/**
 * The typeface that is measured and drawn. Its letters are as wide as those of the others, so that a browser without
 * it draws the same SVG.
 */
export const fontFamily = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif";

/** Colours of one background. */
export interface Theme {
  readonly background: Colour;
  readonly ink: Colour;
  readonly grid: Colour;
  /** Of series, in order; told apart by people who lack one kind of cone, and 3:1 from the background. */
  readonly series: readonly Colour[];
  /** Of numbers, from the lowest to the highest, evenly spaced; lightness falls or rises all the way. */
  readonly heat: readonly Colour[];
}

/*
 * Chosen by search among the colours of Okabe and Ito and darker or lighter ones: the least distance in OKLab of any
 * two, seen with all cones or without one (Machado et al. 2009), is as large as the contrast to the background allows.
 */
export const light: Theme = {
  background: '#ffffff',
  ink: '#1f2328',
  grid: '#d8dee4',
  series: ['#0072b2', '#d55e00', '#1a1a1a', '#967dfa', '#882255', '#009e73', '#00308f', '#b7410e'],
  heat: ['#f1f6fb', '#9ecae1', '#3f8fc4', '#08519c', '#08306b'],
};

export const dark: Theme = {
  background: '#0d1117',
  ink: '#e6edf3',
  grid: '#30363d',
  series: ['#56b4e9', '#d55e00', '#f0e442', '#7777f2', '#7bfce4', '#e69f00', '#b0c1a0', '#5857b9'],
  heat: ['#161b22', '#123a63', '#1f6fb5', '#6cb2e6', '#dbeeff'],
};

/** Dashes of lines, in pixels drawn and left out; the first is unbroken. */
const dashes = [
  [1, 0],
  [6, 2],
  [2, 2],
  [6, 2, 2, 2],
  [10, 2],
  [2, 4],
] as const;

/** Markers by Vega's names. */
const markers = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'triangle-right',
] as const;

/** How one series is told from the others, by colour, by dash and by marker: any of them would do alone. */
export interface SeriesStyle {
  readonly colour: Colour;
  readonly dash: readonly number[];
  readonly marker: string;
}

/** The style of a series by its place among all series. Dash and marker together repeat after 42 series. */
export function styleOf(place: number, theme: Theme): SeriesStyle {
  return {
    colour: at(theme.series, place),
    dash: at<readonly number[]>(dashes, place),
    marker: at<string>(markers, place),
  };
}

function at<T>(list: readonly T[], place: number): T {
  // Invariant: the lists above are not empty.
  return list[place % list.length] as T;
}
