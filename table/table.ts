import type { Digest } from '../plan/digest.ts';

/**
 * The one value that every renderer of a table starts from: numbers, what they show, and where they come from.
 * Immutable JSON.
 */
export interface Table {
  readonly version: 2;
  readonly name: string;
  readonly caption: string;
  /** Titles over the labels of the rows, one for each level; may be empty texts. */
  readonly rowHeaders: readonly string[];
  readonly columns: readonly TableLine[];
  readonly rows: readonly TableRow[];
  /** What a reader must know to read the numbers, one sentence each, plain text. */
  readonly notes: readonly string[];
}

/** A column, or what stands before a row. */
export interface TableLine {
  /** What the pipeline file and the command line call it. */
  readonly name: string;
  /** Headers from the outer to the inner one; all columns have equally many, and so have all rows. */
  readonly label: readonly string[];
  /** Of a line of literature: where its numbers stand. */
  readonly source?: string;
}

export interface TableRow extends TableLine {
  /** In the order of the columns. */
  readonly cells: readonly TableCell[];
}

/** One number of a table with what it was made of. */
export interface TableCell {
  readonly kind: 'runs' | 'literature' | 'text' | 'none';
  /** What is measured, of a cell of runs: `accuracy of only-text`. */
  readonly what?: string;
  /** Unrounded, one per run, in the order of the aggregated axes, in the unit shown; none for all but runs. */
  readonly values: readonly number[];
  /** Runs behind `value`. */
  readonly n: number;
  /** Runs that the cell asks for. */
  readonly asked: number;
  /** The number shown, unrounded, in the unit shown; null where there is none. */
  readonly value: number | null;
  /** What stands after ±, in the unit shown: sample SD or half of an interval; null where there is none. */
  readonly spread: number | null;
  /** Plain text: `76.12 ± 0.34`, `70.10 (3/5)` for fewer runs than asked, `85.50†`, `-` for no number. */
  readonly shown: string;
  readonly mark: Mark;
  /** Mark of literature such as `†`, also in `shown`. */
  readonly sign?: string;
  /** The number that was expected, in the unit shown, and whether `value` is within the tolerance. */
  readonly expected?: { readonly value: number; readonly holds: boolean };
  /** Artifacts of the scores, in the order of `values`. */
  readonly sources: readonly Digest[];
}

/** Rank among the numbers that a cell is compared with. */
export type Mark = 'best' | 'second' | null;

/** What a cell without a number shows. */
export const dash = '-';

/** Stands after the label of a literature line; a note explains it. */
export const literatureSign = '*';
