import type { Kind } from './kind.ts';
import type { Mark } from './table.ts';

/** A number as it is shown, and what it is compared with: numbers of equal `kind` only. */
export interface Ranked {
  readonly shown: number | null;
  readonly kind: Kind;
}

/**
 * Ranks numbers that were rounded as they are shown, so that no mark contradicts what a reader sees: equal
 * numbers share a mark, `second` is the next distinct number. A number without a rival of its kind has no mark.
 */
export function rank(numbers: readonly Ranked[]): Mark[] {
  const orders = new Map<string, { readonly count: number; readonly distinct: readonly number[] }>();
  for (const { kind } of numbers) {
    const rivals = numbers.flatMap(({ shown, kind: { key } }) => (key === kind.key ? (shown ?? []) : []));
    const sign = kind.better === 'lower' ? 1 : -1;
    orders.set(kind.key, {
      count: rivals.length,
      distinct: [...new Set(rivals)].sort((a, b) => sign * (a - b)),
    });
  }
  return numbers.map(({ shown, kind }) => {
    const order = orders.get(kind.key);
    if (shown === null || kind.better === 'neither' || order === undefined || order.count < 2) return null;
    if (shown === order.distinct[0]) return 'best';
    return shown === order.distinct[1] ? 'second' : null;
  });
}

/** `rank` within each column or within each row of a matrix (rows x columns). */
export function rankMatrix(matrix: readonly (readonly Ranked[])[], per: 'column' | 'row'): Mark[][] {
  return per === 'row' ? matrix.map(rank) : transpose(transpose(matrix).map(rank));
}

function transpose<T>(matrix: readonly (readonly T[])[]): T[][] {
  const width = matrix[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => matrix.flatMap((row) => row.slice(column, column + 1)));
}
