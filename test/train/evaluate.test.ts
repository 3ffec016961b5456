import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../data/dataset.ts';
import { type Cell, cellsOf } from '../../grid/cells.ts';
import { tf } from '../../model/backend.ts';
import { type LoadedEncoder, loadEncoder } from '../../model/load-encoder.ts';
import { createLearnable, type Learnable } from '../../model/parameters.ts';
import type { JobContext } from '../../plan/job.ts';
import type { Method } from '../../schemas/generated/resolved.ts';
import { accuracy } from '../../score/metrics.ts';
import type { Score } from '../../score/score.ts';
import { readTensors } from '../../tensor/safetensors.ts';
import { adapt } from '../../train/adapt.ts';
import { cellLogits, evaluate } from '../../train/evaluate.ts';
import { extractFeatures } from '../../train/features.ts';
import { toTensors } from '../../train/model-file.ts';
import { Samples } from '../../train/samples.ts';
import { encodeTokens, predict, type TwoTowers } from '../../train/two-towers.ts';
import {
  encoderFolder,
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
let dataset: Dataset;
let samples: Samples;
let towers: { image: LoadedEncoder; text: LoadedEncoder };

const quiet: JobContext = { report: () => undefined, signal: new AbortController().signal };
const rows = Array.from({ length: 10 }, (_, row) => row);

beforeAll(async () => {
  place = workplace();
  directory = place.folder('dataset');
  dataset = await writeTinyDataset(directory, { train: 12, val: 0, test: 70 });
  samples = await Samples.open(directory);
  towers = {
    image: await loadEncoder(encoderFolder('clip-tiny'), 'clip-vit'),
    text: await loadEncoder(encoderFolder('bert-tiny'), 'bert'),
  };
});
afterAll(() => {
  samples.close();
  place[Symbol.dispose]();
});

function modelOf(method: Method): { readonly model: TwoTowers; readonly learnable: Learnable } {
  const { lora } = tinyParams;
  const encoders = { image: towers.image.encoder, text: towers.text.encoder };
  const initial = createLearnable({ encoders, method, lora, classes: 4, seed: 5 });
  // B starts at zero, which would hide the adapters: every tensor gets values that matter.
  const moved = Object.entries(toTensors(initial)).map(([name, tensor]) => {
    return [name, name.endsWith('.B') ? tf.fill(tensor.shape, 0.3) : tensor] as const;
  });
  return { model: { towers, method, lora, visibility: 'full' }, learnable: Object.fromEntries(moved) };
}

/** The model as it would run on samples that lack what the cell lacks: the absent encoder does not run at all. */
function logitsOfRun(model: TwoTowers, learnable: Learnable, cell: Cell): Float32Array {
  const flags = (has: boolean) => rows.map(() => (has ? 1 : 0));
  const available = {
    image: flags(cell.available.includes('image')),
    text: flags(cell.available.includes('text')),
  };
  return tf.tidy(() => {
    const inputs = { image: samples.images(rows, 'test'), text: samples.texts(rows, 'test') };
    const tokens = encodeTokens(model, learnable, inputs, available);
    return predict(learnable, tokens, available).dataSync() as Float32Array;
  });
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, index) => Math.abs(value - (b[index] ?? Number.NaN))));
}

describe.each<Method>(['u2a', 'late-zero'])('evaluation of %s', (method) => {
  it.each(cellsOf(['image', 'text'], [{ subsets: 'all' }]))(
    'from features equals a run of the model in the cell $name',
    async (cell) => {
      const { model, learnable } = modelOf(method);
      const features = await extractFeatures(model, learnable, samples, rows, quiet);
      const expected = logitsOfRun(model, learnable, cell);
      expect(largestDifference(cellLogits(features, learnable, cell), expected)).toBeLessThan(1e-5);
      expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1);
    },
  );

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
    const masks = method === 'u2a' ? ['image.mask', 'text.mask'] : [];
    expect(Object.keys(features).sort()).toEqual(['image.class', 'labels', 'text.class', ...masks].sort());
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

describe('encoding a batch', () => {
  const all = rows.map(() => 1);

  it('pads texts only to the longest, with the same tokens as padding to the limit', () => {
    const { model, learnable } = modelOf('u2a');
    const image = samples.images(rows, 'test');
    const short = samples.texts(rows.slice(0, 2), 'test');
    const text = samples.texts(rows, 'test');
    const width = text.ids.shape[1];
    const pad = (x: Tensor, to: number) =>
      tf.pad(x, [
        [0, 0],
        [0, to],
      ]);
    const full = {
      kind: 'text',
      ids: pad(text.ids, 20 - width),
      attentionMask: pad(text.attentionMask, 20 - width),
    } as typeof text;
    const tokens = (input: typeof text) => {
      const { classToken, maskToken } = encodeTokens(
        model,
        learnable,
        { image, text: input },
        { image: all, text: all },
      ).text;
      return [...classToken.dataSync(), ...(maskToken?.dataSync() ?? [])];
    };
    expect(short.ids.shape[1]).toBeLessThanOrEqual(width);
    expect(largestDifference(tokens(text), tokens(full))).toBeLessThan(1e-5);
  });

  it('gives the rows that an encoder skips no influence, and the others the same tokens', () => {
    const { model, learnable } = modelOf('u2a');
    const inputs = { image: samples.images(rows, 'test'), text: samples.texts(rows, 'test') };
    const some = {
      image: rows.map((row) => (row % 3 === 0 ? 0 : 1)),
      text: rows.map((row) => (row % 3 === 1 ? 0 : 1)),
    };
    const skipped = predict(learnable, encodeTokens(model, learnable, inputs, some), some).dataSync();
    const placeholder = predict(
      learnable,
      encodeTokens(model, learnable, inputs, { image: all, text: all }),
      some,
    ).dataSync();
    expect(largestDifference(skipped, placeholder)).toBeLessThan(1e-5);
  });

  it('refuses a row without any modality', () => {
    const { model, learnable } = modelOf('u2a');
    const inputs = { image: samples.images([0], 'test'), text: samples.texts([0], 'test') };
    const tokens = encodeTokens(model, learnable, inputs, { image: [0], text: [0] });
    expect(() => predict(learnable, tokens, { image: [0], text: [0] })).toThrow(/row 0/);
  });
});

describe('evaluation of what does not fit', () => {
  it('names the classes that differ', async () => {
    const training = tinyJob(place, 'train', { ...tinyParams, epochs: 1 }, { dataset: directory });
    await runHere(adapt, training);
    const other = place.folder('other');
    await writeTinyDataset(other, { train: 4, val: 0, test: 4 });
    const changed = {
      ...dataset,
      classes: ['red', 'green', 'blue', 'black'],
      samples: dataset.samples.slice(0, 8),
    };
    await writeOver(other, changed);
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
    await writeOver(other, { ...written, samples: written.samples.slice(1) });
    await expect(Samples.open(other)).rejects.toMatchObject({
      code: 'LAC4208',
      message: expect.stringContaining('[7,'),
    });
  });
});

async function writeOver(folder: string, contents: Dataset): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(folder, 'dataset.json'), JSON.stringify(contents));
}
