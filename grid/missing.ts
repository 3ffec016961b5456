/** Which samples lack what: `complete` none; `missing-NAME` that modality; `missing-both` each in turn. */
export type Scenario = string;

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal; handed in, for this room computes from arguments only. */
export type HashText = (text: string) => string;

/** What a ranking of samples depends on besides their ids. */
export interface RankingOf {
  readonly dataset: string;
  readonly split: string;
  readonly maskSeed: number;
}

/** A scenario at a rate: `rate` percent of the samples, a whole number 0..100, lack a modality. */
export interface MissingRate {
  readonly scenario: Scenario;
  readonly rate: number;
}

/** Per modality, 1 for each sample that has it and 0 for each that lacks it, in the order of the ids. */
export type Availability = { readonly [modality: string]: readonly number[] };

/** Hexadecimal digits of the first 8 bytes of a digest. */
const rankDigits = 16;

/**
 * Places of `ids` from the first to lose a modality to the last: by the first 8 bytes, big-endian, of the SHA-256 of
 * `dataset|split|maskSeed|id`, ties by id. Every scenario and every rate uses the same ranking, so that a higher
 * rate only takes further samples.
 */
export function rankSamples(ids: readonly string[], of: RankingOf, hash: HashText): number[] {
  const { dataset, split, maskSeed } = of;
  const ranked = ids.map((id, place) => ({
    id,
    place,
    rank: hash(`${dataset}|${split}|${maskSeed}|${id}`).slice(0, rankDigits),
  }));
  ranked.sort((a, b) => compare(a.rank, b.rank) || compare(a.id, b.id));
  return ranked.map(({ place }) => place);
}

/** floor(samples * rate / 100), in whole numbers: 0.7 * N in floating point can fall one short. */
export function affectedCount(samples: number, rate: number): number {
  const hundredths = samples * rate;
  return (hundredths - (hundredths % 100)) / 100;
}

/**
 * The availability of ranked samples. In `missing-both` the ranks take turns: of two modalities even ranks lose the
 * second and odd ranks the first; of M modalities rank r loses number M - 1 - (r mod M), counted from 0. Undefined
 * when the scenario names none of the `modalities`. Nobody loses the only modality that there is.
 */
export function availabilityOf(
  ranking: readonly number[],
  modalities: readonly string[],
  { scenario, rate }: MissingRate,
): Availability | undefined {
  const loses = loserOf(scenario, modalities);
  if (loses === undefined) return undefined;
  const flags = modalities.map((modality) => [modality, new Array<number>(ranking.length).fill(1)] as const);
  const has = Object.fromEntries(flags);
  for (const [rank, place] of ranking.slice(0, affectedCount(ranking.length, rate)).entries()) {
    const lost = has[loses(rank) ?? ''];
    if (lost !== undefined) lost[place] = 0;
  }
  return has;
}

/** A text that two availabilities share only when they are equal: a line per sample, its id and its flags. */
export function availabilityText(ids: readonly string[], availability: Availability): string {
  const modalities = Object.keys(availability).sort();
  const flags = modalities.map((modality) => availability[modality] ?? []);
  let text = `${modalities.join(' ')}\n`;
  // Plain loops: a grid has thousands of cells, each with a line for every sample.
  for (const [place, id] of ids.entries()) {
    for (const has of flags) text += has[place];
    text += ` ${id}\n`;
  }
  return text;
}

/** The modality that the sample of a rank loses; undefined for a scenario that these modalities do not know. */
function loserOf(
  scenario: Scenario,
  modalities: readonly string[],
): ((rank: number) => string | undefined) | undefined {
  if (scenario === 'complete') return () => undefined;
  if (modalities.length < 2) return undefined;
  const count = modalities.length;
  if (scenario === 'missing-both') return (rank) => modalities[count - 1 - (rank % count)];
  const modality = modalities.find((one) => scenario === `missing-${one}`);
  return modality === undefined ? undefined : () => modality;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
