import type { Operation, RunJob } from '../plan/job.ts';
import { adapt } from './adapt.ts';
import { extract } from './extract.ts';
import { pretrain } from './pretrain.ts';

/**
 * The operations that need TensorFlow and therefore run in a process of their own. Params are JSON here; the plan
 * made them from a checked pipeline, so that they have the form that the operation declares.
 */
export const operations: Readonly<Partial<Record<Operation, RunJob>>> = {
  pretrain: pretrain as unknown as RunJob,
  train: adapt as unknown as RunJob,
  extract: extract as unknown as RunJob,
};
