import type { Operation, RunJob } from '../plan/job.ts';

/**
 * The operations that run native libraries on what they are given and therefore run in a process of their own. Each is
 * loaded when it is asked for: preprocessing starts without TensorFlow. Params are JSON here; the plan made them from a
 * checked pipeline, so that they have the form that the operation declares.
 */
export const operations: Readonly<Partial<Record<Operation, () => Promise<RunJob>>>> = {
  preprocess: async () => (await import('../data/preprocess.ts')).preprocess as unknown as RunJob,
  pretrain: async () => (await import('./pretrain.ts')).pretrain as unknown as RunJob,
  train: async () => (await import('./adapt.ts')).adapt as unknown as RunJob,
  extract: async () => (await import('./extract.ts')).extract as unknown as RunJob,
};
