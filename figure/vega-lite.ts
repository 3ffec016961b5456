import { barsRows } from './bars.ts';
import { curvesRows } from './curves.ts';
import { type Drawing, drawingOf, type Frame, type Spec } from './drawing.ts';
import type { Figure } from './figure.ts';
import { heatmapRows } from './heatmap.ts';
import { legendOf } from './legend.ts';
import { fontFamily, sizes, type Theme } from './look.ts';
import type { WidthOf } from './typeface.ts';

const rowsOf: { readonly [kind in Figure['kind']]: (drawing: Drawing) => Spec[] } = {
  curves: curvesRows,
  bars: barsRows,
  heatmap: heatmapRows,
};

/**
 * A figure as a Vega-Lite specification with its data in it, which any of its viewers draws. What stands around the
 * plots comes on top of `frame.inner`; how much that is, only drawing tells.
 */
export function toVegaLite(figure: Figure, theme: Theme, widthOf: WidthOf, frame: Frame): Spec {
  const drawing = drawingOf(figure, theme, widthOf, frame);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: theme.background,
    padding: 2,
    spacing: 8,
    vconcat: [...legendOf(drawing), ...rowsOf[figure.kind](drawing)],
    config: configOf(theme),
  };
}

function configOf(theme: Theme): Spec {
  return {
    font: fontFamily,
    view: { stroke: null },
    axis: {
      labelFontSize: sizes.label,
      titleFontSize: sizes.title,
      titleFontWeight: 'normal',
      labelColor: theme.ink,
      titleColor: theme.ink,
      gridColor: theme.grid,
      domainColor: theme.ink,
      tickColor: theme.ink,
      tickSize: 3,
      labelPadding: 3,
      titlePadding: 4,
      gridWidth: 0.6,
      domainWidth: 0.8,
      tickWidth: 0.8,
    },
  };
}
