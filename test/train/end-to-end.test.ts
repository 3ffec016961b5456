import { expect, it } from 'vitest';
import type { TrainParams } from '../../plan/params.ts';
import { adapt } from '../../train/adapt.ts';
import {
  runHere,
  scoreModel,
  tinyJob,
  tinyParams,
  type Workplace,
  workplace,
  writeTinyDataset,
} from './tiny.ts';

const params: TrainParams = { ...tinyParams, epochs: 8, batchSize: 16 };

async function scoresOf(
  place: Workplace,
  dataset: string,
  method: TrainParams['method'],
): Promise<Map<string, number>> {
  const training = tinyJob(place, 'train', { ...params, method }, { dataset });
  await runHere(adapt, training);
  const { scores } = await scoreModel(place, { dataset, model: training.outputDirectory });
  return new Map(
    scores.filter(({ metric }) => metric === 'accuracy').map(({ cell, value }) => [cell, value]),
  );
}

it('u2a with one modality missing beats late-zero where each modality alone determines the label', async () => {
  using place = workplace();
  const dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 96, val: 0, test: 64 });
  const u2a = await scoresOf(place, dataset, 'u2a');
  const control = await scoresOf(place, dataset, 'late-zero');
  const missing = (scores: Map<string, number>, cell: string) => scores.get(cell) ?? Number.NaN;
  expect(missing(u2a, 'only-image')).toBeGreaterThanOrEqual(missing(control, 'only-image'));
  // Text is the weaker modality here: the control leaves it to the picture.
  expect(missing(u2a, 'only-text')).toBeGreaterThan(missing(control, 'only-text') + 20);
  expect(missing(u2a, 'complete')).toBeGreaterThan(90);
}, 300_000);
