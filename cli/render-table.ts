import { tableFormats } from '../table/formats.ts';
import type { Table } from '../table/table.ts';
import { renderTerminal } from '../table/terminal.ts';
import type { Terminal } from './terminal.ts';

/** How a table can be printed. */
export type TableFormat = 'terminal' | keyof typeof tableFormats;

/** A table as text in the format asked for. */
export function renderTable(table: Table, format: TableFormat, terminal: Terminal): string {
  return format === 'terminal' ? renderTerminal(table, terminal.colours) : tableFormats[format].render(table);
}
