import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, type ScoresFile } from '../../evaluate/evaluate.ts';
import { setsOf } from '../../grid/cells.ts';
import type { SplitSamples } from '../../grid/split-samples.ts';
import type { Digest } from '../../plan/digest.ts';
import type { Outcome, Progress } from '../../plan/job.ts';
import type { EvaluateParams } from '../../plan/params.ts';
import { stream } from '../../random/stream.ts';
import { type TensorValues, writeTensors } from '../../tensor/safetensors.ts';

/** Twelve samples of three classes with pictures and texts. */
export const twelve: SplitSamples = {
  version: 1,
  dataset: 'toy',
  split: 'test',
  ids: Array.from({ length: 12 }, (_, index) => `s${index}`),
  classes: ['red', 'green', 'blue'],
  multiLabel: false,
  modalities: ['image', 'text'],
  lacking: {},
  labels: Array.from({ length: 12 }, (_, index) => index % 3),
  parameters: { total: 1000, learnable: 10 },
};

/** Logits of every set of modalities, drawn at random: no two are alike, so that a wrong choice shows. */
export function drawLogits({ ids, classes, modalities }: SplitSamples): TensorValues {
  const shape = [ids.length, classes.length];
  const entries = setsOf(modalities).map(({ name }) => {
    const { normal } = stream(3, `test logits ${name}`);
    const data = Float32Array.from({ length: ids.length * classes.length }, () => normal());
    return [name, { shape, data }] as const;
  });
  return Object.fromEntries(entries);
}

export interface Workplace extends Disposable {
  readonly folder: () => string;
}

export function workplace(): Workplace {
  const root = mkdtempSync(join(tmpdir(), 'lacuna-evaluate-'));
  let made = 0;
  const folder = () => {
    made += 1;
    const path = join(root, String(made));
    mkdirSync(path);
    return path;
  };
  return { folder, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

/** A folder as an extraction leaves it. */
export async function writeExtraction(
  directory: string,
  samples: SplitSamples,
  logits: TensorValues = drawLogits(samples),
  features: TensorValues = {},
): Promise<void> {
  writeFileSync(join(directory, 'samples.json'), JSON.stringify(samples));
  await writeTensors(join(directory, 'logits.safetensors'), logits);
  await writeTensors(join(directory, 'features.safetensors'), features);
}

export interface Evaluation {
  readonly file: ScoresFile;
  readonly bytes: string;
  readonly outcome: Outcome;
  readonly reports: readonly Progress[];
}

/** Runs an evaluation of the extraction in a folder. */
export async function evaluateFolder(
  place: Workplace,
  directory: string,
  params: Partial<EvaluateParams>,
): Promise<Evaluation> {
  const outputDirectory = place.folder();
  const reports: Progress[] = [];
  const outcome = await evaluate(
    {
      operation: 'evaluate',
      params: { grid: [{ subsets: 'all' }], metrics: ['accuracy'], maskSeed: 0, ...params },
      inputs: { features: [{ digest: 'sha256-0' as Digest, directory }] },
      outputDirectory,
      scratchDirectory: place.folder(),
    },
    { report: (progress) => reports.push(progress), signal: new AbortController().signal },
  );
  const bytes = readFileSync(join(outputDirectory, 'scores.json'), 'utf8');
  return { file: JSON.parse(bytes) as ScoresFile, bytes, outcome, reports };
}

/** Writes an extraction and evaluates it. */
export async function evaluationOf(
  place: Workplace,
  params: Partial<EvaluateParams>,
  samples: SplitSamples = twelve,
  logits?: TensorValues,
  features?: TensorValues,
): Promise<Evaluation> {
  const directory = place.folder();
  await writeExtraction(directory, samples, logits, features);
  return evaluateFolder(place, directory, params);
}
