import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { assemble } from '../figure/assemble.ts';
import { renderCsv } from '../figure/csv.ts';
import type { Figure } from '../figure/figure.ts';
import type { Job, RunJob } from '../plan/job.ts';
import type { PlotParams } from '../plan/params.ts';
import { readRuns } from './read-runs.ts';
import { reasonOf } from './read-scores.ts';

/** Content of the files of a figure by their names. */
type Files = { readonly [file: string]: string | Uint8Array };

/**
 * The operation `plot`: from the scores of every run to figure.svg, figure-dark.svg, figure.png, figure.pdf and
 * figure.vl.json, and to the numbers in figure.csv and figure.json. A number that the figure asks for and that a run
 * lacks ends it (LAC7301).
 */
export const plot: RunJob<PlotParams> = async (job, context) => {
  const { params } = job;
  const scores = await readRuns(job, `figure "${params.name}"`, context);
  const figure = assemble(params, scores);
  const pictures = await draw(figure);
  context.signal.throwIfAborted();
  await writeFiles(job, {
    ...pictures,
    'figure.csv': renderCsv(figure),
    'figure.json': `${JSON.stringify(figure, null, 2)}\n`,
  });
  return { mediaType: 'application/vnd.lacuna.figure', summary: { ...counts(figure), runs: scores.length } };
};

/** What draws is loaded here and not with the worker: it takes a second, and few runs end in a figure. */
async function draw(figure: Figure): Promise<Files> {
  const { renderFigure } = await import('../figure/render.ts').catch((error: unknown) => {
    throw failure('LAC7303', { figure: figure.name, reason: reasonOf(error) }, error);
  });
  return renderFigure(figure);
}

function counts({ panels }: Figure): { readonly [what: string]: number } {
  const series = panels.flatMap((panel) => panel.series);
  return {
    panels: panels.length,
    series: series.length,
    points: series.flatMap(({ points }) => points).length,
  };
}

async function writeFiles(job: Job<PlotParams>, files: Files): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await writeFile(join(job.outputDirectory, file), content).catch((error: unknown) => {
      throw failure('LAC7302', { file, figure: job.params.name, reason: reasonOf(error) }, error);
    });
  }
}
