import type { Mark } from './table.ts';

/**
 * Ranks numbers that were rounded as they are shown, so that no mark contradicts what a reader sees: equal
 * numbers share a mark, `second` is the next distinct number. A number without a rival has no mark.
 */
export function rank(numbers: readonly (number | null)[]): Mark[] {
  const present = numbers.filter((value) => value !== null);
  if (present.length < 2) return numbers.map(() => null);
  const [best, second] = [...new Set(present)].sort((a, b) => b - a);
  return numbers.map((value) => {
    if (value === null) return null;
    if (value === best) return 'best';
    return value === second ? 'second' : null;
  });
}

/** `rank` within each column or within each row of a matrix (rows x columns). */
export function rankMatrix(matrix: readonly (readonly (number | null)[])[], per: 'column' | 'row'): Mark[][] {
  return per === 'row' ? matrix.map(rank) : transpose(transpose(matrix).map(rank));
}

function transpose<T>(matrix: readonly (readonly T[])[]): T[][] {
  const width = matrix[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => matrix.flatMap((row) => row.slice(column, column + 1)));
}
