/**
 * Which of `n` frames of a video are used: one out of each of `count` segments of equal length. Without `draw` the one in
 * the middle of its segment (evaluation), with it a random one (training); where there are fewer frames than segments,
 * frames repeat.
 *
 * @param draw gives uniform numbers in [0, 1), one per segment, first to last
 * @returns `count` indices of 0 .. n-1, ascending
 * @throws RangeError when `n` or `count` is not a positive integer
 */
export function frameIndices(n: number, count: number, draw?: () => number): number[] {
  if (!isPositive(n) || !isPositive(count)) throw new RangeError(`${count} of ${n} frames`);
  return Array.from({ length: count }, (_, segment) => {
    if (draw === undefined) return Math.floor(((2 * segment + 1) * n) / (2 * count));
    // A number just below 1 can round up to the next segment, which begins behind `last`.
    const last = Math.ceil(((segment + 1) * n) / count) - 1;
    return Math.min(last, Math.floor(((segment + draw()) * n) / count));
  });
}

function isPositive(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
