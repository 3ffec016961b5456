import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assumedGpu, costOf, gpuHours } from '../../plan/cost.ts';
import { forwardFlop, type Modality } from '../../plan/encoder-cost.ts';
import { type EncoderSize, sizeOfSource } from '../../plan/encoder-sizes.ts';
import type { PreprocessParams, TrainParams } from '../../plan/params.ts';
import { rowsRun } from '../../plan/training-cost.ts';
import { planOf } from './planning.ts';

const sources = {
  clip: 'hub:openai/clip-vit-base-patch16@main',
  bert: 'hub:google-bert/bert-base-uncased@main',
  ast: 'hub:MIT/ast-finetuned-audioset-10-10-0.4593@main',
};

function known(source: string): EncoderSize {
  const size = sizeOfSource(source);
  if (size === undefined) throw new Error(`no size for ${source}`);
  return size;
}

function inputs(maxLength = 40): PreprocessParams {
  return {
    image: { size: 224 },
    text: { maxLength },
    audio: { bins: 128, frames: 1024 },
    video: { size: 224, frames: 3 },
  } as unknown as PreprocessParams;
}

/** With one mask token, as u2a has it for two modalities. */
function gigaflop(source: string, modality: Modality, maxLength = 40): number {
  const added = { masks: 1, prompts: 0, promptLayers: 0 };
  return (forwardFlop(known(source), modality, { inputs: inputs(maxLength), added }) ?? Number.NaN) / 1e9;
}

describe('a forward pass', () => {
  // The paper's encoders, to the precision of the method's description.
  test.each([
    ['CLIP ViT-B/16 on a picture', sources.clip, 'image', 40, 35],
    // Three times 35.3.
    ['CLIP ViT-B/16 on three frames', sources.clip, 'video', 40, 106],
    ['BERT on 40 tokens', sources.bert, 'text', 40, 7],
    ['BERT on 256 tokens', sources.bert, 'text', 256, 46],
    ['AST on ten seconds', sources.ast, 'audio', 40, 261],
  ] as const)('of %s', (_, source, modality, length, expected) => {
    expect(Math.round(gigaflop(source, modality, length))).toBe(expected);
  });

  test('of sound and three frames costs about 366 GFLOP', () => {
    const both = gigaflop(sources.ast, 'audio') + gigaflop(sources.clip, 'video');
    expect(Math.abs(both - 366)).toBeLessThan(2);
  });

  test('counts by hand for one block of two tokens and one mask token', () => {
    const size = { width: 10, layers: 1, mlp: 20 };
    const added = { masks: 1, prompts: 0, promptLayers: 0 };
    const [n, d, h] = [3, 10, 20];
    // q, k, v, o: 4 products of [n, d] x [d, d]; scores and their sum over values: 2 of [n, d] x [d, n]; the MLP: 2 of [n, d] x [d, h].
    const products = 4 * (2 * n * d * d) + 2 * (2 * n * n * d) + 2 * (2 * n * d * h);
    expect(forwardFlop(size, 'text', { inputs: inputs(2), added })).toBe(products);
  });

  test('reads prompts from the block where they come in to the last', () => {
    const size = { width: 8, layers: 3, mlp: 16 };
    const flop = (tokens: number) => 8 * tokens * 64 + 4 * tokens ** 2 * 8 + 4 * tokens * 128;
    const added = { masks: 0, prompts: 5, promptLayers: 2 };
    expect(forwardFlop(size, 'text', { inputs: inputs(4), added })).toBe(flop(9) + flop(14) + flop(14));
  });

  test('of a modality that is not processed is unknown', () => {
    const added = { masks: 0, prompts: 0, promptLayers: 0 };
    expect(
      forwardFlop(known(sources.bert), 'text', { inputs: {} as unknown as PreprocessParams, added }),
    ).toBeUndefined();
  });

  test('of a folder or of an unknown model is unknown', () => {
    for (const source of [
      './clip',
      'hub:openai/clip-vit-large-patch14@main',
      'preset:constructor',
      'train',
    ]) {
      expect(sizeOfSource(source), source).toBeUndefined();
    }
  });
});

interface Options {
  readonly data: string;
  readonly train?: string;
  readonly encoders?: string;
  readonly seeds?: string;
  readonly makes?: string;
}

const imageText = 'image: {}, text: {vocabulary: ./bert, maxLength: 40}';
const audioVideo = 'audio: {}, video: {frames: 3}';

/** A plan of one training and its evaluation. */
function plan({ data, train = 'method: u2a', encoders, seeds = '[0]', makes = imageText }: Options) {
  const all = `
  image: {architecture: clip-vit, from: '${sources.clip}'}
  text: {architecture: bert, from: '${sources.bert}'}
  audio: {architecture: ast, from: '${sources.ast}'}
  video: {architecture: clip-vit, from: '${sources.clip}'}`;
  return planOf(`
version: 1
name: cost
seeds: ${seeds}
data: {one: ${data}}
encoders: ${encoders ?? all}
steps:
  prepare: {uses: preprocess, with: {data: one, ${makes}}}
  train:
    uses: train
    matrix: {seed: '\${{ seeds }}'}
    with: {dataset: prepare, seed: '\${{ matrix.seed }}', ${train}}
  evaluate: {uses: evaluate, with: {model: train}}
`);
}

const folder = (adapter: string) => `{adapter: ${adapter}, with: {root: ./x}}`;

function training(options: Options) {
  return costOf(plan(options)).steps.find(({ step }) => step === 'train');
}

describe('a training', () => {
  test.each([
    ['food101', 8, 8_499],
    ['mmimdb', 8, 1_944],
    ['kinetics-sound', 4, 3_685],
    ['ave', 4, 835],
    ['crema-d', 4, 1_675],
  ])('on %s has the steps per epoch of the paper', (adapter, batchSize, expected) => {
    const train = `method: u2a, epochs: 1, batchSize: ${batchSize}`;
    const makes = batchSize === 4 ? audioVideo : imageText;
    expect(training({ data: folder(adapter), train, makes })?.steps).toBe(expected);
  });

  test('of 100 epochs on Kinetics-Sound is about 1.1e18 FLOP', () => {
    const cost = training({
      data: folder('kinetics-sound'),
      train: 'method: u2a, epochs: 100, batchSize: 4',
      makes: audioVideo,
    });
    expect(cost?.samples).toBe(1_473_900);
    expect(cost?.petaflop).toBeGreaterThan(1_050);
    expect(cost?.petaflop).toBeLessThan(1_150);
  });

  test('of several seeds costs as much as all of them', () => {
    const one = training({ data: folder('mmimdb') });
    const three = training({ data: folder('mmimdb'), seeds: '[0, 1, 2]' });
    expect(three?.runs).toBe(3);
    expect(three?.petaflop).toBeCloseTo(3 * (one?.petaflop ?? 0), 8);
    expect(three?.steps).toBe(3 * (one?.steps ?? 0));
  });

  test('that drops modalities without running them is cheaper by a third', () => {
    const data = folder('food101');
    const whole = training({ data })?.petaflop ?? 0;
    const skipping = training({ data, train: 'method: u2a, modalityDropout: {mode: skip}' })?.petaflop ?? 0;
    expect(skipping / whole).toBeCloseTo(2 / 3, 8);
  });

  test('of all weights costs three forward passes, of the head alone one, of adapters two', () => {
    const petaflop = (method: string) =>
      training({ data: folder('food101'), train: `method: ${method}` })?.petaflop ?? Number.NaN;
    const extraction = (method: string) => {
      const { steps } = costOf(plan({ data: folder('food101'), train: `method: ${method}` }));
      return steps.find(({ operation }) => operation === 'extract')?.petaflop ?? Number.NaN;
    };
    const ratio = (method: string) => petaflop(method) / extraction(method) / ((67_988 * 10) / 22_716);
    expect(ratio('probe')).toBeCloseTo(1, 8);
    expect(ratio('u2a')).toBeCloseTo(2, 8);
    expect(ratio('full-ft')).toBeCloseTo(3, 8);
    expect(ratio('mmlora')).toBeCloseTo(5, 8);
  });

  test('of one modality costs only its encoder', () => {
    const petaflop = (train: string) => training({ data: folder('food101'), train })?.petaflop ?? Number.NaN;
    const image = petaflop('method: unimodal, modality: image');
    const text = petaflop('method: unimodal, modality: text');
    expect(image + text).toBeCloseTo(petaflop('method: late-zero'), 8);
  });

  test('whose encoder or data has no known size has no known cost', () => {
    const encoders = `{image: {architecture: clip-vit, from: ./mine}, text: {architecture: bert, from: '${sources.bert}'}}`;
    const mine = training({ data: folder('food101'), encoders });
    expect(mine).toMatchObject({ runs: 1, samples: 679_880, petaflop: undefined });
    const emoji = training({ data: '{adapter: emoji}' });
    expect(emoji).toMatchObject({ runs: 1, samples: undefined, steps: undefined, petaflop: undefined });
    expect(costOf(plan({ data: '{adapter: emoji}' })).total).toEqual({ trainings: 1, petaflop: 0 });
  });

  test('on part of Food-101 has its samples, and of other editions of a data set none are known', () => {
    const samples = (data: string) => training({ data, train: 'method: u2a, epochs: 1' })?.samples;
    expect(samples('{adapter: food101, with: {root: ./x, split: {train: [train]}}}')).toBe(61_142);
    expect(samples('{adapter: mmimdb, with: {root: ./x, plot: all}}')).toBeUndefined();
  });
});

test('the evaluation of a model costs one forward pass of the split that it reads', () => {
  const extraction = costOf(plan({ data: folder('food101') })).steps.find(
    ({ operation }) => operation === 'extract',
  );
  const perSample = gigaflop(sources.clip, 'image') + gigaflop(sources.bert, 'text');
  expect(extraction).toMatchObject({ step: 'evaluate/features', runs: 1, samples: 22_716, steps: 0 });
  expect(extraction?.petaflop).toBeCloseTo((22_716 * perSample) / 1e6, 8);
});

describe('encoders that a pretrain step makes', () => {
  const cost = costOf(
    planOf(`
version: 1
name: cost
data: {one: ${folder('mmimdb')}}
encoders:
  image: {architecture: clip-vit, from: pretrain}
  text: {architecture: bert, from: 'preset:bert-tiny'}
steps:
  prepare: {uses: preprocess, with: {data: one, image: {size: 32}, text: {vocabulary: ./bert}}}
  pretrain:
    uses: pretrain
    with: {dataset: prepare, encoder: {width: 32, layers: 2, heads: 4, mlp: 64, patch: 8}, epochs: 2, batchSize: 100}
  train: {uses: train, with: {dataset: prepare, method: u2a, epochs: 1}}
`),
  );

  test('have the cost of their size: a forward pass and twice as much backwards', () => {
    const size = { width: 32, layers: 2, mlp: 64, patch: 8 };
    const added = { masks: 0, prompts: 0, promptLayers: 0 };
    const picture = { image: { size: 32 } } as unknown as PreprocessParams;
    const forward = forwardFlop(size, 'image', { inputs: picture, added }) ?? Number.NaN;
    expect(cost.steps[0]).toMatchObject({ step: 'pretrain', samples: 31_104, steps: 312 });
    expect(cost.steps[0]?.petaflop).toBeCloseTo((3 * 31_104 * forward) / 1e15, 12);
  });

  test('are known to the trainings that read them', () => {
    expect(cost.steps[1]?.step).toBe('train');
    expect(cost.steps[1]?.petaflop).toBeGreaterThan(0);
  });
});

describe('training data with missing modalities', () => {
  const params = (scenario: string, rate: number): TrainParams =>
    ({
      method: 'u2a',
      encoders: { image: {}, text: {} },
      missing: { scenario, rate },
      missingInput: { compute: 'skip' },
      modalityDropout: { mode: 'select', complete: 1 / 3 },
    }) as unknown as TrainParams;

  test('counts as the paper: at 70 % of MM-IMDb 10,886 films lack something', () => {
    expect(rowsRun(params('missing-text', 70), 'text', 15_552)).toBe(15_552 - 10_886);
    expect(rowsRun(params('missing-text', 70), 'image', 15_552)).toBe(15_552);
    expect(rowsRun(params('missing-both', 70), 'image', 67_988)).toBe(67_988 - 23_795);
    expect(rowsRun(params('missing-both', 70), 'text', 67_988)).toBe(67_988 - 23_796);
  });

  test('an encoder that runs on placeholders runs for every sample', () => {
    const placeholder = { ...params('missing-text', 70), missingInput: { compute: 'placeholder' } };
    expect(rowsRun(placeholder as unknown as TrainParams, 'text', 1000)).toBe(1000);
  });

  test('whatever the scenario, one encoder at least runs for each sample, and more missing never costs more', () => {
    const scenario = fc.constantFrom('complete', 'missing-image', 'missing-text', 'missing-both');
    const rate = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(scenario, rate, fc.integer({ min: 0, max: 5000 }), (scenario, rate, count) => {
        const all = (at: number) =>
          rowsRun(params(scenario, at), 'image', count) + rowsRun(params(scenario, at), 'text', count);
        const lost = scenario === 'complete' ? 0 : Math.floor((count * rate) / 100);
        expect(all(rate)).toBe(2 * count - lost);
        expect(all(rate + 1)).toBeLessThanOrEqual(all(rate));
      }),
    );
  });
});

test('hours are those of the assumed GPU', () => {
  expect(gpuHours((assumedGpu.peakFlops * assumedGpu.utilisation * 3600) / 1e15)).toBeCloseTo(1, 12);
  expect(gpuHours(1082)).toBeCloseTo(4.8, 1);
});
