import type { Score } from './score.ts';

/** The name of the cell in which every sample has every modality. */
export const complete = 'complete';

/** Modalities joined in alphabetical order: the same text for the same set, in whatever order it was named. */
export function setKey(modalities: readonly string[]): string {
  return modalities.toSorted().join('+');
}

/** The modalities that a cell names as a proper set, `only-text` or `image+text`; undefined for all other cells. */
export function properSet(cell: string): readonly string[] | undefined {
  if (/^only-[a-z]+$/.test(cell)) return [cell.slice('only-'.length)];
  return /^[a-z]+(\+[a-z]+)+$/.test(cell) ? cell.split('+') : undefined;
}

/** The percent of samples that have `modality`, of a cell of its sweep, `text@30`; undefined for all other cells. */
export function sweptPercent(cell: string, modality: string): number | undefined {
  const [name, percent = ''] = cell.split('@');
  return name === modality && percent !== '' ? Number(percent) : undefined;
}

/**
 * The modalities of a run's data in alphabetical order, as the names of its cells tell them: proper sets, sweeps and
 * scenarios. Undefined where they cannot be all: without a proper set, or with one that holds as many as there are.
 */
export function modalitiesOf(scores: readonly Score[]): readonly string[] | undefined {
  const cells = [...new Set(scores.map(({ cell }) => cell))];
  const sets = cells.flatMap((cell) => [properSet(cell) ?? []]).filter((set) => set.length > 0);
  const others = cells.flatMap((cell) => /^(?:missing-)?([a-z]+)@\d+$/.exec(cell)?.[1] ?? []);
  const modalities = [...new Set([...sets.flat(), ...others])].filter((name) => name !== 'both').toSorted();
  const areAll = sets.length > 0 && sets.every((set) => set.length < modalities.length);
  return areAll ? modalities : undefined;
}
