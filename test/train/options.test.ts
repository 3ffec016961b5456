import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../data/dataset.ts';
import { availabilityOf, availabilityText, rankSamples } from '../../grid/missing.ts';
import type { Outcome } from '../../plan/job.ts';
import type { TrainParams } from '../../plan/params.ts';
import { readTensors } from '../../tensor/safetensors.ts';
import { adapt } from '../../train/adapt.ts';
import {
  bytesOf,
  readLog,
  runHere,
  tinyJob,
  tinyParams,
  type Workplace,
  workplace,
  writeTinyDataset,
} from './tiny.ts';

let place: Workplace;
let dataset: string;

beforeAll(async () => {
  place = workplace();
  dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 20, val: 8, test: 0 });
});
afterAll(() => place[Symbol.dispose]());

interface Trial {
  readonly output: string;
  readonly files: Record<string, string>;
  readonly logDirectory: string;
  readonly summary?: Outcome['summary'];
  readonly error?: { readonly code: string; readonly message: string };
}

async function train(changes: Partial<TrainParams> = {}, data = dataset): Promise<Trial> {
  const job = tinyJob(place, 'train', { ...tinyParams, ...changes }, { dataset: data });
  const logDirectory = join(place.root, `logs-${job.outputDirectory.split('/').at(-1)}`);
  const outcome = await runHere(adapt, { ...job, logDirectory }).then(
    ({ outcome: { summary } }) => ({ summary }),
    (error: Trial['error'] & object) => ({ error }),
  );
  return { output: job.outputDirectory, files: bytesOf(job.outputDirectory), logDirectory, ...outcome };
}

function stepsOf(directory: string): Record<string, number>[] {
  return readLog(directory).filter((line) => 'loss' in line);
}

describe('training on samples that lack a modality', () => {
  const ids = Array.from({ length: 20 }, (_, row) => `s${row}`);
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const digestOf = (maskSeed: number) => {
    const ranking = rankSamples(ids, { dataset: 'tiny', split: 'train', maskSeed }, sha256);
    const has = availabilityOf(ranking, ['image', 'text'], { scenario: 'missing-both', rate: 70 });
    return `sha256-${sha256(availabilityText(ids, has ?? {}))}`;
  };
  const missing = { scenario: 'missing-both', rate: 70 } as const;

  it('says who lacks what, by the seed of the run or of its own', async () => {
    const { summary } = await train({ missing, seed: 3 });
    expect(summary).toMatchObject({ availability: digestOf(3), 'without image': 7, 'without text': 7 });
    const own = await train({ missing: { ...missing, maskSeed: 5 }, seed: 3 });
    expect(own.summary).toMatchObject({ availability: digestOf(5) });
  });

  it('drops nothing at random any more', async () => {
    const { output } = await train({ missing, epochs: 5 });
    for (const { dropped } of stepsOf(output)) expect(dropped).toEqual({ image: 0, text: 0 });
  });

  it.each([
    ['a rate of 0', { scenario: 'missing-both', rate: 0 }],
    ['the scenario "complete"', { scenario: 'complete', rate: 70 }],
  ] as const)('is training on all of them at %s, byte for byte', async (_, none) => {
    expect((await train({ missing: none })).files).toEqual((await train()).files);
  });

  it('aligns nothing when every sample lacks one', async () => {
    const { output } = await train({ missing: { scenario: 'missing-text', rate: 100 } });
    for (const { align } of stepsOf(output)) expect(align).toBe(0);
  });

  it('refuses a modality that the data does not have', async () => {
    const { error } = await train({ missing: { scenario: 'missing-audio', rate: 10 } });
    expect(error).toMatchObject({
      code: 'LAC4222',
      message: expect.stringMatching(/image, text.*missing-audio/),
    });
  });
});

describe('training options', () => {
  it('balanced weights of balanced classes change nothing but rounding', async () => {
    const [plain, balanced] = [await train(), await train({ classWeights: 'balanced' })];
    const losses = ({ output }: { readonly output: string }) => stepsOf(output).map(({ loss }) => loss);
    for (const [index, loss] of losses(balanced).entries())
      expect(loss).toBeCloseTo(losses(plain)[index] ?? Number.NaN, 3);
    expect((await train({ classWeights: [1, 1, 1, 9] })).files['log.ndjson']).not.toBe(
      plain.files['log.ndjson'],
    );
  });

  it('batches by length learn the same samples in another order', async () => {
    const { output, files } = await train({ batches: 'by-length', batchSize: 3 });
    expect(stepsOf(output)).toHaveLength(14);
    expect(files['log.ndjson']).not.toBe((await train({ batchSize: 3 })).files['log.ndjson']);
  });

  it('clipping changes the values, not the norm that is logged', async () => {
    const [free, clipped] = [
      await train(),
      await train({ optimizer: { ...tinyParams.optimizer, clipNorm: 1e-3 } }),
    ];
    expect(stepsOf(clipped.output)[0]?.['gradNorm']).toBe(stepsOf(free.output)[0]?.['gradNorm']);
    expect(clipped.files['model.safetensors']).not.toBe(free.files['model.safetensors']);
  });

  it('early stopping ends a run that stands still, and its best epoch is kept', async () => {
    // With a rate of nothing every epoch scores the same, so that the first is the best.
    const optimizer = { ...tinyParams.optimizer, lr: 1e-12 };
    const { summary, output } = await train({
      optimizer,
      epochs: 9,
      earlyStopping: { patience: 2, minDelta: 0, metric: 'f1-macro' },
      select: 'best-val',
    });
    expect(summary).toMatchObject({ epochs: 3, bestEpoch: 0, 'validation f1-macro': expect.any(Number) });
    expect(readLog(output).filter((line) => 'validation' in line)).toHaveLength(3);
  });

  it('a run that diverges leaves its last good values where its message says', async () => {
    const { error, logDirectory } = await train({ optimizer: { ...tinyParams.optimizer, lr: 1e30 } });
    expect(error?.code).toMatch(/^LAC42(01|20)$/);
    const [, step, file = ''] = /those before step (\d+), are in (\S+)$/.exec(error?.message ?? '') ?? [];
    expect([step, file]).toEqual(['0', join(logDirectory, 'checkpoint.safetensors')]);
    const values = await readTensors(file);
    expect(Object.keys(values)).toContain('head.weight');
    expect(values['head.weight']?.data.every((value) => Math.abs(value) < 1)).toBe(true);
    expect(readFileSync(join(logDirectory, 'timing.ndjson'), 'utf8').split('\n')).toHaveLength(2);
  });

  it('samples of several classes are learned and validated as such', async () => {
    const several = place.folder('several');
    cpSync(dataset, several, { recursive: true });
    const file = join(several, 'dataset.json');
    const contents: Dataset = JSON.parse(readFileSync(file, 'utf8'));
    // Every other sample also has the last class.
    const samples = contents.samples.map((sample, row) => {
      const labels = row % 2 === 0 && sample.label < 3 ? [sample.label, 3] : [sample.label];
      return { ...sample, labels };
    });
    writeFileSync(file, JSON.stringify({ ...contents, multiLabel: true, samples }));
    const { summary, output } = await train(
      { epochs: 12, classWeights: 'balanced', select: 'best-val' },
      several,
    );
    expect(summary).toMatchObject({ 'validation f1-macro': expect.any(Number) });
    const tasks = stepsOf(output).map(({ task = Number.NaN }) => task);
    expect(tasks.at(-1)).toBeLessThan(0.7 * (tasks[0] ?? 0));
  });
});
