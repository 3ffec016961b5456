import type { Table } from './table.ts';

const header = ['row', 'kind', 'column', 'metric', 'mean', 'sd', 'n', 'values', 'shown', 'sources'];

/**
 * One record per cell, for other programs: RFC 4180 (CRLF, quotes doubled). Numbers are unrounded; an absent
 * one is empty. `values` and the digests in `sources` are separated by blanks; literature states its source.
 */
export function renderCsv(table: Table): string {
  const records = table.rows.flatMap((row) =>
    row.cells.map((cell, index) => [
      row.label,
      row.kind,
      table.columns[index]?.name ?? '',
      table.metric,
      numeral(cell.mean),
      numeral(cell.sd),
      String(cell.n),
      cell.values.map(String).join(' '),
      cell.shown,
      row.kind === 'literature' ? row.source : cell.sources.join(' '),
    ]),
  );
  return [header, ...records].map((record) => `${record.map(quote).join(',')}\r\n`).join('');
}

function numeral(value: number | null): string {
  return value === null ? '' : String(value);
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
