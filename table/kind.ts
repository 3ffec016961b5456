import type { LineParams, TabulateParams } from '../plan/params.ts';
import { lowerIsBetter } from '../score/derive.ts';
import { measureText } from './query-text.ts';
import type { RunCellParams, RunScores } from './run-cell.ts';

/** What a number is: only numbers of one kind are ranked or tested against each other. */
export interface Kind {
  /** What is measured and on which data set. */
  readonly key: string;
  readonly better: 'higher' | 'lower' | 'neither';
}

/** Of literature beside no runs: it is taken for a measure of which more is better. */
const unknown: Kind = { key: '', better: 'higher' };

/** Cells of runs that may tell what a number from elsewhere is, and whether they have scores. */
interface Clue {
  readonly row: number;
  readonly column: number;
  readonly kind: Kind;
  readonly hasScores: boolean;
}

/**
 * The kind of each cell, by row and column. A number from elsewhere does not say what it is: it is of the kind of the
 * runs in its column, or else in its row, where these are of one kind; those under the same outer header come first.
 */
export function kindsOf(params: TabulateParams, scores: readonly RunScores[]): Kind[][] {
  const clues = cluesOf(params, scores);
  return params.cells.map((cells, row) =>
    cells.map((cell, column) => {
      const own = clues.find((clue) => clue.row === row && clue.column === column);
      return own?.kind ?? (cell.kind === 'literature' ? inherited(params, clues, row, column) : unknown);
    }),
  );
}

function cluesOf(params: TabulateParams, scores: readonly RunScores[]): Clue[] {
  return params.cells.flatMap((cells, row) =>
    cells.flatMap((cell, column): Clue[] => {
      if (cell.kind !== 'runs') return [];
      const datasets = new Set(cell.runs.flatMap((run) => scores[run]?.dataset ?? []));
      const key = JSON.stringify([measureText(cell.query), ...[...datasets].sort()]);
      return [{ row, column, kind: { key, better: betterOf(cell) }, hasScores: datasets.size > 0 }];
    }),
  );
}

function betterOf({ query: { metric, derive } }: RunCellParams): Kind['better'] {
  if (metric.startsWith('parameters-')) return 'neither';
  return lowerIsBetter(metric, derive?.what) ? 'lower' : 'higher';
}

function inherited(params: TabulateParams, clues: readonly Clue[], row: number, column: number): Kind {
  const inColumn = clues.filter((clue) => clue.column === column);
  const inRow = clues.filter((clue) => clue.row === row);
  const groups = [
    inColumn.filter((clue) => isBeside(params.rows, clue.row, row)),
    inColumn,
    inRow.filter((clue) => isBeside(params.columns, clue.column, column)),
    inRow,
  ];
  return groups.map(theOnly).find((kind) => kind !== undefined) ?? unknown;
}

/** Whether two lines stand under the same outer headers. */
function isBeside(lines: readonly LineParams[], a: number, b: number): boolean {
  const outer = (index: number) => JSON.stringify(lines[index]?.label.slice(0, -1));
  return outer(a) === outer(b);
}

function theOnly(clues: readonly Clue[]): Kind | undefined {
  const scored = clues.filter(({ hasScores }) => hasScores);
  const told = scored.length > 0 ? scored : clues;
  return new Set(told.map(({ kind }) => kind.key)).size === 1 ? told[0]?.kind : undefined;
}
