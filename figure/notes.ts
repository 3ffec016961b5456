import { reliableRuns } from '../table/notes.ts';
import { literatureSign } from '../table/table.ts';
import { type Figure, type FigurePoint, isPartial } from './figure.ts';

/** What a mark of each kind shows, and what shows its spread. */
const reading = {
  curves: { what: 'Lines', spread: 'bands', partial: 'Hollow markers' },
  bars: { what: 'Bars', spread: 'whiskers', partial: 'Pale bars' },
  heatmap: { what: 'Numbers', spread: undefined, partial: 'Numbers in parentheses' },
} as const;

/**
 * What the marks of a figure are, spelt out: aggregation, too few runs, what is not there yet, where literature stands.
 * `over` names the axes that were aggregated.
 */
export function notesOf(figure: Omit<Figure, 'notes'>, over: readonly string[]): string[] {
  const points = figure.panels.flatMap(({ series }) =>
    series.flatMap((one) => (one.kind === 'runs' ? one.points : [])),
  );
  const { spread } = reading[figure.kind];
  const showsSd = spread !== undefined && points.some(({ sd }) => sd !== null);
  return [
    ...aggregation(figure.kind, points, over, showsSd),
    ...(showsSd && points.some(({ sd, n }) => sd !== null && n < reliableRuns)
      ? [`SD over fewer than ${reliableRuns} seeds is unreliable.`]
      : []),
    ...(showsSd && points.some(({ n, asked }) => n === 1 && asked > 1) ? ['A single run has no SD.'] : []),
    ...partial(figure.kind, points),
    ...literatureNotes(figure),
  ];
}

function aggregation(
  kind: Figure['kind'],
  points: readonly FigurePoint[],
  over: readonly string[],
  showsSd: boolean,
): string[] {
  const asked = points.map((point) => point.asked);
  const [fewest, most] = [Math.min(...asked), Math.max(...asked)];
  if (points.length === 0) return [];
  const { what, spread } = reading[kind];
  if (most < 2) return [`${what}: one run each.`];
  const runs = fewest === most ? `${most}` : `${fewest} to ${most}`;
  const bands = showsSd ? `; ${spread}: ± one sample SD` : '';
  return [`${what}: mean of ${runs} runs (over ${over.join(', ')})${bands}.`];
}

function partial(kind: Figure['kind'], points: readonly FigurePoint[]): string[] {
  const some = points.filter(isPartial).length;
  const none = points.filter(({ mean }) => mean === null).length;
  return [
    ...(some > 0
      ? [`${reading[kind].partial}: fewer runs than asked for, at ${some} of ${points.length} points.`]
      : []),
    ...(none > 0 ? [`${none} of ${points.length} points have no run yet.`] : []),
  ];
}

/** One note per source, with the series that it covers. */
function literatureNotes({ panels }: Omit<Figure, 'notes'>): string[] {
  const labels = new Map<string, Set<string>>();
  for (const { label, source } of panels.flatMap(({ series }) => series)) {
    if (source !== undefined) labels.set(source, (labels.get(source) ?? new Set()).add(label));
  }
  return [...labels].map(
    ([source, of]) =>
      `${literatureSign} from ${source}, not run here: ${[...of].join(', ').replace(/\.$/, '')}.`,
  );
}
