import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { setsOf } from '../grid/cells.ts';
import { extractionFiles, type SplitSamples } from '../grid/split-samples.ts';
import { tf } from '../model/backend.ts';
import type { Design } from '../model/design.ts';
import { countParameters, type Learnable } from '../model/parameters.ts';
import type { Job, JobContext, Outcome, RunJob } from '../plan/job.ts';
import type { ExtractParams } from '../plan/params.ts';
import { writeTensors } from '../tensor/safetensors.ts';
import { featureTensors } from './feature-tensors.ts';
import { extractFeatures } from './features.ts';
import { disposeTowers, inputDirectory, loadTowers, loadTowersOf } from './job-input.ts';
import { designOf, type ModelFile, readLearnable, readModelFile } from './model-file.ts';
import { Samples } from './samples.ts';
import { setLogits } from './set-logits.ts';
import type { Model } from './towers.ts';

/**
 * Operation `extract`: runs a trained model over one split and writes what it says of each sample for every set of the
 * data's modalities, in the files of `grid/split-samples`. Any cell of any grid is a choice among these.
 */
export const extract: RunJob<ExtractParams> = async (job, context) => {
  const samples = await Samples.open(inputDirectory(job, 'dataset'));
  try {
    const directory = inputDirectory(job, 'model');
    const file = await readModelFile(directory);
    requireSameClasses(file, samples);
    requireModalities(file, samples);
    const isFromFolder = job.params.encoders === undefined;
    const loaded = await (isFromFolder ? loadTowersOf(directory, file) : loadTowers(job, file.modalities));
    try {
      const towers = loaded.map(({ tower }) => tower);
      const design = designOf(file, towers, file.classes.length);
      const learnable = await readLearnable(directory, design);
      try {
        const asked = withMissingToken(design, job.params.missingToken);
        const model = { design: asked, weights: loaded.map(({ weights }) => weights) };
        const { total, learnable: learned } = countParameters(design);
        const parameters = { total, learnable: learned };
        return await extractModel(job, context, samples, { model, learnable, parameters });
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

interface TrainedModel {
  readonly model: Model;
  readonly learnable: Learnable;
  readonly parameters: SplitSamples['parameters'];
}

async function extractModel(
  job: Job<ExtractParams>,
  context: JobContext,
  samples: Samples,
  { model, learnable, parameters }: TrainedModel,
): Promise<Outcome> {
  const { design } = model;
  const { modalities } = samples;
  // The author knows this work as a part of the evaluation.
  const rows = samples.rowsOf(job.params.split, 'evaluate');
  const sets = setsOf(modalities);
  const { scratchDirectory } = job;
  const features = await extractFeatures(model, learnable, samples, rows, sets, {
    ...context,
    scratchDirectory,
  });
  const { multiLabel } = samples.dataset;
  const logits = sets.map((set) => {
    const data = setLogits(design, learnable, features, set, multiLabel);
    requireFinite(data, set.name);
    return [set.name, { shape: [rows.length, design.classes], data }] as const;
  });
  const fileIn = (name: keyof typeof extractionFiles) => join(job.outputDirectory, extractionFiles[name]);
  await writeTensors(fileIn('features'), featureTensors(design, features));
  await writeTensors(fileIn('logits'), Object.fromEntries(logits));
  const described: SplitSamples = { ...describeSamples(job, samples, rows), parameters };
  await writeFile(fileIn('samples'), `${JSON.stringify(described)}\n`);
  const summary = { samples: rows.length, sets: sets.length, ...parameters };
  return { mediaType: 'application/vnd.lacuna.features', summary };
}

/** Of what is no number no metric could be made. */
function requireFinite(logits: Float32Array, set: string): void {
  if (!logits.every(Number.isFinite)) throw failure('LAC7107', { set });
}

function describeSamples(
  job: Job<ExtractParams>,
  samples: Samples,
  rows: readonly number[],
): Omit<SplitSamples, 'parameters'> {
  const { name: dataset, classes, samples: all, multiLabel = false } = samples.dataset;
  const { modalities } = samples;
  const lacking = modalities.flatMap((modality) => {
    const without = [...rows.keys()].filter((place) => !samples.has(modality, rows[place] ?? -1));
    return without.length === 0 ? [] : [[modality, without] as const];
  });
  return {
    version: 1,
    dataset,
    split: job.params.split,
    ids: rows.map((row) => samples.nameOf(row)),
    classes,
    multiLabel,
    modalities,
    lacking: Object.fromEntries(lacking),
    ...(multiLabel
      ? { labelSets: rows.map((row) => all[row]?.labels ?? []) }
      : { labels: rows.map((row) => all[row]?.label ?? -1) }),
  };
}

/** The same model, that has nothing to put in the place of a missing modality if it is asked so. */
function withMissingToken(design: Design, missingToken: ExtractParams['missingToken']): Design {
  return missingToken === 'zero' ? { ...design, traits: { ...design.traits, substitute: 'zero' } } : design;
}

function requireSameClasses({ classes }: ModelFile, samples: Samples): void {
  const { name, classes: found } = samples.dataset;
  if (JSON.stringify(classes) === JSON.stringify(found)) return;
  throw failure('LAC4206', { known: classes.join(', '), dataset: name, found: found.join(', ') });
}

function requireModalities({ modalities }: ModelFile, { dataset, modalities: made }: Samples): void {
  const lacking = modalities.filter((modality) => !made.includes(modality));
  if (lacking.length === 0) return;
  throw failure('LAC4223', { reads: modalities.join(', '), dataset: dataset.name, made: made.join(', ') });
}
