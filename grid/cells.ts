import type { MissingRate } from './missing.ts';

/** An entry of a grid as pipelines write it: `subsets`, or `scenario` with `rate`, or `available`. */
export interface GridRequest {
  /** Every non-empty set of modalities, or sets by name. */
  readonly subsets?: 'all' | readonly string[];
  readonly scenario?: string | readonly string[];
  /** Percent of samples that lack a modality. */
  readonly rate?: number | readonly number[];
  /** Percent of samples that have a modality, by modality. */
  readonly available?: { readonly [modality: string]: readonly number[] };
}

/** A grid point in which the same modalities are there for every sample of the split. */
export interface SubsetCell {
  /** `complete`, `only-image`, `image+text`. */
  readonly name: string;
  readonly available: readonly string[];
}

/** A grid point in which some samples of the split lack a modality. */
export interface ScenarioCell {
  /** Scenario and rate, `missing-text@70`, or percent of samples that have a modality, `text@30`. */
  readonly name: string;
  readonly missing: MissingRate;
}

export type Cell = SubsetCell | ScenarioCell;

/** The order of modalities in the names and the order of cells; others come last. */
const order: readonly string[] = ['image', 'text', 'audio', 'video'];

/** The name of the set of all modalities, also of a scenario that takes nothing. */
const complete = 'complete';

/**
 * The cells that `entries` ask for when the data has `modalities`, each name once: sets of modalities, complete first,
 * larger ones before smaller ones; then scenarios in the order written, each by ascending rate; then sweeps by
 * modality, each by ascending percent. `all` means every non-empty set of `modalities`; a name means what it says,
 * whether or not the data has it. The scenario `complete` is the cell `complete` at any rate.
 */
export function cellsOf(modalities: readonly string[], entries: readonly GridRequest[]): Cell[] {
  const cells = [...subsetCells(modalities, entries), ...scenarioCells(entries), ...sweepCells(entries)];
  return [...new Map(cells.map((cell) => [cell.name, cell])).values()];
}

/** Names of the same cells, in the same order. */
export function cellNamesOf(modalities: readonly string[], entries: readonly GridRequest[]): string[] {
  return cellsOf(modalities, entries).map(({ name }) => name);
}

/** Every non-empty set of `modalities` in the order of cells: the complete one first, each in the given order. */
export function setsOf(modalities: readonly string[]): SubsetCell[] {
  const sets = Array.from({ length: 2 ** modalities.length }, (_, bits) =>
    modalities.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1),
  );
  return sets
    .filter((set) => set.length > 0)
    .map((available) => ({ name: setNameOf(available, modalities), available }))
    .sort((one, another) => rank(one) - rank(another));
}

/** What a set, in the order of `modalities`, is called where these are all that there are. */
export function setNameOf(set: readonly string[], modalities: readonly string[]): string {
  if (set.length === modalities.length) return complete;
  return set.length === 1 ? `only-${set[0]}` : set.join('+');
}

function subsetCells(modalities: readonly string[], entries: readonly GridRequest[]): SubsetCell[] {
  const all = setsOf(modalities);
  const names = entries.flatMap(({ subsets = [], scenario, rate }) => {
    const sets = subsets === 'all' ? all.map(({ name }) => name) : subsets;
    return [...sets, ...(rate !== undefined && listOf(scenario).includes(complete) ? [complete] : [])];
  });
  return [...new Set(names)]
    .map((name) => ({ name, available: availableIn(name, modalities) }))
    .sort((one, another) => rank(one) - rank(another));
}

function availableIn(name: string, modalities: readonly string[]): readonly string[] {
  return name === complete ? modalities : name.replace(/^only-/, '').split('+');
}

/** Complete cells first, then by falling size, then by the modalities in their order. */
function rank({ name, available }: SubsetCell): number {
  if (name === complete) return -1;
  const places = available.reduce((bits, modality) => bits + 2 ** (order.length - 1 - placeOf(modality)), 0);
  return (order.length - available.length) * 2 ** order.length + (2 ** order.length - places);
}

function placeOf(modality: string): number {
  const place = order.indexOf(modality);
  return place === -1 ? order.length : place;
}

function scenarioCells(entries: readonly GridRequest[]): ScenarioCell[] {
  const rates = new Map<string, number[]>();
  for (const { scenario, rate } of entries) {
    for (const one of listOf(scenario)) rates.set(one, [...(rates.get(one) ?? []), ...listOf(rate)]);
  }
  rates.delete(complete);
  return [...rates].flatMap(([scenario, asked]) =>
    ascending(asked).map((rate) => ({ name: `${scenario}@${rate}`, missing: { scenario, rate } })),
  );
}

/** A sweep at `text@30` is the scenario `missing-text` at a rate of 70: it takes the same samples. */
function sweepCells(entries: readonly GridRequest[]): ScenarioCell[] {
  const percents = new Map<string, readonly number[]>();
  for (const [modality, asked] of entries.flatMap(({ available = {} }) => Object.entries(available))) {
    percents.set(modality, [...(percents.get(modality) ?? []), ...asked]);
  }
  const swept = [...percents].sort(([one], [another]) => placeOf(one) - placeOf(another));
  return swept.flatMap(([modality, asked]) =>
    ascending(asked).map((percent) => ({
      name: `${modality}@${percent}`,
      missing: { scenario: `missing-${modality}`, rate: 100 - percent },
    })),
  );
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function listOf<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as Value];
}
