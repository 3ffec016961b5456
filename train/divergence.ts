/** A loss that a run cannot go on from. */
export interface Divergence {
  readonly loss: number;
  /** The median that it was compared with; absent when the loss is not a finite number. */
  readonly median?: number;
}

/** Losses that make a median. */
const window = 50;

/** The losses that others are compared with: the first of a run, and the last. */
export interface WatchedLosses {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Losses under watch. */
export interface LossWatch {
  /** Judges the next loss. */
  readonly judge: (loss: number) => Divergence | undefined;
  /** What the verdicts to come depend on. */
  readonly watched: () => WatchedLosses;
}

/**
 * Watches the losses of a run, in order. A loss is a divergence when it is not finite, or larger than `factor` times
 * the median of the first 50 losses and the median of the last 50, whichever is larger: of a model that has learned
 * its samples by heart, the last losses say little about what is normal. Goes on after `before`.
 */
export function watchLosses(factor: number, before: WatchedLosses = { first: [], last: [] }): LossWatch {
  const first = [...before.first];
  const last = [...before.last];
  const judge = (loss: number): Divergence | undefined => {
    if (!Number.isFinite(loss)) return { loss };
    const median = Math.max(medianOf(first), medianOf(last));
    if (median > 0 && loss > factor * median) return { loss, median };
    if (first.length < window) first.push(loss);
    last.push(loss);
    if (last.length > window) last.shift();
    return undefined;
  };
  return { judge, watched: () => ({ first: [...first], last: [...last] }) };
}

/** 0 of no values. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
