import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { TrainParams } from '../../plan/params.ts';
import { readTensors } from '../../tensor/safetensors.ts';
import { adapt } from '../../train/adapt.ts';
import {
  bytesOf,
  encoderFolder,
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
  await writeTinyDataset(dataset, { train: 20, val: 0, test: 0 });
});
afterAll(() => place[Symbol.dispose]());

function jobOf(changes: Partial<TrainParams> = {}) {
  return tinyJob(place, 'train', { ...tinyParams, ...changes }, { dataset });
}

async function filesOf(changes: Partial<TrainParams> = {}): Promise<Record<string, string>> {
  const job = jobOf(changes);
  await runHere(adapt, job);
  return bytesOf(job.outputDirectory);
}

const perSample = { complete: 0.4, granularity: 'sample', mode: 'skip' } as const;

describe('training', () => {
  it.each<[string, Partial<TrainParams>]>([
    ['u2a', {}],
    ['u2a with dropout by sample', { modalityDropout: perSample }],
    ['late-zero', { method: 'late-zero' }],
    ['predictor', { method: 'predictor' }],
    ['map', { method: 'map' }],
    ['msp', { method: 'msp' }],
    ['full-ft', { method: 'full-ft' }],
    ['ensemble', { method: 'ensemble' }],
    ['u2a with placeholders', { missingInput: { compute: 'placeholder', placeholder: 'ones' } }],
    [
      'u2a with gates and half of the pictures',
      { fusion: 'gate', missing: { scenario: 'missing-image', rate: 50 } },
    ],
  ])(
    'of %s twice gives the same bytes and leaves nothing behind, another seed does not',
    async (_, changes) => {
      const first = await filesOf(changes);
      const before = tf.memory().numTensors;
      expect(Object.keys(first).sort()).toEqual(['log.ndjson', 'model.json', 'model.safetensors']);
      expect(await filesOf(changes)).toEqual(first);
      expect(tf.memory().numTensors).toBe(before);
      const other = await filesOf({ ...changes, seed: 1 });
      expect(other['model.safetensors']).not.toBe(first['model.safetensors']);
      expect(other['log.ndjson']).not.toBe(first['log.ndjson']);
    },
  );

  it('logs every step, the last partial batch included', async () => {
    const job = jobOf();
    const { outcome, reports } = await runHere(adapt, job);
    const log = readLog(job.outputDirectory);
    expect(log.map(({ epoch, step }) => [epoch, step])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 3],
      [1, 4],
      [1, 5],
    ]);
    expect(Object.keys(log[0] ?? {})).toEqual([
      'epoch',
      'step',
      'lr',
      'task',
      'align',
      'loss',
      'gradNorm',
      'dropped',
    ]);
    for (const { loss = 0, task = 0, align = 0 } of log) expect(loss).toBeCloseTo(task + 0.2 * align, 5);
    expect(outcome.summary['loss']).toBe(log.at(-1)?.['loss']);
    expect(reports.at(-1)).toMatchObject({ done: 6, total: 6, unit: 'steps' });
    expect(Object.keys(reports[0]?.metrics ?? {}).sort()).toEqual(['loss', 'lr', 'samplesPerSecond']);
  });

  it('of a method with two stages logs each, and keeps the encoders of the first', async () => {
    const job = jobOf({ method: 'mmlora', epochs: 1, mmlora: { stage1Epochs: 2 } });
    await runHere(adapt, job);
    const before = tf.memory().numTensors;
    const again = jobOf({ method: 'mmlora', epochs: 1, mmlora: { stage1Epochs: 2 } });
    await runHere(adapt, again);
    expect(tf.memory().numTensors).toBe(before);
    expect(bytesOf(again.outputDirectory)).toEqual(bytesOf(job.outputDirectory));
    const steps = (file: string) =>
      readFileSync(join(job.outputDirectory, file), 'utf8').trimEnd().split('\n').length;
    expect(['log-image.ndjson', 'log-text.ndjson', 'log.ndjson'].map(steps)).toEqual([6, 6, 3]);
    const learned = await readTensors(join(job.outputDirectory, 'model.safetensors'));
    const loaded = await readTensors(join(encoderFolder('bert-tiny'), 'model.safetensors'));
    const name = 'encoder.layer.0.output.dense.weight';
    expect(learned[`text.encoder.${name}`]?.shape).toEqual(loaded[name]?.shape);
    expect(learned[`text.encoder.${name}`]?.data).not.toEqual(loaded[name]?.data);
  });

  it('of one modality reads only that one', async () => {
    const job = jobOf({ method: 'unimodal', modality: 'text', epochs: 1 });
    await runHere(adapt, job);
    const { modalities, encoders } = JSON.parse(
      readFileSync(join(job.outputDirectory, 'model.json'), 'utf8'),
    );
    expect([modalities, Object.keys(encoders)]).toEqual([['text'], ['text']]);
    const learned = await readTensors(join(job.outputDirectory, 'model.safetensors'));
    expect(Object.keys(learned).filter((name) => name.startsWith('image'))).toEqual([]);
  });

  it('of one modality leaves out the samples without it', async () => {
    const job = jobOf({ method: 'unimodal', epochs: 1, missing: { scenario: 'missing-image', rate: 50 } });
    await runHere(adapt, job);
    expect(readLog(job.outputDirectory)).toHaveLength(Math.ceil(10 / 8));
  });

  it('does not drop modalities of data that has gaps, and says how many there are', async () => {
    const job = jobOf({ missing: { scenario: 'missing-both', rate: 50 } });
    const { outcome } = await runHere(adapt, job);
    const dropped = readLog(job.outputDirectory).map((line) => line['dropped']);
    expect(new Set(dropped.map((each) => JSON.stringify(each)))).toEqual(new Set(['{"image":0,"text":0}']));
    expect(outcome.summary).toMatchObject({ 'without image': 5, 'without text': 5 });
    expect(outcome.summary['availability']).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  it('writes what evaluation needs to know', async () => {
    const job = jobOf({ method: 'late-zero' });
    await runHere(adapt, job);
    const model = JSON.parse(readFileSync(join(job.outputDirectory, 'model.json'), 'utf8'));
    const { lora, fusion, maskToken, prompts, video, missingInput, trainable } = tinyParams;
    const reading = { dim: 64, outputNorm: 'post', classToken: 'first' };
    expect(model).toEqual({
      version: 2,
      method: 'late-zero',
      classes: ['red', 'green', 'blue', 'grey'],
      modalities: ['image', 'text'],
      encoders: {
        image: { architecture: 'clip-vit', ...reading },
        text: { architecture: 'bert', ...reading },
      },
      ...{ lora, fusion, maskToken, prompts, video, missingInput, trainable },
      parameters: model.parameters,
    });
    // LoRA: 2 encoders, 3 layers, 4 projections, A and B of 64 each; head 65 x 4.
    expect(model.parameters.learnable).toBe(2 * 3 * 4 * 128 + 65 * 4);
  });

  it('stops at once when a loss is not a number, and says where', async () => {
    const optimizer = { ...tinyParams.optimizer, lr: 1e30 };
    await expect(runHere(adapt, jobOf({ optimizer }))).rejects.toMatchObject({
      code: 'LAC4201',
      retryable: false,
      message: expect.stringMatching(/step 1 of epoch 0.*(NaN|Infinity).*e\+29.*s\d+, s\d+/s),
    });
  });

  it('stops at the next step when the signal is aborted', async () => {
    const stop = new AbortController();
    const job = jobOf({ epochs: 1000 });
    const context = { report: () => stop.abort(), signal: stop.signal };
    await expect(adapt(job, context)).rejects.toMatchObject({ name: 'AbortError' });
    expect(readLog(job.outputDirectory)).toHaveLength(1);
  });

  it('says which input is missing', async () => {
    const job = tinyJob(place, 'train', tinyParams, {});
    await expect(runHere(adapt, job)).rejects.toMatchObject({
      code: 'LAC4204',
      message: expect.stringContaining('dataset'),
    });
  });
});
