import { mean, quantile } from './aggregate.ts';
import { drawBelow } from './draws.ts';
import { twoSidedNormal } from './normal.ts';
import { exactTwoSided, rankSigned, type SignedRanks } from './signed-ranks.ts';

export interface RankTest {
  /** The smaller of the sums of ranks of positive and of negative differences. */
  readonly statistic: number;
  /** Two-sided. */
  readonly p: number;
}

export interface BootstrapTest {
  /** Two-sided. */
  readonly p: number;
  /** Bounds of the 95 % percentile interval of the mean difference, in the unit of the differences. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
}

export interface BootstrapOptions {
  /** Resamples, at least 1. */
  readonly draws: number;
  /** A whole number, 0..2^32 - 1. */
  readonly seed: number;
}

/** Up to so many differences, zeros counted, the distribution of the rank sum is exact: without and with ties or zeros. */
const exactUpTo = { distinct: 50, tied: 13 };

/** Part of the sum of absolute values below which a sum counts as 0: far above rounding, far below any difference. */
const roundingShare = 1e-12;

/**
 * Wilcoxon's signed-rank test that paired differences are symmetric about 0 (Wilcoxon, "Individual comparisons by
 * ranking methods", 1945), with the choices of SciPy 1.17: zeros are dropped, ties share their mean rank, and p is
 * exact up to 50 differences, up to 13 where there are ties or zeros; beyond that the normal approximation with the
 * variance corrected for ties and no correction for continuity. Without a difference other than 0, p is 1.
 */
export function wilcoxon(differences: readonly number[]): RankTest {
  const ranks = rankSigned(differences);
  const statistic = Math.min(ranks.positive, ranks.negative);
  const isTied = ranks.tieSizes.some((size) => size > 1) || ranks.ranks.length < differences.length;
  if (ranks.ranks.length === 0) return { statistic, p: 1 };
  const isExact = differences.length <= (isTied ? exactUpTo.tied : exactUpTo.distinct);
  return { statistic, p: isExact ? exactTwoSided(ranks) : approximateTwoSided(ranks) };
}

/** The variance with ties: Lehmann, "Nonparametrics", 1975, section 3.2. */
function approximateTwoSided({ positive, ranks, tieSizes }: SignedRanks): number {
  const count = ranks.length;
  const centre = (count * (count + 1)) / 4;
  const tied = tieSizes.reduce((sum, size) => sum + size ** 3 - size, 0);
  const variance = (count * (count + 1) * (2 * count + 1) - tied / 2) / 24;
  return twoSidedNormal((positive - centre) / Math.sqrt(variance));
}

/**
 * Percentile bootstrap of the mean of at least one paired difference (Efron & Tibshirani, "An introduction to the
 * bootstrap", 1993, chapters 13 and 16). Of resampled means p takes the smaller of the shares on either side of 0,
 * twice, those of exactly 0 on both, with 1 added to count and draws (Davison & Hinkley, 1997, section 4.2), at most 1.
 * The same arguments give the same result everywhere.
 *
 * Resampling cannot leave the range of the differences: where all have one sign, the shares would give the smallest p that
 * there is, however few they are. n coins fall alike with probability 2^(1 - n), so p is never below that: three pairs
 * give 0.25 at best, one gives 1.
 */
export function pairedBootstrap(
  differences: readonly number[],
  { draws, seed }: BootstrapOptions,
): BootstrapTest {
  const count = differences.length;
  if (count === 0 || draws < 1) throw new Error(`a bootstrap of ${count} differences in ${draws} draws`);
  const zero = roundingShare * differences.reduce((sum, value) => sum + Math.abs(value), 0);
  const means = new Float64Array(draws);
  let [below, above] = [0, 0];
  for (let draw = 0; draw < draws; draw += 1) {
    const total = resampledSum(differences, seed, draw);
    means[draw] = total / count;
    if (total <= zero) below += 1;
    if (total >= -zero) above += 1;
  }
  means.sort();
  const share = (2 * (1 + Math.min(below, above))) / (draws + 1);
  const p = Math.min(1, Math.max(share, 2 ** (1 - count)));
  return { p, low: quantile(means, 0.025), high: quantile(means, 0.975), mean: mean(differences) };
}

/** The sum of as many differences as there are, drawn with replacement. */
function resampledSum(differences: readonly number[], seed: number, draw: number): number {
  const count = differences.length;
  let total = 0;
  for (let place = 0; place < count; place += 1) {
    total += differences[drawBelow(count, seed, draw * count + place)] ?? Number.NaN;
  }
  return total;
}

/**
 * p-values corrected for their number by Holm, "A simple sequentially rejective multiple test procedure", 1979: in the
 * order given, at most 1. Whoever rejects those at or below a level errs at all with at most its probability.
 */
export function holm(ps: readonly number[]): number[] {
  const corrected = new Array<number>(ps.length);
  let least = 0;
  const ascending = [...ps.entries()].toSorted(([, a], [, b]) => a - b);
  for (const [rank, [place, p]] of ascending.entries()) {
    least = Math.min(1, Math.max(least, p * (ps.length - rank)));
    corrected[place] = least;
  }
  return corrected;
}
