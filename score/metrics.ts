/** A measure of single-label predictions, by the name that pipelines use. */
export type Metric = 'accuracy' | 'f1-macro';

/** True positives, false positives and false negatives of one class, or of several added up. */
interface Counts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** The F1 scores of a set of predictions, each in 0..1. `samples` averages over rows, `weighted` by support. */
export interface F1Scores {
  readonly micro: number;
  readonly macro: number;
  readonly samples: number;
  readonly weighted: number;
  readonly perClass: readonly number[];
}

/** Which of `classes` columns is largest in each row of `logits` [rows, classes]; a tie goes to the lowest index. */
export function predictClasses(logits: ArrayLike<number>, classes: number): Int32Array {
  const rows = logits.length / classes;
  return Int32Array.from({ length: rows }, (_, row) => {
    let best = 0;
    for (let column = 1; column < classes; column += 1) {
      if (at(logits, row * classes + column) > at(logits, row * classes + best)) best = column;
    }
    return best;
  });
}

/** Rows of 0 and 1 [rows, classes]: class present when its logit is at least 0, that is, probability at least 0.5. */
export function predictSets(logits: ArrayLike<number>): Uint8Array {
  return Uint8Array.from({ length: logits.length }, (_, index) => (at(logits, index) >= 0 ? 1 : 0));
}

/** The same as `predictSets` for known classes: one 1 per row. */
export function oneHot(labels: ArrayLike<number>, classes: number): Uint8Array {
  const sets = new Uint8Array(labels.length * classes);
  for (let row = 0; row < labels.length; row += 1) sets[row * classes + at(labels, row)] = 1;
  return sets;
}

/** Share of rows, 0..1, whose largest logit is the label's. */
export function accuracy(logits: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  const predicted = predictClasses(logits, classes);
  const correct = predicted.reduce((sum, column, row) => sum + (column === at(labels, row) ? 1 : 0), 0);
  return correct / predicted.length;
}

/**
 * F1 of predicted against true sets, both rows of 0 and 1 [rows, classes]. Counts are added up over all rows
 * first; a score whose denominator is zero is 0, also inside the averages (scikit-learn's `zero_division=0`).
 */
export function f1Scores(predicted: ArrayLike<number>, truth: ArrayLike<number>, classes: number): F1Scores {
  const rows = truth.length / classes;
  const columns = range(classes).map((column) => count(predicted, truth, column, classes, rows));
  const lines = range(rows).map((row) => count(predicted, truth, row * classes, 1, classes));
  const perClass = columns.map(f1);
  const supports = columns.map((counts) => counts.truePositives + counts.falseNegatives);
  const support = sum(supports);
  return {
    micro: f1(columns.reduce(add)),
    macro: sum(perClass) / classes,
    samples: sum(lines.map(f1)) / rows,
    weighted:
      support === 0 ? 0 : sum(perClass.map((value, column) => value * at(supports, column))) / support,
    perClass,
  };
}

/** One metric of single-label logits [rows, classes], in percent and unrounded. */
export function measure(
  metric: Metric,
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number {
  if (metric === 'accuracy') return 100 * accuracy(logits, labels, classes);
  const predicted = oneHot(predictClasses(logits, classes), classes);
  return 100 * f1Scores(predicted, oneHot(labels, classes), classes).macro;
}

function count(
  predicted: ArrayLike<number>,
  truth: ArrayLike<number>,
  start: number,
  stride: number,
  length: number,
): Counts {
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (let step = 0; step < length; step += 1) {
    const isPredicted = at(predicted, start + step * stride) === 1;
    const isTrue = at(truth, start + step * stride) === 1;
    if (isPredicted && isTrue) truePositives += 1;
    else if (isPredicted) falsePositives += 1;
    else if (isTrue) falseNegatives += 1;
  }
  return { truePositives, falsePositives, falseNegatives };
}

function add(a: Counts, b: Counts): Counts {
  return {
    truePositives: a.truePositives + b.truePositives,
    falsePositives: a.falsePositives + b.falsePositives,
    falseNegatives: a.falseNegatives + b.falseNegatives,
  };
}

function f1(counts: Counts): number {
  const denominator = 2 * counts.truePositives + counts.falsePositives + counts.falseNegatives;
  return denominator === 0 ? 0 : (2 * counts.truePositives) / denominator;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** Indices come from loops over the same arrays, so a missing value is NaN and never silently zero. */
function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? Number.NaN;
}
