import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { TrainParams } from '../../plan/params.ts';
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
  ])('of %s twice gives the same bytes, another seed does not', async (_, changes) => {
    const first = await filesOf(changes);
    expect(Object.keys(first).sort()).toEqual(['log.ndjson', 'model.json', 'model.safetensors']);
    expect(await filesOf(changes)).toEqual(first);
    const other = await filesOf({ ...changes, seed: 1 });
    expect(other['model.safetensors']).not.toBe(first['model.safetensors']);
    expect(other['log.ndjson']).not.toBe(first['log.ndjson']);
  });

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

  it('writes what evaluation needs to know', async () => {
    const job = jobOf({ method: 'late-zero' });
    await runHere(adapt, job);
    const model = JSON.parse(readFileSync(join(job.outputDirectory, 'model.json'), 'utf8'));
    expect(model).toMatchObject({
      version: 1,
      method: 'late-zero',
      modalities: ['image', 'text'],
      lora: tinyParams.lora,
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

  it.each<[string, Partial<TrainParams>]>([
    ['u2a', {}],
    ['u2a that skips encoders', { modalityDropout: { ...perSample, granularity: 'batch' } }],
    ['u2a that skips rows', { modalityDropout: perSample }],
    ['late-zero', { method: 'late-zero' }],
  ])('of %s leaks no tensor in 50 steps', async (_, changes) => {
    const before = tf.memory().numTensors;
    const counts: number[] = [];
    const context = {
      report: () => counts.push(tf.memory().numTensors),
      signal: new AbortController().signal,
    };
    await adapt(jobOf({ ...changes, batchSize: 2, epochs: 5 }), context);
    expect(counts.length).toBeGreaterThan(1);
    expect(new Set(counts).size).toBe(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});
