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

/** Judges the validation metric of each epoch, in order; higher is better. Without `patience` nothing stops. */
export function judgeEpochs(patience?: Patience): (metric: number) => Verdict {
  let best = Number.NEGATIVE_INFINITY;
  let toBeat = Number.NEGATIVE_INFINITY;
  let waited = 0;
  return (metric) => {
    const isBest = metric > best;
    if (isBest) best = metric;
    if (metric > toBeat + (patience?.minDelta ?? 0)) {
      toBeat = metric;
      waited = 0;
    } else {
      waited += 1;
    }
    return { isBest, stops: patience !== undefined && waited >= patience.patience };
  };
}
