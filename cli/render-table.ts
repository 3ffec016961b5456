import { renderCsv } from '../table/csv.ts';
import { renderHtml } from '../table/html.ts';
import { renderJson } from '../table/json.ts';
import { renderLatex } from '../table/latex.ts';
import { renderMarkdown } from '../table/markdown.ts';
import type { Table } from '../table/table.ts';
import { renderTerminal } from '../table/terminal.ts';
import type { Terminal } from './terminal.ts';

const renderers = {
  markdown: renderMarkdown,
  latex: renderLatex,
  csv: renderCsv,
  json: renderJson,
  html: renderHtml,
} as const;

/** How a table can be printed. */
export type TableFormat = 'terminal' | keyof typeof renderers;

/** A table as text in the format asked for. */
export function renderTable(table: Table, format: TableFormat, terminal: Terminal): string {
  return format === 'terminal' ? renderTerminal(table, terminal.colours) : renderers[format](table);
}
