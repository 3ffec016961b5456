import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy, f1Scores, measure, oneHot, predictClasses, predictSets } from '../../score/metrics.ts';
import reference from '../vectors/metrics.json' with { type: 'json' };

const { multilabel, singlelabel } = reference;
const classes = 7;

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

describe('F1 of several labels per sample', () => {
  const scores = f1Scores(predictSets(multilabel.logits.flat()), multilabel.labels.flat(), classes);

  it.each(['micro', 'macro', 'samples', 'weighted'] as const)('%s equals scikit-learn', (average) => {
    expect(scores[average]).toBeCloseTo(multilabel[average], 9);
  });

  it('equals scikit-learn in each class', () => {
    expect(scores.perClass).toHaveLength(multilabel.perClass.length);
    for (const [column, value] of scores.perClass.entries())
      expect(value).toBeCloseTo(multilabel.perClass[column] ?? -1, 9);
  });

  it('counts a logit of exactly 0 as present', () => {
    const { micro, macro, samples, weighted } = f1Scores(predictSets(golden.logits), golden.truth, 4);
    expect([micro, macro, samples, weighted].map((value) => value.toFixed(6))).toEqual([
      '0.666667',
      '0.505952',
      '0.633333',
      '0.700680',
    ]);
  });

  it('follows the strict rule too when the tie is broken by hand', () => {
    const strict = golden.logits.map((logit) => (logit === 0 ? -1 : logit));
    const { micro, macro, samples, weighted } = f1Scores(predictSets(strict), golden.truth, 4);
    expect([micro, macro, samples, weighted].map((value) => value.toFixed(6))).toEqual([
      '0.571429',
      '0.458333',
      '0.500000',
      '0.619048',
    ]);
  });

  it('is 0, not NaN, where nothing is true and nothing predicted', () => {
    expect(f1Scores([0, 0, 0, 0], [0, 0, 0, 0], 2)).toEqual({
      micro: 0,
      macro: 0,
      samples: 0,
      weighted: 0,
      perClass: [0, 0],
    });
  });
});

describe('one label per sample', () => {
  const logits = singlelabel.logits.flat();

  it('accuracy equals scikit-learn', () => {
    expect(accuracy(logits, singlelabel.labels, classes)).toBeCloseTo(singlelabel.accuracy, 9);
    expect(measure('accuracy', logits, singlelabel.labels, classes)).toBeCloseTo(
      100 * singlelabel.accuracy,
      7,
    );
  });

  it.each([
    ['micro', singlelabel.f1_micro],
    ['macro', singlelabel.f1_macro],
    ['weighted', singlelabel.f1_weighted],
  ] as const)('F1 %s equals scikit-learn', (average, expected) => {
    const predicted = oneHot(predictClasses(logits, classes), classes);
    expect(f1Scores(predicted, oneHot(singlelabel.labels, classes), classes)[average]).toBeCloseTo(
      expected,
      9,
    );
  });

  it('gives macro F1 in percent under its pipeline name', () => {
    expect(measure('f1-macro', logits, singlelabel.labels, classes)).toBeCloseTo(
      100 * singlelabel.f1_macro,
      7,
    );
  });

  it('gives a tie to the lowest index', () => {
    expect([...predictClasses([1, 3, 3, 0, 0, 0], 3)]).toEqual([1, 0]);
  });

  it('does not depend on the order of the samples', () => {
    const row = fc.record({ label: fc.nat(2), logits: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const score = (order: typeof rows) =>
          measure(
            'f1-macro',
            order.flatMap((one) => one.logits),
            order.map((one) => one.label),
            3,
          );
        expect(score([...rows].reverse())).toBeCloseTo(score(rows), 9);
      }),
    );
  });
});
