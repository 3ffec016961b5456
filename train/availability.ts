import { createHash } from 'node:crypto';
import { failure } from '../diagnostics/failure.ts';
import {
  type Availability as AvailableByName,
  availabilityOf,
  availabilityText,
  rankSamples,
} from '../grid/missing.ts';
import type { Modality, Tower } from '../model/design.ts';
import type { Split, TrainOptions } from '../schemas/generated/resolved.ts';
import type { Samples } from './samples.ts';

/** Which modality the rows of a split have. */
export interface Availability {
  /** 1 where a row of the dataset has the modality, else 0. */
  has(modality: Modality, row: number): number;
  /** Whether nothing was taken from the samples that they have. */
  readonly isAsGiven: boolean;
  /** How many rows lack a modality, by modality; empty where nothing was taken. */
  readonly lacking: { readonly [modality: string]: number };
  /** Of who has what, for the run record; absent where nothing was taken. */
  readonly digest?: string;
}

/** Every sample has what it came with. */
function asGiven(samples: Samples): Availability {
  return { has: (modality, row) => Number(samples.has(modality, row)), isAsGiven: true, lacking: {} };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The rows of a split that a missing-rate scenario takes a modality from. The scenario counts over all `modalities` of
 * the data, whatever a model reads of them.
 */
export function availabilityIn(
  samples: Samples,
  modalities: readonly Modality[],
  missing: TrainOptions['missing'],
  of: { readonly split: Split; readonly maskSeed: number; readonly operation: string },
): Availability {
  if (missing === undefined) return asGiven(samples);
  const { name: dataset } = samples.dataset;
  const { split, maskSeed, operation } = of;
  const rows = samples.rowsOf(split, operation);
  const ids = rows.map((row) => samples.nameOf(row));
  const ranking = rankSamples(ids, { dataset, split, maskSeed }, sha256);
  const available = availabilityOf(ranking, modalities, missing);
  if (available === undefined) {
    const { scenario } = missing;
    throw failure('LAC4222', { dataset, modalities: modalities.join(', '), scenario });
  }
  const counts = modalities.map((modality): [string, number] => {
    return [modality, available[modality]?.filter((has) => has === 0).length ?? 0];
  });
  if (counts.every(([, count]) => count === 0)) return asGiven(samples);
  const left = lookUp(rows, available);
  return {
    has: (modality, row) => (samples.has(modality, row) ? left(modality, row) : 0),
    isAsGiven: false,
    lacking: Object.fromEntries(counts),
    digest: `sha256-${sha256(availabilityText(ids, available))}`,
  };
}

function lookUp(rows: readonly number[], available: AvailableByName): Availability['has'] {
  const placeOf = new Map(rows.map((row, place) => [row, place]));
  return (modality, row) => available[modality]?.[placeOf.get(row) ?? -1] ?? 1;
}

/** Whether a row has a modality that one of the towers reads. */
export function hasSome(availability: Availability, towers: readonly Tower[], row: number): boolean {
  return towers.some(({ modality }) => availability.has(modality, row) === 1);
}
