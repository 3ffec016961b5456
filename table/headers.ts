import { citationOf } from './citation.ts';
import { literatureSign, type Table, type TableLine, type TableRow } from './table.ts';

/** A header over one line or several neighbours. */
export interface Span {
  readonly text: string;
  /** The first of the lines below it, counted from 0, and how many there are. */
  readonly start: number;
  readonly length: number;
}

/**
 * The headers of each level, outer first. Neighbours whose labels agree up to a level share one header there; at the
 * innermost level every line has its own, since two lines are never the same.
 */
export function spansOf(lines: readonly TableLine[]): Span[][] {
  const levels = levelsOf(lines);
  return Array.from({ length: levels }, (_, level) => {
    const starts = lines.flatMap((line, index) => {
      const before = lines[index - 1];
      const isNew = before === undefined || level === levels - 1 || !agree(before, line, level);
      return isNew ? [index] : [];
    });
    return starts.map((start, index): Span => {
      const end = starts[index + 1] ?? lines.length;
      return { text: lines[start]?.label[level] ?? '', start, length: end - start };
    });
  });
}

function levelsOf(lines: readonly TableLine[]): number {
  return Math.max(1, ...lines.map(({ label }) => label.length));
}

/** The titles over the labels of the rows, one for each level. */
export function rowTitles({ rowHeaders, rows }: Table): readonly string[] {
  const levels = Math.max(levelsOf(rows), rowHeaders.length);
  return Array.from({ length: levels }, (_, level) => rowHeaders[level] ?? '');
}

/** The label of a row at each level as a grid of texts shows it: outer ones once, above those that share them. */
export function rowLabels(table: Table): readonly (readonly string[])[] {
  const spans = spansOf(table.rows);
  return table.rows.map((row, index) => {
    const labels = rowTitles(table).map((_, level) => row.label[level] ?? '');
    return labels.map((label, level) => (startsSpan(spans, level, index) ? label : ''));
  });
}

/**
 * Places of rows that a line separates from the row before. With nested labels: where the outermost one changes;
 * without: between runs and literature.
 */
export function groupStarts({ rows }: Table): ReadonlySet<number> {
  const isNested = levelsOf(rows) > 1;
  const starts = rows.flatMap((row, index) => {
    const before = rows[index - 1];
    if (before === undefined) return [];
    const isSame = isNested ? agree(before, row, 0) : isLiterature(before) === isLiterature(row);
    return isSame ? [] : [index];
  });
  return new Set(starts);
}

/** What stands behind the label of a line of literature in formats without citations. */
export function literatureSuffix(line: TableLine): string {
  if (line.source === undefined) return '';
  const key = citationOf(line);
  return key === undefined ? ` ${literatureSign}` : ` [${key}]`;
}

/** Whether all cells of a column hold words, which stand to the left; numbers stand to the right. */
export function isWordColumn(rows: readonly TableRow[], column: number): boolean {
  const kinds = rows.map(({ cells }) => cells[column]?.kind);
  return kinds.includes('text') && kinds.every((kind) => kind === 'text' || kind === 'none');
}

function startsSpan(spans: readonly (readonly Span[])[], level: number, line: number): boolean {
  return spans[level]?.some(({ start }) => start === line) ?? true;
}

/** Whether two lines have the same labels from the outermost level to this one. */
function agree(a: TableLine, b: TableLine, level: number): boolean {
  return a.label.slice(0, level + 1).every((label, index) => label === b.label[index]);
}

function isLiterature({ source }: TableLine): boolean {
  return source !== undefined;
}
