import type { Digest } from '../plan/digest.ts';
import type { Table, TableCell } from './table.ts';

/** What is no longer as it was in a table that was computed again. */
export interface TableDifference {
  /** `row u2a, column complete`; `rows`, `columns`, `caption`, `note` for what is no cell. */
  readonly place: string;
  /** Names of row and column, of a cell. */
  readonly row?: string;
  readonly column?: string;
  /** What a cell shows, with the fields that differ where it shows the same; the text of anything else; `nothing`. */
  readonly before: string;
  readonly after: string;
  /** Artifacts of scores that the cell was not made of before. */
  readonly sources: readonly Digest[];
}

const nothing = 'nothing';

/**
 * Every difference between a committed table and the same one computed again, cells first, in the order of the
 * recomputed table. Rows and columns are the same when they have the same name. None: the tables are equal.
 */
export function differencesOf(committed: Table, recomputed: Table): readonly TableDifference[] {
  return [
    ...cellDifferences(committed, recomputed),
    ...headerDifferences(committed, recomputed),
    ...noteDifferences(committed.notes, recomputed.notes),
  ];
}

function cellDifferences(committed: Table, recomputed: Table): TableDifference[] {
  const [before, after] = [cellsByPlace(committed), cellsByPlace(recomputed)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    if (equal(old?.cell, now?.cell)) return [];
    const { row, column } = now ?? old ?? { row: '', column: '' };
    const known = new Set(old?.cell.sources);
    const sources = (now?.cell.sources ?? []).filter((digest) => !known.has(digest));
    const texts = { before: cellText(old?.cell, now?.cell), after: cellText(now?.cell, old?.cell) };
    return [{ place: `row ${row}, column ${column}`, row, column, ...texts, sources }];
  });
}

interface PlacedCell {
  readonly row: string;
  readonly column: string;
  readonly cell: TableCell;
}

function cellsByPlace({ rows, columns }: Table): Map<string, PlacedCell> {
  return new Map(
    rows.flatMap((row) =>
      row.cells.map((cell, index) => {
        const column = columns[index]?.name ?? '';
        return [JSON.stringify([row.name, column]), { row: row.name, column, cell }] as const;
      }),
    ),
  );
}

/** What a cell shows; where the other shows the same, the fields in which they differ stand behind it. */
function cellText(cell: TableCell | undefined, other: TableCell | undefined): string {
  if (cell === undefined) return nothing;
  if (cell.shown !== other?.shown) return cell.shown;
  const [own, others] = [new Map(Object.entries(cell)), new Map(Object.entries(other))];
  const differing = [...new Set([...own.keys(), ...others.keys()])]
    .filter((field) => !equal(own.get(field), others.get(field)))
    .sort();
  const fields = differing.map((field) => `${field} ${canonical(own.get(field)) ?? nothing}`);
  return `${cell.shown} (${fields.join('; ')})`;
}

function headerDifferences(committed: Table, recomputed: Table): TableDifference[] {
  const [before, after] = [partsOf(committed), partsOf(recomputed)];
  return Object.entries(after).flatMap(([place, now]) => {
    const old = before[place];
    return equal(old, now) ? [] : [{ place, before: partText(old), after: partText(now), sources: [] }];
  });
}

function partsOf({ rows, columns, notes: _notes, ...rest }: Table): { readonly [part: string]: unknown } {
  return { ...rest, rows: rows.map(({ cells: _cells, ...line }) => line), columns };
}

function partText(part: unknown): string {
  return typeof part === 'string' ? part : (canonical(part) ?? nothing);
}

function noteDifferences(before: readonly string[], after: readonly string[]): TableDifference[] {
  const gone = before.filter((note) => !after.includes(note));
  const come = after.filter((note) => !before.includes(note));
  if (gone.length + come.length === 0 && !equal(before, after)) {
    return [{ place: 'order of notes', before: before.join(' '), after: after.join(' '), sources: [] }];
  }
  return [
    ...gone.map((note) => ({ place: 'note', before: note, after: nothing, sources: [] })),
    ...come.map((note) => ({ place: 'note', before: nothing, after: note, sources: [] })),
  ];
}

function equal(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with sorted names; undefined for undefined. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
