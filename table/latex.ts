import { dash, rowLabel, type Table, type TableCell, type TableRow } from './table.ts';
import { oneLine } from './text-width.ts';

/**
 * A floating `table` for the package booktabs, ready for `\input`. Best is bold, second underlined; a comment
 * before each row names the artifacts or the source that its numbers come from.
 */
export function renderLatex(table: Table): string {
  const header = [table.rowHeader, ...table.columns.map(({ label }) => label)].map(escapeLatex);
  const runs = table.rows.filter(({ kind }) => kind === 'run');
  const literature = table.rows.filter(({ kind }) => kind === 'literature');
  const groups = [runs, literature].filter((rows) => rows.length > 0);
  const lines = [
    `% Table ${oneLine(table.name)}, written by Lacuna; needs \\usepackage{booktabs}. Change the pipeline, not this file.`,
    '\\begin{table}[t]',
    '  \\centering',
    `  \\caption{${escapeLatex(table.caption)}}`,
    `  \\label{tab:${table.name.replace(/[^A-Za-z0-9:._-]/g, '-')}}`,
    `  \\begin{tabular}{l${'r'.repeat(table.columns.length)}}`,
    '    \\toprule',
    `    ${tableLine(header)}`,
    ...groups.flatMap((rows) => ['    \\midrule', ...rows.flatMap(rowLines)]),
    '    \\bottomrule',
    '  \\end{tabular}',
    ...notesLines(table.notes),
    '\\end{table}',
  ];
  return `${lines.join('\n')}\n`;
}

/** One line in which every character that TeX treats specially prints as itself, in text mode. */
export function escapeLatex(text: string): string {
  return oneLine(text).replace(/[\\{}$&#%_~^<>|±†]/g, (character) => escapes[character] ?? character);
}

/* The ten special characters; the three that the old text encoding prints as others; and what cells hold. */
const escapes: { readonly [character: string]: string } = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '±': '$\\pm$',
  '†': '\\textdagger{}',
};

function rowLines(row: TableRow): string[] {
  const from = row.kind === 'literature' ? `literature, ${oneLine(row.source)}` : digestsOf(row);
  return [
    `    % ${oneLine(row.label)}: ${from}`,
    `    ${tableLine([escapeLatex(rowLabel(row)), ...row.cells.map(latexCell)])}`,
  ];
}

function digestsOf({ cells }: TableRow): string {
  return [...new Set(cells.flatMap(({ sources }) => sources))].join(' ') || 'no scores';
}

/** The line break `\\` before a row, and \toprule, take a following `[` or `*` for an argument; braces stop that. */
function tableLine(cells: readonly string[]): string {
  return `${cells.join(' & ').replace(/^(?=[[*])/, '{}')} \\\\`;
}

function latexCell({ shown, mark }: TableCell): string {
  if (shown === dash) return '--';
  if (mark === 'best') return `\\textbf{${escapeLatex(shown)}}`;
  return mark === 'second' ? `\\underline{${escapeLatex(shown)}}` : escapeLatex(shown);
}

function notesLines(notes: readonly string[]): string[] {
  return ['', '  \\smallskip', `  {\\footnotesize ${notes.map(escapeLatex).join('\n  ')}\\par}`];
}
