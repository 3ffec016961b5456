import type { TabulateParams } from '../plan/params.ts';
import type { RunScores } from './run-cell.ts';

/**
 * Which samples lacked what, by digest in short form, of every cell of the grid that the table shows; the digests of
 * all runs of a data set have to be one, or the numbers beside each other are not of the same samples.
 */
export function availabilityNotes(params: TabulateParams, scores: readonly RunScores[]): string[] {
  const digests = digestsOf(params, scores);
  const shared = [...digests].flatMap(([cell, found]) =>
    found.size === 1 ? [`${cell} ${short(found)}`] : [],
  );
  const differing = [...digests].flatMap(([cell, found]) => (found.size > 1 ? [cell] : []));
  return [
    ...(differing.length === 0 ? [] : [`Runs differ in which samples lack what: ${differing.join(', ')}.`]),
    ...(shared.length === 0 ? [] : [`Availability of samples, by digest: ${shared.join('; ')}.`]),
  ];
}

/** By data set, where there are several, and cell of the grid. */
function digestsOf(params: TabulateParams, scores: readonly RunScores[]): Map<string, Set<string>> {
  const severalSets = new Set(scores.flatMap((run) => run?.dataset ?? [])).size > 1;
  const digests = new Map<string, Set<string>>();
  for (const cell of params.cells.flat()) {
    if (cell.kind !== 'runs') continue;
    for (const run of cell.runs.flatMap((index) => scores[index] ?? [])) {
      const digest = run.cells.find(({ name }) => name === cell.query.cell)?.digest;
      if (digest === undefined) continue;
      const key = `${severalSets ? `${run.dataset} ` : ''}${cell.query.cell}`;
      digests.set(key, (digests.get(key) ?? new Set()).add(digest));
    }
  }
  return digests;
}

function short(digests: ReadonlySet<string>): string {
  return shortDigest([...digests].join(''));
}

/** The first 12 hexadecimal digits: enough to compare by eye. */
export function shortDigest(digest: string): string {
  return digest.replace(/^sha256-/, '').slice(0, 12);
}
