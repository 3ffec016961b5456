import { createHash } from 'node:crypto';
import { failure } from '../diagnostics/failure.ts';
import type { Cell, ScenarioCell, SubsetCell } from '../grid/cells.ts';
import { type Availability, availabilityOf, availabilityText, rankSamples } from '../grid/missing.ts';
import type { SplitSamples } from '../grid/split-samples.ts';

/** Who is scored in a cell, and with what. */
export interface CellRows {
  /** Samples, by their place in the split, ascending. */
  readonly places: readonly number[];
  /** Of each of them the modalities that are there, bit i for number i of the data's; never 0. */
  readonly sets: readonly number[];
  /** By modality of the data: how many of them lack it, came they without it or not. */
  readonly lacking: { readonly [modality: string]: number };
  /** Of who loses what, as in the run record of a training; absent where nobody loses anything by a scenario. */
  readonly digest?: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Tells of each cell which samples it scores and what they have in it. A sample that came without every modality of a
 * set is not scored in the cell of that set: nothing is known of it. In a scenario every sample is scored, and one that
 * is left with nothing is a failure.
 */
export function cellRowsIn(samples: SplitSamples, maskSeed: number): (cell: Cell) => CellRows {
  const came = setsThatCame(samples);
  const { dataset, split, ids } = samples;
  let ranking: readonly number[] | undefined;
  return (cell) => {
    if ('available' in cell) return subsetRows(cell, samples, came);
    ranking ??= rankSamples(ids, { dataset, split, maskSeed }, sha256);
    return scenarioRows(cell, samples, came, ranking);
  };
}

/** By sample: the modalities that it came with, as bits. */
function setsThatCame({ ids, modalities, lacking }: SplitSamples): number[] {
  const sets = new Array<number>(ids.length).fill(2 ** modalities.length - 1);
  for (const [index, modality] of modalities.entries()) {
    for (const place of lacking[modality] ?? []) sets[place] = (sets[place] ?? 0) & ~(1 << index);
  }
  return sets;
}

function subsetRows(cell: SubsetCell, samples: SplitSamples, came: readonly number[]): CellRows {
  const { modalities, dataset, split } = samples;
  const stranger = cell.available.find((modality) => !modalities.includes(modality));
  if (stranger !== undefined) throw failure('LAC7101', { cell: cell.name, modality: stranger });
  const asked = cell.available.reduce((bits, modality) => bits | (1 << modalities.indexOf(modality)), 0);
  const places = [...came.keys()].filter((place) => ((came[place] ?? 0) & asked) !== 0);
  if (places.length === 0) throw failure('LAC7102', { cell: cell.name, split, dataset });
  const sets = places.map((place) => (came[place] ?? 0) & asked);
  return { places, sets, lacking: countLacking(sets, modalities) };
}

function scenarioRows(
  cell: ScenarioCell,
  samples: SplitSamples,
  came: readonly number[],
  ranking: readonly number[],
): CellRows {
  const { modalities, dataset, ids } = samples;
  const available = availabilityOf(ranking, modalities, cell.missing);
  if (available === undefined) {
    throw failure('LAC7103', { cell: cell.name, dataset, modalities: modalities.join(', ') });
  }
  const left = bitsOf(available, modalities);
  const sets = came.map((set, place) => set & (left[place] ?? 0));
  requireSomething(cell, samples, sets);
  const isTouched = Object.values(available).some((flags) => flags.includes(0));
  return {
    places: [...sets.keys()],
    sets,
    lacking: countLacking(sets, modalities),
    ...(isTouched && { digest: `sha256-${sha256(availabilityText(ids, available))}` }),
  };
}

function bitsOf(available: Availability, modalities: readonly string[]): number[] {
  const flags = modalities.map((modality) => available[modality] ?? []);
  const bits = new Array<number>(flags[0]?.length ?? 0).fill(0);
  for (const [index, has] of flags.entries()) {
    for (let place = 0; place < has.length; place += 1) {
      if (has[place] === 1) bits[place] = (bits[place] ?? 0) | (1 << index);
    }
  }
  return bits;
}

function requireSomething(
  { name: cell }: ScenarioCell,
  { dataset, split, ids }: SplitSamples,
  sets: readonly number[],
): void {
  const empty = sets.flatMap((set, place) => (set === 0 ? [ids[place] ?? ''] : []));
  const [sample] = empty;
  if (sample === undefined) return;
  throw failure('LAC7104', { cell, sample, dataset, split, count: empty.length });
}

function countLacking(sets: readonly number[], modalities: readonly string[]): CellRows['lacking'] {
  const counts = modalities.map((): number => 0);
  for (const set of sets) {
    for (let index = 0; index < counts.length; index += 1) {
      if ((set & (1 << index)) === 0) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return Object.fromEntries(modalities.map((modality, index) => [modality, counts[index] ?? 0]));
}
