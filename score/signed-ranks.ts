/** Ranks of differences other than 0 by their size, ties sharing their mean rank. */
export interface SignedRanks {
  /** Ascending; multiples of one half. */
  readonly ranks: readonly number[];
  /** How many share each size, in the order of sizes. */
  readonly tieSizes: readonly number[];
  /** Sum of the ranks of positive differences, and of negative ones. */
  readonly positive: number;
  readonly negative: number;
}

export function rankSigned(differences: readonly number[]): SignedRanks {
  const sorted = differences.filter((value) => value !== 0).toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const groups = new Map<number, number[]>();
  for (const value of sorted) {
    const group = groups.get(Math.abs(value));
    if (group) group.push(value);
    else groups.set(Math.abs(value), [value]);
  }
  const ranks: number[] = [];
  let positive = 0;
  for (const group of groups.values()) {
    const rank = ranks.length + (group.length + 1) / 2;
    positive += rank * group.filter((value) => value > 0).length;
    ranks.push(...group.map(() => rank));
  }
  const tieSizes = [...groups.values()].map((group) => group.length);
  return { ranks, tieSizes, positive, negative: (ranks.length * (ranks.length + 1)) / 2 - positive };
}

/**
 * Two-sided probability of the sum of positive ranks when every sign is a coin of its own: twice the smaller tail, at
 * most 1. Exact for up to 52 ranks, whose 2^n patterns of signs a number counts.
 */
export function exactTwoSided({ ranks, positive, negative }: SignedRanks): number {
  const patterns = patternsBySum(ranks);
  const tail = patterns.slice(0, 2 * Math.min(positive, negative) + 1).reduce((sum, count) => sum + count, 0);
  return Math.min(1, (2 * tail) / 2 ** ranks.length);
}

/** How many patterns of signs have each sum of positive ranks, by twice the sum. */
function patternsBySum(ranks: readonly number[]): Float64Array {
  const largest = ranks.length * (ranks.length + 1);
  const patterns = new Float64Array(largest + 1);
  patterns[0] = 1;
  for (const rank of ranks) {
    for (let sum = largest; sum >= 2 * rank; sum -= 1) {
      patterns[sum] = (patterns[sum] ?? 0) + (patterns[sum - 2 * rank] ?? 0);
    }
  }
  return patterns;
}
