import type { Job, JobContext } from '../plan/job.ts';
import type { ScoredRun } from '../plan/params.ts';
import { describeRun, type RunScores } from '../table/assemble.ts';
import { readScores } from './read-scores.ts';

/** The scores of every run that a table or a figure reads, in the order of `params.runs`. `reader` is for messages. */
export async function readRuns(
  { inputs, params }: Job<{ readonly runs: readonly ScoredRun[] }>,
  reader: string,
  { signal, report }: JobContext,
): Promise<NonNullable<RunScores>[]> {
  const artifacts = inputs['scores'] ?? [];
  const scores: NonNullable<RunScores>[] = [];
  for (const [index, { digest, directory }] of artifacts.entries()) {
    signal.throwIfAborted();
    const run = describeRun(params.runs[index] ?? { axes: {} });
    scores.push({ digest, ...(await readScores(directory, { reader, run })) });
    report({ phase: 'read scores', done: index + 1, total: artifacts.length, unit: 'runs' });
  }
  return scores;
}
