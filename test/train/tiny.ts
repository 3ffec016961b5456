import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dataset } from '../../data/dataset.ts';
import { evaluate, type ScoresFile } from '../../evaluate/evaluate.ts';
import type { Digest } from '../../plan/digest.ts';
import type { Job, JobContext, JobInput, Operation, Outcome, Progress, RunJob } from '../../plan/job.ts';
import type { EvaluateParams, ExtractParams, TrainParams } from '../../plan/params.ts';
import { stream } from '../../random/stream.ts';
import type { Split } from '../../schemas/generated/resolved.ts';
import { extract } from '../../train/extract.ts';
import { type Described, storeDataset } from '../data/store-dataset.ts';

/** Folders of one test; the folder and all in it go with the scope. */
export interface Workplace extends Disposable {
  readonly root: string;
  /** A new empty folder. */
  folder(name: string): string;
}

/** A temporary folder that removes itself: `using place = workplace()`. */
export function workplace(): Workplace {
  const root = mkdtempSync(join(tmpdir(), 'lacuna-train-'));
  let made = 0;
  return {
    root,
    folder: (name) => {
      made += 1;
      const path = join(root, `${made}-${name}`);
      mkdirSync(path);
      return path;
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

const tinyClasses = ['red', 'green', 'blue', 'grey'];
const side = 32;
const maxLength = 12;

/** Picture of a class: noise whose mean colour tells the class. */
function tinyPicture(label: number, row: number): Uint8Array {
  const draws = stream(7, 'test.picture', row);
  return Uint8Array.from({ length: side * side * 3 }, (_, index) => {
    return (index % 3 === label ? 120 : 60) + draws.integer(100);
  });
}

/** [CLS], words of which about half are the word of the class, [SEP]: lengths 5 to 12. */
function tinyText(label: number, row: number): number[] {
  const draws = stream(7, 'test.text', row);
  const length = 5 + draws.integer(maxLength - 4);
  const words = Array.from({ length: length - 2 }, () =>
    draws.uniform() < 0.5 ? 20 + label : 50 + draws.integer(200),
  );
  words[draws.integer(words.length)] = 20 + label;
  return [1, ...words, 2];
}

/** Writes a dataset in which each modality alone determines the label. */
export async function writeTinyDataset(directory: string, sizes: Record<Split, number>): Promise<Dataset> {
  const splits = (['train', 'val', 'test'] as const).flatMap((split) =>
    new Array<Split>(sizes[split]).fill(split),
  );
  const samples = splits.map((split, row) => ({ id: `s${row}`, label: row % tinyClasses.length, split }));
  const described: Described = {
    name: 'tiny',
    classes: tinyClasses,
    modalities: {
      image: {
        size: side,
        mean: [0.48145466, 0.4578275, 0.40821073],
        std: [0.26862954, 0.26130258, 0.27577711],
        resize: 'shorter',
        filter: 'bicubic',
      },
      text: { maxLength },
    },
    samples,
  };
  const processed = samples.map(({ label }, row) => ({
    image: tinyPicture(label, row),
    text: tinyText(label, row),
  }));
  return await storeDataset(directory, described, processed);
}

export const tinyParams: TrainParams = {
  method: 'u2a',
  seed: 0,
  epochs: 2,
  batchSize: 8,
  lora: { rank: 1, alpha: 1, dropout: 0.1, targets: ['query', 'key', 'value', 'output'] },
  fusion: 'sum',
  maskToken: { mode: 'pairwise', visibility: 'full' },
  prompts: { length: 4, layers: 2, orthogonality: 0.1 },
  video: { fuse: 'mean' },
  missingInput: { compute: 'skip', placeholder: 'zeros' },
  trainable: { extra: [] },
  mmlora: {},
  lambda: 0.2,
  alignTarget: 'grad',
  modalityDropout: { complete: 1 / 3, granularity: 'batch', mode: 'select' },
  frozenDropout: 0.1,
  optimizer: { name: 'adamw', lr: 0.01, eps: 1e-8, weightDecay: 0.02, betas: [0.9, 0.999] },
  schedule: {
    name: 'polynomial',
    power: 0.9,
    warmupEpochs: 0,
    warmupFactor: 0.1,
    warmupMode: 'constant',
    origin: 'warmup-end',
  },
  classWeights: 'none',
  augment: { image: 'none', video: 'none', shared: false },
  batches: 'shuffled',
  divergence: { factor: 1000 },
  select: 'last',
  encoders: {
    image: { architecture: 'clip-vit', outputNorm: 'post', classToken: 'first' },
    text: { architecture: 'bert', outputNorm: 'post', classToken: 'first' },
  },
};

export const tinyExtraction: ExtractParams = {
  split: 'test',
  missingToken: 'method',
  encoders: tinyParams.encoders,
};

const tinyEvaluation: EvaluateParams = {
  grid: [{ subsets: 'all' }],
  maskSeed: 0,
  metrics: ['accuracy', 'f1-macro'],
};

/** Folder of an encoder among the test vectors. */
export function encoderFolder(name: 'clip-tiny' | 'bert-tiny' | 'ast-tiny'): string {
  return new URL(`../vectors/encoders/${name}`, import.meta.url).pathname;
}

function input(directory: string): readonly JobInput[] {
  return [{ digest: 'sha256-0' as Digest, directory }];
}

/** A job on the tiny encoders; `inputs` are folders by role beside them. */
export function tinyJob<Params>(
  place: Workplace,
  operation: Operation,
  params: Params,
  inputs: Record<string, string>,
): Job<Params> {
  const folders = {
    'encoder.image': encoderFolder('clip-tiny'),
    'encoder.text': encoderFolder('bert-tiny'),
    ...inputs,
  };
  return {
    operation,
    params,
    inputs: Object.fromEntries(Object.entries(folders).map(([role, directory]) => [role, input(directory)])),
    outputDirectory: place.folder(`${operation}-output`),
    scratchDirectory: place.folder(`${operation}-scratch`),
  };
}

/** Runs an operation in this process; gives what it reported beside its outcome. */
export async function runHere<Params>(
  run: RunJob<Params>,
  job: Job<Params>,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly outcome: Outcome; readonly reports: readonly Progress[] }> {
  const reports: Progress[] = [];
  const context: JobContext = { report: (progress) => reports.push(progress), signal };
  return { outcome: await run(job, context), reports };
}

/** Runs an evaluation and the extraction before it, as a plan does; gives what `scores.json` says. */
export async function scoreModel(
  place: Workplace,
  inputs: { readonly dataset: string; readonly model: string },
  changes: Partial<EvaluateParams & ExtractParams> = {},
): Promise<ScoresFile> {
  const { grid, maskSeed, metrics, ...extraction } = { ...tinyEvaluation, ...tinyExtraction, ...changes };
  const extracting = tinyJob(place, 'extract', extraction, inputs);
  await runHere(extract, extracting);
  return scoreFeatures(place, extracting.outputDirectory, { grid, maskSeed, metrics });
}

/** Runs an evaluation of what an extraction left in a folder. */
export async function scoreFeatures(
  place: Workplace,
  features: string,
  changes: Partial<EvaluateParams> = {},
): Promise<ScoresFile> {
  const job = tinyJob(place, 'evaluate', { ...tinyEvaluation, ...changes }, { features });
  await runHere(evaluate, job);
  return JSON.parse(readFileSync(join(job.outputDirectory, 'scores.json'), 'utf8'));
}

/** Contents of every file of a folder by name, in hexadecimal, to compare bytes. */
export function bytesOf(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory).map((name) => [name, readFileSync(join(directory, name)).toString('hex')]),
  );
}

/** The steps that a run logged. */
export function readLog(directory: string): Record<string, number>[] {
  const lines = readFileSync(join(directory, 'log.ndjson'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, number>);
}
