import type { WorkerParts } from '../../activities/worker-parts.ts';
import { play } from './puppet.ts';

/** Puppets in the worker process: preprocess and tabulate, as in the real worker. */
export const parts: WorkerParts = {
  operations: { preprocess: play, tabulate: play },
  fetchInput: async () => undefined,
};
