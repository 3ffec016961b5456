import type { SubsetCell } from '../grid/cells.ts';
import { tf } from '../model/backend.ts';
import type { Design } from '../model/design.ts';
import type { Learnable } from '../model/parameters.ts';
import { availableTo, type Features, tokensOfSet } from './features.ts';
import { predict } from './predict.ts';

/** Rows that are fused at once: enough to be fast, few enough that their tokens fit beside those of the split. */
const rowsAtOnce = 2048;

/**
 * Scores [rows, classes] of all rows as if each had exactly a set of modalities. What they are for a row that came
 * without one of the set means nothing.
 */
export function setLogits(
  design: Design,
  learnable: Learnable,
  features: Features,
  set: Pick<SubsetCell, 'available'>,
  severalLabels = false,
): Float32Array {
  const available = availableTo(design, set);
  const scores = new Float32Array(features.rows * design.classes);
  for (let from = 0; from < features.rows; from += rowsAtOnce) {
    const to = Math.min(from + rowsAtOnce, features.rows);
    const selected = available.map((has) => new Array<number>(to - from).fill(has));
    const values = tf.tidy(() => {
      const tokens = tokensOfSet(design, features, available, { from, to });
      return predict(design, learnable, tokens, selected, severalLabels).dataSync();
    });
    scores.set(values, from * design.classes);
  }
  return scores;
}
