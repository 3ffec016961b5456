import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkerParts } from '../activities/worker-parts.ts';
import type { RunJob } from '../plan/job.ts';

/* A worker whose one operation does as little as an operation can: it writes a file of a few bytes. */

const tabulate: RunJob = async ({ params, outputDirectory }) => {
  await writeFile(join(outputDirectory, 'out.txt'), String(params['name']));
  return { mediaType: 'text/plain', summary: {} };
};

export const parts: WorkerParts = { operations: { tabulate }, fetchInput: async () => undefined };
