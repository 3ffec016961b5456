import type { TabulateParams } from '../plan/params.ts';
import { best, interval95, mean, median, sampleSd } from '../score/aggregate.ts';
import { dash } from './table.ts';

/** A number and what stands after ±, both unrounded; null where there is none. */
export interface Quantity {
  readonly value: number | null;
  readonly spread: number | null;
}

/** The values of the runs of a cell as one quantity; of no values there is none. */
export function combine(
  values: readonly number[],
  aggregate: TabulateParams['aggregate'],
  isLowerBetter: boolean,
): Quantity {
  if (values.length === 0) return { value: null, spread: null };
  switch (aggregate) {
    case 'mean±sd':
      return { value: mean(values), spread: sampleSd(values) ?? null };
    case 'mean±ci95':
      return { value: mean(values), spread: interval95(values) ?? null };
    case 'mean':
      return { value: mean(values), spread: null };
    case 'median':
      return { value: median(values), spread: null };
    case 'best':
      return { value: best(values, isLowerBetter), spread: null };
  }
}

/** `76.12 ± 0.34`, `76.12`, or a dash. */
export function quantityText({ value, spread }: Quantity, digits: number): string {
  if (value === null) return dash;
  const number = fixed(value, digits);
  return spread === null ? number : `${number} ± ${fixed(spread, digits)}`;
}

/** What a text from elsewhere says in numbers: `85.5` and `60.21 ± 0.40` are quantities, other texts are not. */
export function readQuantity(text: string): Quantity {
  const [, value, spread] = /^([-+]?\d+(?:\.\d+)?)(?:\s*±\s*(\d+(?:\.\d+)?))?$/.exec(text.trim()) ?? [];
  if (value === undefined) return { value: null, spread: null };
  return { value: Number(value), spread: spread === undefined ? null : Number(spread) };
}

/** `toFixed`, without the minus sign of a zero. */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text;
}
