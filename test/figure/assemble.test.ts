import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../figure/assemble.ts';
import { renderCsv } from '../../figure/csv.ts';
import type { PlotParams } from '../../plan/params.ts';
import {
  byClass,
  classPanel,
  digestOf,
  figureOf,
  plotParams,
  type SaidRun,
  scoresOf,
  sweep,
  sweepSeries,
} from './figures.ts';

const said = (value: number | null, cell = 'complete', seed = 0): SaidRun => ({
  axes: { seed },
  scores: value === null ? null : [{ cell, metric: 'accuracy', value, n: 10 }],
});
const query = { metric: 'accuracy', cell: 'complete' };
const onePoint = (runs: readonly number[]): Pick<PlotParams, 'panels'> => ({
  panels: [{ title: '', series: [{ label: 'u2a', points: [{ x: 0, query, runs }] }] }],
});

describe('a figure', () => {
  it('shows the mean of the runs, their sample SD, and the artifacts that they come from', () => {
    const figure = figureOf(onePoint([0, 1, 2]), [said(70), said(72), said(77)]);
    expect(figure.panels[0]?.series[0]?.points).toEqual([
      {
        x: 0,
        values: [70, 72, 77],
        mean: 73,
        sd: Math.sqrt(13),
        n: 3,
        asked: 3,
        sources: [digestOf(0), digestOf(1), digestOf(2)],
      },
    ]);
    expect(figure.notes).toEqual([
      'Lines: mean of 3 runs (over seed); bands: ± one sample SD.',
      'SD over fewer than 5 seeds is unreliable.',
    ]);
  });

  it('says of how many points runs are missing, and never fills them in', () => {
    const figure = figureOf(onePoint([0, 1]), [said(70), said(null)]);
    expect(figure.panels[0]?.series[0]?.points[0]).toMatchObject({ mean: 70, sd: null, n: 1, asked: 2 });
    expect(figure.notes).toEqual([
      'Lines: mean of 2 runs (over seed).',
      'Hollow markers: fewer runs than asked for, at 1 of 1 points.',
    ]);
    const empty = figureOf(onePoint([0, 1]), [said(null), said(null)]);
    expect(empty.panels[0]?.series[0]?.points[0]).toMatchObject({ mean: null, sd: null, n: 0, asked: 2 });
    expect(empty.notes).toContain('1 of 1 points have no run yet.');
  });

  it('refuses scores that lack what it asks for, by number and run', () => {
    expect(() => figureOf(onePoint([0, 1]), [said(70), said(70, 'only-text', 1)])).toThrow(
      expect.objectContaining({
        code: 'LAC7301',
        message: expect.stringContaining(
          'figure "text-sweep" asks for accuracy of cell "complete", but the scores of seed=1 have no such number; ' +
            'they have accuracy of "only-text".',
        ),
      }),
    );
  });

  it('names class, direction and derivation of what is absent, and of many scores only the first', () => {
    const many: SaidRun = {
      axes: {},
      scores: Array.from({ length: 20 }, (_, index) => ({
        cell: `c${index}`,
        metric: 'accuracy',
        value: 1,
        n: 1,
      })),
    };
    const asked = {
      metric: 'alignment-mse',
      class: 'War',
      direction: 'image-to-text',
      derive: { what: 'worst-subset' },
    } as const;
    const panels = [{ title: '', series: [{ label: '', points: [{ x: 0, query: asked, runs: [0] }] }] }];
    expect(() => figureOf({ panels }, [many])).toThrow(
      /asks for worst-subset by alignment-mse for class "War" from image-to-text, but the scores of the only run .* accuracy of "c11" and 8 more/,
    );
  });

  it('is a bug where scores and runs are not equally many', () => {
    expect(() => assemble(plotParams(onePoint([0])), scoresOf([said(1)]))).toThrow(
      expect.objectContaining({ code: 'LAC9001' }),
    );
  });

  it('reads a recovery from both runs, and waits where its partner is missing', () => {
    const run = (complete: number, text: number): SaidRun => ({
      axes: {},
      scores: [
        { cell: 'complete', metric: 'accuracy', value: complete, n: 1 },
        { cell: 'only-text', metric: 'accuracy', value: text, n: 1 },
      ],
    });
    const recovery = { metric: 'accuracy', cell: 'only-text', derive: { what: 'recovery' } } as const;
    const panels = [
      {
        title: '',
        series: [{ label: '', points: [{ x: 0, query: recovery, runs: [0, 1], against: [2, 3] }] }],
      },
    ];
    const figure = figureOf({ panels }, [run(80, 70), run(80, 60), run(80, 40), said(null)]);
    expect(figure.panels[0]?.series[0]?.points[0]).toMatchObject({ values: [75], n: 1, asked: 2 });
  });

  it('has a bar for each class, in the order of the scores or in the one asked for', () => {
    const runs = byClass(['War', 'Drama', 'Horror'], ['complete'], 2);
    const x = (figure: ReturnType<typeof figureOf>) =>
      figure.panels[0]?.series[0]?.points.map((point) => point.x);
    const params = { kind: 'bars', panels: [classPanel('', ['complete'], runs)] } as const;
    expect(x(figureOf(params, runs))).toEqual(['War', 'Drama', 'Horror']);
    expect(x(figureOf({ ...params, classes: ['Horror', 'War'] }, runs))).toEqual(['Horror', 'War']);
    expect(() => figureOf({ ...params, classes: ['Western'] }, runs)).toThrow(/for class "Western"/);
  });

  it('takes classes only from scores of the metric and direction that are asked for', () => {
    const runs = [
      {
        axes: {},
        scores: [
          { cell: 'complete', metric: 'recall-class', class: 'Other', value: 1, n: 1 },
          { cell: 'complete', metric: 'f1-class', class: 'War', value: 2, n: 1 },
        ],
      },
    ];
    const figure = figureOf({ kind: 'bars', panels: [classPanel('', ['complete'], runs)] }, runs);
    expect(figure.panels[0]?.series[0]?.points.map((point) => point.x)).toEqual(['War']);
  });

  it('puts numbers of literature where the axis has them, as numbers where it has numbers', () => {
    const literature = { source: 'Table 4', values: { 100: 60, '0': 30 } };
    const panels = [
      {
        title: '',
        series: [
          { label: 'u2a', points: [100, 0].map((x) => ({ x, query, runs: [0] })) },
          { label: 'MAP.', points: [], literature },
        ],
      },
    ];
    const figure = figureOf({ panels }, [said(70)]);
    expect(figure.panels[0]?.series[1]).toMatchObject({
      kind: 'literature',
      source: 'Table 4',
      points: [
        { x: 100, mean: 60, n: 0, asked: 0 },
        { x: 0, mean: 30 },
      ],
    });
    expect(figure.notes.at(-1)).toBe('* from Table 4, not run here: MAP.');
    const named = [
      {
        title: '',
        series: [{ label: 'MAP', points: [], literature: { source: 's', values: { a: 1, 2: 2 } } }],
      },
    ];
    expect(figureOf({ panels: named }, []).panels[0]?.series[0]?.points.map(({ x }) => x)).toEqual([
      '2',
      'a',
    ]);
  });

  it('does not depend on the order of the runs', () => {
    const runs = sweep(['u2a', 'map'], 3);
    const panels = [{ title: '', series: sweepSeries(['u2a', 'map'], runs) }];
    const scores = scoresOf(runs);
    const straight = figureOf({ panels }, runs);
    fc.assert(
      fc.property(fc.shuffledSubarray([...runs.keys()], { minLength: runs.length }), (order) => {
        const shuffled = panels.map((panel) => ({
          ...panel,
          series: panel.series.map((series) => ({
            ...series,
            points: series.points.map((point) => ({
              ...point,
              runs: point.runs.map((run) => order.indexOf(run)),
            })),
          })),
        }));
        const params = plotParams({
          panels: shuffled,
          runs: order.map((place) => ({ axes: runs[place]?.axes ?? {} })),
        });
        expect(
          assemble(
            params,
            order.map((place) => scores[place] ?? null),
          ),
        ).toEqual(straight);
      }),
    );
  });

  it('has finite numbers whichever runs are missing', () => {
    const runs = sweep(['u2a', 'map'], 3);
    const panels = [{ title: '', series: sweepSeries(['u2a', 'map'], runs) }];
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: runs.length, maxLength: runs.length }), (isThere) => {
        const figure = figureOf(
          { panels },
          runs.map((run, index) => (isThere[index] ? run : { ...run, scores: null })),
        );
        for (const { mean, sd, values, n } of figure.panels.flatMap(({ series }) =>
          series.flatMap(({ points }) => points),
        )) {
          expect(values).toHaveLength(n);
          expect(mean === null).toBe(n === 0);
          expect(sd === null).toBe(n < 2);
          expect([mean ?? 0, sd ?? 0].every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });
});

describe('figure.csv', () => {
  it('has a record per point, with quotes where the format wants them', () => {
    const runs = [said(70.5), said(72, 'complete', 1)];
    const panels = [
      {
        title: 'a, "b"',
        series: [
          { label: 'u2a', points: [{ x: 0, query, runs: [0, 1] }] },
          { label: 'MAP', points: [], literature: { source: 'Table 4', values: { 0: 60 } } },
        ],
      },
    ];
    expect(renderCsv(figureOf({ panels }, runs)).split('\r\n')).toEqual([
      'panel,series,kind,x,mean,sd,n,asked,values,sources',
      `"a, ""b""",u2a,runs,0,71.25,${Math.sqrt(1.125)},2,2,70.5 72,${digestOf(0)} ${digestOf(1)}`,
      '"a, ""b""",MAP,literature,0,60,,0,0,,Table 4',
      '',
    ]);
  });
});
