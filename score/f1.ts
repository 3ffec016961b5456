import { at } from './predictions.ts';

/** True positives, false positives and false negatives of one class, or of several added up. */
export interface Counts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

/** Counts of each class over all rows of predicted and true sets, both 0 and 1 [rows, classes]. */
export function countSets(predicted: ArrayLike<number>, truth: ArrayLike<number>, classes: number): Counts[] {
  const rows = truth.length / classes;
  return range(classes).map((column) => count(predicted, truth, column, classes, rows));
}

/** The same of one predicted and one true class for each row: a miss is false for both. */
export function countLabels(
  predicted: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): Counts[] {
  const hits = new Float64Array(classes);
  const guesses = new Float64Array(classes);
  const members = new Float64Array(classes);
  for (let row = 0; row < labels.length; row += 1) {
    const [guess, label] = [at(predicted, row), at(labels, row)];
    guesses[guess] = at(guesses, guess) + 1;
    members[label] = at(members, label) + 1;
    if (guess === label) hits[label] = at(hits, label) + 1;
  }
  return range(classes).map((column) => ({
    truePositives: at(hits, column),
    falsePositives: at(guesses, column) - at(hits, column),
    falseNegatives: at(members, column) - at(hits, column),
  }));
}

/** F1 of one class, 0..1; 0 where nothing is true and nothing predicted (scikit-learn's `zero_division=0`). */
export function f1({ truePositives, falsePositives, falseNegatives }: Counts): number {
  const denominator = 2 * truePositives + falsePositives + falseNegatives;
  return denominator === 0 ? 0 : (2 * truePositives) / denominator;
}

/** Share of the rows of a class that are predicted to be of it; 0 where there is none. */
export function recall(counts: Counts): number {
  const support = supportOf(counts);
  return support === 0 ? 0 : counts.truePositives / support;
}

/** Mean over all classes, those that do not occur too. */
export function macroF1(counts: readonly Counts[]): number {
  return sum(counts.map(f1)) / counts.length;
}

/** F1 of the counts of all classes added up. */
export function microF1(counts: readonly Counts[]): number {
  return f1({
    truePositives: sum(counts.map(({ truePositives }) => truePositives)),
    falsePositives: sum(counts.map(({ falsePositives }) => falsePositives)),
    falseNegatives: sum(counts.map(({ falseNegatives }) => falseNegatives)),
  });
}

/** Mean over classes, weighted by how many rows are of each. */
export function weightedF1(counts: readonly Counts[]): number {
  const support = sum(counts.map(supportOf));
  return support === 0 ? 0 : sum(counts.map((one) => f1(one) * supportOf(one))) / support;
}

/** Mean over rows of the F1 of the sets of each. */
export function samplesF1(predicted: ArrayLike<number>, truth: ArrayLike<number>, classes: number): number {
  const rows = truth.length / classes;
  return sum(range(rows).map((row) => f1(count(predicted, truth, row * classes, 1, classes)))) / rows;
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

function supportOf({ truePositives, falseNegatives }: Counts): number {
  return truePositives + falseNegatives;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
