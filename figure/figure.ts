import type { Digest } from '../plan/digest.ts';
import type { FigureOptions } from '../schemas/generated/resolved.ts';

/**
 * The one value that every picture of a figure starts from: numbers, what they belong to, and where they come from.
 * Immutable JSON.
 */
export interface Figure {
  readonly version: 1;
  readonly name: string;
  readonly kind: FigureOptions['kind'];
  readonly caption: string;
  /** Title of what goes from left to right: of bars, of the numbers' axis it is `yLabel`, since bars lie. */
  readonly xLabel: string;
  readonly yLabel: string;
  /** Side by side, from left to right. */
  readonly panels: readonly FigurePanel[];
  /** What a reader must know to read the numbers, one sentence each, plain text. */
  readonly notes: readonly string[];
}

export interface FigurePanel {
  readonly title: string;
  /** Lines of `curves`, colours of `bars`, rows of a `heatmap`. */
  readonly series: readonly FigureSeries[];
}

export interface FigureSeries {
  readonly label: string;
  readonly kind: 'runs' | 'literature';
  /** Of literature: where its numbers stand. */
  readonly source?: string;
  /** In the order of the axis. */
  readonly points: readonly FigurePoint[];
}

/** One number of a figure with what it was made of. */
export interface FigurePoint {
  /** Where it stands on the axis: a number, or a name of a cell, class or axis value. */
  readonly x: string | number;
  /** Unrounded, one per run that has it, in the order of the aggregated axes; none for literature. */
  readonly values: readonly number[];
  /** Mean of `values`, or the number of literature; null where there is none. */
  readonly mean: number | null;
  /** Sample standard deviation; null for fewer than two values. */
  readonly sd: number | null;
  /** Runs behind `mean`. */
  readonly n: number;
  /** Runs that the point asks for; 0 for literature. */
  readonly asked: number;
  /** Artifacts of the scores, in the order of `values`. */
  readonly sources: readonly Digest[];
}

/** Whether a number is shown that fewer runs stand behind than were asked for. */
export function isPartial({ mean, n, asked }: FigurePoint): boolean {
  return mean !== null && n < asked;
}
