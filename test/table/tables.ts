import type { Digest } from '../../plan/digest.ts';
import type { TabulateParams } from '../../plan/params.ts';
import type { RunScores } from '../../table/assemble.ts';

type Change = Partial<TabulateParams>;
type Numbers = { readonly [cell: string]: number };

/** Parameters of a table with rows by method and a run per seed; `change` replaces fields. */
export function tableParams(change: Change = {}): TabulateParams {
  return {
    name: 'robustness',
    caption: 'What is left when a modality is missing.',
    rows: 'method',
    columns: ['complete', 'only-image', 'only-text'],
    over: ['seed'],
    cell: { metric: 'accuracy', aggregate: 'mean±sd', digits: 2 },
    emphasis: { best: 'bold', second: 'underline', per: 'column' },
    literature: [],
    entries: [],
    ...change,
  };
}

/** A digest made of one number, repeated: enough to tell artifacts apart. */
export function digestOf(number: number): Digest {
  return `sha256-${number.toString(16).padStart(4, '0').repeat(16)}` as Digest;
}

/** Scores of one run under the metric accuracy, and a decoy under f1-macro. */
export function scoresOf(number: number, numbers: Numbers): NonNullable<RunScores> {
  const scores = Object.entries(numbers).flatMap(([cell, value]) => [
    { cell, metric: 'f1-macro', value: value / 2, n: 327 },
    { cell, metric: 'accuracy', value, n: 327 },
  ]);
  return { digest: digestOf(number), scores };
}

/** Two methods, three seeds each; the third run of the second method is not there yet. */
export function partialRuns(): { readonly entries: TabulateParams['entries']; readonly scores: RunScores[] } {
  const entries = ['u2a', 'late-zero'].flatMap((method) => [0, 1, 2].map((seed) => ({ method, seed })));
  const scores: RunScores[] = [
    scoresOf(1, { complete: 76.4526, 'only-image': 70.0306, 'only-text': 60.5505 }),
    scoresOf(2, { complete: 75.841, 'only-image': 70.948, 'only-text': 61.4679 }),
    scoresOf(3, { complete: 76.1468, 'only-image': 69.7248, 'only-text': 61.1621 }),
    scoresOf(4, { complete: 76.7584, 'only-image': 41.896, 'only-text': 38.8379 }),
    scoresOf(5, { complete: 75.5352, 'only-image': 44.3425, 'only-text': 37.6147 }),
    null,
  ];
  return { entries, scores };
}
