import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { TrainParams } from '../../plan/params.ts';
import { adapt } from '../../train/adapt.ts';
import { runHere, tinyJob, tinyParams, workplace, writeTinyDataset } from './tiny.ts';

interface Held {
  readonly tensors: number;
  readonly tensorBytes: number;
}

/** What each step left behind, ten of them in an epoch. */
async function heldAfterEachStep(
  epochs: number,
  changes: Partial<TrainParams> = {},
): Promise<readonly Held[]> {
  using place = workplace();
  const dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 20, val: 4, test: 0 });
  const params: TrainParams = { ...tinyParams, batchSize: 2, epochs, ...changes };
  const logDirectory = place.folder('logs');
  await runHere(adapt, { ...tinyJob(place, 'train', params, { dataset }), logDirectory });
  const lines = readFileSync(join(logDirectory, 'timing.ndjson'), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(10 * epochs);
  return lines.map((line) => JSON.parse(line) as Held);
}

// Small constants of shapes that a step meets for the first time stay; after some epochs every shape was met.
const settled = 100;

it('500 steps of training hold the same tensors and bytes after each step', async () => {
  const held = await heldAfterEachStep(50);
  const seen = held.slice(settled).map(({ tensors, tensorBytes }) => `${tensors} ${tensorBytes}`);
  expect([...new Set(seen)]).toHaveLength(1);
}, 240_000);

it('200 steps in which encoders are skipped never hold more than the first of them', async () => {
  const modalityDropout = { complete: 1 / 3, granularity: 'batch', mode: 'skip' } as const;
  const held = await heldAfterEachStep(20, { modalityDropout });
  const most = (some: readonly Held[], of: keyof Held) => Math.max(...some.map((each) => each[of]));
  for (const of of ['tensors', 'tensorBytes'] as const)
    expect(most(held.slice(settled), of)).toBeLessThanOrEqual(most(held.slice(0, settled), of));
}, 240_000);

it('a whole job leaves nothing behind but what the one before left', async () => {
  const counts: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    using place = workplace();
    const dataset = place.folder('dataset');
    await writeTinyDataset(dataset, { train: 20, val: 4, test: 0 });
    const params: TrainParams = {
      ...tinyParams,
      select: 'best-val',
      earlyStopping: { patience: 1, minDelta: 0 },
    };
    await runHere(adapt, tinyJob(place, 'train', params, { dataset }));
    counts.push(tf.memory().numTensors);
  }
  expect(new Set(counts).size).toBe(1);
}, 60_000);
