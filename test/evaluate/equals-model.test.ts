import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, Sample } from '../../data/dataset.ts';
import { outputsOf } from '../../evaluate/cell-outputs.ts';
import { cellRowsIn } from '../../evaluate/cell-rows.ts';
import { readExtraction } from '../../evaluate/read-extraction.ts';
import { type Cell, cellsOf } from '../../grid/cells.ts';
import { rankSamples } from '../../grid/missing.ts';
import { tf } from '../../model/backend.ts';
import type { DesignOptions, Modality } from '../../model/design.ts';
import { type Method, traitsOf } from '../../model/methods.ts';
import { countParameters, type Learnable } from '../../model/parameters.ts';
import type { EvaluateParams, ExtractParams } from '../../plan/params.ts';
import { stream } from '../../random/stream.ts';
import { measure } from '../../score/metrics.ts';
import { extract } from '../../train/extract.ts';
import { describeTowers, designOptionsOf, writeModel } from '../../train/model-file.ts';
import { predict } from '../../train/predict.ts';
import { Samples } from '../../train/samples.ts';
import { encodeTokens, type Model } from '../../train/towers.ts';
import { storeDataset } from '../data/store-dataset.ts';
import { smallModel } from '../train/small-models.ts';
import {
  encoderFolder,
  runHere,
  scoreFeatures,
  tinyExtraction,
  tinyJob,
  type Workplace,
  workplace,
} from '../train/tiny.ts';

const rows = 24;
const classes = ['red', 'green', 'blue', 'grey'];
const two = ['image', 'text'] as const;
const three = ['image', 'text', 'audio'] as const;

let place: Workplace;
const folders = new Map<string, string>();

beforeAll(async () => {
  place = workplace();
  for (const modalities of [two, three]) {
    folders.set(modalities.join('+'), await writeSamples(modalities, false));
  }
  folders.set('several', await writeSamples(two, true));
});
afterAll(() => place[Symbol.dispose]());

/** Random samples; the last came without a picture, where there are three modalities. */
async function writeSamples(modalities: readonly Modality[], multiLabel: boolean): Promise<string> {
  const folder = place.folder('samples');
  const norm = { mean: [0.5, 0.5, 0.5], std: [0.25, 0.25, 0.25] } as const;
  const all: Dataset['modalities'] = {
    image: { size: 32, ...norm, resize: 'shorter', filter: 'bicubic' },
    text: { maxLength: 12 },
    audio: { frames: 64, bins: 32, padding: 0 },
  };
  const own = Object.fromEntries(
    Object.entries(all).filter(([name]) => modalities.includes(name as 'image')),
  );
  const lastRow = { missing: ['image'] as const };
  const samples = Array.from(
    { length: rows },
    (_, row): Sample => ({
      id: `s${row}`,
      ...(multiLabel ? several(row) : { label: row % 4 }),
      split: 'test',
      ...(modalities.length > 2 && row === rows - 1 && lastRow),
    }),
  );
  const contents = samples.map((_, row) => ({
    image: Uint8Array.from({ length: 32 * 32 * 3 }, byteOf(row)),
    text: [1, ...Array.from({ length: 3 + (row % 8) }, (_, at) => 4 + ((31 * row + 7 * at) % 290)), 2],
    audio: Float32Array.from({ length: 64 * 32 }, stream(9, 'test sound', row).normal),
  }));
  const described = { name: 'toy', classes, modalities: own, samples, ...(multiLabel && { multiLabel }) };
  await storeDataset(folder, described, contents);
  return folder;
}

function several(row: number): Pick<Sample, 'label' | 'labels'> {
  const labels = row % 3 === 0 ? [row % 4] : [0, 1 + (row % 3)];
  return { label: labels[0] ?? -1, labels };
}

function byteOf(row: number): () => number {
  const draws = stream(9, 'test picture', row);
  return () => draws.integer(256);
}

const architectures = {
  image: { architecture: 'clip-vit', outputNorm: 'post', classToken: 'first' },
  text: { architecture: 'bert', outputNorm: 'post', classToken: 'first' },
  audio: { architecture: 'ast', outputNorm: 'post', classToken: 'first' },
} as const;

interface Subject {
  readonly method: Method;
  readonly modalities: readonly Modality[];
  readonly changes?: Partial<DesignOptions>;
  readonly dataset?: string;
}

/** The subject's model, and the folder of what operation `extract` wrote of it. */
async function extractionOf({ method, modalities, changes, dataset }: Subject) {
  const reads = traitsOf(method).reads === 'one' ? modalities.slice(0, 1) : modalities;
  const { model, learnable } = await smallModel(method, reads, changes);
  const towers = model.design.towers.map((tower) => ({
    ...tower,
    ...architectures[tower.modality as 'image'],
  }));
  const design = { ...model.design, towers };
  const own: Model = { ...model, design };
  const folder = place.folder('model');
  const options = designOptionsOf(design);
  const encoders = describeTowers(towers);
  const parameters = countParameters(design);
  await writeModel(
    folder,
    { version: 2, method, classes, modalities: reads, encoders, parameters, ...options },
    learnable,
  );
  const data = folders.get(dataset ?? modalities.join('+')) ?? '';
  const used = Object.entries(architectures).filter(([name]) => modalities.includes(name as 'image'));
  const params: ExtractParams = { ...tinyExtraction, encoders: Object.fromEntries(used) };
  const inputs = { dataset: data, model: folder, 'encoder.audio': encoderFolder('ast-tiny') };
  const job = tinyJob(place, 'extract', params, inputs);
  await runHere(extract, job);
  return { model: own, learnable, data, features: job.outputDirectory };
}

/** Which rows a cell scores, and by modality whether each has it: counted out here, from the definition. */
function availabilityIn(
  cell: Cell,
  modalities: readonly string[],
  samples: Samples,
  ranking: readonly number[],
) {
  const has = (modality: string, row: number) =>
    samples.has(modality as Modality, row) && isLeft(cell, modality, row, modalities, ranking);
  const scored = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    modalities.some((modality) => has(modality, row)),
  );
  return { scored, flagsOf: (modality: string) => scored.map((row) => Number(has(modality, row))) };
}

function isLeft(
  cell: Cell,
  modality: string,
  row: number,
  modalities: readonly string[],
  ranking: readonly number[],
): boolean {
  if ('available' in cell) return cell.available.includes(modality);
  const { scenario, rate } = cell.missing;
  const rank = ranking.indexOf(row);
  if (rank >= Math.floor((rows * rate) / 100)) return true;
  const count = modalities.length;
  const lost = scenario === 'missing-both' ? modalities[count - 1 - (rank % count)] : scenario.slice(8);
  return modality !== lost;
}

/** Runs the model on the samples of a cell as they are there. */
function runModel(
  { model, learnable }: { readonly model: Model; readonly learnable: Learnable },
  samples: Samples,
  { scored, flagsOf }: ReturnType<typeof availabilityIn>,
): Float32Array {
  const { design } = model;
  const available = design.towers.map(({ modality }) => flagsOf(modality));
  return tf.tidy(() => {
    const inputs = design.towers.map(({ modality }) => samples.input(modality, scored, 'test'));
    const tokens = encodeTokens(model, learnable, inputs, { selected: available, encoded: available });
    return predict(
      design,
      learnable,
      tokens,
      available,
      samples.dataset.multiLabel,
    ).dataSync() as Float32Array;
  });
}

const metrics: EvaluateParams['metrics'] = ['accuracy', 'f1-macro', 'ece', 'auroc'];

const maskSeed = 5;

/** Places of the samples from the first to lose something to the last; `test/grid` has its golden order. */
function rankingOf(samples: Samples): number[] {
  const ids = Array.from({ length: rows }, (_, row) => samples.nameOf(row));
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return rankSamples(ids, { dataset: 'toy', split: 'test', maskSeed }, hash);
}

function gridOf(modalities: readonly string[]): EvaluateParams['grid'] {
  const scenarios = ['missing-text', 'missing-both'] as const;
  return [
    { subsets: 'all' },
    { scenario: [...scenarios], rate: [0, 30, 70, 100] },
    { available: { [modalities.at(-1) ?? '']: [0, 40, 100] } },
  ];
}

const subjects: readonly (readonly [string, Subject])[] = [
  ['u2a', { method: 'u2a', modalities: two }],
  ['late-zero', { method: 'late-zero', modalities: two }],
  ['late-placeholder', { method: 'late-placeholder', modalities: two }],
  ['map', { method: 'map', modalities: two }],
  ['ensemble', { method: 'ensemble', modalities: two }],
  ['unimodal', { method: 'unimodal', modalities: two }],
  ['u2a with a gate', { method: 'u2a', modalities: two, changes: { fusion: 'gate' } }],
  ['u2a with concatenation', { method: 'u2a', modalities: two, changes: { fusion: 'concat' } }],
  ['u2a of samples with several classes', { method: 'u2a', modalities: two, dataset: 'several' }],
  [
    'an ensemble of samples with several classes',
    { method: 'ensemble', modalities: two, dataset: 'several' },
  ],
  ['u2a of three modalities', { method: 'u2a', modalities: three }],
  [
    'u2a of three modalities with shared mask tokens and a gate',
    {
      method: 'u2a',
      modalities: three,
      changes: { fusion: 'gate', maskToken: { mode: 'shared', visibility: 'readonly' } },
    },
  ],
  ['map of three modalities', { method: 'map', modalities: three }],
  ['late-placeholder of three modalities', { method: 'late-placeholder', modalities: three }],
  ['predictor of three modalities', { method: 'predictor', modalities: three }],
  ['an ensemble of three modalities', { method: 'ensemble', modalities: three }],
];

describe.each(subjects)('the cells of %s', (_, subject) => {
  it('are what a run of the model on each cell says, to 1e-6', async () => {
    const { modalities } = subject;
    const { model, learnable, data, features } = await extractionOf(subject);
    const extraction = await readExtraction(features);
    const grid = gridOf(modalities);
    const { scores } = await scoreFeatures(place, features, { grid, metrics, maskSeed });
    await using open = await openSamples(data);
    const { samples } = open;
    const ranking = rankingOf(samples);
    const rowsOf = cellRowsIn(extraction.samples, maskSeed);
    const cells = cellsOf(modalities, grid);
    for (const cell of cells) {
      const available = availabilityIn(cell, modalities, samples, ranking);
      const expected = runModel({ model, learnable }, samples, available);
      const own = rowsOf(cell);
      expect(own.places, cell.name).toEqual(available.scored);
      const outputs = outputsOf(extraction, own);
      const scale = Math.max(1, ...expected.map(Math.abs));
      expect(largestDifference(outputs.logits, expected) / scale, cell.name).toBeLessThan(1e-6);
      for (const metric of metrics) {
        const [measured] = measure(metric, { ...outputs, logits: expected });
        const found = scores.find((score) => score.cell === cell.name && score.metric === metric);
        // In percent: 1e-6 of a share.
        expect(found?.value, `${metric} of ${cell.name}`).toBeCloseTo(measured?.value ?? Number.NaN, 4);
      }
    }
    expect(new Set(scores.map(({ value }) => value)).size).toBeGreaterThan(cells.length / 3);
  });
});

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, index) => Math.abs(value - (b[index] ?? Number.NaN))));
}

/** Closes itself. */
async function openSamples(folder: string): Promise<{ readonly samples: Samples } & AsyncDisposable> {
  const samples = await Samples.open(folder);
  return { samples, [Symbol.asyncDispose]: () => samples.close() };
}
