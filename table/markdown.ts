import { rowLabel, type Table, type TableCell } from './table.ts';
import { oneLine, pad, textWidth } from './text-width.ts';

/**
 * A pipe table of GitHub Flavored Markdown under its caption, notes below. Best is bold; second is `<ins>`,
 * the one tag for underlining that GitHub lets through.
 */
export function renderMarkdown(table: Table): string {
  const header = [table.rowHeader, ...table.columns.map(({ label }) => label)].map(escapeMarkdown);
  const body = table.rows.map((row) => [escapeMarkdown(rowLabel(row)), ...row.cells.map(markedCell)]);
  const widths = header.map((_, column) =>
    Math.max(3, ...[header, ...body].map((row) => textWidth(row[column] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => pad(text, widths[column] ?? 0, column === 0 ? 'right' : 'left')).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? `:${'-'.repeat(width - 1)}` : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const caption = `**${escapeMarkdown(table.name)}.** ${escapeMarkdown(table.caption)}`.trimEnd();
  const notes = table.notes.map((note) => `- ${escapeMarkdown(note)}`);
  return `${[caption, '', line(header), rule, ...body.map(line), '', ...notes].join('\n')}\n`;
}

/** One line in which no character of Markdown or HTML is markup (CommonMark 2.4: any ASCII punctuation may be escaped). */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~$]|&(?=[#\w])|^#/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?= )/, (marker) => marker.replace(/[-+.)]/, '\\$&'));
}

function markedCell({ shown, mark }: TableCell): string {
  if (mark === 'best') return `**${shown}**`;
  return mark === 'second' ? `<ins>${shown}</ins>` : shown;
}
