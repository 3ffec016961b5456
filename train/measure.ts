import type { MetricName } from '../schemas/generated/resolved.ts';
import { f1Scores, measure, predictSets } from '../score/metrics.ts';
import type { Samples } from './samples.ts';

/**
 * One metric of scores [rows, classes] on some rows of a dataset, in percent. Where samples have several classes,
 * `accuracy` is the share of rows whose set of classes is predicted exactly.
 */
export function measureRows(
  metric: MetricName,
  scores: ArrayLike<number>,
  samples: Samples,
  rows: readonly number[],
): number {
  const { classes, multiLabel, samples: all } = samples.dataset;
  if (!multiLabel) {
    const labels = rows.map((row) => all[row]?.label ?? -1);
    return measure(metric, scores, labels, classes.length);
  }
  const [predicted, truth] = [predictSets(scores), samples.labelSets(rows)];
  if (metric === 'f1-macro') return 100 * f1Scores(predicted, truth, classes.length).macro;
  const isExact = (index: number) =>
    classes.every((_, column) => {
      const at = index * classes.length + column;
      return predicted[at] === truth[at];
    });
  return (100 * rows.filter((_, index) => isExact(index)).length) / rows.length;
}
