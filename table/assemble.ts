import { failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { CellParams, TabulateParams } from '../plan/params.ts';
import { shortDigest } from './availability-note.ts';
import { comparisonNotes } from './compare.ts';
import { rankMatrix } from './emphasis.ts';
import { type Kind, kindsOf } from './kind.ts';
import { notesOf } from './notes.ts';
import { quantityText, readQuantity } from './number-text.ts';
import { type RunCell, type RunScores, runCell } from './run-cell.ts';
import { dash, type Mark, type Table, type TableCell } from './table.ts';

export { describeRun, type RunScores } from './run-cell.ts';

/**
 * The table that `params` describes, from the scores of each of `params.runs`, in the same order. Every cell is made
 * of the runs that it names and of nothing else; a run without scores leaves its cells partial. `digest` is that of
 * params and scores together, and stands in the notes. Throws LAC7201, LAC7202 and LAC7207.
 */
export function assemble(params: TabulateParams, scores: readonly RunScores[], digest?: Digest): Table {
  if (scores.length !== params.runs.length) {
    throw failure('LAC9001', {
      what: `${scores.length} score files for ${params.runs.length} runs of table "${params.name}"`,
    });
  }
  const made = params.cells.map((row, r) =>
    row.map((cell, c) => {
      const place = { row: params.rows[r]?.name ?? '', column: params.columns[c]?.name ?? '' };
      return cell.kind === 'runs' ? runCell(params, cell, place, scores) : constantCell(cell);
    }),
  );
  const kinds = kindsOf(params, scores);
  const marks = marksOf(made, kinds, params.emphasis);
  const rows = params.rows.map((line, r) => ({
    ...line,
    cells: (made[r] ?? []).map(({ cell }, c) => ({ ...cell, mark: marks[r]?.[c] ?? null })),
  }));
  const { name, caption, rowHeaders, columns } = params;
  const table: Omit<Table, 'notes'> = { version: 2, name, caption, rowHeaders, columns, rows };
  return {
    ...table,
    notes: [
      ...notesOf(table, params, scores),
      ...comparisonNotes(params, made, kinds),
      ...(digest === undefined
        ? []
        : [`Options and scores of this table, by digest: ${shortDigest(digest)}.`]),
    ],
  };
}

function constantCell(cell: Exclude<CellParams, { kind: 'runs' }>): RunCell {
  const empty = { values: [], n: 0, asked: 0, value: null, spread: null, mark: null, sources: [] };
  const of = (rest: Pick<TableCell, 'kind' | 'shown'> & Partial<TableCell>): RunCell => ({
    numbers: [],
    cell: { ...empty, ...rest },
  });
  if (cell.kind === 'none') return of({ kind: 'none', shown: dash });
  if (cell.kind === 'text') return of({ kind: 'text', shown: cell.text });
  const { value, mark = '', digits } = cell;
  const quantity = typeof value === 'number' ? { value, spread: null } : readQuantity(value);
  const text = typeof value === 'number' ? quantityText(quantity, digits) : value;
  return of({ kind: 'literature', ...quantity, shown: text + mark, ...(mark !== '' && { sign: mark }) });
}

function marksOf(
  made: readonly (readonly RunCell[])[],
  kinds: readonly (readonly Kind[])[],
  { best, second, per }: TabulateParams['emphasis'],
): Mark[][] {
  const numbers = made.map((row, r) =>
    row.map(({ cell }, c) => ({
      shown: cell.value === null ? null : Number.parseFloat(cell.shown),
      kind: kinds[r]?.[c] ?? { key: '', better: 'neither' as const },
    })),
  );
  const isWanted = { best: best !== 'none', second: second !== 'none' };
  return rankMatrix(numbers, per).map((row) =>
    row.map((mark) => (mark !== null && isWanted[mark] ? mark : null)),
  );
}
