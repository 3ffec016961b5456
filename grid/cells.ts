/** A kind of input, by the name that pipelines use. */
export type Modality = 'image' | 'text' | 'audio' | 'video';

/** Name of a cell in pipelines and scores: all modalities, one, or some of three or more (`image+text`). */
export type CellName = 'complete' | `only-${Modality}` | `${Modality}+${string}`;

/** What an author asks for: every non-empty set of modalities, or sets by name. */
export interface CellRequest {
  readonly subsets: 'all' | readonly CellName[];
}

/** A grid point: the modalities that are there for every sample of the split. */
export interface Cell {
  readonly name: CellName;
  readonly available: readonly Modality[];
}

const order: readonly Modality[] = ['image', 'text', 'audio', 'video'];

/**
 * The cells that `entries` ask for when the data has `modalities`: each once, complete first, larger sets before
 * smaller ones. `all` means every non-empty set of `modalities`; a name means what it says, whether or not the data
 * has it.
 */
export function cellsOf(modalities: readonly Modality[], entries: readonly CellRequest[]): Cell[] {
  const asked = new Set(
    entries.flatMap((entry) => (entry.subsets === 'all' ? everyName(modalities) : entry.subsets)),
  );
  return [...asked]
    .map((name) => ({ name, available: availableIn(name, modalities) }))
    .sort((one, other) => rank(one) - rank(other));
}

/** Complete cells first, then by falling size, then by the modalities in their order. */
function rank({ name, available }: Cell): number {
  if (name === 'complete') return -1;
  const places = available.reduce(
    (bits, modality) => bits + 2 ** (order.length - 1 - order.indexOf(modality)),
    0,
  );
  return (order.length - available.length) * 2 ** order.length + (2 ** order.length - places);
}

/** The set of all modalities is the complete set and gets no second name. */
function everyName(modalities: readonly Modality[]): CellName[] {
  const sets = Array.from({ length: 2 ** modalities.length }, (_, bits) =>
    modalities.filter((_, place) => Math.floor(bits / 2 ** place) % 2 === 1),
  );
  const proper = sets.filter((set) => set.length > 0 && set.length < modalities.length);
  return ['complete', ...proper.map(nameOf)];
}

function nameOf(set: readonly Modality[]): CellName {
  return (set.length === 1 ? `only-${set[0]}` : set.join('+')) as CellName;
}

function availableIn(name: CellName, modalities: readonly Modality[]): readonly Modality[] {
  if (name === 'complete') return modalities;
  return name.replace(/^only-/, '').split('+') as Modality[];
}
