import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { SubsetCell } from '../grid/cells.ts';
import { tf } from '../model/backend.ts';
import { commonWidth, type Design } from '../model/design.ts';
import type { ModalityTokens } from '../model/fusion.ts';
import type { Learnable } from '../model/parameters.ts';
import type { RowPlan } from './modality-dropout.ts';
import type { Samples } from './samples.ts';
import { type ExtractContext, tokensInParts, type ViewTokens } from './token-parts.ts';
import { encodeTower, type Model } from './towers.ts';

/*
 * An encoder never sees another modality, so that what it computes once serves every cell of a grid. What it is told
 * differs in two cases: `map` has prompts for each set of absent others, `late-placeholder` has it read an empty
 * input. Each such view of a tower is computed once, and only if some set of modalities needs it.
 */

/** What a tower is told: `plain`, `placeholder`, or `without-OTHER-OTHER`. */
export type View = string;

/** By tower of the model: the views that were asked for. */
export interface Features {
  readonly rows: number;
  readonly towers: readonly ReadonlyMap<View, ViewTokens>[];
}

/** The view of a tower on a sample, `available` by tower; undefined where its tokens are not used. */
function viewOf({ traits, towers }: Design, tower: number, available: readonly number[]): View | undefined {
  if (available[tower] === 0) return traits.substitute === 'placeholder' ? 'placeholder' : undefined;
  if (traits.prompts !== 'by-case') return 'plain';
  const absent = towers.filter((_, other) => other !== tower && available[other] === 0);
  return absent.length === 0 ? 'plain' : ['without', ...absent.map(({ modality }) => modality)].join('-');
}

/** By tower of a model: 1 where a set of modalities has what it reads, else 0. */
export function availableTo({ towers }: Design, { available }: Pick<SubsetCell, 'available'>): number[] {
  return towers.map(({ modality }) => Number(available.includes(modality)));
}

/**
 * Runs the encoders over `rows` once for each view that one of the `sets` of modalities has. Of many rows, parts that are
 * finished are kept for another attempt.
 */
export async function extractFeatures(
  model: Model,
  learnable: Learnable,
  samples: Samples,
  rows: readonly number[],
  sets: readonly Pick<SubsetCell, 'available'>[],
  context: ExtractContext,
): Promise<Features> {
  const towers: Map<View, ViewTokens>[] = [];
  for (const [index, { modality }] of model.design.towers.entries()) {
    const views = new Map<View, ViewTokens>();
    for (const [view, available] of examplesOf(model.design, index, sets)) {
      const sources = sourcesOf(view, rows, (row) => samples.has(modality, row));
      const encode = (batch: readonly number[]) => {
        const plan = planOf(model.design, index, view, available, batch.length);
        return tf.tidy(() => {
          const input = samples.input(modality, batch, 'evaluate');
          const { classToken, proxies } = encodeTower(model, learnable, index, input, plan);
          return { classToken, proxies: [...proxies] };
        });
      };
      const wanted = {
        rows: sources.encoded,
        phase: `features of ${modality}`,
        name: `${modality}-${view}`,
        encode,
      };
      views.set(view, spread(await tokensInParts(wanted, context), sources.places));
    }
    towers.push(views);
  }
  return { rows: rows.length, towers };
}

/** Each view that occurs in the sets, with an availability that has it. */
function examplesOf(
  design: Design,
  tower: number,
  sets: readonly Pick<SubsetCell, 'available'>[],
): Map<View, readonly number[]> {
  const examples = new Map<View, readonly number[]>();
  for (const set of sets) {
    const available = availableTo(design, set);
    const view = viewOf(design, tower, available);
    if (view !== undefined && !examples.has(view)) examples.set(view, available);
  }
  return examples;
}

/** The rows that an encoder reads, and by row of the features the place among them, undefined where it has nothing. */
interface Sources {
  readonly encoded: readonly number[];
  readonly places: readonly (number | undefined)[];
}

/** A row without the modality is not read; placeholders are all the same, so that one of them is enough. */
function sourcesOf(view: View, rows: readonly number[], has: (row: number) => boolean): Sources {
  const first = rows.slice(0, 1);
  if (view === 'placeholder') return { encoded: first, places: rows.map(() => 0) };
  const encoded = rows.filter(has);
  let next = 0;
  const places = rows.map((row) => {
    if (!has(row)) return undefined;
    next += 1;
    return next - 1;
  });
  // Where nobody has it, one row still shows how wide the tokens are.
  return { encoded: encoded.length === 0 ? first : encoded, places };
}

/** A row of the result is the row of the tokens at its place, or zeros. */
function spread({ width, classToken, proxies }: ViewTokens, places: Sources['places']): ViewTokens {
  if (places.every((place, row) => place === row)) return { width, classToken, proxies };
  const spreadOver = (values: Float32Array) => {
    const rows = new Float32Array(places.length * width);
    for (const [row, place] of places.entries()) {
      if (place !== undefined) rows.set(values.subarray(place * width, (place + 1) * width), row * width);
    }
    return rows;
  };
  return { width, classToken: spreadOver(classToken), proxies: proxies.map(spreadOver) };
}

function planOf(
  { towers }: Design,
  tower: number,
  view: View,
  available: readonly number[],
  rows: number,
): RowPlan {
  const selected = towers.map((_, index) => new Array<number>(rows).fill(available[index] ?? 0));
  const reads = view === 'placeholder' ? 0 : 1;
  return {
    selected,
    encoded: towers.map((_, index) => new Array<number>(rows).fill(index === tower ? reads : 0)),
  };
}

/** Rows `from` up to but not including `to` of the features. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Tokens of some rows as tensors, the caller's or of a tf.tidy, as if each row had exactly what is `available`, 1 or 0
 * by tower. A tower that has no view of that gives zeros.
 */
export function tokensOfSet(
  design: Design,
  features: Features,
  available: readonly number[],
  { from, to }: RowRange,
): ModalityTokens[] {
  return features.towers.map((views, tower) => {
    const tokens = views.get(viewOf(design, tower, available) ?? '');
    const [example] = views.values();
    const { width, proxies } = tokens ?? example ?? { width: commonWidth(design), proxies: [] };
    const take = (values: Float32Array): Tensor2D =>
      tokens === undefined
        ? tf.zeros([to - from, width])
        : tf.tensor2d(values.subarray(from * width, to * width), [to - from, width]);
    return { classToken: take(tokens?.classToken ?? new Float32Array()), proxies: proxies.map(take) };
  });
}
