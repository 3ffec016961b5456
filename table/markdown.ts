import { isWordColumn, literatureSuffix, rowLabels, rowTitles } from './headers.ts';
import type { Table, TableCell } from './table.ts';
import { oneLine, pad, textWidth } from './text-width.ts';

/**
 * A pipe table of GitHub Flavored Markdown under its caption, notes below. It has one line of headers, so the levels
 * of a column are separated by ` / `. Best is bold; second is `<ins>`, the one tag for underlining that GitHub lets
 * through.
 */
export function renderMarkdown(table: Table): string {
  const titles = rowTitles(table);
  const header = [
    ...titles,
    ...table.columns.map((column) => joined(column.label) + literatureSuffix(column)),
  ].map(escapeMarkdown);
  const labels = rowLabels(table);
  const body = table.rows.map((row, index) => [
    ...(labels[index] ?? []).map((text, level) =>
      escapeMarkdown(level === titles.length - 1 ? text + literatureSuffix(row) : text),
    ),
    ...row.cells.map(markedCell),
  ]);
  const isLeft = (column: number) =>
    column < titles.length || isWordColumn(table.rows, column - titles.length);
  const widths = header.map((_, column) =>
    Math.max(3, ...[header, ...body].map((row) => textWidth(row[column] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => pad(text, widths[column] ?? 0, isLeft(column) ? 'right' : 'left')).join(' | ')} |`;
  const rule = widths.map((width, column) => {
    const dashes = '-'.repeat(width - 1);
    return isLeft(column) ? `:${dashes}` : `${dashes}:`;
  });
  const caption = `**${escapeMarkdown(table.name)}.** ${escapeMarkdown(table.caption)}`.trimEnd();
  const notes = table.notes.map((note) => `- ${escapeMarkdown(note)}`);
  return `${[caption, '', line(header), `| ${rule.join(' | ')} |`, ...body.map(line), '', ...notes].join('\n')}\n`;
}

/** One line in which no character of Markdown or HTML is markup (CommonMark 2.4: any ASCII punctuation may be escaped). */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~$]|&(?=[#\w])|^#/g, '\\$&')
    .replace(/^([-+]|\d+[.)])(?= )/, (marker) => marker.replace(/[-+.)]/, '\\$&'));
}

function joined(levels: readonly string[]): string {
  return levels.filter((level) => level !== '').join(' / ');
}

function markedCell({ shown, mark }: TableCell): string {
  const text = escapeMarkdown(shown);
  if (mark === 'best') return `**${text}**`;
  return mark === 'second' ? `<ins>${text}</ins>` : text;
}
