import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JobContext } from '../plan/job.ts';
import { inBatches } from './sampler.ts';

/** Samples per forward pass; the results do not depend on it beyond rounding. */
const batchSize = 64;
const reportEveryMs = 500;

/** Rows among more of them that are gone over. */
export interface PartOfRows {
  readonly before: number;
  readonly total: number;
}

/** Calls `use` with each batch and its start, serving the event loop and reporting progress in between. */
export async function overBatches(
  rows: readonly number[],
  phase: string,
  { signal, report }: JobContext,
  use: (batch: readonly number[], start: number) => void,
  { before, total }: PartOfRows = { before: 0, total: rows.length },
): Promise<void> {
  let reportedAt = Number.NEGATIVE_INFINITY;
  let done = 0;
  for (const batch of inBatches(rows, batchSize)) {
    signal.throwIfAborted();
    use(batch, done);
    done += batch.length;
    if (performance.now() - reportedAt >= reportEveryMs || done === rows.length) {
      reportedAt = performance.now();
      report({ phase, done: before + done, total, unit: 'samples' });
    }
    await nextTurn();
  }
}
