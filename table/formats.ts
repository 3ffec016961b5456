import { renderCsv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderLatex } from './latex.ts';
import { renderMarkdown } from './markdown.ts';
import type { Table } from './table.ts';

/** The formats of a table's files by name: how a file ends, and what makes its text. */
export const tableFormats = {
  markdown: { suffix: 'md', render: renderMarkdown },
  latex: { suffix: 'tex', render: renderLatex },
  csv: { suffix: 'csv', render: renderCsv },
  html: { suffix: 'html', render: renderHtml },
  json: { suffix: 'json', render: renderJson },
} as const satisfies {
  readonly [format: string]: { readonly suffix: string; readonly render: (table: Table) => string };
};
