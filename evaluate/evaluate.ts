import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '../diagnostics/failure.ts';
import { type Cell, cellsOf } from '../grid/cells.ts';
import type { SplitSamples } from '../grid/split-samples.ts';
import type { Job, JobContext, Outcome, RunJob } from '../plan/job.ts';
import type { EvaluateParams } from '../plan/params.ts';
import { measure } from '../score/metrics.ts';
import type { Score } from '../score/score.ts';
import { alignmentScores, isAlignment } from './alignment.ts';
import { outputsOf } from './cell-outputs.ts';
import { type CellRows, cellRowsIn } from './cell-rows.ts';
import { type Extraction, readExtraction, readTokens } from './read-extraction.ts';

/** Who was scored in a cell of the grid; `lacking` and `digest` as in `CellRows`. */
export interface ScoredCell extends Pick<CellRows, 'lacking' | 'digest'> {
  readonly name: string;
  /** Samples that were scored. */
  readonly n: number;
}

/** The contents of `scores.json`. What does not depend on the cell stands once, in `complete`. */
export interface ScoresFile {
  readonly version: 2;
  readonly dataset: string;
  readonly split: string;
  /** Samples of the split. */
  readonly n: number;
  readonly cells: readonly ScoredCell[];
  readonly scores: readonly Score[];
}

/**
 * Operation `evaluate`: scores a model in each cell of a grid, from what operation `extract` wrote; runs no model.
 * Writes `scores.json`. All values are finite: a metric that is undefined in a cell is left out.
 */
export const evaluate: RunJob<EvaluateParams> = async (job, context) => {
  const { metrics } = job.params;
  const directory = featuresDirectory(job);
  const extraction = await readExtraction(directory);
  const { samples } = extraction;
  const { cells, scores } = await scoreCells(extraction, job.params, context);
  const alignments = metrics.filter(isAlignment);
  const aligned =
    alignments.length === 0 ? [] : alignmentScores(alignments, samples, await readTokens(directory));
  const all = [...scores, ...aligned, ...parameterScores(metrics, samples)];
  const { dataset, split, ids } = samples;
  const contents: ScoresFile = { version: 2, dataset, split, n: ids.length, cells, scores: all };
  await writeFile(join(job.outputDirectory, 'scores.json'), `${JSON.stringify(contents)}\n`);
  return { mediaType: 'application/vnd.lacuna.scores', summary: summaryOf(all) };
};

function featuresDirectory(job: Job<EvaluateParams>): string {
  const [features] = job.inputs['features'] ?? [];
  if (features === undefined) throw failure('LAC9001', { what: 'evaluate was given no features' });
  return features.directory;
}

const reportEveryMs = 500;

async function scoreCells(
  extraction: Extraction,
  { grid, metrics, maskSeed }: EvaluateParams,
  { report, signal }: JobContext,
): Promise<{ readonly cells: ScoredCell[]; readonly scores: Score[] }> {
  const cells = cellsOf(extraction.samples.modalities, grid);
  const rowsOf = cellRowsIn(extraction.samples, maskSeed);
  const ofCells = metrics.filter((metric) => !isAlignment(metric) && !isOfModel(metric));
  const scored: ScoredCell[] = [];
  const scores: Score[] = [];
  let reportedAt = Number.NEGATIVE_INFINITY;
  for (const [index, cell] of cells.entries()) {
    signal.throwIfAborted();
    const rows = rowsOf(cell);
    const { lacking, digest } = rows;
    scored.push({ name: cell.name, n: rows.places.length, lacking, ...(digest && { digest }) });
    scores.push(...scoresOf(cell, extraction, rows, ofCells));
    if (performance.now() - reportedAt >= reportEveryMs || index === cells.length - 1) {
      reportedAt = performance.now();
      report({ phase: 'score', done: index + 1, total: cells.length, unit: 'cells' });
    }
    await nextTurn();
  }
  return { cells: scored, scores };
}

function scoresOf(
  { name: cell }: Cell,
  extraction: Extraction,
  rows: CellRows,
  metrics: readonly string[],
): Score[] {
  const outputs = outputsOf(extraction, rows);
  const n = rows.places.length;
  return metrics.flatMap((metric) =>
    measure(metric, outputs)
      .filter(({ value }) => Number.isFinite(value))
      .map((measured) => ({ cell, metric, ...measured, n })),
  );
}

function isOfModel(metric: string): boolean {
  return metric.startsWith('parameters-');
}

function parameterScores(metrics: readonly string[], { parameters, ids }: SplitSamples): Score[] {
  return metrics.filter(isOfModel).map((metric) => {
    const value = metric === 'parameters-total' ? parameters.total : parameters.learnable;
    return { cell: 'complete', metric, value, n: ids.length };
  });
}

/** For people: the numbers that are of a whole cell. */
function summaryOf(scores: readonly Score[]): Outcome['summary'] {
  const whole = scores.filter((score) => score.class === undefined && score.direction === undefined);
  return Object.fromEntries(whole.map(({ cell, metric, value }) => [`${cell} ${metric}`, value]));
}
