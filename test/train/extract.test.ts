import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Dataset, Sample } from '../../data/dataset.ts';
import { type SubsetCell, setsOf } from '../../grid/cells.ts';
import type { SplitSamples } from '../../grid/split-samples.ts';
import { tf } from '../../model/backend.ts';
import type { Modality } from '../../model/design.ts';
import { type Method, methods, traitsOf } from '../../model/methods.ts';
import type { Learnable } from '../../model/parameters.ts';
import type { JobContext } from '../../plan/job.ts';
import { readTensors } from '../../tensor/safetensors.ts';
import { adapt } from '../../train/adapt.ts';
import { extract } from '../../train/extract.ts';
import { extractFeatures } from '../../train/features.ts';
import { predict } from '../../train/predict.ts';
import { Samples } from '../../train/samples.ts';
import { setLogits } from '../../train/set-logits.ts';
import { encodeTokens, type Model } from '../../train/towers.ts';
import { keeper } from './keepers.ts';
import { smallModel } from './small-models.ts';
import {
  bytesOf,
  runHere,
  scoreModel,
  tinyExtraction,
  tinyJob,
  tinyParams,
  type Workplace,
  workplace,
  writeTinyDataset,
} from './tiny.ts';

let place: Workplace;
let directory: string;
let samples: Samples;

const quiet: JobContext = { report: () => undefined, signal: new AbortController().signal };
const rows = Array.from({ length: 10 }, (_, row) => row);

beforeAll(async () => {
  place = workplace();
  directory = place.folder('dataset');
  await writeTinyDataset(directory, { train: 12, val: 0, test: 70 });
  samples = await Samples.open(directory);
});
afterAll(async () => {
  await samples.close();
  place[Symbol.dispose]();
});

/** The model as it would run on samples that have a set of modalities: the absent encoder does not run at all. */
function logitsOfRun(model: Model, learnable: Learnable, { available: set }: SubsetCell): Float32Array {
  const available = model.design.towers.map(({ modality }) => rows.map(() => Number(set.includes(modality))));
  return tf.tidy(() => {
    const inputs = model.design.towers.map(({ modality }) => samples.input(modality, rows, 'test'));
    const tokens = encodeTokens(model, learnable, inputs, { selected: available, encoded: available });
    return predict(model.design, learnable, tokens, available).dataSync() as Float32Array;
  });
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, index) => Math.abs(value - (b[index] ?? Number.NaN))));
}

const sets = setsOf(['image', 'text']);

describe.each(methods)('extraction from %s', (method) => {
  it('says of every set of modalities what a run of the model says', async () => {
    const modalities = traitsOf(method).reads === 'one' ? (['image'] as const) : (['image', 'text'] as const);
    const { model, learnable } = await smallModel(method, modalities);
    const features = await extractFeatures(model, learnable, samples, rows, sets, quiet);
    for (const set of sets) {
      const expected = logitsOfRun(model, learnable, set);
      const found = setLogits(model.design, learnable, features, set);
      const largest = Math.max(...expected.map(Math.abs));
      expect(largestDifference(found, expected) / largest, set.name).toBeLessThan(1e-6);
      expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1);
    }
  });
});

describe('the views of a tower', () => {
  it.each<[Method, readonly string[], readonly string[]]>([
    ['u2a', ['plain'], ['plain']],
    ['late-placeholder', ['plain', 'placeholder'], ['plain', 'placeholder']],
    ['map', ['plain', 'without-text'], ['plain', 'without-image']],
    ['msp', ['plain'], ['plain']],
  ])('that %s needs for all sets', async (method, image, text) => {
    const { model, learnable } = await smallModel(method, ['image', 'text']);
    const { towers } = await extractFeatures(model, learnable, samples, rows, sets, quiet);
    expect(towers.map((views) => [...views.keys()])).toEqual([image, text]);
  });

  it('are only those that the sets ask for', async () => {
    const { model, learnable } = await smallModel('u2a', ['image', 'text']);
    const onlyText = [{ available: ['text'] }];
    const { towers } = await extractFeatures(model, learnable, samples, rows, onlyText, quiet);
    expect(towers.map((views) => views.size)).toEqual([0, 1]);
  });
});

const trained = new Map<Method, string>();

/** The folder of a model that was trained for an epoch. */
async function modelOf(method: Method): Promise<string> {
  const known = trained.get(method);
  if (known !== undefined) return known;
  const training = tinyJob(place, 'train', { ...tinyParams, method, epochs: 1 }, { dataset: directory });
  await runHere(adapt, training);
  trained.set(method, training.outputDirectory);
  return training.outputDirectory;
}

/** Extracts from the test split of a dataset. */
async function extractionOf(method: Method, dataset = directory) {
  const model = await modelOf(method);
  const before = tf.memory().numTensors;
  const inputs = { dataset, model };
  const job = tinyJob(place, 'extract', tinyExtraction, inputs);
  const { outcome } = await runHere(extract, job);
  expect(tf.memory().numTensors).toBe(before);
  const file = readFileSync(join(job.outputDirectory, 'samples.json'), 'utf8');
  const described = JSON.parse(file) as SplitSamples;
  return { model, output: job.outputDirectory, outcome, described };
}

describe.each<Method>(['u2a', 'late-zero'])('operation extract for %s', (method) => {
  it('writes logits of every set, the features behind them and what is known of the samples', async () => {
    const { model, output, outcome, described } = await extractionOf(method);
    expect(outcome.mediaType).toBe('application/vnd.lacuna.features');
    const { parameters } = JSON.parse(readFileSync(join(model, 'model.json'), 'utf8'));
    expect(described).toEqual({
      version: 1,
      dataset: 'tiny',
      split: 'test',
      ids: Array.from({ length: 70 }, (_, index) => `s${12 + index}`),
      classes: ['red', 'green', 'blue', 'grey'],
      multiLabel: false,
      modalities: ['image', 'text'],
      lacking: {},
      labels: Array.from({ length: 70 }, (_, index) => (12 + index) % 4),
      parameters: { total: parameters.total, learnable: parameters.learnable },
    });
    const logits = await readTensors(join(output, 'logits.safetensors'));
    expect(Object.keys(logits).sort()).toEqual(['complete', 'only-image', 'only-text']);
    const features = await readTensors(join(output, 'features.safetensors'));
    const proxies = method === 'u2a' ? ['image.proxy.text', 'text.proxy.image'] : [];
    expect(Object.keys(features).sort()).toEqual(['image.class', 'text.class', ...proxies].sort());
    expect(features['image.class']?.shape).toEqual([70, 64]);
    await expectLogitsFromFeatures(model, features, logits['complete']?.data ?? []);
  });
});

/** Logits of complete samples computed again with plain loops from the published files. */
async function expectLogitsFromFeatures(
  model: string,
  features: Awaited<ReturnType<typeof readTensors>>,
  found: ArrayLike<number>,
): Promise<void> {
  const learned = await readTensors(join(model, 'model.safetensors'));
  const at = (name: string, index: number) => (learned[name] ?? features[name])?.data[index] ?? Number.NaN;
  const logits = Array.from({ length: 70 * 4 }, (_, index) => {
    const [row, column] = [Math.floor(index / 4), index % 4];
    const terms = Array.from({ length: 64 }, (_, d) => {
      return (
        at('head.weight', column * 64 + d) *
        (at('image.class', row * 64 + d) + at('text.class', row * 64 + d))
      );
    });
    return terms.reduce((sum, term) => sum + term, at('head.bias', column));
  });
  expect(largestDifference(found, logits)).toBeLessThan(1e-5);
}

describe('extraction without what stands in for a missing modality', () => {
  it('leaves the scores of complete samples and changes the others', async () => {
    const model = await modelOf('u2a');
    const scoresWith = async (missingToken: 'method' | 'zero') => {
      const { scores } = await scoreModel(place, { dataset: directory, model }, { missingToken });
      return Object.fromEntries(scores.map(({ cell, metric, value }) => [`${cell} ${metric}`, value]));
    };
    const [method, zero] = [await scoresWith('method'), await scoresWith('zero')];
    expect(zero['complete accuracy']).toBe(method['complete accuracy']);
    const lacking = [
      'only-image accuracy',
      'only-image f1-macro',
      'only-text accuracy',
      'only-text f1-macro',
    ];
    expect(lacking.map((name) => zero[name])).not.toEqual(lacking.map((name) => method[name]));
  });
});

/** The tiny dataset with samples that came without a modality, by row. */
async function withGaps(missing: ReadonlyMap<number, Modality>): Promise<string> {
  const folder = place.folder('gaps');
  const written = await writeTinyDataset(folder, { train: 0, val: 0, test: 6 });
  const gapped = written.samples.map((sample, row): Sample => {
    const modality = missing.get(row);
    return modality === undefined ? sample : { ...sample, missing: [modality] };
  });
  await writeOver(folder, { ...written, samples: gapped });
  return folder;
}

describe('extraction from samples that came without a modality', () => {
  it('tells which, and reads nothing of what is not there', async () => {
    const gaps = await withGaps(
      new Map([
        [1, 'text'],
        [4, 'image'],
        [5, 'text'],
      ]),
    );
    const { output, described } = await extractionOf('u2a', gaps);
    expect(described.lacking).toEqual({ image: [4], text: [1, 5] });
    const features = await readTensors(join(output, 'features.safetensors'));
    const isZero = (name: string, row: number) =>
      features[name]?.data.slice(row * 64, (row + 1) * 64).every((value) => value === 0);
    expect([0, 1, 2, 3, 4, 5].filter((row) => isZero('image.class', row))).toEqual([4]);
    expect([0, 1, 2, 3, 4, 5].filter((row) => isZero('text.proxy.image', row))).toEqual([1, 5]);
    const whole = await extractionOf('u2a', await withGaps(new Map()));
    const [some, all] = [output, whole.output].map((folder) => join(folder, 'logits.safetensors'));
    const [found, expected] = [await readTensors(some ?? ''), await readTensors(all ?? '')];
    const rowsWith = { complete: [0, 2, 3], 'only-image': [0, 1, 2, 3, 5], 'only-text': [0, 2, 3, 4] };
    for (const [set, own] of Object.entries(rowsWith)) {
      const [a, b] = [found[set], expected[set]].map((tensor) =>
        own.flatMap((row) => [...(tensor?.data.slice(row * 4, row * 4 + 4) ?? [])]),
      );
      expect(largestDifference(a ?? [], b ?? []), set).toBeLessThan(1e-5);
    }
  });

  it('goes on where no sample has a modality', async () => {
    const texts = await withGaps(new Map(rows.map((row) => [row, 'image'])));
    const { output, described } = await extractionOf('u2a', texts);
    expect(described.lacking).toEqual({ image: [0, 1, 2, 3, 4, 5] });
    const features = await readTensors(join(output, 'features.safetensors'));
    expect(features['image.class']?.shape).toEqual([6, 64]);
    expect(features['image.class']?.data.every((value) => value === 0)).toBe(true);
  });
});

describe('extraction of many samples', () => {
  it('that is killed takes over the parts that were finished, and writes the same bytes', async () => {
    const many = place.folder('many');
    await writeTinyDataset(many, { train: 0, val: 0, test: 1100 });
    const inputs = { dataset: many, model: await modelOf('u2a') };
    const jobOf = () => tinyJob(place, 'extract', tinyExtraction, inputs);
    const whole = jobOf();
    await runHere(extract, whole);
    const before = tf.memory().numTensors;
    const read = vi.spyOn(Samples.prototype, 'input');
    const rowsRead = () => read.mock.calls.map(([modality, { length }]) => [modality, length] as const);
    const kept = keeper(place);
    const first = kept.attempt({ parts: 3 });
    await expect(extract(jobOf(), first)).rejects.toThrow('killed');
    const names = [0, 1].flatMap((part) => [`image-plain-${part}`, `text-plain-${part}`]);
    expect([...kept.made].sort()).toEqual(names.sort().slice(0, 3));
    read.mockClear();
    const last = jobOf();
    const second = kept.attempt();
    await extract(last, second);
    expect(kept.taken).toEqual(names.slice(0, 3));
    expect([...kept.made].sort()).toEqual(names);
    expect(rowsRead().every(([modality]) => modality === 'text')).toBe(true);
    expect(rowsRead().reduce((sum, [, length]) => sum + length, 0)).toBe(1100 - 1024);
    read.mockRestore();
    expect(second.reports[0]).toMatchObject({ phase: 'features of image', done: 1024, total: 1100 });
    expect(second.reports.at(-1)).toMatchObject({ phase: 'features of text', done: 1100, total: 1100 });
    expect(bytesOf(last.outputDirectory)).toEqual(bytesOf(whole.outputDirectory));
    expect(tf.memory().numTensors).toBe(before);
  }, 300_000);

  it('keeps no parts of few', async () => {
    const kept = keeper(place);
    const job = tinyJob(place, 'extract', tinyExtraction, {
      dataset: directory,
      model: await modelOf('u2a'),
    });
    await extract(job, kept.attempt());
    expect(kept.made).toEqual([]);
  });
});

describe('extraction from what does not fit', () => {
  it('names the classes that differ', async () => {
    const other = place.folder('other');
    const written = await writeTinyDataset(other, { train: 4, val: 0, test: 4 });
    await writeOver(other, { ...written, classes: ['red', 'green', 'blue', 'black'] });
    await expect(extractionOf('u2a', other)).rejects.toMatchObject({
      code: 'LAC4206',
      message: expect.stringContaining('black'),
    });
  });

  it('names the empty split, and the step that the author wrote', async () => {
    const other = place.folder('no-test');
    await writeTinyDataset(other, { train: 4, val: 0, test: 0 });
    await expect(extractionOf('u2a', other)).rejects.toMatchObject({
      code: 'LAC4203',
      message: expect.stringMatching(/"test".*evaluate/),
    });
  });

  it('says that a dataset contradicts its own description', async () => {
    const other = place.folder('contradiction');
    const written = await writeTinyDataset(other, { train: 4, val: 0, test: 4 });
    const [first, ...rest] = written.shards;
    const shards = first ? [{ ...first, rows: first.rows - 1 }, ...rest] : [];
    await writeOver(other, { ...written, shards, samples: written.samples.slice(1) });
    await expect(Samples.open(other)).rejects.toMatchObject({
      code: 'LAC4208',
      message: expect.stringContaining('[3,'),
    });
  });
});

async function writeOver(folder: string, contents: Dataset): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(folder, 'dataset.json'), JSON.stringify(contents));
}
