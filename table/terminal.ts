import { isWordColumn, literatureSuffix, rowLabels, rowTitles, spansOf } from './headers.ts';
import { dash, type Table, type TableCell } from './table.ts';
import { oneLine, pad, textWidth } from './text-width.ts';

/** How a terminal shows best, second and what is beside the numbers; it repeats what `*` and `_` say already. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly dim: (text: string) => string;
}

const plain: Paint = { bold: String, underline: String, dim: String };

const gap = '  ';

/** The table for people at a terminal: aligned columns, numbers to the right, a legend of the marks that occur. */
export function renderTerminal(table: Table, paint: Paint = plain): string {
  const labels = labelColumns(table);
  const columns = widened(table, numberColumns(table));
  const texts = ['', ...table.rows].map((_, line) => [
    ...labels.map((column) => column[line] ?? ''),
    ...columns.map((column, index) => {
      const cell = line === 0 ? undefined : table.rows[line - 1]?.cells[index];
      return paintMark(column[line] ?? '', cell, paint);
    }),
  ]);
  const [header = '', ...body] = texts.map((line) => line.join(gap));
  const indent = labels.map((column) => ' '.repeat(widthOf(column)) + gap).join('');
  const headers = [...groupLines(table, columns).map((line) => indent + line), header];
  const title = [oneLine(table.name), oneLine(table.caption)].filter((part) => part !== '').join('   ');
  const remarks = [legend(table), ...table.notes.map(oneLine)].filter((remark) => remark !== '');
  const lines = [...headers.map(paint.dim), ...body, ...remarks.map(paint.dim)];
  return `${[title, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n')}\n`;
}

/** A column of texts for each level of the labels of rows, its title on top. */
function labelColumns(table: Table): string[][] {
  const labels = rowLabels(table);
  const titles = rowTitles(table);
  return titles.map((title, level) => {
    const isInner = level === titles.length - 1;
    const texts = table.rows.map((row, index) => {
      const text = labels[index]?.[level] ?? '';
      return isInner ? text + literatureSuffix(row) : text;
    });
    return alignLeft([title, ...texts].map(oneLine));
  });
}

function numberColumns(table: Table): string[][] {
  return table.columns.map((column, index) => {
    const cells = table.rows.flatMap((row) => row.cells.slice(index, index + 1));
    const header = oneLine((column.label.at(-1) ?? '') + literatureSuffix(column));
    return isWordColumn(table.rows, index)
      ? alignLeft([header, ...cells.map(({ shown }) => oneLine(shown))])
      : alignRight([header, ...alignNumbers(cells)]);
  });
}

/** The columns, the first of each group made wide enough for the header of the group. */
function widened(table: Table, columns: readonly string[][]): readonly string[][] {
  const groups = spansOf(table.columns).slice(0, -1).flat();
  return groups.reduce((before, { text, start, length }) => {
    const lacking = textWidth(oneLine(text)) - widthOfGroup(before, start, length);
    if (lacking <= 0) return before;
    const blank = ' '.repeat(lacking);
    return before.map((column, index) => (index === start ? column.map((line) => blank + line) : column));
  }, columns);
}

/** The outer headers, each amid a line over its columns: `── KS ──`. */
function groupLines(table: Table, columns: readonly string[][]): string[] {
  return spansOf(table.columns)
    .slice(0, -1)
    .map((spans) =>
      spans
        .map(({ text, start, length }) => amid(oneLine(text), widthOfGroup(columns, start, length)))
        .join(gap),
    );
}

function amid(text: string, width: number): string {
  if (text === '') return ' '.repeat(width);
  const free = width - textWidth(text);
  const fill = free < 4 ? ' ' : '─';
  const [before, after] = [Math.floor(free / 2), Math.ceil(free / 2)];
  if (free < 4) return fill.repeat(before) + text + fill.repeat(after);
  return `${fill.repeat(before - 1)} ${text} ${fill.repeat(after - 1)}`;
}

function widthOfGroup(columns: readonly string[][], start: number, length: number): number {
  const widths = columns.slice(start, start + length).map(widthOf);
  return widths.reduce((sum, width) => sum + width, (length - 1) * gap.length);
}

function widthOf(column: readonly string[]): number {
  return textWidth(column[0] ?? '');
}

function alignLeft(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map(textWidth));
  return texts.map((text) => pad(text, width, 'right'));
}

function alignRight(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map(textWidth));
  return texts.map((text) => pad(text, width, 'left'));
}

/** Mark, number and `(k/n)` of each cell, so padded that digits stand below digits. */
function alignNumbers(cells: readonly TableCell[]): string[] {
  const parts = cells.map(({ shown, mark }) => {
    const [number = '', ...rest] = oneLine(shown).split(/(?= \()/);
    const sign = { best: '*', second: '_', none: '' }[mark ?? 'none'];
    return { number: sign + number, suffix: rest.join('') };
  });
  const suffixes = alignLeft(parts.map(({ suffix }) => suffix));
  return parts.map(({ number }, index) => number + suffixes[index]);
}

function paintMark(text: string, cell: TableCell | undefined, paint: Paint): string {
  if (cell === undefined || cell.mark === null) return text;
  const visible = text.trimEnd();
  return paint[cell.mark === 'best' ? 'bold' : 'underline'](visible) + text.slice(visible.length);
}

function legend({ rows }: Table): string {
  const cells = rows.flatMap((row) => row.cells);
  const entries: readonly (readonly [boolean, string])[] = [
    [cells.some(({ mark }) => mark === 'best'), '* best'],
    [cells.some(({ mark }) => mark === 'second'), '_ second'],
    [cells.some(({ shown }) => shown === dash), `${dash} no number`],
  ];
  return entries.flatMap(([occurs, text]) => (occurs ? [text] : [])).join('   ');
}
