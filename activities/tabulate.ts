import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { Job, RunJob } from '../plan/job.ts';
import type { TabulateParams } from '../plan/params.ts';
import { assemble, describeRun, type RunScores } from '../table/assemble.ts';
import { renderCsv } from '../table/csv.ts';
import { renderHtml } from '../table/html.ts';
import { renderJson } from '../table/json.ts';
import { renderLatex } from '../table/latex.ts';
import { renderMarkdown } from '../table/markdown.ts';
import type { Table } from '../table/table.ts';
import { readScores, reasonOf } from './read-scores.ts';

const renderers: { readonly [file: string]: (table: Table) => string } = {
  'table.md': renderMarkdown,
  'table.tex': renderLatex,
  'table.csv': renderCsv,
  'table.html': renderHtml,
  'table.json': renderJson,
};

/**
 * The operation `tabulate`: from the scores of every run to table.md, table.tex, table.csv, table.html and table.json.
 * A number that the table asks for and that a run lacks ends it (LAC7201); nothing is averaged around a gap.
 */
export const tabulate: RunJob<TabulateParams> = async (job, context) => {
  const inputs = job.inputs['scores'] ?? [];
  const scores: RunScores[] = [];
  for (const [index, { digest, directory }] of inputs.entries()) {
    context.signal.throwIfAborted();
    const run = describeRun(job.params.runs[index] ?? { axes: {} });
    scores.push({ digest, ...(await readScores(directory, { reader: `table "${job.params.name}"`, run })) });
    context.report({ phase: 'read scores', done: index + 1, total: inputs.length, unit: 'runs' });
  }
  const table = assemble(job.params, scores);
  await writeFiles(job, table);
  return {
    mediaType: 'application/vnd.lacuna.table',
    summary: { rows: table.rows.length, columns: table.columns.length, runs: inputs.length },
  };
};

async function writeFiles(job: Job<TabulateParams>, table: Table): Promise<void> {
  for (const [file, render] of Object.entries(renderers)) {
    await writeFile(join(job.outputDirectory, file), render(table)).catch((error: unknown) => {
      throw failure('LAC7206', { file, table: table.name, reason: reasonOf(error) }, error);
    });
  }
}
