import { fetchExternalInput } from '../data/sources/external-input.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { RunJob } from '../plan/job.ts';
import { command } from './command.ts';
import { plot } from './plot.ts';
import { tabulate } from './tabulate.ts';
import type { WorkerParts } from './worker-parts.ts';

/** The parts of a worker of Lacuna itself: what decodes nothing and needs no TensorFlow runs in the worker process. */
export const parts: WorkerParts = {
  operations: {
    evaluate: evaluate as unknown as RunJob,
    command: command as unknown as RunJob,
    tabulate: tabulate as unknown as RunJob,
    plot: plot as unknown as RunJob,
  },
  fetchInput: fetchExternalInput,
};
