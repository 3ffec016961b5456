/** A kind of input, by the name that pipelines use. */
export type Modality = 'image' | 'text';

/** Name of a cell in pipelines and scores. */
export type CellName = 'complete' | `only-${Modality}`;

/** What an author asks for: every non-empty set of modalities, or sets by name. */
export interface CellRequest {
  readonly subsets: 'all' | readonly CellName[];
}

/** A grid point: the modalities that are there for every sample of the split. */
export interface Cell {
  readonly name: CellName;
  readonly available: readonly Modality[];
}

const order: readonly CellName[] = ['complete', 'only-image', 'only-text'];

/**
 * The cells that `entries` ask for when the data has `modalities`: each once, complete first, then by name.
 * `all` means every non-empty set of `modalities`; a name means what it says, whether or not the data has it.
 */
export function cellsOf(modalities: readonly Modality[], entries: readonly CellRequest[]): Cell[] {
  const asked = new Set(
    entries.flatMap((entry) => (entry.subsets === 'all' ? everyName(modalities) : entry.subsets)),
  );
  return order
    .filter((name) => asked.has(name))
    .map((name) => ({ name, available: availableIn(name, modalities) }));
}

/** A set of one modality out of one is the complete set and gets no second name. */
function everyName(modalities: readonly Modality[]): CellName[] {
  const single = modalities.length > 1 ? modalities.map((modality): CellName => `only-${modality}`) : [];
  return ['complete', ...single];
}

function availableIn(name: CellName, modalities: readonly Modality[]): readonly Modality[] {
  if (name === 'complete') return modalities;
  return name === 'only-image' ? ['image'] : ['text'];
}
