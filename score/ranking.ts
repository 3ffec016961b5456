import { at } from './predictions.ts';

/** What a class is given in the rows that are of it, and in the others; each ascending. */
interface Split {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}

/**
 * Area under the ROC curve of each column of `scores` [rows, classes] against `truth` (0 and 1, the same shape), 0..1:
 * how often a row of the class scores higher than one that is not, an equal score counting half (Mann & Whitney,
 * 1947). NaN where all rows are of the class or none is.
 */
export function rocAreas(scores: ArrayLike<number>, truth: ArrayLike<number>, classes: number): number[] {
  return Array.from({ length: classes }, (_, column) => rocArea(split(scores, truth, column, classes)));
}

/**
 * Average precision of each column, 0..1: the precision at each distinct score, weighted by the recall it adds, without
 * interpolation (scikit-learn's `average_precision_score`). NaN where no row is of the class.
 */
export function averagePrecisions(
  scores: ArrayLike<number>,
  truth: ArrayLike<number>,
  classes: number,
): number[] {
  return Array.from({ length: classes }, (_, column) =>
    averagePrecision(split(scores, truth, column, classes)),
  );
}

function rocArea({ positives, negatives }: Split): number {
  // Twice the number of pairs in order: whole, and so exact.
  let twiceInOrder = 0;
  let [lower, upTo] = [0, 0];
  for (const score of positives) {
    while (at(negatives, lower) < score) lower += 1;
    while (at(negatives, upTo) <= score) upTo += 1;
    twiceInOrder += lower + upTo;
  }
  return twiceInOrder / (2 * positives.length * negatives.length);
}

function averagePrecision({ positives, negatives }: Split): number {
  let area = 0;
  let [positive, negative] = [positives.length, negatives.length];
  while (positive > 0) {
    const threshold = at(positives, positive - 1);
    const before = positive;
    // The first goes in any case, so that even a score that equals nothing, NaN, comes to an end.
    do positive -= 1;
    while (at(positives, positive - 1) === threshold);
    while (at(negatives, negative - 1) >= threshold) negative -= 1;
    const found = positives.length - positive;
    area += ((before - positive) * found) / (found + negatives.length - negative);
  }
  return area / positives.length;
}

function split(scores: ArrayLike<number>, truth: ArrayLike<number>, column: number, classes: number): Split {
  const rows = truth.length / classes;
  const [positives, negatives] = [new Float64Array(rows), new Float64Array(rows)];
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const place = row * classes + column;
    if (at(truth, place) === 1) positives[count++] = at(scores, place);
    else negatives[row - count] = at(scores, place);
  }
  return {
    positives: positives.subarray(0, count).sort(),
    negatives: negatives.subarray(0, rows - count).sort(),
  };
}
