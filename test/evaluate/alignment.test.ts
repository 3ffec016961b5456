import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SplitSamples } from '../../grid/split-samples.ts';
import type { EvaluateParams } from '../../plan/params.ts';
import type { Score } from '../../score/score.ts';
import type { TensorValues } from '../../tensor/safetensors.ts';
import { evaluationOf, type Workplace, workplace } from './extraction.ts';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place[Symbol.dispose]());

const four: SplitSamples = {
  version: 1,
  dataset: 'toy',
  split: 'test',
  ids: ['a', 'b', 'c', 'd'],
  classes: ['red', 'green', 'blue'],
  multiLabel: false,
  modalities: ['image', 'text'],
  lacking: { text: [3] },
  labels: [0, 0, 1, 1],
  parameters: { total: 1, learnable: 1 },
};

/** A row of two numbers for each sample. */
const tokens = (...rows: readonly (readonly [number, number])[]) => ({
  shape: [rows.length, 2],
  data: Float32Array.from(rows.flat()),
});

const features: TensorValues = {
  'image.class': tokens([1, 0], [0, 1], [3, 4], [1, 1]),
  'text.class': tokens([1, 0], [1, 1], [0, 2], [0, 0]),
  // From text.class 0, 1 / 1, 0 / 0, 2 away; what d says of its text has nothing to be compared with.
  'image.proxy.text': tokens([1, 1], [2, 1], [0, 4], [9, 9]),
  'text.proxy.image': tokens([1, 0], [0, 1], [3, 4], [0, 0]),
  'image.class@without-text': tokens([9, 9], [9, 9], [9, 9], [9, 9]),
};

const both: EvaluateParams['metrics'] = ['alignment-mse', 'alignment-cosine'];
const scoresOf = async (samples = four, from = features, metrics = both) =>
  (await evaluationOf(place, { metrics, grid: [{ subsets: ['only-image'] }] }, samples, undefined, from)).file
    .scores;
const lineOf = ({ metric, direction, class: name, value, n }: Score) =>
  [metric, direction, name ?? 'all', Number(value.toFixed(9)), n].join(' ');

describe('alignment', () => {
  it('is the mean over samples that have both modalities, over all and by class, with its SD', async () => {
    const scores = await scoresOf();
    expect(new Set(scores.map(({ cell }) => cell))).toEqual(new Set(['complete']));
    // Of each sample 1/2, 1/2 and 4/2: mean 1, sample SD sqrt(3)/2; cosines 1/sqrt(2), 3/sqrt(10), 1.
    // Blue has no sample, green one with a text.
    expect(scores.filter(({ direction }) => direction === 'image-to-text').map(lineOf)).toEqual([
      'alignment-mse image-to-text all 1 3',
      'alignment-mse-sd image-to-text all 0.866025404 3',
      'alignment-mse image-to-text red 0.5 2',
      'alignment-mse-sd image-to-text red 0 2',
      'alignment-mse image-to-text green 2 1',
      'alignment-cosine image-to-text all 0.88526336 3',
      'alignment-cosine image-to-text red 0.82789504 2',
      'alignment-cosine image-to-text green 1 1',
    ]);
    expect(scores.filter(({ direction }) => direction === 'text-to-image').map(lineOf)).toContain(
      'alignment-mse text-to-image all 0 3',
    );
  });

  it('counts a sample of several classes in each of them', async () => {
    const { labels, ...rest } = four;
    const several: SplitSamples = { ...rest, multiLabel: true, labelSets: [[0, 2], [0], [1, 2], []] };
    const scores = await scoresOf(several, features, ['alignment-mse']);
    const lines = scores.filter(({ direction }) => direction === 'image-to-text').map(lineOf);
    expect(lines).toContain('alignment-mse image-to-text blue 1.25 2');
    expect(lines).toContain('alignment-mse image-to-text all 1 3');
  });

  it('compares one proxy for all others with each of them', async () => {
    const three: SplitSamples = { ...four, modalities: ['image', 'text', 'audio'], lacking: {} };
    const zeros = tokens([0, 0], [0, 0], [0, 0], [0, 0]);
    const ones = tokens([1, 1], [1, 1], [1, 1], [1, 1]);
    const shared = {
      'image.class': zeros,
      'text.class': zeros,
      'audio.class': tokens([3, 3], [3, 3], [3, 3], [3, 3]),
      'image.proxy': ones,
      'text.proxy': ones,
      'audio.proxy': ones,
    };
    const scores = await scoresOf(three, shared, ['alignment-mse']);
    const whole = scores.filter((score) => score.class === undefined && score.metric === 'alignment-mse');
    expect(whole.map(lineOf)).toEqual([
      'alignment-mse image-to-text all 1 4',
      'alignment-mse image-to-audio all 4 4',
      'alignment-mse text-to-image all 1 4',
      'alignment-mse text-to-audio all 4 4',
      'alignment-mse audio-to-image all 1 4',
      'alignment-mse audio-to-text all 1 4',
    ]);
  });

  it('leaves out the cosine to a token of zeros', async () => {
    const { 'text.class': _, ...rest } = features;
    const some = { ...rest, 'text.class': tokens([0, 0], [1, 1], [0, 2], [0, 0]) };
    const scores = await scoresOf(four, some, ['alignment-cosine']);
    const [first] = scores.filter(({ direction }) => direction === 'image-to-text');
    expect(first?.n).toBe(2);
    expect(scores.every(({ value }) => Number.isFinite(value))).toBe(true);
  });

  it('is not measured of a model that says nothing of other modalities', async () => {
    const { 'image.proxy.text': _, 'text.proxy.image': __, ...bare } = features;
    expect(await scoresOf(four, bare)).toEqual([]);
  });

  it('without a sample that has both modalities is a failure', async () => {
    const apart: SplitSamples = { ...four, lacking: { image: [0, 1], text: [2, 3] } };
    await expect(scoresOf(apart)).rejects.toMatchObject({
      code: 'LAC7106',
      message: expect.stringContaining('alignment-mse, alignment-cosine'),
    });
  });
});
