import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { tuningAlone } from '../model/methods.ts';
import type { Learnable } from '../model/parameters.ts';
import { readTensors, writeTensors } from '../tensor/safetensors.ts';
import { toTensors, toValues } from './model-file.ts';
import type { Model } from './towers.ts';
import { type Stage, stageLog, stepsOf, trainStage } from './train-stage.ts';
import type { Work } from './work.ts';

/** What a first stage made, and how many steps it was planned to take. */
export interface Tuned {
  /** The caller's. */
  readonly weights: Learnable;
  readonly steps: number;
}

const tensorsFile = 'tuned.safetensors';

/**
 * First stage of a method that has two: all weights of each encoder, alone. What came of an encoder is kept as a part, so
 * that another attempt does not tune it again, and no state of a later stage has to hold it.
 */
export async function tuneAlone(work: Work, { design, weights }: Model): Promise<Tuned> {
  const { epochs, optimizer, mmlora } = work.job.params;
  const { stage1Epochs = epochs, stage1Lr: lr = optimizer.lr } = mmlora;
  const tuned: Record<string, Tensor> = {};
  let steps = 0;
  for (const [index, tower] of design.towers.entries()) {
    const alone = {
      design: { ...design, traits: tuningAlone, towers: [tower] },
      weights: weights.slice(index, index + 1),
    };
    const name = tower.modality;
    const stage = { epochs: stage1Epochs, optimizer: { ...optimizer, lr }, name, stepsBefore: steps };
    Object.assign(tuned, (await takenStage(work, name)) ?? (await tuneOne(work, alone, stage)));
    steps += stepsOf(work, [tower], stage1Epochs);
  }
  return { weights: tuned, steps };
}

async function tuneOne(
  work: Work,
  alone: Model,
  stage: Stage & { readonly name: string },
): Promise<Learnable> {
  const { learned } = await trainStage(work, alone, stage);
  const tuned: Record<string, Tensor> = {};
  for (const [name, tensor] of Object.entries(learned)) {
    if (name.startsWith(`${stage.name}.encoder.`)) tuned[name] = tensor;
    else tensor.dispose();
  }
  await keepStage(work, stage.name, tuned);
  return tuned;
}

/** What an earlier attempt made of an encoder, and the log of it; undefined when none came so far. */
async function takenStage(work: Work, name: string): Promise<Learnable | undefined> {
  const directory = folderOf(work, name);
  if (!(await work.context.parts?.take(partOf(name), directory))) return undefined;
  const log = stageLog(name);
  await copyFile(join(directory, log), join(work.job.outputDirectory, log));
  const tuned = toTensors(await readTensors(join(directory, tensorsFile)));
  await rm(directory, { recursive: true });
  return tuned;
}

async function keepStage(work: Work, name: string, tuned: Learnable): Promise<void> {
  const { parts } = work.context;
  if (parts === undefined) return;
  const directory = folderOf(work, name);
  await mkdir(directory);
  await writeTensors(join(directory, tensorsFile), await toValues(tuned));
  const log = stageLog(name);
  await copyFile(join(work.job.outputDirectory, log), join(directory, log));
  await parts.keep(partOf(name), directory);
  await rm(directory, { recursive: true });
}

function partOf(name: string): string {
  return `tuned-${name}`;
}

function folderOf({ job }: Work, name: string): string {
  return join(job.scratchDirectory, partOf(name));
}
