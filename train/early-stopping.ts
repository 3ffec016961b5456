/** When a run stops before its last epoch. */
export interface Patience {
  /** Epochs in a row without an improvement after which a run stops. */
  readonly patience: number;
  /** By how much the metric must exceed the best value so far to count as an improvement. */
  readonly minDelta: number;
}

/** What the metric of an epoch means for a run. */
export interface Verdict {
  /** Higher than that of every epoch before: of equal epochs the earliest is the best. */
  readonly isBest: boolean;
  readonly stops: boolean;
}

/** What the epochs so far have come to. */
export interface JudgedEpochs {
  /** The best metric; absent before there was one. */
  readonly best?: number;
  /** What an epoch must exceed to count as an improvement; absent before there was one. */
  readonly toBeat?: number;
  /** Epochs since the last improvement. */
  readonly waited: number;
}

/** Judges epochs, in order. */
export interface EpochJudge {
  readonly judge: (metric: number) => Verdict;
  readonly judged: () => JudgedEpochs;
}

/**
 * Judges the validation metric of each epoch, in order; higher is better. Without `patience` nothing stops. Goes on
 * after the epochs `before`.
 */
export function judgeEpochs(patience?: Patience, before: JudgedEpochs = { waited: 0 }): EpochJudge {
  let { best, toBeat, waited } = before;
  const judge = (metric: number): Verdict => {
    const isBest = metric > (best ?? Number.NEGATIVE_INFINITY);
    if (isBest) best = metric;
    if (metric > (toBeat ?? Number.NEGATIVE_INFINITY) + (patience?.minDelta ?? 0)) {
      toBeat = metric;
      waited = 0;
    } else {
      waited += 1;
    }
    return { isBest, stops: patience !== undefined && waited >= patience.patience };
  };
  const judged = () => ({
    ...(best !== undefined && { best }),
    ...(toBeat !== undefined && { toBeat }),
    waited,
  });
  return { judge, judged };
}
