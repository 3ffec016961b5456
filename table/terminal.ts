import { dash, rowLabel, type Table, type TableCell } from './table.ts';
import { oneLine, pad, textWidth } from './text-width.ts';

/** How a terminal shows best, second and what is beside the numbers; it repeats what `*` and `_` say already. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly dim: (text: string) => string;
}

const plain: Paint = { bold: String, underline: String, dim: String };

/** The table for people at a terminal: aligned columns, numbers to the right, a legend of the marks that occur. */
export function renderTerminal(table: Table, paint: Paint = plain): string {
  const labels = alignLeft([table.rowHeader, ...table.rows.map(rowLabel)].map(oneLine));
  const columns = table.columns.map((column, index) => {
    const cells = table.rows.flatMap((row) => row.cells.slice(index, index + 1));
    const aligned = alignRight([oneLine(column.label), ...alignNumbers(cells)]);
    return aligned.map((text, line) => paintMark(text, line === 0 ? undefined : cells[line - 1], paint));
  });
  const [header = '', ...body] = labels.map((label, line) =>
    [label, ...columns.map((column) => column[line])].join('  '),
  );
  const title = [oneLine(table.name), oneLine(table.caption)].filter((part) => part !== '').join('   ');
  const remarks = [legend(table), ...table.notes.map(oneLine)].filter((remark) => remark !== '');
  const lines = [paint.dim(header), ...body, ...remarks.map(paint.dim)];
  return `${[title, ...lines.map((line) => `  ${line}`.trimEnd())].join('\n')}\n`;
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
    const [number = '', ...rest] = shown.split(/(?= \()/);
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
