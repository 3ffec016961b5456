import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { type Cell, cellsOf } from '../grid/cells.ts';
import { tf } from '../model/backend.ts';
import type { Design, Modality } from '../model/design.ts';
import type { RowMasks } from '../model/fusion.ts';
import type { Learnable } from '../model/parameters.ts';
import type { Job, JobContext, Outcome, RunJob } from '../plan/job.ts';
import type { EvaluateParams } from '../plan/params.ts';
import type { MetricName, Split } from '../schemas/generated/resolved.ts';
import type { Score } from '../score/score.ts';
import type { TensorValue } from '../tensor/element-type.ts';
import { writeTensors } from '../tensor/safetensors.ts';
import { extractFeatures, type Features, featureTensors, tokensIn } from './features.ts';
import { disposeTowers, inputDirectory, loadTowers, modalitiesOf } from './job-input.ts';
import { measureRows } from './measure.ts';
import { designOf, type ModelFile, readLearnable, readModelFile } from './model-file.ts';
import { predict } from './predict.ts';
import { Samples } from './samples.ts';
import type { Model } from './towers.ts';

/**
 * Operation `evaluate`: scores a trained model on one split in each cell of a grid. Writes `scores.json` and
 * `features.safetensors`, the tokens that every cell was computed from.
 */
export const evaluate: RunJob<EvaluateParams> = async (job, context) => {
  const samples = await Samples.open(inputDirectory(job, 'dataset'));
  try {
    const directory = inputDirectory(job, 'model');
    const file = await readModelFile(directory);
    requireSameClasses(file, samples);
    const loaded = await loadTowers(job, file.modalities);
    try {
      const towers = loaded.map(({ tower }) => tower);
      const design = designOf(file, towers, file.classes.length);
      const learnable = await readLearnable(directory, design);
      try {
        const asked = withMissingToken(design, job.params.missingToken);
        const model = { design: asked, weights: loaded.map(({ weights }) => weights) };
        return await evaluateModel(job, context, samples, model, learnable);
      } finally {
        tf.dispose(learnable as Record<string, Tensor>);
      }
    } finally {
      disposeTowers(loaded);
    }
  } finally {
    await samples.close();
  }
};

async function evaluateModel(
  job: Job<EvaluateParams>,
  context: JobContext,
  samples: Samples,
  model: Model,
  learnable: Learnable,
): Promise<Outcome> {
  const { split, grid, metrics } = job.params;
  const { design } = model;
  const modalities = modalitiesOf(job);
  const cells = cellsOf(modalities, grid);
  for (const cell of cells) requireModalities(cell, modalities);
  const rows = samples.rowsOf(split, 'evaluate');
  const scored = cells.map((cell) => scoredRows(cell, design, samples, rows, split));
  const masks = scored.map(({ masks }) => masks);
  const features = await extractFeatures(model, learnable, samples, rows, masks, context);
  const scores = cells.flatMap((cell, index) => {
    const { places, masks } = scored[index] as ScoredRows;
    const logits = cellLogits(design, features, learnable, { places, masks }, samples.dataset.multiLabel);
    const own = places.map((place) => rows[place] as number);
    const value = (metric: MetricName) => measureRows(metric, logits, samples, own);
    return metrics.map((metric) => ({ cell: cell.name, metric, value: value(metric), n: own.length }));
  });
  await writeTensors(join(job.outputDirectory, 'features.safetensors'), {
    ...featureTensors(design, features),
    labels: labelTensor(samples, rows),
  });
  const contents = { version: 1, split, n: rows.length, scores };
  await writeFile(join(job.outputDirectory, 'scores.json'), `${JSON.stringify(contents, undefined, 2)}\n`);
  return { mediaType: 'application/vnd.lacuna.scores', summary: summaryOf(scores) };
}

/** The same model, that has nothing to put in the place of a missing modality if it is asked so. */
function withMissingToken(design: Design, missingToken: EvaluateParams['missingToken']): Design {
  return missingToken === 'zero' ? { ...design, traits: { ...design.traits, substitute: 'zero' } } : design;
}

/** The rows that a cell scores. */
export interface ScoredRows {
  /** Places of these rows among the rows of the split. */
  readonly places: readonly number[];
  /** Which modality each of them has in the cell, by tower of the model. */
  readonly masks: RowMasks;
}

/**
 * The rows of a split that have a modality in a cell, and which. A sample that came without the modality of a cell is
 * not scored there: nothing is known of it. A cell that no sample can be scored in is a failure.
 */
export function scoredRows(
  { name: cell, available }: Cell,
  { towers }: Design,
  samples: Samples,
  rows: readonly number[],
  split: Split,
): ScoredRows {
  const has = (modality: Modality, place: number) => samples.has(modality, rows[place] as number);
  const places = [...rows.keys()].filter((place) => available.some((modality) => has(modality, place)));
  if (places.length === 0) throw failure('LAC7102', { cell, split, dataset: samples.dataset.name });
  const masks = towers.map(({ modality }) =>
    places.map((place) => Number(available.includes(modality) && has(modality, place))),
  );
  return { places, masks };
}

/** Scores [rows, classes] of a cell, from the tokens that each of its rows selects. */
export function cellLogits(
  design: Design,
  features: Features,
  learnable: Learnable,
  { places, masks }: ScoredRows,
  severalLabels = false,
): Float32Array {
  return tf.tidy(() => {
    const tokens = tokensIn(design, features, masks, places);
    return predict(design, learnable, tokens, masks, severalLabels).dataSync() as Float32Array;
  });
}

/** One class per sample, [rows], or several as 0 and 1, [rows, classes]. */
function labelTensor(samples: Samples, rows: readonly number[]): TensorValue {
  const { samples: all, classes, multiLabel } = samples.dataset;
  if (multiLabel)
    return { shape: [rows.length, classes.length], data: Int32Array.from(samples.labelSets(rows)) };
  return { shape: [rows.length], data: Int32Array.from(rows, (row) => all[row]?.label ?? -1) };
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
