import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Job, RunJob } from '../plan/job.ts';
import type { TabulateParams } from '../plan/params.ts';
import { assemble } from '../table/assemble.ts';
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
  const table = assemble(job.params, scores);
  await writeFiles(job, table);
  return {
    mediaType: 'application/vnd.lacuna.table',
    summary: { rows: table.rows.length, columns: table.columns.length, runs: scores.length },
  };
};

async function writeFiles(job: Job<TabulateParams>, table: Table): Promise<void> {
  for (const { suffix, render } of Object.values(tableFormats)) {
    const file = `table.${suffix}`;
    await writeFile(join(job.outputDirectory, file), render(table)).catch((error: unknown) => {
      throw failure('LAC7206', { file, table: table.name, reason: reasonOf(error) }, error);
    });
  }
}
