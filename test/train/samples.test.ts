import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../data/dataset.ts';
import { Samples } from '../../train/samples.ts';
import { storeDataset } from '../data/store-dataset.ts';
import { type Workplace, workplace } from './tiny.ts';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place[Symbol.dispose]());

const split = 'train';

async function open(dataset: Pick<Dataset, 'multiLabel' | 'samples'>): Promise<Samples> {
  const directory = place.folder('dataset');
  const described = {
    name: 'small',
    classes: ['a', 'b', 'c'],
    modalities: { text: { maxLength: 4 } },
    ...dataset,
  };
  const processed = dataset.samples.map((_, row) => ({
    text: Array.from({ length: 1 + (row % 4) }, (__, at) => 4 * row + at),
  }));
  await storeDataset(directory, described, processed);
  return await Samples.open(directory);
}

const single = [
  { id: 'x', split, label: 2 },
  { id: 'y', split, label: 0 },
  { id: 'z', split, label: 2 },
] as const;
const several = [
  { id: 'x', split, label: 0, labels: [0, 2] },
  { id: 'y', split, label: -1, labels: [] },
  { id: 'z', split, label: 1, labels: [1] },
] as const;

describe('labels of samples', () => {
  it('of one class each are class numbers', async () => {
    const samples = await open({ samples: single });
    const labels = samples.labels([2, 1]);
    expect([labels.dtype, labels.shape, [...labels.dataSync()]]).toEqual(['int32', [2], [2, 0]]);
    expect([...samples.labelSets([2, 1])]).toEqual([0, 0, 1, 1, 0, 0]);
    expect(samples.countClasses([0, 1, 2])).toEqual({ samples: 3, perClass: [1, 0, 2], isMultiLabel: false });
  });

  it('of several classes, or none, are a row of 0 and 1', async () => {
    const samples = await open({ multiLabel: true, samples: several });
    const labels = samples.labels([0, 1]);
    expect([labels.dtype, labels.shape, [...labels.dataSync()]]).toEqual([
      'float32',
      [2, 3],
      [1, 0, 1, 0, 0, 0],
    ]);
    expect([...samples.labelSets([2])]).toEqual([0, 1, 0]);
    expect(samples.countClasses([0, 1, 2])).toEqual({ samples: 3, perClass: [1, 1, 1], isMultiLabel: true });
  });
});

describe('texts of samples', () => {
  it('tell their length in tokens', async () => {
    const samples = await open({ samples: single });
    expect([0, 1, 2].map((row) => samples.textLength(row))).toEqual([1, 2, 3]);
  });

  it('are not given for another modality', async () => {
    const samples = await open({ samples: single });
    for (const modality of ['image', 'audio'] as const)
      expect(() => samples.input(modality, [0], 'train')).toThrow(
        expect.objectContaining({ code: 'LAC4202' }),
      );
  });
});
