import { citationOf, citationsIn } from './citation.ts';
import { groupStarts, isWordColumn, rowLabels, rowTitles, type Span, spansOf } from './headers.ts';
import { type Fit, fitOf, headerLinesOf } from './latex-fit.ts';
import { citingLatex, escapeLatex } from './latex-text.ts';
import { dash, literatureSign, type Table, type TableCell, type TableLine, type TableRow } from './table.ts';
import { oneLine } from './text-width.ts';

export { escapeLatex } from './latex-text.ts';

/**
 * A floating `table` for the packages booktabs and multirow, ready for `\input`; one that is too wide for small type
 * needs graphicx, too. Best is bold, second underlined; a comment before each row names the artifacts or the source
 * that its numbers come from.
 */
export function renderLatex(table: Table): string {
  const fit = fitOf(table);
  const packages = ['booktabs', 'multirow', ...(fit.isScaled ? ['graphicx'] : [])];
  const label = table.name.replace(/[^A-Za-z0-9:._-]/g, '-');
  const lines = [
    `% Table ${oneLine(table.name)}, written by Lacuna; needs \\usepackage{${packages.join(',')}}. Change the pipeline, not this file.`,
    '\\begin{table}[t]',
    '  \\centering',
    '  \\setlength{\\belowcaptionskip}{4pt}',
    `  \\caption{${escapeLatex(table.caption)}}`,
    `  \\label{tab:${label}}`,
    ...fit.settings.map((setting) => `  ${setting}`),
    ...scaled(tabular(table, fit), fit).map((line) => `  ${line}`),
    ...notesLines(table),
    '\\end{table}',
  ];
  return `${lines.join('\n')}\n`;
}

/** Scales down to the width of the text, never up. */
function scaled(lines: readonly string[], { isScaled }: Fit): readonly string[] {
  if (!isScaled) return lines;
  return ['\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%', ...lines, '}'];
}

function tabular(table: Table, fit: Fit): string[] {
  const alignment = [
    ...rowTitles(table).map(() => 'l'),
    ...table.columns.map((_, column) => (isWordColumn(table.rows, column) ? 'l' : 'r')),
  ];
  return [
    `\\begin{tabular}{${alignment.join('')}}`,
    '  \\toprule',
    ...headerLines(table, fit).map((line) => `  ${line}`),
    '  \\midrule',
    ...bodyLines(table).map((line) => `  ${line}`),
    '  \\bottomrule',
    '\\end{tabular}',
  ];
}

function headerLines(table: Table, fit: Fit): string[] {
  const titles = rowTitles(table);
  const levels = spansOf(table.columns);
  return levels.flatMap((spans, level) => {
    if (level === levels.length - 1) {
      const labels = table.columns.map((column, index) => columnLabel(table, column, index, fit));
      return [tableLine([...titles.map(escapeLatex), ...labels])];
    }
    const groups = spans.map(({ text, length }) => `\\multicolumn{${length}}{c}{${escapeLatex(text)}}`);
    const rules = spans.flatMap((span) => ruleBelow(span, titles.length));
    return [tableLine([...titles.map(() => ''), ...groups]), ...(rules.length > 0 ? [rules.join(' ')] : [])];
  });
}

function ruleBelow({ text, start, length }: Span, labels: number): string[] {
  return text === '' ? [] : [`\\cmidrule(lr){${labels + start + 1}-${labels + start + length}}`];
}

/** In a wide table the words of a header stand below each other. */
function columnLabel(table: Table, column: TableLine, index: number, fit: Fit): string {
  const lines = headerLinesOf(table, index, fit.isStacked).map(escapeLatex);
  const text = lines.join('\\\\') + citation(column);
  return lines.length === 1 ? text : `\\shortstack[r]{${text}}`;
}

function bodyLines(table: Table): string[] {
  const labels = rowLabels(table);
  const spans = spansOf(table.rows);
  const starts = groupStarts(table);
  const columns = rowTitles(table).length + table.columns.length;
  return table.rows.flatMap((row, index) => {
    const rule = starts.has(index) ? ['\\midrule'] : innerRule(spans, index, columns);
    const texts = (labels[index] ?? []).map((text, level) => rowLabel(row, text, level, spans, index));
    const from = row.source === undefined ? digestsOf(row) : `literature, ${oneLine(row.source)}`;
    return [...rule, `% ${oneLine(row.name)}: ${from}`, tableLine([...texts, ...row.cells.map(latexCell)])];
  });
}

/** Of three and more levels of labels the inner groups have a short line between them, if they hold more than a row. */
function innerRule(spans: readonly (readonly Span[])[], index: number, columns: number): string[] {
  const level = spans.slice(1, -1).findIndex((groups) => {
    const isGrouped = groups.some(({ length }) => length > 1);
    return isGrouped && groups.some(({ start }) => start === index);
  });
  return level < 0 || index === 0 ? [] : [`\\cmidrule(l){${level + 2}-${columns}}`];
}

function rowLabel(
  row: TableRow,
  text: string,
  level: number,
  spans: readonly (readonly Span[])[],
  index: number,
): string {
  const escaped = escapeLatex(text) + (level === spans.length - 1 ? citation(row) : '');
  const length = spans[level]?.find(({ start }) => start === index)?.length ?? 1;
  return length > 1 && escaped !== '' ? `\\multirow{${length}}{*}{${escaped}}` : escaped;
}

function citation(line: TableLine): string {
  if (line.source === undefined) return '';
  const key = citationOf(line);
  return key === undefined ? ` ${escapeLatex(literatureSign)}` : `~\\cite{${key}}`;
}

function digestsOf({ cells }: TableRow): string {
  return [...new Set(cells.flatMap(({ sources }) => sources))].join(' ') || 'no scores';
}

/** The line break `\\` before a row, and \toprule, take a following `[` or `*` for an argument; braces stop that. */
function tableLine(cells: readonly string[]): string {
  return `${cells.join(' & ').replace(/^(?=[[*])/, '{}')} \\\\`;
}

function latexCell({ shown, mark, kind }: TableCell): string {
  if (shown === dash) return '--';
  // A hyphen is no minus sign.
  const text = escapeLatex(kind === 'text' ? shown : shown.replace(/^-(?=\d)/, '−'));
  if (mark === 'best') return `\\textbf{${text}}`;
  return mark === 'second' ? `\\underline{${text}}` : text;
}

function notesLines(table: Table): string[] {
  if (table.notes.length === 0) return [];
  const keys = citationsIn(table);
  const notes = table.notes.map((note) => citingLatex(note, keys));
  return ['', '  \\smallskip', `  {\\raggedright\\footnotesize ${notes.join('\n  ')}\\par}`];
}
