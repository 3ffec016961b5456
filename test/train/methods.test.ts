import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Method, methods, traitsOf } from '../../model/methods.ts';
import type { TrainParams } from '../../plan/params.ts';
import { adapt } from '../../train/adapt.ts';
import { writeEmojiSlice } from './emoji-slice.ts';
import { readLog, runHere, scoreModel, tinyJob, tinyParams, type Workplace, workplace } from './tiny.ts';

let place: Workplace;
let dataset: string;

beforeAll(async () => {
  place = workplace();
  dataset = place.folder('emoji');
  await writeEmojiSlice(dataset);
});
afterAll(() => place[Symbol.dispose]());

// Tiny encoders: width 64, 3 layers, MLP 128; 4 classes; prompts of 4 in 2 layers.
const lora = 3 * 4 * 2 * 64;
const head = 65 * 4;
const prompts = 4 * 2 * 64;
const biases = 3 * (4 * 64 + 128 + 64 + 2 * 64) + 2 * 64;
const perceptron = 64 * 32 + 32 + 32 * 64 + 64;
const blocks = 3 * (4 * (64 * 64 + 64) + (64 * 128 + 128) + (128 * 64 + 64) + 2 * 128);
const clip = 64 + 64 * 3 * 8 * 8 + 17 * 64 + 128 + blocks + 128;
const bert = (300 + 48 + 2) * 64 + 128 + blocks + (64 * 64 + 64);
const learnable: { readonly [method in Method]: number } = {
  u2a: 2 * (lora + 64) + head,
  'u2a-noalign': 2 * (lora + 64) + head,
  'u2a-nodrop': 2 * (lora + 64) + head,
  'static-token': 2 * (lora + 64) + head,
  probe: head,
  'late-zero': 2 * lora + head,
  'late-placeholder': 2 * lora + head,
  moddrop: 2 * lora + head,
  mmlora: 2 * lora + head,
  predictor: 2 * (lora + perceptron) + head,
  map: 2 * 2 * prompts + head,
  msp: 2 * prompts + head,
  bitfit: 2 * biases + head,
  'full-ft': clip + bert + 2 * 64 + head,
  unimodal: lora + head,
  ensemble: 2 * (lora + head),
};

const terms: { readonly [method in Method]?: readonly string[] } = {
  u2a: ['task', 'align'],
  'u2a-nodrop': ['task', 'align'],
  'full-ft': ['task', 'align'],
  predictor: ['task', 'align'],
  msp: ['task', 'resemble'],
};

async function train(changes: Partial<TrainParams>) {
  // All weights of an encoder need a smaller step than a few additions to it.
  const lr = changes.method === 'full-ft' ? 0.002 : 0.02;
  const optimizer = { ...tinyParams.optimizer, lr };
  const mmlora = { stage1Lr: 0.002 };
  const params = { ...tinyParams, optimizer, mmlora, frozenDropout: 0, epochs: 8, ...changes };
  const job = tinyJob(place, 'train', params, { dataset });
  const { outcome } = await runHere(adapt, job);
  return { outcome, model: job.outputDirectory };
}

async function scoresOf(model: string): Promise<{ readonly [cell: string]: number }> {
  const { scores } = await scoreModel(place, { dataset, model }, { split: 'train', metrics: ['accuracy'] });
  return Object.fromEntries(scores.map(({ cell, value }) => [cell, value]));
}

describe.each(methods)('%s on pictures and names of emoji', (method) => {
  it('learns its training samples, and scores every set of modalities', async () => {
    const { outcome, model } = await train({ method });
    expect(outcome.summary['learnableParameters']).toBe(learnable[method]);
    const log = readLog(model);
    for (const { loss, gradNorm } of log) expect([loss, gradNorm].every(Number.isFinite)).toBe(true);
    const known = ['epoch', 'step', 'lr', 'loss', 'gradNorm', 'dropped'];
    expect(Object.keys(log[0] ?? {}).filter((key) => !known.includes(key))).toEqual(
      terms[method] ?? ['task'],
    );
    const scores = await scoresOf(model);
    expect(Object.keys(scores)).toEqual(['complete', 'only-image', 'only-text']);
    // Four classes of twelve: chance is 25.
    expect(scores['complete']).toBeGreaterThan(50);
  });
});

describe('methods', () => {
  it('drop modalities exactly where their traits say so', async () => {
    for (const method of ['moddrop', 'late-zero'] as const) {
      const { model } = await train({ method, epochs: 3 });
      const dropped = readLog(model).some((line) =>
        Object.values(line['dropped'] ?? {}).some((count) => count > 0),
      );
      expect(dropped, method).toBe(traitsOf(method).dropsModalities);
    }
  });
});
