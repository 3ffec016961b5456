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

/** Probabilities of exclusive classes, each row of `logits` [rows, classes] by itself. */
export function softmax(logits: ArrayLike<number>, classes: number): Float64Array {
  const probabilities = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += classes) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let place = start; place < start + classes; place += 1)
      largest = Math.max(largest, at(logits, place));
    let total = 0;
    for (let place = start; place < start + classes; place += 1) {
      const weight = Math.exp(at(logits, place) - largest);
      probabilities[place] = weight;
      total += weight;
    }
    for (let place = start; place < start + classes; place += 1)
      probabilities[place] = at(probabilities, place) / total;
  }
  return probabilities;
}

/** Probability of each class by itself. */
export function sigmoid(logits: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: logits.length }, (_, index) => 1 / (1 + Math.exp(-at(logits, index))));
}

/** Indices come from loops over the same arrays, so a missing value is NaN and never silently zero. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? Number.NaN;
}
