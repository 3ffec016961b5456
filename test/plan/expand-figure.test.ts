import { describe, expect, test } from 'vitest';
import type { PlotParams } from '../../plan/params.ts';
import { example, planOf } from './planning.ts';

/** The figure that is written, in the example with a sweep of text and metrics by class. */
function figureOf(written: string): PlotParams {
  const text = example
    .replace(
      'with: { model: train }',
      'with: { model: train, grid: [{ subsets: all }, { scenario: missing-text, rate: [70, 10] }, { available: { text: [50, 0, 100] } }], metrics: [accuracy, f1-class] }',
    )
    .concat(`figures:\n  drawn: ${written}\n`);
  return planOf(text).tasks.find(({ id }) => id === 'drawn')?.params as unknown as PlotParams;
}

const pointsOf = ({ panels }: PlotParams) =>
  panels.flatMap(({ series }) =>
    series.map(({ label, points }) => [
      label,
      ...points.map(({ x, query, runs }) => `${x}: ${query.metric} ${query.cell} x${runs.length}`),
    ]),
  );

describe('expanding a figure', () => {
  test('a curve has a point for each number of the sweep, ascending, and a series for each value of an axis', () => {
    const figure = figureOf('{ kind: curves, from: evaluate, x: { available: text }, series: method }');
    expect(pointsOf(figure)).toEqual(
      ['u2a', 'late-zero'].map((method) => [
        method,
        '0: accuracy text@0 x2',
        '50: accuracy text@50 x2',
        '100: accuracy text@100 x2',
      ]),
    );
    expect(figure.xLabel).toBe('available text (%)');
  });

  test('a curve over the rates of a scenario, or over an axis at one cell', () => {
    const rates = '{ kind: curves, from: evaluate, where: { method: u2a }, x: { scenario: missing-text } }';
    expect(pointsOf(figureOf(rates))).toEqual([
      ['', '10: accuracy missing-text@10 x2', '70: accuracy missing-text@70 x2'],
    ]);
    const axis =
      '{ kind: curves, from: evaluate, cell: only-text, x: { axis: seed }, series: method, over: [] }';
    expect(pointsOf(figureOf(axis))[0]).toEqual([
      'u2a',
      '0: accuracy only-text x1',
      '1: accuracy only-text x1',
    ]);
  });

  test('bars ask for all classes; panels and series add what is their own', () => {
    const figure = figureOf(`
    kind: bars
    from: evaluate
    metric: f1-class
    panels: [{ title: Image, cell: only-image }, { title: Text, cell: only-text }]
    series: [{ label: with, where: { method: u2a } }, { label: without, where: { method: late-zero } }]`);
    expect(figure.panels.map(({ title }) => title)).toEqual(['Image', 'Text']);
    expect(pointsOf(figure)).toEqual([
      ['with', 'undefined: f1-class only-image x2'],
      ['without', 'undefined: f1-class only-image x2'],
      ['with', 'undefined: f1-class only-text x2'],
      ['without', 'undefined: f1-class only-text x2'],
    ]);
  });

  test('a heat map has a row for each value of an axis and a column for each cell', () => {
    const figure = figureOf(
      '{ kind: heatmap, from: evaluate, y: { axis: method }, x: { cells: [complete, missing-text@70] } }',
    );
    expect(pointsOf(figure)).toEqual([
      ['u2a', 'complete: accuracy complete x2', 'missing text 70 %: accuracy missing-text@70 x2'],
      ['late-zero', 'complete: accuracy complete x2', 'missing text 70 %: accuracy missing-text@70 x2'],
    ]);
  });
});
