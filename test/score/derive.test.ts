import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerIsBetter, numberOf } from '../../score/derive.ts';
import type { Score, ScoreQuery } from '../../score/score.ts';
import vectors from '../vectors/score/vectors.json' with { type: 'json' };

type Cells = { readonly [cell: string]: number | undefined };

function run(cells: Cells, metric = 'accuracy'): Score[] {
  return Object.entries(cells).flatMap(([cell, value]) =>
    value === undefined ? [] : [{ cell, metric, value, n: 10 }],
  );
}

function derive(what: NonNullable<ScoreQuery['derive']>['what'], more: object = {}): ScoreQuery {
  const { modality, ...rest } = more as { modality?: string };
  return { metric: 'accuracy', ...rest, derive: { what, ...(modality !== undefined && { modality }) } };
}

const paper = { complete: 90, 'only-image': 60, 'only-text': 75 };

describe('a number of a run', () => {
  const scores: Score[] = [
    { cell: 'complete', metric: 'accuracy', value: 90, n: 10 },
    { cell: 'complete', metric: 'f1-class', class: 'waltz', value: 50, n: 10 },
    { cell: 'complete', metric: 'f1-class', class: 'tango', value: 40, n: 10 },
    { cell: 'complete', metric: 'alignment-mse', direction: 'image-to-text', value: 0.5, n: 10 },
    {
      cell: 'complete',
      metric: 'alignment-mse',
      direction: 'image-to-text',
      class: 'tango',
      value: 0.7,
      n: 4,
    },
    { cell: 'only-text', metric: 'accuracy', value: 0, n: 10 },
  ];

  it.each<[ScoreQuery, number | undefined]>([
    [{ metric: 'accuracy', cell: 'complete' }, 90],
    [{ metric: 'accuracy', cell: 'only-text' }, 0],
    [{ metric: 'f1-class', cell: 'complete', class: 'tango' }, 40],
    [{ metric: 'alignment-mse', cell: 'complete', direction: 'image-to-text' }, 0.5],
    [{ metric: 'alignment-mse', cell: 'complete', direction: 'image-to-text', class: 'tango' }, 0.7],
    [{ metric: 'f1-class', cell: 'complete' }, undefined],
    [{ metric: 'accuracy', cell: 'complete', class: 'tango' }, undefined],
    [{ metric: 'alignment-mse', cell: 'complete', direction: 'text-to-image' }, undefined],
    [{ metric: 'accuracy', cell: 'only-image' }, undefined],
    [{ metric: 'ece', cell: 'complete' }, undefined],
    [{ metric: 'accuracy' }, undefined],
  ])('%j', (query, expected) => {
    expect(numberOf(scores, query)).toBe(expected);
  });
});

describe('the worst subset', () => {
  it('is the lowest over sets of modalities, not over scenarios and sweeps', () => {
    const cells = { ...paper, 'missing-text@70': 10, 'text@0': 5 };
    expect(numberOf(run(cells), derive('worst-subset'))).toBe(60);
    const three = { complete: 90, 'image+text': 80, 'image+audio': 30, 'only-audio': 31 };
    expect(numberOf(run(three), derive('worst-subset'))).toBe(30);
  });

  it('is the highest where lower is better', () => {
    const query = { ...derive('worst-subset'), metric: 'ece' };
    expect(numberOf(run({ complete: 3, 'only-image': 9, 'only-text': 4 }, 'ece'), query)).toBe(9);
  });

  it('is unknown where a set was scored in something else only, or nothing is complete', () => {
    const gap = [...run({ complete: 90, 'only-image': 60 }), ...run({ 'only-text': 1 }, 'ece')];
    expect(numberOf(gap, derive('worst-subset'))).toBeUndefined();
    expect(numberOf(run({ 'only-image': 60 }), derive('worst-subset'))).toBeUndefined();
  });

  it('is of the class that is asked for', () => {
    const ofClass = (name: string, cells: Cells) =>
      run(cells, 'f1-class').map((score) => ({ ...score, class: name }));
    const scores = [
      ...ofClass('tango', paper),
      ...ofClass('waltz', { complete: 1, 'only-image': 2, 'only-text': 3 }),
    ];
    const query = { ...derive('worst-subset', { class: 'tango' }), metric: 'f1-class' };
    expect(numberOf(scores, query)).toBe(60);
  });
});

describe('the relative drop', () => {
  it('is in percent of complete', () => {
    expect(numberOf(run(paper), derive('relative-drop', { cell: 'only-image' }))).toBeCloseTo(100 / 3, 12);
    expect(numberOf(run(paper), derive('relative-drop', { cell: 'complete' }))).toBe(0);
  });

  it('is unknown without its cells, and where complete is 0', () => {
    const drop = derive('relative-drop', { cell: 'only-text' });
    expect(numberOf(run({ complete: 90 }), drop)).toBeUndefined();
    expect(numberOf(run({ 'only-text': 90 }), drop)).toBeUndefined();
    expect(numberOf(run({ complete: 0, 'only-text': 0 }), drop)).toBeUndefined();
    expect(numberOf(run({ complete: 0, 'only-text': 5 }), drop)).toBeUndefined();
    expect(numberOf(run(paper), derive('relative-drop'))).toBeUndefined();
  });
});

describe('the area under a sweep', () => {
  const text = derive('curve-area', { modality: 'text' });

  it.each(vectors.curves)('equals the trapezoids of NumPy: $cells', ({ cells, area }) => {
    expect(numberOf(run(cells as Cells), text)).toBeCloseTo(area, 10);
    expect(numberOf(run(cells as Cells).toReversed(), text)).toBeCloseTo(area, 10);
  });

  it('takes complete for 100 percent where the sweep has none', () => {
    expect(numberOf(run({ complete: 90, 'text@0': 60, 'text@50': 80 }), text)).toBe(77.5);
    expect(numberOf(run({ complete: 10, 'text@0': 60, 'text@100': 80 }), text)).toBe(70);
  });

  it('sees only its modality, and no scenario', () => {
    const cells = { complete: 90, 'text@0': 60, 'image@50': 0, 'missing-text@50': 0, 'only-image': 0 };
    expect(numberOf(run(cells), text)).toBe(75);
  });

  it('is unknown without width, without a modality, and where a point lacks the metric', () => {
    expect(numberOf(run({ complete: 90 }), text)).toBeUndefined();
    expect(numberOf(run({ 'text@100': 90 }), text)).toBeUndefined();
    expect(numberOf(run({ complete: 90, 'text@0': 60 }), derive('curve-area'))).toBeUndefined();
    const gap = [...run({ complete: 90, 'text@0': 60 }), ...run({ 'text@50': 4 }, 'ece')];
    expect(numberOf(gap, text)).toBeUndefined();
  });

  it('lies between the lowest and the highest point', () => {
    const percent = fc.record({ x: fc.nat(100), y: fc.double({ min: 0, max: 100, noNaN: true }) });
    const points = fc.uniqueArray(percent, { selector: ({ x }) => x, minLength: 2 });
    fc.assert(
      fc.property(points, (swept) => {
        const area = numberOf(run(Object.fromEntries(swept.map(({ x, y }) => [`text@${x}`, y]))), text);
        const heights = swept.map(({ y }) => y);
        expect(area).toBeGreaterThanOrEqual(Math.min(...heights) - 1e-9);
        expect(area).toBeLessThanOrEqual(Math.max(...heights) + 1e-9);
      }),
    );
  });
});

describe('the Shapley value', () => {
  const of = (modality: string) => derive('shapley', { modality });

  it.each(vectors.shapley)('equals the mean over all orders: $shares', ({ cells, shares }) => {
    for (const [modality, share] of Object.entries(shares))
      expect(numberOf(run(cells as Cells), of(modality))).toBeCloseTo(share, 10);
  });

  it('adds up to complete', () => {
    const names = ['only-image', 'only-text', 'only-audio', 'image+text', 'image+audio', 'text+audio'];
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(value, fc.array(value, { minLength: 6, maxLength: 6 }), (complete, values) => {
        const cells = { complete, ...Object.fromEntries(names.map((name, place) => [name, values[place]])) };
        const shares = ['image', 'text', 'audio'].map((modality) => numberOf(run(cells), of(modality)));
        expect(shares.reduce<number>((sum, share) => sum + (share ?? Number.NaN), 0)).toBeCloseTo(
          complete,
          9,
        );
      }),
    );
  });

  it('does not depend on how a set is written', () => {
    const sets = { complete: 9, 'only-image': 1, 'only-text': 2, 'only-audio': 3, 'image+audio': 5 };
    const one = run({ ...sets, 'image+text': 4, 'text+audio': 6 });
    const other = run({ 'audio+text': 6, 'text+image': 4, ...sets });
    expect(numberOf(other, of('text'))).toBe(numberOf(one, of('text')));
  });

  it('is unknown where a set is missing, or not all modalities can be told', () => {
    expect(numberOf(run(paper), of('text'))).toBe(52.5);
    expect(numberOf(run(paper), of('audio'))).toBeUndefined();
    expect(numberOf(run(paper), derive('shapley'))).toBeUndefined();
    expect(numberOf(run({ complete: 90 }), of('text'))).toBeUndefined();
    expect(numberOf(run({ complete: 90, 'only-text': 75 }), of('text'))).toBeUndefined();
    expect(numberOf(run({ 'only-image': 60, 'only-text': 75 }), of('text'))).toBeUndefined();
    // A sweep or a scenario tells of a third modality, whose sets are not scored.
    expect(numberOf(run({ ...paper, 'audio@50': 80 }), of('text'))).toBeUndefined();
    expect(numberOf(run({ ...paper, 'missing-audio@70': 80 }), of('text'))).toBeUndefined();
    expect(numberOf(run({ ...paper, 'missing-both@70': 80, 'text@30': 70 }), of('text'))).toBe(52.5);
    // Of what else the data has a sweep of one modality says nothing.
    expect(numberOf(run({ complete: 90, 'text@30': 75 }), of('text'))).toBeUndefined();
    // Two of two are complete; such a cell must belong to three.
    expect(numberOf(run({ ...paper, 'image+text': 80 }), of('text'))).toBeUndefined();
  });
});

describe('recovery', () => {
  const zero = run({ complete: 88, 'only-image': 40, 'only-text': 75 });
  const of = (cell?: string) => derive('recovery', cell === undefined ? {} : { cell });

  it('is the part of the gap of the other run that is closed, in percent of what is complete here', () => {
    expect(numberOf(run(paper), of('only-image'), zero)).toBe(40);
    expect(numberOf(run(paper), of('only-text'), zero)).toBe(0);
    expect(numberOf(run({ complete: 90, 'only-image': 30 }), of('only-image'), zero)).toBe(-20);
    expect(numberOf(run(paper), of('complete'), zero)).toBe(100);
  });

  it('is unknown without the other run, a cell, or a gap', () => {
    expect(numberOf(run(paper), of('only-image'))).toBeUndefined();
    expect(numberOf(run(paper), of('only-image'), run({ complete: 88 }))).toBeUndefined();
    expect(numberOf(run(paper), of('only-audio'), zero)).toBeUndefined();
    expect(numberOf(run(paper), of(), zero)).toBeUndefined();
    expect(numberOf(run(paper), of('only-image'), run({ 'only-image': 90 }))).toBeUndefined();
  });
});

describe('which way is better', () => {
  it('is down for errors only', () => {
    const down = ['ece', 'alignment-mse'];
    const up = ['accuracy', 'f1-macro', 'auroc', 'map', 'recall-class', 'alignment-cosine'];
    expect(down.map((metric) => lowerIsBetter(metric))).toEqual([true, true]);
    expect(up.map((metric) => lowerIsBetter(metric))).toEqual(up.map(() => false));
  });

  it('turns round for a drop and is up for a recovery', () => {
    expect(lowerIsBetter('accuracy', 'relative-drop')).toBe(true);
    expect(lowerIsBetter('ece', 'relative-drop')).toBe(false);
    expect(lowerIsBetter('ece', 'recovery')).toBe(false);
    expect(lowerIsBetter('ece', 'worst-subset')).toBe(true);
    expect(lowerIsBetter('accuracy', 'curve-area')).toBe(false);
  });
});
