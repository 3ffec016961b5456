import { expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { loadEncoder } from '../../model/load-encoder.ts';
import type { PretrainParams } from '../../plan/params.ts';
import { pretrain } from '../../train/pretrain.ts';
import { bytesOf, readLog, runHere, tinyJob, tinyParams, workplace, writeTinyDataset } from './tiny.ts';

const params: PretrainParams = {
  encoder: { architecture: 'clip-vit', width: 32, layers: 2, heads: 4, mlp: 64, patch: 8 },
  seed: 0,
  epochs: 6,
  batchSize: 16,
  augment: 'affine',
  labelSmoothing: 0.1,
  optimizer: { ...tinyParams.optimizer, lr: 3e-3 },
  schedule: tinyParams.schedule,
};

it('learns classes from pictures and writes an encoder that loads', async () => {
  using place = workplace();
  const dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 64, val: 24, test: 0 });
  const job = tinyJob(place, 'pretrain', params, { dataset });
  const { outcome } = await runHere(pretrain, job);
  const losses = readLog(job.outputDirectory).map(({ loss = 0 }) => loss);
  expect(losses).toHaveLength(24);
  expect(losses[0]).toBeGreaterThan(1);
  expect(losses.at(-1)).toBeLessThan(0.8);
  expect(outcome.summary['validationAccuracy']).toBeGreaterThan(90);
  const { encoder, weights } = await loadEncoder(job.outputDirectory, 'clip-vit');
  expect([encoder.dim, encoder.layers]).toEqual([32, 2]);
  expect(Object.keys(weights).sort()).toEqual(Object.keys(encoder.tensors).sort());
});

it('gives the same bytes for the same seed, leaves nothing behind, and gives others without augmentation', async () => {
  using place = workplace();
  const dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 20, val: 0, test: 0 });
  const run = async (changes: Partial<PretrainParams>) => {
    const job = tinyJob(place, 'pretrain', { ...params, epochs: 1, ...changes }, { dataset });
    await runHere(pretrain, job);
    return bytesOf(job.outputDirectory);
  };
  const first = await run({});
  const before = tf.memory().numTensors;
  expect(Object.keys(first).sort()).toEqual(['config.json', 'log.ndjson', 'model.safetensors']);
  expect(await run({})).toEqual(first);
  expect(tf.memory().numTensors).toBe(before);
  for (const changes of [{ augment: 'none' as const }, { seed: 1 }]) {
    expect((await run(changes))['model.safetensors']).not.toBe(first['model.safetensors']);
  }
});

it('refuses pictures that do not divide into patches', async () => {
  using place = workplace();
  const dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 4, val: 0, test: 0 });
  const job = tinyJob(
    place,
    'pretrain',
    { ...params, encoder: { ...params.encoder, patch: 5 } },
    { dataset },
  );
  await expect(runHere(pretrain, job)).rejects.toMatchObject({
    code: 'LAC4207',
    message: expect.stringContaining('32 x 32'),
  });
});
