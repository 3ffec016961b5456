import { failure } from '../diagnostics/failure.ts';
import type { SplitSamples } from '../grid/split-samples.ts';
import { mean, sampleSd } from '../score/aggregate.ts';
import type { Score } from '../score/score.ts';
import type { TensorValues } from '../tensor/safetensors.ts';

/** A proxy, what a modality says of another one, and the class token that it stands in for: [rows, width] each. */
interface Pair {
  /** `image-to-text` */
  readonly direction: string;
  readonly proxy: ArrayLike<number>;
  readonly target: ArrayLike<number>;
  readonly width: number;
  /** Samples that came with both modalities. */
  readonly places: readonly number[];
}

/** A number of one sample; NaN where it is undefined. */
type Compare = (pair: Pair, place: number) => number;

const comparisons: { readonly [metric: string]: Compare } = {
  'alignment-mse': meanSquaredError,
  'alignment-cosine': cosine,
};

/** Whether a metric compares what stands in for a modality with what it stands for. */
export function isAlignment(metric: string): boolean {
  return comparisons[metric] !== undefined;
}

/**
 * How far proxies are from the class tokens that they stand in for, by direction: the mean over the samples that came
 * with both modalities and over those of each class, and of the mean squared error its sample SD as well
 * (`alignment-mse-sd`). Each direction that no sample can tell of is left out. A model without proxies gives nothing;
 * one with proxies but no sample with two modalities is a failure.
 */
export function alignmentScores(
  metrics: readonly string[],
  samples: SplitSamples,
  tokens: TensorValues,
): Score[] {
  const pairs = pairsOf(samples, tokens);
  if (pairs.length > 0 && pairs.every(({ places }) => places.length === 0)) {
    const { dataset, split } = samples;
    throw failure('LAC7106', { dataset, split, metric: metrics.join(', ') });
  }
  const groups = groupsOf(samples);
  return metrics.flatMap((metric) =>
    pairs.flatMap((pair) => {
      const values = valuesOf(pair, comparisons[metric], samples.ids.length);
      return groups.flatMap((group) => scoresOf(metric, pair.direction, values, group));
    }),
  );
}

/** The samples of a class, or all where none is named. */
interface Group {
  readonly class?: string;
  readonly places: readonly number[];
}

/** Mean and SD over the samples of a group that have a value. */
function scoresOf(metric: string, direction: string, values: Float64Array, group: Group): Score[] {
  const own = group.places.map((place) => values[place] ?? Number.NaN).filter(Number.isFinite);
  const n = own.length;
  if (n === 0) return [];
  const of = { ...(group.class !== undefined && { class: group.class }), direction };
  const score = { cell: 'complete', metric, ...of, value: mean(own), n };
  const sd = metric === 'alignment-mse' ? sampleSd(own) : undefined;
  return sd === undefined ? [score] : [score, { ...score, metric: `${metric}-sd`, value: sd }];
}

/** Every proxy with each class token that it stands in for; one proxy for all others is compared with each of them. */
function pairsOf({ ids, modalities, lacking }: SplitSamples, tokens: TensorValues): Pair[] {
  const directions = modalities.flatMap((from) =>
    modalities.filter((to) => to !== from).map((to) => [from, to] as const),
  );
  return directions.flatMap(([from, to]) => {
    const proxy = tokens[`${from}.proxy.${to}`] ?? tokens[`${from}.proxy`];
    const target = tokens[`${to}.class`];
    if (proxy === undefined || target === undefined) return [];
    const absent = new Set([...(lacking[from] ?? []), ...(lacking[to] ?? [])]);
    const places = [...ids.keys()].filter((place) => !absent.has(place));
    const [, width = 0] = target.shape;
    return [{ direction: `${from}-to-${to}`, proxy: proxy.data, target: target.data, width, places }];
  });
}

/** All samples, and the samples of each class. */
function groupsOf({ ids, classes, labels, labelSets }: SplitSamples): Group[] {
  const members = classes.map((): number[] => []);
  const sets = labelSets ?? labels?.map((label) => [label]) ?? [];
  for (const [place, set] of sets.entries()) for (const label of set) members[label]?.push(place);
  const ofClasses = classes.map((name, index) => ({ class: name, places: members[index] ?? [] }));
  return [{ places: [...ids.keys()] }, ...ofClasses];
}

/** By sample; NaN for those that did not come with both modalities. */
function valuesOf(pair: Pair, compare: Compare | undefined, rows: number): Float64Array {
  const values = new Float64Array(rows).fill(Number.NaN);
  for (const place of pair.places) values[place] = compare?.(pair, place) ?? Number.NaN;
  return values;
}

function meanSquaredError({ proxy, target, width }: Pair, place: number): number {
  let sum = 0;
  for (let at = place * width; at < (place + 1) * width; at += 1) {
    sum += ((proxy[at] ?? Number.NaN) - (target[at] ?? Number.NaN)) ** 2;
  }
  return sum / width;
}

/** Undefined for a token of zeros. */
function cosine({ proxy, target, width }: Pair, place: number): number {
  let [dot, ofProxy, ofTarget] = [0, 0, 0];
  for (let at = place * width; at < (place + 1) * width; at += 1) {
    const [a, b] = [proxy[at] ?? Number.NaN, target[at] ?? Number.NaN];
    dot += a * b;
    ofProxy += a * a;
    ofTarget += b * b;
  }
  return dot / Math.sqrt(ofProxy * ofTarget);
}
