import { failure } from '../diagnostics/failure.ts';

/** How the classes count in the loss: all the same, against their frequency, or as listed. */
export type ClassWeights = 'none' | 'balanced' | readonly number[];

/** What weights are computed from: how often each class occurs among the training samples. */
export interface ClassCounts {
  readonly samples: number;
  readonly perClass: readonly number[];
  /** Whether a sample may have several classes. */
  readonly isMultiLabel: boolean;
}

/**
 * Weight per class; undefined when all count the same. `balanced` with one class per sample is n / (C n_c), C the
 * number of classes that occur, as scikit-learn's `compute_class_weight`; with several it is (n - n_c) / n_c, the
 * `pos_weight` that PyTorch suggests. A class without samples has weight 1.
 */
export function classWeightsOf(option: ClassWeights, counts: ClassCounts): readonly number[] | undefined {
  if (option === 'none') return undefined;
  const { samples, perClass, isMultiLabel } = counts;
  if (option !== 'balanced') {
    if (option.length !== perClass.length)
      throw failure('LAC4221', { given: option.length, classes: perClass.length });
    return option;
  }
  const present = perClass.filter((count) => count > 0).length;
  const balanced = (count: number) =>
    isMultiLabel ? (samples - count) / count : samples / (present * count);
  return perClass.map((count) => (count === 0 ? 1 : balanced(count)));
}
