import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Digest, JsonObject } from '../plan/digest.ts';
import type { Job, RunJob } from '../plan/job.ts';
import type { TabulateParams } from '../plan/params.ts';
import { digestOf } from '../store/hash.ts';
import { assemble, type RunScores } from '../table/assemble.ts';
import { tableFormats } from '../table/formats.ts';
import type { Table } from '../table/table.ts';
import { readRuns } from './read-runs.ts';
import { reasonOf } from './read-scores.ts';

/**
 * The operation `tabulate`: from the scores of every run to table.md, table.tex, table.csv, table.html and table.json.
 * A number that the table asks for and that a run lacks ends it (LAC7201); nothing is averaged around a gap.
 */
export const tabulate: RunJob<TabulateParams> = async (job, context) => {
  const scores = await readRuns(job, `table "${job.params.name}"`, context);
  const table = assemble(job.params, scores, tableDigest(job.params, scores));
  await writeFiles(job, table);
  return {
    mediaType: 'application/vnd.lacuna.table',
    summary: { rows: table.rows.length, columns: table.columns.length, runs: scores.length },
  };
};

/**
 * Names what a table is made of: its options and the scores of every run, so that two tables of one digest are one
 * table. Names of steps and queues are not in it, as they are in the digest of a plan. Undefined while a run is open.
 */
export function tableDigest(params: TabulateParams, scores: readonly RunScores[]): Digest | undefined {
  const digests = scores.flatMap((run) => (run === null ? [] : [run.digest]));
  if (digests.length < scores.length) return undefined;
  return digestOf({ params, scores: digests } as unknown as JsonObject);
}

async function writeFiles(job: Job<TabulateParams>, table: Table): Promise<void> {
  for (const { suffix, render } of Object.values(tableFormats)) {
    const file = `table.${suffix}`;
    await writeFile(join(job.outputDirectory, file), render(table)).catch((error: unknown) => {
      throw failure('LAC7206', { file, table: table.name, reason: reasonOf(error) }, error);
    });
  }
}
