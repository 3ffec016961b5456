import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { compile, type TopLevelSpec } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../figure/figure.ts';
import { columnWidth, light } from '../../figure/look.ts';
import { renderFigure } from '../../figure/render.ts';
import { loadTypeface } from '../../figure/typeface.ts';
import { toVegaLite } from '../../figure/vega-lite.ts';
import { byClass, classPanel, crossing, crossingPanel, examples, figureOf, type SaidRun } from './figures.ts';

type Files = Awaited<ReturnType<typeof renderFigure>>;

const textOf = (files: Files, file: string): string => Buffer.from(files[file] ?? '').toString('latin1');
const svgOf = (files: Files, file = 'figure.svg') => String(files[file]);

/** Texts of an SVG as a reader sees them. */
function textsOf(svg: string): string[] {
  const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text = '']) =>
    text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '?'),
  );
}

const drawn = new Map<string, Files>();
const kinds = Object.keys(examples());

beforeAll(async () => {
  for (const [name, figure] of Object.entries(examples())) drawn.set(name, await renderFigure(figure));
});

describe.each(kinds)('%s', (name) => {
  const files = () => drawn.get(name) ?? {};

  it('is as wide as a column', () => {
    for (const file of ['figure.svg', 'figure-dark.svg']) {
      const [, width] = /<svg [^>]*width="([\d.]+)"/.exec(svgOf(files(), file)) ?? [];
      expect(Math.abs(Number(width) - columnWidth)).toBeLessThanOrEqual(3);
    }
  });

  it('has no text below 7 pt', () => {
    const found = [...svgOf(files()).matchAll(/font-size="([\d.]+)px"/g)].map(
      ([, size]) => Number(size) * 0.75,
    );
    expect(found.length).toBeGreaterThan(5);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(7);
  });

  it('has texts and no number that is none', () => {
    expect(textsOf(svgOf(files())).length).toBeGreaterThan(5);
    for (const file of ['figure.svg', 'figure-dark.svg', 'figure.vl.json', 'figure.pdf']) {
      expect(textOf(files(), file)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('has a PNG of 300 dpi that shows more than its background', async () => {
    const { data, info } = await sharp(files()['figure.png'] as Buffer)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBe(1004);
    const painted = Array.from(
      { length: info.width * info.height },
      (_, index) => data[index * info.channels + 1] ?? 255,
    );
    const share = painted.filter((green) => green < 200).length / painted.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.8);
  });

  it('has a PDF of one page with its fonts in it and without a date', () => {
    const pdf = textOf(files(), 'figure.pdf');
    expect(pdf).toMatch(/^%PDF-1\.3/);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/BaseFont \/\w+\+Arimo-Regular/);
    expect(pdf).toContain('/ToUnicode');
    expect(pdf).not.toMatch(/\/(CreationDate|ModDate)/);
    expect(pdf).not.toContain('/Subtype /Image');
  });

  it('is understood by Vega-Lite without a warning', () => {
    const warnings: unknown[] = [];
    const note = (...said: unknown[]) => {
      warnings.push(...said);
      return logger;
    };
    const logger = { level: note, warn: note, error: note, info: () => logger, debug: () => logger };
    compile(JSON.parse(String(files()['figure.vl.json'])) as TopLevelSpec, { logger: logger as never });
    expect(warnings).toEqual([]);
  });
});

describe('a picture', () => {
  it('has the same bytes each time, whatever was drawn before', async () => {
    const name = 'a heat map';
    const again = await renderFigure(examples()[name] as Figure);
    expect(again).toEqual(drawn.get(name));
  });

  it('names every class, series, panel and axis', () => {
    const texts = textsOf(svgOf(drawn.get('bars of 23 classes') ?? {}));
    for (const text of ['Film-Noir', 'Sci-Fi', 'complete', 'only-image', 'genre', 'F1 (%)', 'a', 'b']) {
      expect(texts, text).toContain(text);
    }
    const dishes = textsOf(svgOf(drawn.get('bars of 101 classes') ?? {}));
    expect(dishes.filter((text) => /^[a-z]+ [a-z …]+$/.test(text))).toHaveLength(101);
    const curves = textsOf(svgOf(drawn.get('curves in two panels') ?? {}));
    expect(curves).toEqual(
      expect.arrayContaining(['u2a', 'Kim et al.*', 'MM-IMDb', 'samples with text (%)']),
    );
  });

  it('writes the places of an axis as numbers are written', () => {
    const texts = textsOf(svgOf(drawn.get('curves of one seed') ?? {}));
    for (const level of [0, 10, 20, 50, 90, 100]) expect(texts).toContain(String(level));
    const crowded = textsOf(svgOf(drawn.get('curves in two panels') ?? {}));
    expect(crowded).toEqual(expect.arrayContaining(['0', '20', '40', '60', '80', '100']));
    expect([...texts, ...crowded].filter((text) => /\de\+/.test(text))).toEqual([]);
  });

  it('shows the numbers of a heat map, in parentheses where runs are missing and a dash where all are', () => {
    const texts = textsOf(svgOf(drawn.get('a heat map') ?? {}));
    const squares = examples()['a heat map']?.panels[0]?.series.flatMap(({ points }) => points) ?? [];
    for (const { mean, n, asked } of squares) {
      const number = mean === null ? '-' : mean.toFixed(1);
      expect(texts).toContain(mean !== null && n < asked ? `(${number})` : number);
    }
    expect(squares.some(({ n }) => n === 0)).toBe(false);
  });

  it('leaves a marker hollow where fewer runs stand behind it than were asked for', () => {
    const hollow = (name: string) =>
      svgOf(drawn.get(name) ?? {}).match(/fill="#ffffff" stroke="#d55e00"/g) ?? [];
    expect(hollow('curves of a run under way')).toHaveLength(11);
    expect(hollow('curves of one seed')).toHaveLength(0);
  });

  it('draws nothing where there is no number yet, rather than zero', async () => {
    const runs: SaidRun[] = [70, null, 74].map((value) => ({
      axes: {},
      scores: value === null ? null : [{ cell: 'c', metric: 'accuracy', value, n: 1 }],
    }));
    const points = runs.map((_, x) => ({ x, query: { metric: 'accuracy', cell: 'c' }, runs: [x] }));
    const svg = svgOf(
      await renderFigure(figureOf({ panels: [{ title: '', series: [{ label: '', points }] }] }, runs)),
    );
    expect(svg.match(/aria-roledescription="point"/g)).toHaveLength(2);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['0', '1', '2']));
    expect(
      Math.min(
        ...textsOf(svg)
          .map(Number)
          .filter((number) => number > 2),
      ),
    ).toBeGreaterThanOrEqual(69);
  });

  it('has its text in the PDF as text', () => {
    const pdf = drawn.get('a heat map')?.['figure.pdf'] as Buffer;
    const shown = streamsOf(pdf).filter((stream) => /\bTj\b|\bTJ\b/.test(stream));
    expect(shown.join().match(/\bBT\b/g)?.length).toBeGreaterThan(9);
  });

  // A dozen figures in every format: on a busy machine a minute is not enough.
  it('takes whatever people call things', async () => {
    const label = fc.string({ unit: 'binary', maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(label, { minLength: 1, maxLength: 3 }), label, async (names, title) => {
        const runs = byClass(names, ['complete'], 2);
        const panels = [{ ...classPanel(title, ['complete'], runs) }];
        const files = await renderFigure(
          figureOf({ kind: 'bars', xLabel: title, panels, name: title, caption: title }, runs),
        );
        await expect(sharp(Buffer.from(svgOf(files))).metadata()).resolves.toMatchObject({ format: 'svg' });
      }),
      {
        numRuns: 10,
        examples: [
          [['<b>&amp;"', '\u0000\ud800', '__proto__'], ']]>\n\u2028'],
          [['', ' '], ''],
        ],
      },
    );
  }, 180_000);

  it('is drawn where there is nothing to draw yet', async () => {
    const waiting: SaidRun[] = [{ axes: {}, scores: null }];
    for (const kind of ['curves', 'bars', 'heatmap'] as const) {
      const series = [
        { label: 'u2a', points: [{ query: { metric: 'accuracy', cell: 'complete' }, runs: [0] }] },
      ];
      const files = await renderFigure(figureOf({ kind, panels: [{ title: 'A', series }] }, waiting));
      expect(textsOf(svgOf(files))).toContain('A');
    }
  });
});

function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
}

describe('goldens', () => {
  const trains = ['missing text', 'both'];
  const tests = ['text@70', 'both@70'];
  const crossed = crossing(trains, tests, 2);
  const few = byClass(['War', 'Drama'], ['complete', 'only-text'], 3);
  const point = (x: number, runs: number[]) => ({
    x,
    query: { metric: 'accuracy', cell: tests[0] ?? '' },
    runs,
  });
  const line = (label: string, first: number) => ({
    label,
    points: [point(0, [first, first + 1]), point(1, [first])],
  });
  const figures: { readonly [name: string]: Figure } = {
    curves: figureOf({ panels: [{ title: 'A', series: [line('u2a', 0), line('late-zero', 2)] }] }, crossed),
    bars: figureOf({ kind: 'bars', panels: [classPanel('', ['complete', 'only-text'], few)] }, few),
    heatmap: figureOf({ kind: 'heatmap', panels: [crossingPanel('', trains, tests, crossed)] }, crossed),
  };

  it.each(Object.keys(figures))('%s', async (name) => {
    const files = await renderFigure(figures[name] as Figure);
    await expect(files['figure.vl.json']).toMatchFileSnapshot(`../golden/figure-${name}.vl.json`);
    await expect(files['figure.svg']).toMatchFileSnapshot(`../golden/figure-${name}.svg`);
    await expect(files['figure-dark.svg']).toMatchFileSnapshot(`../golden/figure-${name}-dark.svg`);
  });

  it('are drawn from a specification that is a function of its arguments', () => {
    const { widthOf } = loadTypeface();
    const make = () => toVegaLite(figures['curves'] as Figure, light, widthOf, { inner: 200, left: 30 });
    expect(make()).toEqual(make());
    expect(JSON.stringify(make())).toContain('"width":200');
  });
});
