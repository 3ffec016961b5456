import { groupStarts, isWordColumn, literatureSuffix, rowTitles, type Span, spansOf } from './headers.ts';
import type { Table, TableCell } from './table.ts';
import { oneLine } from './text-width.ts';

/*
 * Colours stand in variables, once for light and once for dark screens; contrast with the ground is at least 7 to 1.
 */
const style = `:root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1b; --faint: #4d4d4d; --line: #8a8a8a; }
@media (prefers-color-scheme: dark) { :root { --ground: #161616; --ink: #ececec; --faint: #b8b8b8; --line: #777; } }
body { background: var(--ground); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; margin: 2rem; }
table { border-collapse: collapse; border-block: 2px solid var(--ink); font-variant-numeric: tabular-nums; }
caption { padding-block-end: .6rem; text-align: start; }
th, td { padding: .15rem .6rem; text-align: end; vertical-align: baseline; white-space: nowrap; }
th { font-weight: inherit; }
th[scope^="row"], thead td, .words { text-align: start; }
th[scope="colgroup"] { border-block-end: 1px solid var(--line); text-align: center; }
tbody { border-block-start: 1px solid var(--line); }
ul { color: var(--faint); font-size: 13px; list-style: none; max-width: 60em; padding: 0; }`;

/** A page of its own with the table, its caption and notes; no script, nothing loaded from elsewhere. */
export function renderHtml(table: Table): string {
  const notes = table.notes.map((note) => `<li>${escapeHtml(note)}</li>`);
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(table.name)}</title>`,
    `<style>\n${style}\n</style>`,
    '</head>',
    '<body>',
    '<table>',
    `<caption><b>${escapeHtml(table.name)}.</b> ${escapeHtml(table.caption)}</caption>`,
    ...columnGroups(table),
    '<thead>',
    ...headerRows(table),
    '</thead>',
    ...bodies(table),
    '</table>',
    ...(notes.length === 0 ? [] : ['<ul>', ...notes, '</ul>']),
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}

/** One line in which no character of HTML is markup, in text and in attributes. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A header of several columns speaks for a column group, which has to be there. */
function columnGroups(table: Table): string[] {
  const [outer = []] = spansOf(table.columns);
  return [
    `<colgroup span="${rowTitles(table).length}"></colgroup>`,
    ...outer.map(({ length }) => `<colgroup span="${length}"></colgroup>`),
  ];
}

function headerRows(table: Table): string[] {
  const titles = rowTitles(table);
  const levels = spansOf(table.columns);
  const outer = levels.slice(0, -1).map((spans, level) => {
    const scope = level === 0 ? 'colgroup' : 'col';
    return [`<td colspan="${titles.length}"></td>`, ...spans.map((span) => groupHeader(span, scope))];
  });
  const inner = [...titles.map(titleCell), ...table.columns.map((_, index) => columnHeader(table, index))];
  return [...outer, inner].map((cells) => `<tr>${cells.join('')}</tr>`);
}

function groupHeader({ text, length }: Span, scope: 'colgroup' | 'col'): string {
  if (text === '') return `<td colspan="${length}"></td>`;
  return `<th scope="${scope}" colspan="${length}">${escapeHtml(text)}</th>`;
}

function columnHeader(table: Table, index: number): string {
  const column = table.columns[index];
  const text = column ? (column.label.at(-1) ?? '') + literatureSuffix(column) : '';
  const words = isWordColumn(table.rows, index) ? ' class="words"' : '';
  return `<th scope="col"${words}>${escapeHtml(text)}</th>`;
}

function titleCell(title: string): string {
  return title === '' ? '<td></td>' : `<th scope="col" class="words">${escapeHtml(title)}</th>`;
}

/** A body for each group of rows, which the outermost label of the group speaks for. */
function bodies(table: Table): string[] {
  const starts = groupStarts(table);
  const rows = table.rows.map((row, index) => {
    const cells = row.cells.map((cell, column) => dataCell(cell, isWordColumn(table.rows, column)));
    const line = `<tr>${[...rowHeaders(table, index), ...cells].join('')}</tr>`;
    return starts.has(index) ? `</tbody>\n<tbody>\n${line}` : line;
  });
  return ['<tbody>', ...rows, '</tbody>'];
}

function rowHeaders(table: Table, index: number): string[] {
  const spans = spansOf(table.rows);
  const row = table.rows[index];
  return rowTitles(table).flatMap((_, level) => {
    const span = spans[level]?.find(({ start }) => start === index);
    if (span === undefined) return level < spans.length ? [] : ['<td></td>'];
    const isInner = level === spans.length - 1;
    const scope = level === 0 && !isInner ? 'rowgroup' : 'row';
    const rows = span.length > 1 ? ` rowspan="${span.length}"` : '';
    const suffix = isInner && row ? literatureSuffix(row) : '';
    if (span.text + suffix === '') return [`<td${rows}></td>`];
    return [`<th scope="${scope}"${rows}>${escapeHtml(span.text + suffix)}</th>`];
  });
}

function dataCell({ shown, mark }: TableCell, isWord: boolean): string {
  const text = escapeHtml(shown);
  const marked = { best: `<strong>${text}</strong>`, second: `<u>${text}</u>`, none: text }[mark ?? 'none'];
  return `<td${isWord ? ' class="words"' : ''}>${marked}</td>`;
}
