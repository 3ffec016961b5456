import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy, type Measured, measure, type Outputs } from '../../score/metrics.ts';
import { averagePrecisions } from '../../score/ranking.ts';
import reference from '../vectors/metrics.json' with { type: 'json' };
import vectors from '../vectors/score/vectors.json' with { type: 'json' };

const { multilabel, singlelabel } = reference;

function namesOf(classes: number): string[] {
  return Array.from({ length: classes }, (_, column) => `class ${column}`);
}

function ofLabels(logits: readonly number[], labels: readonly number[], classes: number): Outputs {
  return { logits: Float32Array.from(logits), truth: { kind: 'label', labels }, classes: namesOf(classes) };
}

function ofSets(logits: readonly number[], sets: readonly number[], classes: number): Outputs {
  return { logits: Float32Array.from(logits), truth: { kind: 'sets', sets }, classes: namesOf(classes) };
}

function only(metric: string, outputs: Outputs): number {
  const measured = measure(metric, outputs);
  expect(measured).toHaveLength(1);
  expect(measured[0]).not.toHaveProperty('class');
  return measured[0]?.value ?? Number.NaN;
}

/** What a reference says as `measure` says it: nothing, a number, or one for each class. */
function asMeasured(expected: number | readonly number[] | null): readonly Measured[] {
  if (expected === null) return [];
  if (typeof expected === 'number') return [{ value: expected }];
  return expected.map((value, column) => ({ class: `class ${column}`, value }));
}

function expectClose(measured: readonly Measured[], expected: readonly Measured[]): void {
  expect(measured.map((one) => one.class)).toEqual(expected.map((one) => one.class));
  for (const [index, { value }] of expected.entries())
    expect(Math.abs((measured[index]?.value ?? Number.NaN) - value)).toBeLessThan(1e-9);
}

describe('metrics of random predictions, against scikit-learn', () => {
  const metrics = [
    'accuracy',
    'f1-macro',
    'f1-micro',
    'f1-samples',
    'f1-weighted',
    'f1-class',
    'recall-class',
    'auroc',
    'map',
    'ece',
  ] as const;

  it.each(vectors.metrics)('$name', ({ classes, logits, percent, ...truth }) => {
    const outputs =
      truth.labels === undefined
        ? ofSets(logits, truth.sets ?? [], classes)
        : ofLabels(logits, truth.labels, classes);
    expect(Object.keys(percent).toSorted()).toEqual(metrics.toSorted());
    for (const metric of metrics) expectClose(measure(metric, outputs), asMeasured(percent[metric]));
  });
});

describe('F1 of several labels per sample', () => {
  const outputs = ofSets(multilabel.logits.flat(), multilabel.labels.flat(), 7);

  // The golden of the method's section on metrics: five rows, four classes, a tie at logit 0 in the last row.
  const golden = {
    truth: [
      [1, 0, 1, 0],
      [0, 1, 0, 0],
      [1, 1, 0, 0],
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ].flat(),
    logits: [
      [2, -1, 0.3, -3],
      [-0.2, 0.4, -1, -2],
      [1.5, -0.6, 0.1, -1],
      [0.7, -2, -0.4, -1],
      [0, -1, -1, 0.2],
    ].flat(),
  };
  const averages = ['micro', 'macro', 'samples', 'weighted'] as const;

  it.each(averages)('%s equals scikit-learn', (average) => {
    expect(only(`f1-${average}`, outputs)).toBeCloseTo(100 * multilabel[average], 9);
  });

  it('equals scikit-learn in each class', () => {
    expectClose(measure('f1-class', outputs), asMeasured(multilabel.perClass.map((value) => 100 * value)));
  });

  it('counts a logit of exactly 0 as present', () => {
    const scores = averages.map((average) => only(`f1-${average}`, ofSets(golden.logits, golden.truth, 4)));
    expect(scores.map((value) => value.toFixed(4))).toEqual(['66.6667', '50.5952', '63.3333', '70.0680']);
  });

  it('follows the strict rule too when the tie is broken by hand', () => {
    const strict = golden.logits.map((logit) => (logit === 0 ? -1 : logit));
    const scores = averages.map((average) => only(`f1-${average}`, ofSets(strict, golden.truth, 4)));
    expect(scores.map((value) => value.toFixed(4))).toEqual(['57.1429', '45.8333', '50.0000', '61.9048']);
  });

  it('is 0, not NaN, where nothing is true and nothing predicted', () => {
    const nothing = ofSets([-1, -1, -1, -1], [0, 0, 0, 0], 2);
    expect(averages.map((average) => only(`f1-${average}`, nothing))).toEqual([0, 0, 0, 0]);
    expect(measure('f1-class', nothing).map(({ value }) => value)).toEqual([0, 0]);
    expect(measure('recall-class', nothing).map(({ value }) => value)).toEqual([0, 0]);
  });
});

describe('one label per sample', () => {
  const logits = singlelabel.logits.flat();
  const outputs = ofLabels(logits, singlelabel.labels, 7);

  it('accuracy equals scikit-learn', () => {
    expect(accuracy(logits, singlelabel.labels, 7)).toBeCloseTo(singlelabel.accuracy, 9);
    expect(only('accuracy', outputs)).toBeCloseTo(100 * singlelabel.accuracy, 9);
  });

  it.each([
    ['micro', singlelabel.f1_micro],
    ['macro', singlelabel.f1_macro],
    ['weighted', singlelabel.f1_weighted],
  ] as const)('F1 %s equals scikit-learn', (average, expected) => {
    expect(only(`f1-${average}`, outputs)).toBeCloseTo(100 * expected, 9);
  });

  it('gives a tie to the lowest index', () => {
    expect(only('accuracy', ofLabels([1, 3, 3, 0, 0, 0], [1, 0], 3))).toBe(100);
    expect(only('accuracy', ofLabels([1, 3, 3, 0, 0, 0], [2, 2], 3))).toBe(0);
  });

  it('names the classes as the dataset does', () => {
    const named = { ...ofLabels([2, 1, 1, 2], [0, 0], 2), classes: ['waltz', 'tango'] };
    expect(measure('recall-class', named)).toEqual([
      { class: 'waltz', value: 50 },
      { class: 'tango', value: 0 },
    ]);
  });
});

describe('what cannot be measured', () => {
  it.each(['accuracy', 'f1-class', 'auroc', 'map', 'ece'])('%s of no rows is nothing', (metric) => {
    expect(measure(metric, ofLabels([], [], 3))).toEqual([]);
    expect(measure(metric, ofSets([], [], 3))).toEqual([]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses a logit of %f',
    (odd) => {
      for (const metric of ['accuracy', 'f1-macro', 'auroc', 'map', 'ece']) {
        expect(() => measure(metric, ofLabels([1, odd, 0, 2], [0, 1], 2))).toThrow('not all finite');
        expect(() => measure(metric, ofSets([1, odd, 0, 2], [0, 1, 1, 0], 2))).toThrow('not all finite');
      }
    },
  );

  it('comes to an end even where a probability is no number', () => {
    expect(averagePrecisions([Number.NaN, Number.NaN, 0.5], [1, 1, 0], 1)).toHaveLength(1);
  });

  it('refuses a metric that logits do not tell', () => {
    expect(() => measure('alignment-mse', ofLabels([1, 0], [0], 2))).toThrow('"alignment-mse"');
  });
});

describe('on any predictions', () => {
  const classes = 3;
  const labelRow = fc.record({
    label: fc.nat(classes - 1),
    logits: fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.nat(4)),
  });
  const setRow = fc.record({
    set: fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1)),
    logits: fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }), fc.nat(4)),
  });
  const labelled = fc.array(labelRow, { minLength: 1, maxLength: 30 });
  const several = fc.array(setRow, { minLength: 1, maxLength: 30 });
  type LabelRow = typeof labelRow extends fc.Arbitrary<infer Row> ? Row : never;
  type SetRow = typeof setRow extends fc.Arbitrary<infer Row> ? Row : never;
  const fromLabels = (rows: readonly LabelRow[]) =>
    ofLabels(
      rows.flatMap((row) => row.logits),
      rows.map((row) => row.label),
      classes,
    );
  const fromSets = (rows: readonly SetRow[]) =>
    ofSets(
      rows.flatMap((row) => row.logits),
      rows.flatMap((row) => row.set),
      classes,
    );
  const all = ['accuracy', 'f1-macro', 'f1-micro', 'f1-samples', 'f1-weighted', 'auroc', 'map', 'ece'];

  it.each(all)('%s lies in 0..100 and does not depend on the order of the samples', (metric) => {
    const check = <Row>(rows: Row[], outputs: (rows: readonly Row[]) => Outputs) => {
      const measured = measure(metric, outputs(rows));
      for (const { value } of measured) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100 + 1e-9);
      }
      expectClose(measure(metric, outputs(rows.toReversed())), measured);
    };
    fc.assert(fc.property(labelled, (rows) => check(rows, fromLabels)));
    fc.assert(fc.property(several, (rows) => check(rows, fromSets)));
  });

  it('AUROC and mAP look at the order of logits only', () => {
    const rising = [(x: number) => 3 * x - 7, (x: number) => x ** 3, (x: number) => Math.exp(x), Math.atan];
    fc.assert(
      fc.property(several, fc.constantFrom(...rising), (rows, map) => {
        const outputs = fromSets(rows);
        const mapped = { ...outputs, logits: outputs.logits.map(map) };
        for (const metric of ['auroc', 'map'])
          expect(measure(metric, mapped)).toEqual(measure(metric, outputs));
      }),
    );
  });

  it('AUROC turns round with the logits', () => {
    fc.assert(
      fc.property(several, (rows) => {
        const outputs = fromSets(rows);
        const [there] = measure('auroc', outputs);
        const [back] = measure('auroc', { ...outputs, logits: outputs.logits.map((logit) => -logit) });
        if (there === undefined) expect(back).toBeUndefined();
        else expect((back?.value ?? Number.NaN) + there.value).toBeCloseTo(100, 9);
      }),
    );
  });

  it('an oracle has 100 in everything, and no error of calibration', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(classes - 1), { minLength: 1 }), (labels) => {
        const sure = labels.flatMap((label) => [0, 1, 2].map((column) => (column === label ? 800 : -800)));
        const outputs = ofLabels(sure, labels, classes);
        expect(only('accuracy', outputs)).toBe(100);
        expect(only('map', outputs)).toBe(100);
        expect(only('ece', outputs)).toBe(0);
        for (const { value } of measure('auroc', outputs)) expect(value).toBe(100);
      }),
    );
  });
});
