import { assemble, type RunScores } from '../../figure/assemble.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Digest } from '../../plan/digest.ts';
import type { Axes, PanelParams, PlotParams, PointParams, SeriesParams } from '../../plan/params.ts';
import type { Score } from '../../score/score.ts';

/** A digest made of one number, repeated: enough to tell artifacts apart. */
export function digestOf(number: number): Digest {
  return `sha256-${number.toString(16).padStart(4, '0').repeat(16)}` as Digest;
}

/** Parameters of a figure; `change` replaces fields. */
export function plotParams(change: Partial<PlotParams> = {}): PlotParams {
  return {
    name: 'text-sweep',
    kind: 'curves',
    caption: 'What is left when text is missing.',
    xLabel: 'samples with text (%)',
    yLabel: 'accuracy (%)',
    over: ['seed'],
    panels: [],
    runs: [],
    ...change,
  };
}

/** What a run says: its axes, and its scores or null while it has none. */
export interface SaidRun {
  readonly axes: Axes;
  readonly scores: readonly Score[] | null;
}

/** The figure that `params` makes of what these runs say. */
export function figureOf(change: Partial<PlotParams>, runs: readonly SaidRun[]): Figure {
  return assemble(plotParams({ ...change, runs: runs.map(({ axes }) => ({ axes })) }), scoresOf(runs));
}

export const scoresOf = (runs: readonly SaidRun[]): RunScores[] =>
  runs.map(({ scores }, index) => (scores === null ? null : { digest: digestOf(index), scores }));

/** A repeatable number from 0 to 1 that looks random. */
function noise(...parts: readonly number[]): number {
  const mixed = parts.reduce((sum, part) => Math.sin(sum * 12.9898 + part * 78.233) * 43_758.5453, 0.5);
  return mixed - Math.floor(mixed);
}

const levels = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

const score = (cell: string, value: number, more: Partial<Score> = {}): Score => ({
  cell,
  metric: 'accuracy',
  value,
  n: 327,
  ...more,
});

/** Runs of every method with every seed, swept over available text; `ceiling` is where the curves end. */
export function sweep(methods: readonly string[], seeds: number, ceiling = 76): SaidRun[] {
  return methods.flatMap((method, m) =>
    Array.from({ length: seeds }, (_, seed) => ({
      axes: { method, seed },
      scores: levels.map((level) => {
        const floor = ceiling - 12 - 7 * m;
        const bend = (level / 100) ** (0.6 + 0.25 * m);
        return score(`text@${level}`, floor + (ceiling - floor) * bend + (noise(m, seed, level) - 0.5) * 3);
      }),
    })),
  );
}

/** Series by method over `sweep`. */
export function sweepSeries(methods: readonly string[], runs: readonly SaidRun[], first = 0): SeriesParams[] {
  return methods.map((method) => ({
    label: method,
    points: levels.map(
      (x): PointParams => ({
        x,
        query: { metric: 'accuracy', cell: `text@${x}` },
        runs: runs.flatMap(({ axes }, index) => (axes['method'] === method ? [first + index] : [])),
      }),
    ),
  }));
}

const genres =
  'Drama Comedy Romance Thriller Crime Action Adventure Horror Documentary Mystery Sci-Fi Fantasy Family Biography War History Music Animation Musical Western Sport Short Film-Noir'.split(
    ' ',
  );

const dishes = Array.from({ length: 101 }, (_, index) => {
  const [first, second] = [
    ['chicken', 'grilled', 'strawberry', 'spaghetti', 'french', 'hot', 'lobster', 'red'],
    [
      'quesadilla',
      'cheese sandwich',
      'shortcake',
      'bolognese',
      'onion soup',
      'dog',
      'roll',
      'velvet cake',
      'pie',
      'tartare',
      'salad',
      'rice',
      'ramen',
    ],
  ];
  return `${first?.[index % 8]} ${second?.[Math.floor(index / 8)]}`;
});

/** One run per seed with a score of each class in each cell. */
export function byClass(
  classes: readonly string[],
  cells: readonly string[],
  seeds: number,
  metric = 'f1-class',
): SaidRun[] {
  return Array.from({ length: seeds }, (_, seed) => ({
    axes: { method: 'u2a', seed },
    scores: cells.flatMap((cell, c) =>
      classes.map((name, k) =>
        score(cell, 30 + 55 * noise(k, 3) - 9 * c * noise(k, c) + 4 * (noise(k, c, seed) - 0.5), {
          metric,
          class: name,
        }),
      ),
    ),
  }));
}

/** A panel of bars: a series for each cell, a bar for each class. */
export function classPanel(
  title: string,
  cells: readonly string[],
  runs: readonly SaidRun[],
  metric = 'f1-class',
): PanelParams {
  return {
    title,
    series: cells.map((cell) => ({
      label: cell,
      points: [{ query: { metric, cell }, runs: runs.map((_, index) => index) }],
    })),
  };
}

/** Train scenarios down, test scenarios across. */
export function crossing(trains: readonly string[], tests: readonly string[], seeds: number): SaidRun[] {
  return trains.flatMap((train, t) =>
    Array.from({ length: seeds }, (_, seed) => ({
      axes: { train, seed },
      scores: tests.map((cell, c) => score(cell, 75 - 6 * Math.abs(t - c) - 4 * c + 2 * noise(t, c, seed))),
    })),
  );
}

export function crossingPanel(
  title: string,
  trains: readonly string[],
  tests: readonly string[],
  runs: readonly SaidRun[],
): PanelParams {
  return {
    title,
    series: trains.map((train) => ({
      label: train,
      points: tests.map((cell) => ({
        x: cell,
        query: { metric: 'accuracy', cell },
        runs: runs.flatMap(({ axes }, index) => (axes['train'] === train ? [index] : [])),
      })),
    })),
  };
}

const methods = ['u2a', 'late-zero', 'map'];
const cells = ['complete', 'only-image', 'only-text'];

/** Figures as papers have them, of every kind and size. */
export function examples(): { readonly [name: string]: Figure } {
  const [imdb, food] = [sweep(methods, 3, 64), sweep(methods, 3, 94)];
  const one = sweep(methods.slice(0, 2), 1);
  const partial = sweep(methods.slice(0, 2), 3).map((run, index) =>
    index > 3 ? { ...run, scores: null } : run,
  );
  const [few, many] = [byClass(genres, cells, 3), byClass(dishes, cells, 3)];
  const long = byClass(['a class whose name is as long as a sentence', 'Ärger & <b>Wut</b>', 'x'], cells, 2);
  const [trains, tests] = [
    ['missing text', 'missing image', 'both'],
    ['text@70', 'image@70', 'both@70'],
  ];
  const crossed = crossing(trains, tests, 3).map((run, index) =>
    index === 0 || index > 6 ? { ...run, scores: null } : run,
  );
  const stated = { source: 'Table 4 of MAP', values: { 0: 30, 50: 42, 100: 60 } };
  return {
    'curves in two panels': figureOf(
      {
        panels: [
          {
            title: 'MM-IMDb',
            series: [...sweepSeries(methods, imdb), { label: 'Kim et al.', points: [], literature: stated }],
          },
          { title: 'UPMC Food-101', series: sweepSeries(methods, food, imdb.length) },
        ],
      },
      [...imdb, ...food],
    ),
    'curves of one seed': figureOf(
      { panels: [{ title: '', series: sweepSeries(['u2a', 'late-zero'], one) }] },
      one,
    ),
    'curves of a run under way': figureOf(
      { panels: [{ title: '', series: sweepSeries(['u2a', 'late-zero'], partial) }] },
      partial,
    ),
    'bars of 23 classes': figureOf(
      {
        kind: 'bars',
        xLabel: 'genre',
        yLabel: 'F1 (%)',
        panels: [classPanel('a', cells, few), classPanel('b', cells, few)],
      },
      few,
    ),
    'bars of 101 classes': figureOf(
      { kind: 'bars', xLabel: '', panels: [classPanel('', cells, many)] },
      many,
    ),
    'bars with long names': figureOf({ kind: 'bars', panels: [classPanel('', cells, long)] }, long),
    'a heat map': figureOf({ kind: 'heatmap', panels: [crossingPanel('', trains, tests, crossed)] }, crossed),
  };
}
