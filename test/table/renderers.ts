import { renderCsv } from '../../table/csv.ts';
import { renderHtml } from '../../table/html.ts';
import { renderJson } from '../../table/json.ts';
import { renderLatex } from '../../table/latex.ts';
import { renderMarkdown } from '../../table/markdown.ts';
import type { Table } from '../../table/table.ts';
import { renderTerminal } from '../../table/terminal.ts';

/** Every format by the ending of its files. */
export const renderers: readonly (readonly [string, (table: Table) => string])[] = [
  ['md', renderMarkdown],
  ['tex', renderLatex],
  ['csv', renderCsv],
  ['json', renderJson],
  ['html', renderHtml],
  ['txt', renderTerminal],
];
