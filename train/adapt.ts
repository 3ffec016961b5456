import type { Tensor } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Design, Modality, Tower } from '../model/design.ts';
import type { BatchSize } from '../model/halves.ts';
import { traitsOf } from '../model/methods.ts';
import { countParameters, type Learnable, weightsOf } from '../model/parameters.ts';
import { Partner } from '../model/partner.ts';
import type { Job, Outcome, RunJob } from '../plan/job.ts';
import type { TrainParams } from '../plan/params.ts';
import { availabilityIn } from './availability.ts';
import { disposeTowers, inputDirectory, type LoadedTower, loadTowers, modalitiesOf } from './job-input.ts';
import { describeTowers, designOf, designOptionsOf, type ModelFile, writeModel } from './model-file.ts';
import type { Finished } from './run.ts';
import { Samples } from './samples.ts';
import type { Model } from './towers.ts';
import { trainStage } from './train-stage.ts';
import { tuneAlone } from './tune-alone.ts';
import type { Work } from './work.ts';

/**
 * Operation `train`: adapts encoders to a dataset by one of the methods. Writes `model.json`, `model.safetensors` (the
 * tensors that were learned) and `log.ndjson`; the same job gives the same bytes on one device.
 */
export const adapt: RunJob<TrainParams> = async (job, context) => {
  const samples = await Samples.open(inputDirectory(job, 'dataset'));
  try {
    const { missing, seed } = job.params;
    const of = { split: 'train', maskSeed: missing?.maskSeed ?? seed, operation: 'train' } as const;
    const availability = availabilityIn(samples, modalitiesOf(job), missing, of);
    const loaded = await loadTowers(job, modalitiesRead(job));
    try {
      return await adaptTowers({ job, context, samples, availability }, loaded);
    } finally {
      disposeTowers(loaded);
    }
  } finally {
    await samples.close();
  }
};

/** The modalities that the model will have towers for. */
function modalitiesRead(job: Job<TrainParams>): Modality[] {
  const all = modalitiesOf(job);
  const [first = 'image'] = all;
  const { method, modality = first } = job.params;
  if (traitsOf(method).reads === 'one') return [modality];
  if (all.length === 0) throw failure('LAC4204', { operation: 'train', role: 'encoder' });
  return all;
}

async function adaptTowers(work: Work, loaded: readonly LoadedTower[]): Promise<Outcome> {
  const { job, samples } = work;
  const towers = loaded.map(({ tower }) => tower);
  const design = designOf(job.params, towers, samples.dataset.classes.length);
  const partner = await Partner.start(batchSizes(towers, job.params.batchSize));
  try {
    const weights = loaded.map(({ weights }) => weights);
    return await adaptModel(work, { design, weights, ...(partner && { partner }) });
  } finally {
    await partner?.close();
  }
}

/** The largest batches that training may give to each encoder. */
function batchSizes(towers: readonly Tower[], batch: number): BatchSize[] {
  return towers.map(({ encoder }) => ({ batch, tokens: encoder.longest, dim: encoder.dim }));
}

async function adaptModel(work: Work, untuned: Model): Promise<Outcome> {
  const { job, samples } = work;
  const { design } = untuned;
  const { weights: tuned, steps: stepsBefore } = design.traits.tunesFirst
    ? await tuneAlone(work, untuned)
    : { weights: {}, steps: 0 };
  try {
    const { epochs, optimizer } = job.params;
    const { learned, finished } = await trainStage(work, withTuned(untuned, tuned), {
      epochs,
      optimizer,
      stepsBefore,
    });
    try {
      const file = fileOf(job.params, design, samples.dataset.classes);
      await writeModel(job.outputDirectory, file, { ...tuned, ...learned });
      return { mediaType: 'application/vnd.lacuna.model', summary: summaryOf(work, file, finished) };
    } finally {
      tf.dispose(learned as Record<string, Tensor>);
    }
  } finally {
    tf.dispose(tuned as Record<string, Tensor>);
  }
}

function withTuned(model: Model, tuned: Learnable): Model {
  const { design, weights } = model;
  const tunedWeights = design.towers.map(({ modality }, index) =>
    weightsOf(tuned, modality, weights[index] ?? {}),
  );
  return { ...model, weights: tunedWeights };
}

function fileOf(params: TrainParams, design: Design, classes: readonly string[]): ModelFile {
  return {
    version: 2,
    method: params.method,
    classes,
    modalities: design.towers.map(({ modality }) => modality),
    encoders: describeTowers(design.towers),
    ...designOptionsOf(params),
    parameters: countParameters(design),
  };
}

function summaryOf(
  { availability }: Work,
  { parameters }: ModelFile,
  finished: Finished,
): Outcome['summary'] {
  const { loss, steps, epochs, best } = finished;
  const lacking = Object.entries(availability.lacking).map(([modality, count]) => [
    `without ${modality}`,
    count,
  ]);
  return {
    loss,
    steps,
    epochs,
    learnableParameters: parameters.learnable,
    totalParameters: parameters.total,
    ...(best && { bestEpoch: best.epoch, [`validation ${best.metric}`]: best.value }),
    ...(availability.digest !== undefined && { availability: availability.digest }),
    ...Object.fromEntries(lacking),
  };
}
