import type { Operation } from './job.ts';

/**
 * Raised by hand when an operation's code changes the bytes that it writes for the same inputs. Part of every
 * key, so that results of the old code are not taken for results of the new.
 */
export const operationVersions: { readonly [operation in Operation]: number } = {
  preprocess: 2,
  pretrain: 5,
  train: 4,
  extract: 2,
  evaluate: 3,
  command: 1,
  tabulate: 4,
  plot: 1,
};
