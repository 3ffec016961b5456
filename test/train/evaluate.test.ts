import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, Sample } from '../../data/dataset.ts';
import { type Cell, cellsOf } from '../../grid/cells.ts';
import { tf } from '../../model/backend.ts';
import type { Modality } from '../../model/design.ts';
import { type Method, methods, traitsOf } from '../../model/methods.ts';
import type { Learnable } from '../../model/parameters.ts';
import type { JobContext } from '../../plan/job.ts';
import { accuracy } from '../../score/metrics.ts';
import type { Score } from '../../score/score.ts';
import { readTensors } from '../../tensor/safetensors.ts';
import { adapt } from '../../train/adapt.ts';
import { cellLogits, evaluate, type ScoredRows, scoredRows } from '../../train/evaluate.ts';
import { extractFeatures } from '../../train/features.ts';
import { predict } from '../../train/predict.ts';
import { Samples } from '../../train/samples.ts';
import { encodeTokens, type Model } from '../../train/towers.ts';
import { smallModel } from './small-models.ts';
import {
  runHere,
  tinyEvaluation,
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

/** The model as it would run on samples that lack what the cell lacks: the absent encoder does not run at all. */
function logitsOfRun(model: Model, learnable: Learnable, cell: Cell): Float32Array {
  const { masks: available } = scoredRows(cell, model.design, samples, rows, 'test');
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

const cells = cellsOf(['image', 'text'], [{ subsets: 'all' }]);

describe.each(methods)('evaluation of %s', (method) => {
  it('from features equals a run of the model in every cell', async () => {
    const modalities = traitsOf(method).reads === 'one' ? (['image'] as const) : (['image', 'text'] as const);
    const { model, learnable } = await smallModel(method, modalities);
    const scored = cells.map((cell) => scoredRows(cell, model.design, samples, rows, 'test'));
    const masks = scored.map(({ masks }) => masks);
    const features = await extractFeatures(model, learnable, samples, rows, masks, quiet);
    for (const [index, cell] of cells.entries()) {
      const expected = logitsOfRun(model, learnable, cell);
      const found = cellLogits(model.design, features, learnable, scored[index] as ScoredRows);
      expect(largestDifference(found, expected), cell.name).toBeLessThan(2e-5);
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
  ])('that %s needs for all cells', async (method, image, text) => {
    const { model, learnable } = await smallModel(method, ['image', 'text']);
    const scored = cells.map((cell) => scoredRows(cell, model.design, samples, rows, 'test'));
    const masks = scored.map(({ masks }) => masks);
    const { towers } = await extractFeatures(model, learnable, samples, rows, masks, quiet);
    expect(towers.map((views) => [...views.keys()])).toEqual([image, text]);
  });

  it('are only those that the cells ask for', async () => {
    const { model, learnable } = await smallModel('u2a', ['image', 'text']);
    const [onlyText] = cellsOf(['image', 'text'], [{ subsets: ['only-text'] }]);
    if (onlyText === undefined) throw new Error('no cell');
    const { masks } = scoredRows(onlyText, model.design, samples, rows, 'test');
    const { towers } = await extractFeatures(model, learnable, samples, rows, [masks], quiet);
    expect(towers.map((views) => views.size)).toEqual([0, 1]);
  });
});

describe.each<Method>(['u2a', 'late-zero'])('operation evaluate for %s', (method) => {
  it('writes scores of every cell and metric and the features behind them', async () => {
    const training = tinyJob(place, 'train', { ...tinyParams, method, epochs: 1 }, { dataset: directory });
    await runHere(adapt, training);
    const before = tf.memory().numTensors;
    const job = tinyJob(place, 'evaluate', tinyEvaluation, {
      dataset: directory,
      model: training.outputDirectory,
    });
    const { outcome } = await runHere(evaluate, job);
    expect(tf.memory().numTensors).toBe(before);
    const file = JSON.parse(readFileSync(join(job.outputDirectory, 'scores.json'), 'utf8')) as {
      scores: Score[];
    };
    expect(file).toMatchObject({ version: 1, split: 'test', n: 70 });
    expect(file.scores.map(({ cell, metric, n }) => `${cell} ${metric} ${n}`)).toEqual([
      'complete accuracy 70',
      'complete f1-macro 70',
      'only-image accuracy 70',
      'only-image f1-macro 70',
      'only-text accuracy 70',
      'only-text f1-macro 70',
    ]);
    expect(outcome.summary['complete accuracy']).toBe(file.scores[0]?.value);
    const features = await readTensors(join(job.outputDirectory, 'features.safetensors'));
    const proxies = method === 'u2a' ? ['image.proxy.text', 'text.proxy.image'] : [];
    expect(Object.keys(features).sort()).toEqual(['image.class', 'labels', 'text.class', ...proxies].sort());
    expect(features['image.class']?.shape).toEqual([70, 64]);
    await expectScoresFromFeatures(training.outputDirectory, features, file.scores);
  });
});

/** Complete accuracy computed again with plain loops from the published files. */
async function expectScoresFromFeatures(
  model: string,
  features: Awaited<ReturnType<typeof readTensors>>,
  scores: readonly Score[],
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
  expect(scores[0]?.value).toBeCloseTo(100 * accuracy(logits, features['labels']?.data ?? [], 4), 9);
}

describe('evaluation without what stands in for a missing modality', () => {
  it('leaves the scores of complete samples and changes the others', async () => {
    const training = tinyJob(place, 'train', { ...tinyParams, epochs: 1 }, { dataset: directory });
    await runHere(adapt, training);
    const scoresWith = async (missingToken: 'method' | 'zero') => {
      const inputs = { dataset: directory, model: training.outputDirectory };
      const job = tinyJob(place, 'evaluate', { ...tinyEvaluation, missingToken }, inputs);
      const { outcome } = await runHere(evaluate, job);
      return outcome.summary;
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

describe('evaluation of what does not fit', () => {
  it('names the classes that differ', async () => {
    const training = tinyJob(place, 'train', { ...tinyParams, epochs: 1 }, { dataset: directory });
    await runHere(adapt, training);
    const other = place.folder('other');
    const written = await writeTinyDataset(other, { train: 4, val: 0, test: 4 });
    await writeOver(other, { ...written, classes: ['red', 'green', 'blue', 'black'] });
    const job = tinyJob(place, 'evaluate', tinyEvaluation, {
      dataset: other,
      model: training.outputDirectory,
    });
    await expect(runHere(evaluate, job)).rejects.toMatchObject({
      code: 'LAC4206',
      message: expect.stringContaining('black'),
    });
  });

  it('names the empty split', async () => {
    const training = tinyJob(place, 'train', { ...tinyParams, epochs: 1 }, { dataset: directory });
    await runHere(adapt, training);
    const params = { ...tinyEvaluation, split: 'val' as const };
    const job = tinyJob(place, 'evaluate', params, { dataset: directory, model: training.outputDirectory });
    await expect(runHere(evaluate, job)).rejects.toMatchObject({
      code: 'LAC4203',
      message: expect.stringContaining('val'),
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

  it('scores a sample only where it has something, and a cell without any sample not at all', async () => {
    const { model } = await smallModel('u2a', ['image', 'text']);
    const gaps = place.folder('gaps');
    const written = await writeTinyDataset(gaps, { train: 4, val: 0, test: 4 });
    const without = (row: number, modality: Modality) => ({ ...written.samples[row], missing: [modality] });
    const known = written.samples.slice(0, 4);
    await writeOver(gaps, {
      ...written,
      samples: [
        ...known,
        without(4, 'text'),
        without(5, 'text'),
        without(6, 'text'),
        written.samples[7],
      ] as Sample[],
    });
    const own = await Samples.open(gaps);
    const test = own.rowsOf('test', 'test');
    const [complete, , onlyText] = cells as [Cell, Cell, Cell];
    expect(scoredRows(complete, model.design, own, test, 'test')).toEqual({
      places: [0, 1, 2, 3],
      masks: [
        [1, 1, 1, 1],
        [0, 0, 0, 1],
      ],
    });
    expect(scoredRows(onlyText, model.design, own, test, 'test')).toEqual({ places: [3], masks: [[0], [1]] });
    expect(() => scoredRows(onlyText, model.design, own, test.slice(0, 3), 'test')).toThrow(
      expect.objectContaining({ code: 'LAC7102' }),
    );
    await own.close();
  });
});

async function writeOver(folder: string, contents: Dataset): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(folder, 'dataset.json'), JSON.stringify(contents));
}
