import type { Table, TableCell } from './table.ts';

interface Met {
  readonly place: string;
  readonly shown: string;
  readonly difference: number;
  readonly holds: boolean;
}

/**
 * How many numbers came out as expected, and the one that is furthest off, whether or not it is within the tolerance;
 * numbers that are not there yet are counted apart.
 */
export function expectationNotes(table: Pick<Table, 'rows' | 'columns'>, tolerance: number): string[] {
  const expected = table.rows.flatMap(({ name, cells }) =>
    cells.flatMap((cell, column) =>
      cell.expected ? [{ cell, place: `${name}, ${table.columns[column]?.name ?? ''}` }] : [],
    ),
  );
  if (expected.length === 0) return [];
  const met = expected.flatMap(({ cell, place }) => meeting(cell, place));
  const absent = expected.length - met.length;
  const open =
    absent === 0 ? [] : [`${absent} expected ${absent === 1 ? 'number is' : 'numbers are'} not there yet.`];
  const furthest = met.reduce<Met | undefined>(
    (far, next) => (far && Math.abs(far.difference) >= Math.abs(next.difference) ? far : next),
    undefined,
  );
  if (furthest === undefined) return open;
  const within = met.filter(({ holds }) => holds).length;
  return [
    `${within} of ${met.length} numbers within ${points(tolerance)} of the expected number; ` +
      `largest difference ${furthest.shown} (${furthest.place}).`,
    ...open,
  ];
}

/** The difference of what is shown, so that a reader can check it. */
function meeting({ expected, value, shown }: TableCell, place: string): Met[] {
  if (expected === undefined || value === null) return [];
  const [number = '', decimals = ''] = /^-?\d+(?:\.(\d+))?/.exec(shown) ?? [];
  const difference = Number(number) - expected.value;
  const digits = Math.max(decimals.length, decimalsOf(expected.value));
  const sign = difference > 0 ? '+' : '';
  return [{ place, difference, holds: expected.holds, shown: sign + difference.toFixed(digits) }];
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

function points(tolerance: number): string {
  return tolerance === 1 ? '1 point' : `${tolerance} points`;
}
