import { literatureSuffix, rowTitles, type Span, spansOf } from './headers.ts';
import type { Table } from './table.ts';
import { textWidth } from './text-width.ts';

/** How a table is set so that it fits a page. */
export interface Fit {
  /** Commands before the tabular. */
  readonly settings: readonly string[];
  /** Words of column headers below each other. */
  readonly isStacked: boolean;
  readonly isScaled: boolean;
}

/** Of a line of text in the article class at 10 pt. */
const lineWidth = 345;

/** Mean width of a character of Computer Modern and both margins of a column, in points. */
const normal = { character: 5.3, margins: 12 };
const small = { character: 4.8, margins: 8 };

/** The first of these that fits by estimate: as it is; small type with narrow margins; stacked headers; scaled down. */
export function fitOf(table: Table): Fit {
  const settings = ['\\small', '\\setlength{\\tabcolsep}{4pt}'];
  if (widthOf(table, false, normal) <= lineWidth) return { settings: [], isStacked: false, isScaled: false };
  if (widthOf(table, false, small) <= lineWidth) return { settings, isStacked: false, isScaled: false };
  return { settings, isStacked: true, isScaled: widthOf(table, true, small) > lineWidth };
}

function widthOf(table: Table, isStacked: boolean, { character, margins }: typeof normal): number {
  const columns = [...labelWidths(table), ...columnWidths(table, isStacked)];
  return columns.reduce((sum, width) => sum + width * character + margins, 0);
}

function labelWidths(table: Table): number[] {
  return rowTitles(table).map((title, level) =>
    widest([title, ...table.rows.map((row) => (row.label[level] ?? '') + suffixAt(row, level))]),
  );
}

function suffixAt(row: Table['rows'][number], level: number): string {
  return level === row.label.length - 1 ? literatureSuffix(row) : '';
}

/** Below this width, in characters, breaking a header saves nothing. */
const narrowest = 6;

/** The lines of the header of a column: one, or as many as keep it no wider than its cells and its longest word. */
export function headerLinesOf(table: Table, index: number, isStacked: boolean): string[] {
  const label = table.columns[index]?.label.at(-1) ?? '';
  if (!isStacked) return [label];
  const words = label.split(' ');
  const limit = Math.max(narrowest, cellWidth(table, index), widest(words));
  const lines: string[] = [];
  for (const word of words) {
    const longer = [...lines.slice(-1), word].join(' ');
    const fits = lines.length > 0 && textWidth(longer) <= limit;
    if (fits) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

function columnWidths(table: Table, isStacked: boolean): number[] {
  const groups = spansOf(table.columns).slice(0, -1);
  return table.columns.map((column, index) => {
    const lines = headerLinesOf(table, index, isStacked);
    const last = (lines.at(-1) ?? '') + literatureSuffix(column);
    const own = Math.max(widest([...lines, last]), cellWidth(table, index));
    return Math.max(own, ...groups.map((spans) => shareOf(spans, index)));
  });
}

function cellWidth({ rows }: Table, index: number): number {
  return widest(rows.map(({ cells }) => cells[index]?.shown ?? ''));
}

/** What a column has to bear of the header over its group. */
function shareOf(spans: readonly Span[], index: number): number {
  const span = spans.find(({ start, length }) => index >= start && index < start + length);
  return span === undefined ? 0 : textWidth(span.text) / span.length;
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(textWidth));
}
