import { join } from 'node:path';
import { tf } from '../model/backend.ts';
import type { Tower } from '../model/design.ts';
import { createLearnable, type Learnable } from '../model/parameters.ts';
import type { Optimizer } from '../schemas/generated/resolved.ts';
import { AdamW } from './adamw.ts';
import { hasSome } from './availability.ts';
import { classWeightsOf } from './class-weights.ts';
import { toTensors } from './model-file.ts';
import type { Finished, Run } from './run.ts';
import { runEpochs } from './run-epochs.ts';
import { computeStep, type Training, viewOf } from './step.ts';
import { loadedWeights, type Model } from './towers.ts';
import { validationOf } from './validate-model.ts';
import type { Work } from './work.ts';

/** One run over epochs. */
export interface Stage {
  readonly epochs: number;
  readonly optimizer: Optimizer;
  /** Of a stage before the last: what its files are called by. */
  readonly name?: string;
  /** Steps of the stages before. */
  readonly stepsBefore: number;
}

/** Learned tensors, which are the caller's, and how the run ended. */
export interface Trained {
  readonly learned: Learnable;
  readonly finished: Finished;
}

/** Trains a model from its initial values on the training samples that have one of its modalities. */
export async function trainStage(work: Work, model: Model, stage: Stage): Promise<Trained> {
  const { job, context, samples, availability } = work;
  const { params } = job;
  const rows = rowsFor(work, model.design.towers);
  const classWeights = classWeightsOf(params.classWeights, samples.countClasses(rows));
  const training: Training = { params, model, samples, availability, ...(classWeights && { classWeights }) };
  const adamw = new AdamW(initialLearnable(model, params.seed), stage.optimizer);
  try {
    const run = { ...runOf(work, model, stage, rows), ...validationOf(work, model) };
    const finished = await runEpochs(
      run,
      adamw,
      (learnable, at) => computeStep(training, learnable, at),
      context,
    );
    const copies = Object.entries(adamw.parameters).map(([name, tensor]) => [name, tf.clone(tensor)]);
    return { learned: Object.fromEntries(copies), finished };
  } finally {
    adamw.dispose();
  }
}

/** The training samples that have a modality of one of the towers. */
function rowsFor({ samples, availability }: Work, towers: readonly Tower[]): number[] {
  return samples.rowsOf('train', 'train').filter((row) => hasSome(availability, towers, row));
}

/** Steps of a stage that does not stop early. */
export function stepsOf(work: Work, towers: readonly Tower[], epochs: number): number {
  return epochs * Math.ceil(rowsFor(work, towers).length / work.job.params.batchSize);
}

/** The log of a stage among the files of a result; without a name that of the last one. */
export function stageLog(name?: string): string {
  return name === undefined ? 'log.ndjson' : `log-${name}.ndjson`;
}

/** First values: drawn from the seed, or, for weights of encoders, those that were loaded. */
function initialLearnable(model: Model, seed: number): Learnable {
  return { ...toTensors(createLearnable(model.design, seed)), ...loadedWeights(model) };
}

function runOf(
  { job, samples }: Work,
  { design }: Model,
  { epochs, optimizer, name, stepsBefore }: Stage,
  rows: readonly number[],
): Run {
  const { seed, batchSize, schedule, batches, divergence } = job.params;
  const { logDirectory, scratchDirectory } = job;
  const modalities = design.towers.map(({ modality }) => modality);
  return {
    operation: 'train',
    seed,
    epochs,
    batchSize,
    optimizer,
    schedule,
    rows,
    logFile: join(job.outputDirectory, stageLog(name)),
    nameOf: (row) => samples.nameOf(row),
    readAhead: (at) => samples.readAhead(modalities, at.rows, viewOf(job.params, at)),
    divergenceFactor: divergence.factor,
    ...(name !== undefined && { stage: name }),
    stepsBefore,
    scratchDirectory,
    logDirectory: logDirectory && name ? join(logDirectory, name) : logDirectory,
    ...(batches === 'by-length' && { lengthOf: (row: number) => samples.textLength(row) }),
  };
}
