import * as vega from 'vega';
import * as vegaLite from 'vega-lite';
import { type Frame, oneLine, type Spec } from './drawing.ts';
import type { Figure } from './figure.ts';
import { columnWidth, dark, light, type Theme } from './look.ts';
import { renderPdf } from './pdf.ts';
import { renderPng } from './png.ts';
import { loadTypeface, type Typeface } from './typeface.ts';
import { toVegaLite } from './vega-lite.ts';

/** Pixels of a PNG: 300 to the inch at the width of a column. */
const pngWidth = Math.round((columnWidth / 96) * 300);

/**
 * The pictures of a figure by the names of their files: SVG for light and for dark pages, PNG, PDF, and the
 * specification that they were drawn from. Their bytes are a function of the figure alone.
 */
export async function renderFigure(
  figure: Figure,
): Promise<{ readonly [file: string]: string | Uint8Array }> {
  const typeface = loadTypeface();
  const onLight = await fitToColumn(figure, light, typeface);
  const onDark = await draw(figure, dark, typeface, onLight.frame);
  return {
    'figure.svg': onLight.svg,
    'figure-dark.svg': onDark.svg,
    'figure.png': await renderPng(onLight.svg, pngWidth, typeface),
    'figure.pdf': await renderPdf(onLight, typeface, oneLine(figure.caption || figure.name), (canvas) =>
      onLight.view.toCanvas(1, { externalContext: canvas }),
    ),
    'figure.vl.json': `${JSON.stringify(onLight.spec, null, 2)}\n`,
  };
}

interface Drawn {
  readonly spec: Spec;
  readonly view: vega.View;
  readonly svg: string;
  readonly frame: Frame;
  readonly width: number;
  readonly height: number;
  /** Where the first plot begins. */
  readonly left: number;
}

/** Rounds of fitting, at most: how wide labels are depends on the room, but hardly. */
const mostRounds = 4;

/** Draws until the whole is as wide as a column: how much stands around the plots is known only afterwards. */
async function fitToColumn(figure: Figure, theme: Theme, typeface: Typeface): Promise<Drawn> {
  let drawn = await draw(figure, theme, typeface, { inner: columnWidth * 0.75 });
  for (let round = 1; round < mostRounds; round += 1) {
    const excess = drawn.width - columnWidth;
    if (drawn.frame.left !== undefined && Math.abs(excess) <= 2) break;
    const inner = Math.max(columnWidth / 4, drawn.frame.inner - excess - 1);
    drawn = await draw(figure, theme, typeface, { inner, left: drawn.left });
  }
  return drawn;
}

async function draw(figure: Figure, theme: Theme, typeface: Typeface, frame: Frame): Promise<Drawn> {
  const spec = toVegaLite(figure, theme, typeface.widthOf, frame);
  measureBy(typeface);
  const compiled = vegaLite.compile(spec as unknown as vegaLite.TopLevelSpec, {
    logger: vega.logger(vega.None),
  });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logLevel: vega.None });
  const svg = await view.toSVG();
  // The library tells the size of the whole, and where the first plot begins, only in what it draws.
  const [, width, height] = /^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const [, left] = /transform="translate\(([\d.]+),/.exec(svg) ?? [];
  return { spec, view, svg, frame, width: Number(width), height: Number(height), left: Number(left) };
}

/** The chart library measures texts by what is set here; it has no other way to be told. */
function measureBy({ widthOf }: Typeface): void {
  // The library's types lack what its documentation names for this.
  const { textMetrics } = vega as unknown as { readonly textMetrics: TextMetrics };
  textMetrics.width = ({ fontSize, fontWeight, limit }, text) => {
    const width = widthOf(text, fontSize ?? 11, fontWeight === 'bold');
    return limit !== undefined && limit > 0 ? Math.min(limit, width) : width;
  };
}

interface TextMetrics {
  width: (item: TextItem, text: string) => number;
}

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  /** Pixels beyond which a text is cut. */
  readonly limit?: number;
}
