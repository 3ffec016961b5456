import { at } from './predictions.ts';

/** Bins of equal width in 0..1; a bin holds its upper bound, the first one its lower bound as well. */
const bins = 15;

/**
 * Expected calibration error, 0..1: the gap between mean confidence and share of hits in each bin of confidence,
 * weighted by how many fall into it (Guo et al., "On calibration of modern neural networks", 2017, eq. 3).
 * `confidences` lie in 0..1, `hits` are 0 or 1, at least one of each.
 */
export function calibrationError(confidences: ArrayLike<number>, hits: ArrayLike<number>): number {
  // n_b / n |mean hit - mean confidence| of a bin is |sum of differences| / n.
  const gaps = new Float64Array(bins);
  for (let index = 0; index < confidences.length; index += 1) {
    const confidence = at(confidences, index);
    const bin = Math.max(0, Math.ceil(confidence * bins) - 1);
    gaps[bin] = at(gaps, bin) + at(hits, index) - confidence;
  }
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / confidences.length;
}
