import type { TabulateParams } from '../plan/params.ts';
import { availabilityNotes } from './availability-note.ts';
import { citationOf, citeInText } from './citation.ts';
import { expectationNotes } from './expectation-note.ts';
import { isPercent, measureText } from './query-text.ts';
import { type RunCellParams, type RunScores, runAt } from './run-cell.ts';
import { literatureSign, type Table, type TableCell } from './table.ts';

/** Below this, a sample SD says little: three seeds gave +0.18 where six gave +0.00 (CORAL, discussion 91). */
export const reliableRuns = 5;

/** What the numbers of a table are, spelt out: unit, aggregation, too few runs, what was expected, where literature stands. */
export function notesOf(
  table: Omit<Table, 'notes'>,
  params: TabulateParams,
  scores: readonly RunScores[],
): string[] {
  const cells = table.rows.flatMap((row) => row.cells);
  const asked = params.cells.flat().filter((cell) => cell.kind === 'runs');
  return [
    ...(asked.length === 0 ? [] : [`${measures(asked)}; ${aggregation(params, asked)}.`]),
    ...fewRuns(params.aggregate, cells),
    ...(cells.some(({ n, asked }) => n > 0 && n < asked)
      ? ['(k/n): k of the n runs that the cell asks for.']
      : []),
    ...expectationNotes(table, params.tolerance),
    ...literatureNotes(table),
    ...meanings(cells, params.marks),
    ...availabilityNotes(params, scores),
  ];
}

/** `accuracy, f1-macro in percent; parameters-total in millions`. */
function measures(cells: readonly RunCellParams[]): string {
  const byUnit = new Map<string, Set<string>>();
  for (const { query, unit } of cells) {
    const percent = isPercent(query) ? ' in percent' : '';
    const key = unit === 'millions' ? ' in millions' : percent;
    byUnit.set(key, (byUnit.get(key) ?? new Set()).add(measureText(query)));
  }
  return [...byUnit].map(([unit, names]) => `${[...names].join(', ')}${unit}`).join('; ');
}

/** `mean ± sample SD of 3 runs (seeds 0, 1, 2)`. */
function aggregation(params: TabulateParams, cells: readonly RunCellParams[]): string {
  const counts = cells.map(({ runs }) => runs.length);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (most < 2) return 'one run per cell';
  const count = least === most ? String(most) : `${least} to ${most}`;
  const over = aggregated(params, cells);
  return `${combined[params.aggregate]} ${count} runs${over === '' ? '' : ` (${over})`}${caveat(params)}`;
}

const combined: { readonly [aggregate in TabulateParams['aggregate']]: string } = {
  'mean±sd': 'mean ± sample SD of',
  'mean±ci95': "mean ± half of its 95 % interval by Student's t of",
  mean: 'mean of',
  median: 'median of',
  best: 'best of',
};

function caveat({ aggregate }: TabulateParams): string {
  return aggregate === 'best' ? ', chosen by these very numbers: higher than a new run would come to' : '';
}

/** `seeds 0, 1, 2 and fold a, b`: the values of the aggregated axes. */
function aggregated(params: TabulateParams, cells: readonly RunCellParams[]): string {
  const used = [...new Set(cells.flatMap(({ runs }) => runs))].map((index) => runAt(params, index));
  const axes = params.over.flatMap((axis) => {
    const values = [...new Set(used.flatMap(({ axes }) => axes[axis] ?? []))];
    if (values.length === 0) return [];
    const ordered = values.every((value) => typeof value === 'number')
      ? values.toSorted((a, b) => a - b)
      : values;
    return [`${axis === 'seed' && values.length > 1 ? 'seeds' : axis} ${ordered.join(', ')}`];
  });
  return axes.join(' and ');
}

function fewRuns(aggregate: TabulateParams['aggregate'], cells: readonly TableCell[]): string[] {
  const few = cells.some(({ kind, n, asked }) => kind === 'runs' && asked > 1 && n > 1 && n < reliableRuns);
  const lone = cells.some(({ n, asked }) => asked > 1 && n === 1);
  const spread = { 'mean±sd': 'SD', 'mean±ci95': '95 % interval', mean: '', median: '', best: '' }[aggregate];
  if (spread === '') {
    return few || lone ? [`Fewer than ${reliableRuns} seeds: small differences may be chance.`] : [];
  }
  return [
    ...(few ? [`${spread} over fewer than ${reliableRuns} seeds is unreliable.`] : []),
    ...(lone ? [`A single run has no ${spread}.`] : []),
  ];
}

/** One note per source, with the rows or columns that it covers. */
function literatureNotes({ rows, columns }: Omit<Table, 'notes'>): string[] {
  const names = new Map<string, string[]>();
  for (const { source, name } of [...rows, ...columns]) {
    if (source !== undefined) names.set(source, [...(names.get(source) ?? []), name]);
  }
  return [...names].map(([source, of]) => {
    const key = citationOf({ source });
    const from = key === undefined ? `${literatureSign} from ${source}` : `From ${citeInText(key)}`;
    return `${from}, not run here: ${of.join(', ')}.`.replace(/\.\.$/, '.');
  });
}

/** What the marks mean that stand behind numbers. */
function meanings(cells: readonly TableCell[], marks: TabulateParams['marks']): string[] {
  const signs = new Set(cells.flatMap(({ sign }) => sign ?? []));
  return [...signs].flatMap((sign) => {
    const meaning = marks?.[sign];
    return meaning === undefined ? [] : [`${sign} ${meaning}`];
  });
}
