import { csvText, numeral } from '../table/csv-text.ts';
import type { Figure } from './figure.ts';

const header = ['panel', 'series', 'kind', 'x', 'mean', 'sd', 'n', 'asked', 'values', 'sources'];

/**
 * One record per point, for other programs: RFC 4180 (CRLF, quotes doubled). Numbers are unrounded; an absent one is
 * empty. `values` and the digests in `sources` are separated by blanks; literature states its source.
 */
export function renderCsv(figure: Figure): string {
  const records = figure.panels.flatMap(({ title, series }) =>
    series.flatMap(({ label, kind, source, points }) =>
      points.map((point) => [
        title,
        label,
        kind,
        String(point.x),
        numeral(point.mean),
        numeral(point.sd),
        String(point.n),
        String(point.asked),
        point.values.map(String).join(' '),
        source ?? point.sources.join(' '),
      ]),
    ),
  );
  return csvText(header, records);
}
