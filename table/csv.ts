import { csvText, numeral } from './csv-text.ts';
import type { Table, TableCell, TableLine } from './table.ts';

const header = [
  'row',
  'row label',
  'column',
  'column label',
  'kind',
  'what',
  'value',
  'spread',
  'n',
  'asked',
  'values',
  'shown',
  'mark',
  'expected',
  'as expected',
  'sources',
];

/**
 * One record per cell, for other programs: RFC 4180 (CRLF, quotes doubled). Numbers are unrounded; an absent one is
 * empty. The levels of a label are separated by ` / `, `values` and the digests in `sources` by blanks; literature
 * states its source.
 */
export function renderCsv(table: Table): string {
  const records = table.rows.flatMap((row) =>
    row.cells.map((cell, index) => recordOf(row, table.columns[index] ?? { name: '', label: [] }, cell)),
  );
  return csvText(header, records);
}

function recordOf(row: TableLine, column: TableLine, cell: TableCell): string[] {
  return [
    row.name,
    row.label.join(' / '),
    column.name,
    column.label.join(' / '),
    cell.kind,
    cell.what ?? '',
    numeral(cell.value),
    numeral(cell.spread),
    String(cell.n),
    String(cell.asked),
    cell.values.map(String).join(' '),
    cell.shown,
    cell.mark ?? '',
    numeral(cell.expected?.value ?? null),
    cell.expected === undefined ? '' : String(cell.expected.holds),
    cell.kind === 'literature' ? (row.source ?? column.source ?? '') : cell.sources.join(' '),
  ];
}
