import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SplitSamples } from '../../grid/split-samples.ts';
import type { EvaluateParams } from '../../plan/params.ts';
import type { Score } from '../../score/score.ts';
import type { TensorValues } from '../../tensor/safetensors.ts';
import {
  drawLogits,
  evaluateFolder,
  evaluationOf,
  twelve,
  type Workplace,
  workplace,
  writeExtraction,
} from './extraction.ts';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place[Symbol.dispose]());

type Grid = EvaluateParams['grid'];

/** The share in percent of samples whose largest logit is that of their class, each under its set of modalities. */
function accuracyOf(setOf: (place: number) => string, samples = twelve, logits = drawLogits(samples)) {
  const own = samples.ids.map((_, index) => {
    const { data } = logits[setOf(index)] ?? { data: new Float32Array() };
    const row = [...data.slice(3 * index, 3 * index + 3)];
    return row.indexOf(Math.max(...row)) === samples.labels?.[index];
  });
  return 100 * (own.filter(Boolean).length / own.length);
}

function valuesOf(scores: readonly Score[]): Record<string, number> {
  return Object.fromEntries(scores.map(({ cell, metric, value }) => [`${cell} ${metric}`, value]));
}

const allCells: Grid = [
  { subsets: 'all' },
  { scenario: ['missing-both', 'missing-text'], rate: [0, 50, 100] },
  { available: { text: [0, 50, 100] } },
];

/** The samples of `twelve` from the first to lose something to the last, computed again. */
const ranking = [...twelve.ids.keys()].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
function rankOf(index: number): string {
  return createHash('sha256').update(`toy|test|0|s${index}`).digest('hex');
}

describe('an evaluation', () => {
  it('scores each cell from the logits of the set that each sample has there', async () => {
    const { file, outcome } = await evaluationOf(place, { grid: allCells });
    expect(file).toMatchObject({ version: 2, dataset: 'toy', split: 'test', n: 12 });
    const rank = (index: number) => ranking.indexOf(index);
    const expected = {
      complete: accuracyOf(() => 'complete'),
      'only-image': accuracyOf(() => 'only-image'),
      'only-text': accuracyOf(() => 'only-text'),
      'missing-both@0': accuracyOf(() => 'complete'),
      'missing-both@50': accuracyOf((index) =>
        rank(index) >= 6 ? 'complete' : rank(index) % 2 === 0 ? 'only-image' : 'only-text',
      ),
      'missing-both@100': accuracyOf((index) => (rank(index) % 2 === 0 ? 'only-image' : 'only-text')),
      'missing-text@0': accuracyOf(() => 'complete'),
      'missing-text@50': accuracyOf((index) => (rank(index) < 6 ? 'only-image' : 'complete')),
      'missing-text@100': accuracyOf(() => 'only-image'),
      'text@0': accuracyOf(() => 'only-image'),
      'text@50': accuracyOf((index) => (rank(index) < 6 ? 'only-image' : 'complete')),
      'text@100': accuracyOf(() => 'complete'),
    };
    const found = Object.fromEntries(file.scores.map(({ cell, value }) => [cell, value]));
    expect(found).toEqual(expected);
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    expect(new Set(file.scores.map(({ n }) => n))).toEqual(new Set([12]));
    expect(outcome.summary['missing-both@50 accuracy']).toBe(expected['missing-both@50']);
  });

  it('says of each cell who lacked what, and of which samples', async () => {
    const { file } = await evaluationOf(place, { grid: allCells });
    const cellNamed = (name: string) => file.cells.find((cell) => cell.name === name);
    expect(cellNamed('complete')).toEqual({ name: 'complete', n: 12, lacking: { image: 0, text: 0 } });
    expect(cellNamed('only-text')).toEqual({ name: 'only-text', n: 12, lacking: { image: 12, text: 0 } });
    expect(cellNamed('missing-both@50')?.lacking).toEqual({ image: 3, text: 3 });
    expect(cellNamed('text@0')?.lacking).toEqual({ image: 0, text: 12 });
    expect(cellNamed('missing-text@0')).not.toHaveProperty('digest');
    expect(cellNamed('text@50')?.digest).toBe(cellNamed('missing-text@50')?.digest);
    const lost = new Set(ranking.slice(0, 6));
    const lines = twelve.ids.map((id, index) => `1${lost.has(index) ? 0 : 1} ${id}`);
    const text = ['image text', ...lines, ''].join('\n');
    const digest = `sha256-${createHash('sha256').update(text).digest('hex')}`;
    expect(cellNamed('missing-text@50')?.digest).toBe(digest);
  });

  it('takes other samples for another mask seed', async () => {
    const grid: Grid = [{ scenario: 'missing-text', rate: 50 }];
    const digests = [0, 1, 0].map(async (maskSeed) => {
      const { file } = await evaluationOf(place, { grid, maskSeed });
      return file.cells[0]?.digest;
    });
    const [first, other, again] = await Promise.all(digests);
    expect(first).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(other).not.toBe(first);
    expect(again).toBe(first);
  });

  it('gives the same bytes again, and the same numbers whatever the order of the grid', async () => {
    const one = await evaluationOf(place, { grid: allCells });
    expect((await evaluationOf(place, { grid: allCells })).bytes).toBe(one.bytes);
    const { file } = await evaluationOf(place, { grid: [...allCells].reverse() as Grid });
    expect(valuesOf(file.scores)).toEqual(valuesOf(one.file.scores));
    const byName = (cells: typeof file.cells) => cells.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(byName(file.cells)).toEqual(byName(one.file.cells));
  });

  it('measures what belongs to classes by class, and what belongs to the model once', async () => {
    const metrics: EvaluateParams['metrics'] = ['recall-class', 'parameters-total', 'parameters-learnable'];
    const { file, outcome } = await evaluationOf(place, { metrics, grid: [{ subsets: ['only-text'] }] });
    expect(file.scores.map((score) => [score.cell, score.metric, score.class])).toEqual([
      ['only-text', 'recall-class', 'red'],
      ['only-text', 'recall-class', 'green'],
      ['only-text', 'recall-class', 'blue'],
      ['complete', 'parameters-total', undefined],
      ['complete', 'parameters-learnable', undefined],
    ]);
    expect(file.scores.slice(3).map(({ value }) => value)).toEqual([1000, 10]);
    expect(Object.keys(outcome.summary)).toEqual([
      'complete parameters-total',
      'complete parameters-learnable',
    ]);
  });

  it('leaves out what is undefined', async () => {
    const oneClass = { ...twelve, labels: twelve.ids.map(() => 0) };
    const { file } = await evaluationOf(place, { metrics: ['auroc', 'accuracy'] }, oneClass);
    expect(new Set(file.scores.map(({ metric }) => metric))).toEqual(new Set(['accuracy']));
  });

  it('reports how far it is', async () => {
    const { reports } = await evaluationOf(place, { grid: allCells });
    expect(reports.at(-1)).toEqual({ phase: 'score', done: 12, total: 12, unit: 'cells' });
  });
});

describe('samples with several classes', () => {
  const several: SplitSamples = {
    ...twelve,
    ids: ['a', 'b', 'c', 'd'],
    classes: ['red', 'green'],
    multiLabel: true,
    labelSets: [[0], [0, 1], [], [1]],
  };
  const of = (values: readonly number[]) => ({ shape: [4, 2], data: Float32Array.from(values) });
  const logits: TensorValues = {
    // Right; one of two; right; right.
    complete: of([1, -1, 1, -1, -1, -1, -1, 1]),
    'only-image': of([1, 1, 1, 1, 1, 1, 1, 1]),
    'only-text': of([-1, -1, -1, -1, -1, -1, -1, -1]),
  };

  it('are scored as sets', async () => {
    const metrics: EvaluateParams['metrics'] = ['accuracy', 'f1-macro', 'f1-micro'];
    const { labels, ...described } = several;
    const { file } = await evaluationOf(place, { metrics }, described, logits);
    const values = valuesOf(file.scores);
    expect(values['complete accuracy']).toBe(75);
    // red: 2 found of 2; green: 1 of 2, nothing wrong: F1 2/3.
    expect(values['complete f1-macro']).toBeCloseTo((100 * (1 + 2 / 3)) / 2, 10);
    expect(values['complete f1-micro']).toBeCloseTo((100 * 6) / 7, 10);
    expect(values['only-image accuracy']).toBe(25);
    expect(values['only-image f1-macro']).toBeCloseTo((100 * 2) / 3, 10);
    expect(values['only-text accuracy']).toBe(25);
    expect(values['only-text f1-macro']).toBe(0);
  });
});

describe('samples that came without a modality', () => {
  // s0 to s2 have no text, s11 has no picture.
  const gaps: SplitSamples = { ...twelve, lacking: { image: [11], text: [0, 1, 2] } };

  it('are scored with what they have, and not at all where they have nothing of a set', async () => {
    const { file } = await evaluationOf(place, {}, gaps);
    expect(file.cells).toEqual([
      { name: 'complete', n: 12, lacking: { image: 1, text: 3 } },
      { name: 'only-image', n: 11, lacking: { image: 0, text: 11 } },
      { name: 'only-text', n: 9, lacking: { image: 9, text: 0 } },
    ]);
    const complete = accuracyOf((index) =>
      index < 3 ? 'only-image' : index === 11 ? 'only-text' : 'complete',
    );
    expect(file.scores[0]).toEqual({ cell: 'complete', metric: 'accuracy', value: complete, n: 12 });
    expect(file.scores.map(({ n }) => n)).toEqual([12, 11, 9]);
  });

  it('do not move the ranking, and count towards the rate that a scenario comes to', async () => {
    const grid: Grid = [{ scenario: 'missing-text', rate: 25 }];
    const lost = ranking.slice(0, 3);
    // The last to lose its text has no picture, so that nobody is left with nothing.
    const [last = 0] = ranking.slice(-1);
    const own: SplitSamples = {
      ...twelve,
      lacking: { text: [...new Set([lost[0] ?? 0, ranking[5] ?? 0])].sort(), image: [last] },
    };
    const { file } = await evaluationOf(place, { grid }, own);
    expect(file.cells[0]).toMatchObject({ n: 12, lacking: { image: 1, text: 4 } });
    const plain = await evaluationOf(place, { grid });
    expect(file.cells[0]?.digest).toBe(plain.file.cells[0]?.digest);
  });

  it('are never left with nothing by a scenario', async () => {
    const [first = 0] = ranking;
    const own: SplitSamples = { ...twelve, lacking: { image: [first] } };
    await expect(
      evaluationOf(place, { grid: [{ scenario: 'missing-text', rate: 25 }] }, own),
    ).rejects.toMatchObject({
      code: 'LAC7104',
      message: expect.stringMatching(new RegExp(`missing-text@25.*"s${first}".*1 such`)),
    });
    const { file } = await evaluationOf(place, { grid: [{ scenario: 'missing-text', rate: 0 }] }, own);
    expect(file.cells[0]?.lacking).toEqual({ image: 1, text: 0 });
  });

  it('leave no cell without samples', async () => {
    const own: SplitSamples = { ...twelve, lacking: { text: [...twelve.ids.keys()] } };
    await expect(evaluationOf(place, {}, own)).rejects.toMatchObject({
      code: 'LAC7102',
      message: expect.stringContaining('only-text'),
    });
  });
});

describe('availability in scenarios and sweeps', () => {
  const cellsAt = async (grid: Grid) => (await evaluationOf(place, { grid })).file;

  it('at rate 0 and at 100 % is complete, for every metric', async () => {
    const metrics: EvaluateParams['metrics'] = ['accuracy', 'f1-macro', 'ece', 'auroc', 'map'];
    const grid: Grid = [
      { subsets: ['complete'] },
      { scenario: ['missing-text', 'missing-image', 'missing-both'], rate: 0 },
      { available: { text: [100], image: [100] } },
    ];
    const { scores } = (await evaluationOf(place, { grid, metrics })).file;
    for (const { cell, metric, value } of scores) {
      const complete = scores.find((score) => score.cell === 'complete' && score.metric === metric);
      expect(value, `${metric} of ${cell}`).toBe(complete?.value);
    }
    expect(scores).toHaveLength(6 * 5);
  });

  it('takes ever more samples as the rate grows, floor(N rate / 100) of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 }),
        async (rates) => {
          const [first = 0, ...rest] = rates.toSorted((a, b) => a - b);
          const { cells } = await cellsAt([{ scenario: 'missing-text', rate: [first, ...rest] }]);
          expect(cells.map(({ lacking }) => lacking['text'])).toEqual(
            [first, ...rest].map((rate) => Math.floor((12 * rate) / 100)),
          );
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('an evaluation of what cannot be scored', () => {
  it.each<[string, Grid, string, RegExp]>([
    [
      'a set with a modality that is not there',
      [{ subsets: ['only-audio'] }],
      'LAC7101',
      /only-audio.*audio/,
    ],
    [
      'a scenario of a modality that is not there',
      [{ scenario: 'missing-audio', rate: 10 }],
      'LAC7103',
      /missing-audio@10.*image, text/,
    ],
    ['a sweep of a modality that is not there', [{ available: { video: [10] } }], 'LAC7103', /video@10/],
  ])('names %s', async (_, grid, code, message) => {
    await expect(evaluationOf(place, { grid })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it.each<[string, Partial<Record<keyof SplitSamples, unknown>>, RegExp]>([
    ['another version', { version: 2 }, /version is 2/],
    ['too few labels', { labels: [0] }, /classes of each/],
    ['a class that there is not', { labels: twelve.ids.map(() => 3) }, /sample 1 .* none of 3/],
    ['a sample that there is not', { lacking: { text: [12] } }, /lacks text/],
    ['a modality that there is not', { lacking: { audio: [0] } }, /lacks audio/],
    ['no ids', { ids: undefined }, /no lists/],
    [
      'more samples than logits',
      { ids: [...twelve.ids, 'x'], labels: [...(twelve.labels ?? []), 0] },
      /\[12,3\]/,
    ],
  ])('says that the extraction has %s', async (_, changes, reason) => {
    const directory = place.folder();
    await writeExtraction(directory, twelve);
    writeFileSync(join(directory, 'samples.json'), JSON.stringify({ ...twelve, ...changes }));
    await expect(evaluateFolder(place, directory, {})).rejects.toMatchObject({
      code: 'LAC7105',
      message: expect.stringMatching(reason),
    });
  });

  it('says that the extraction is no JSON', async () => {
    const directory = place.folder();
    await writeExtraction(directory, twelve);
    writeFileSync(join(directory, 'samples.json'), '{"version":');
    await expect(evaluateFolder(place, directory, {})).rejects.toMatchObject({ code: 'LAC7105' });
  });
});
