/** One measured number. `value` of accuracy and F1 is in percent, unrounded; `n` counts samples. */
export interface Score {
  readonly cell: string;
  readonly metric: string;
  readonly value: number;
  readonly n: number;
}
