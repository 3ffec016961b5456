import { quantileOfT } from './student-t.ts';

/** Arithmetic mean of at least one value. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation, divisor n - 1; undefined for fewer than two values, which have no spread. */
export function sampleSd(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** The middle one of at least one value, the mean of the middle two of an even number. */
export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/**
 * The value below which a `share`, 0..1, of at least one ascending value lies, in straight lines between neighbours
 * (definition 7 of Hyndman & Fan, "Sample quantiles in statistical packages", 1996, as NumPy has it).
 */
export function quantile(ascending: ArrayLike<number>, share: number): number {
  const position = share * (ascending.length - 1);
  const below = Math.floor(position);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? Number.NaN;
  return low + (high - low) * (position - below);
}

/**
 * Half of the width of the 95 % interval of the mean, t(0.975, n - 1) sd / sqrt(n), for values that are normally
 * distributed; undefined for fewer than two values, which have no spread.
 */
export function interval95(values: readonly number[]): number | undefined {
  const sd = sampleSd(values);
  if (sd === undefined) return undefined;
  return (quantileOfT(0.975, values.length - 1) * sd) / Math.sqrt(values.length);
}

/** The highest of at least one value, or the lowest where `lowerIsBetter`. */
export function best(values: readonly number[], lowerIsBetter = false): number {
  return lowerIsBetter ? Math.min(...values) : Math.max(...values);
}
