import { measure, type Truth } from '../score/metrics.ts';
import type { Samples } from './samples.ts';

/**
 * One metric of scores [rows, classes] on some rows of a dataset, in percent; NaN where it is undefined. Metrics by
 * class have no single number and are not for this.
 */
export function measureRows(
  metric: string,
  scores: Float32Array,
  samples: Samples,
  rows: readonly number[],
): number {
  const { classes } = samples.dataset;
  const [measured] = measure(metric, { logits: scores, truth: truthOf(samples, rows), classes });
  return measured?.value ?? Number.NaN;
}

function truthOf(samples: Samples, rows: readonly number[]): Truth {
  const { multiLabel, samples: all } = samples.dataset;
  if (multiLabel) return { kind: 'sets', sets: samples.labelSets(rows) };
  return { kind: 'label', labels: rows.map((row) => all[row]?.label ?? -1) };
}
