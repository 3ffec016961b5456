import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { type Cell, cellsOf } from '../grid/cells.ts';
import { tf } from '../model/backend.ts';
import type { PerModality } from '../model/fusion.ts';
import type { LoadedEncoder } from '../model/load-encoder.ts';
import type { Learnable } from '../model/parameters.ts';
import type { Job, JobContext, Outcome, RunJob } from '../plan/job.ts';
import type { EvaluateParams } from '../plan/params.ts';
import type { MetricName, Modality } from '../schemas/generated/resolved.ts';
import { measure } from '../score/metrics.ts';
import type { Score } from '../score/score.ts';
import { writeTensors } from '../tensor/safetensors.ts';
import { extractFeatures, type Features, featureTensors, tokensOf } from './features.ts';
import { disposeEncoders, inputDirectory, loadEncoders } from './job-input.ts';
import { type ModelFile, readLearnable, readModelFile } from './model-file.ts';
import { Samples } from './samples.ts';
import { predict, type TwoTowers } from './two-towers.ts';

/**
 * Operation `evaluate`: scores a trained model on one split in each cell of a grid. Writes `scores.json` and
 * `features.safetensors`, the tokens that every cell was computed from.
 */
export const evaluate: RunJob<EvaluateParams> = async (job, context) => {
  const samples = await Samples.open(inputDirectory(job, 'dataset'));
  try {
    const encoders = await loadEncoders(job);
    try {
      return await evaluateOn(job, context, samples, encoders);
    } finally {
      disposeEncoders(encoders);
    }
  } finally {
    samples.close();
  }
};

async function evaluateOn(
  job: Job<EvaluateParams>,
  context: JobContext,
  samples: Samples,
  towers: PerModality<LoadedEncoder>,
): Promise<Outcome> {
  const { split, grid, metrics } = job.params;
  const directory = inputDirectory(job, 'model');
  const model = await readModelFile(directory);
  requireSameClasses(model, samples);
  const cells = cellsOf(model.modalities, grid);
  for (const cell of cells) requireModalities(cell, model.modalities);
  const rows = samples.rowsOf(split, 'evaluate');
  const labels = rows.map((row) => samples.dataset.samples[row]?.label ?? -1);
  const encoders = { image: towers.image.encoder, text: towers.text.encoder };
  const learnable = await readLearnable(directory, model, encoders);
  try {
    const twoTowers: TwoTowers = {
      towers,
      method: model.method,
      lora: model.lora,
      visibility: model.maskToken.visibility,
    };
    const features = await extractFeatures(twoTowers, learnable, samples, rows, context);
    const scores = cells.flatMap((cell) =>
      scoreCell(cell, cellLogits(features, learnable, cell), labels, metrics),
    );
    await writeTensors(join(job.outputDirectory, 'features.safetensors'), featureTensors(features, labels));
    const contents = { version: 1, split, n: rows.length, scores };
    await writeFile(join(job.outputDirectory, 'scores.json'), `${JSON.stringify(contents, undefined, 2)}\n`);
    return { mediaType: 'application/vnd.lacuna.scores', summary: summaryOf(scores) };
  } finally {
    tf.dispose(learnable as Record<string, Tensor>);
  }
}

/** Logits [rows, classes] of a cell, from the tokens by selection, sum and head. */
export function cellLogits(features: Features, learnable: Learnable, cell: Cell): Float32Array {
  const flags = (modality: Modality) =>
    new Array<number>(features.rows).fill(cell.available.includes(modality) ? 1 : 0);
  const selected = { image: flags('image'), text: flags('text') };
  return tf.tidy(() => predict(learnable, tokensOf(features), selected).dataSync() as Float32Array);
}

function scoreCell(
  cell: Cell,
  logits: Float32Array,
  labels: readonly number[],
  metrics: readonly MetricName[],
): Score[] {
  const classes = logits.length / labels.length;
  return metrics.map((metric) => ({
    cell: cell.name,
    metric,
    value: measure(metric, logits, labels, classes),
    n: labels.length,
  }));
}

function summaryOf(scores: readonly Score[]): Outcome['summary'] {
  return Object.fromEntries(scores.map(({ cell, metric, value }) => [`${cell} ${metric}`, value]));
}

function requireSameClasses({ classes }: ModelFile, samples: Samples): void {
  const { name, classes: found } = samples.dataset;
  if (JSON.stringify(classes) === JSON.stringify(found)) return;
  throw failure('LAC4206', { known: classes.join(', '), dataset: name, found: found.join(', ') });
}

function requireModalities(cell: Cell, modalities: readonly Modality[]): void {
  const modality = cell.available.find((one) => !modalities.includes(one));
  if (modality !== undefined) throw failure('LAC7101', { cell: cell.name, modality });
}
