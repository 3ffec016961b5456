import type { Digest } from '../plan/digest.ts';

/**
 * The one value that every renderer of a table starts from: numbers, what they show, and where they come from.
 * Immutable JSON. All numbers of accuracy and F1 are in percent; a higher one is better.
 */
export interface Table {
  readonly version: 1;
  readonly name: string;
  readonly caption: string;
  readonly metric: string;
  readonly aggregate: 'mean±sd' | 'mean';
  /** Decimals shown. */
  readonly digits: number;
  /** Name of the axis that makes the rows. */
  readonly rowHeader: string;
  readonly columns: readonly TableColumn[];
  /** Runs first, literature last. */
  readonly rows: readonly TableRow[];
  /** Runs that a complete cell combines. */
  readonly asked: number;
  /** What a reader must know to read the numbers, one sentence each, plain text. */
  readonly notes: readonly string[];
}

/** A cell of the grid; `name` is what scores call it, `label` what people read. */
export interface TableColumn {
  readonly name: string;
  readonly label: string;
}

/** One row; cells stand in the order of the columns. A literature row says where its numbers stand. */
export type TableRow =
  | { readonly label: string; readonly kind: 'run'; readonly cells: readonly TableCell[] }
  | {
      readonly label: string;
      readonly kind: 'literature';
      readonly source: string;
      readonly cells: readonly TableCell[];
    };

/** One number of a table with what it was made of. */
export interface TableCell {
  /** Unrounded, one per run, ordered by the values of the aggregated axes; none for literature. */
  readonly values: readonly number[];
  /** Runs behind `mean`; 0 for literature, whose number was not made here. */
  readonly n: number;
  /** The number shown, unrounded; null where there is none. */
  readonly mean: number | null;
  /** Sample standard deviation of `values` (divisor n - 1); null for fewer than two. */
  readonly sd: number | null;
  /** Plain text: `76.12 ± 0.34`, `70.10 (3/5)` for fewer runs than asked, `-` for no number. */
  readonly shown: string;
  readonly mark: Mark;
  /** Artifacts of the scores, in the order of `values`. */
  readonly sources: readonly Digest[];
  /** A run's cell that combines fewer runs than were asked for. */
  readonly partial: boolean;
}

/** Rank among the numbers that a cell is compared with. */
export type Mark = 'best' | 'second' | null;

/** What a cell without a number shows. */
export const dash = '-';

/** Stands after the label of a literature row; a note explains it. */
export const literatureSign = '†';

/** Label of a row as renderers show it, before escaping. */
export function rowLabel(row: TableRow): string {
  return row.kind === 'literature' ? `${row.label} ${literatureSign}` : row.label;
}
