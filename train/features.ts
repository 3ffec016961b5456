import type { Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { Design } from '../model/design.ts';
import type { ModalityTokens, RowMasks } from '../model/fusion.ts';
import type { Learnable } from '../model/parameters.ts';
import type { JobContext } from '../plan/job.ts';
import type { TensorValues } from '../tensor/safetensors.ts';
import type { RowPlan } from './modality-dropout.ts';
import { overBatches } from './over-batches.ts';
import type { Samples } from './samples.ts';
import { encodeTower, type Model } from './towers.ts';

/*
 * An encoder never sees another modality, so that what it computes once serves every cell of a grid. What it is told
 * differs in two cases: `map` has prompts for each set of absent others, `late-placeholder` has it read an empty
 * input. Each such view of a tower is computed once, and only if some row needs it.
 */

/** What a tower is told: `plain`, `placeholder`, or `without-OTHER-OTHER`. */
export type View = string;

/** Tokens of some rows on the host, [rows, width] each; the proxies as in `ModalityTokens`. */
export interface ViewTokens {
  readonly width: number;
  readonly classToken: Float32Array;
  readonly proxies: readonly Float32Array[];
}

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

/** Runs the encoders over `rows` once for each view that one of the `cells` has of a row. */
export async function extractFeatures(
  model: Model,
  learnable: Learnable,
  samples: Samples,
  rows: readonly number[],
  cells: readonly RowMasks[],
  context: JobContext,
): Promise<Features> {
  const towers: Map<View, ViewTokens>[] = [];
  for (const [index, { modality }] of model.design.towers.entries()) {
    const views = new Map<View, ViewTokens>();
    for (const [view, available] of examplesOf(model.design, index, cells)) {
      const parts: ModalityTokens[] = [];
      await overBatches(rows, `features of ${modality}`, context, (batch) => {
        const plan = planOf(model.design, index, view, available, batch.length);
        parts.push(
          tf.tidy(() => {
            const input = samples.input(modality, batch, 'evaluate');
            const { classToken, proxies } = encodeTower(model, learnable, index, input, plan);
            return { classToken, proxies: [...proxies] };
          }),
        );
      });
      views.set(view, joinParts(parts));
      tf.dispose(parts as unknown as Record<string, Tensor2D>[]);
    }
    towers.push(views);
  }
  return { rows: rows.length, towers };
}

/** Each view that occurs in the cells, with an availability that has it. */
function examplesOf(design: Design, tower: number, cells: readonly RowMasks[]): Map<View, readonly number[]> {
  const examples = new Map<View, readonly number[]>();
  for (const cell of cells) {
    for (let row = 0; row < (cell[0]?.length ?? 0); row += 1) {
      const available = cell.map((mask) => mask[row] ?? 0);
      const view = viewOf(design, tower, available);
      if (view !== undefined && !examples.has(view)) examples.set(view, available);
    }
  }
  return examples;
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

/**
 * Tokens of a cell as tensors, from the view that each tower has of each row; the caller's, or of a tf.tidy. `places` are
 * the rows of the features that the cell's masks are of.
 */
export function tokensIn(
  design: Design,
  features: Features,
  cell: RowMasks,
  places: readonly number[],
): ModalityTokens[] {
  return features.towers.map((views, tower) => {
    const byRow = places.map((place, row) => {
      const available = cell.map((mask) => mask[row] ?? 0);
      const tokens = views.get(viewOf(design, tower, available) ?? '');
      return tokens && { place, tokens };
    });
    const [example] = views.values();
    const width = example?.width ?? design.towers[tower]?.encoder.dim ?? 0;
    return {
      classToken: gatherRows(byRow, width, ({ classToken }) => classToken),
      proxies: (example?.proxies ?? []).map((_, index) =>
        gatherRows(byRow, width, ({ proxies }) => proxies[index] as Float32Array),
      ),
    };
  });
}

/** A row of the result is the row at `place` of the tokens that are given for it, or zeros: [rows, width]. */
function gatherRows(
  byRow: readonly ({ readonly place: number; readonly tokens: ViewTokens } | undefined)[],
  width: number,
  valuesOf: (tokens: ViewTokens) => Float32Array,
): Tensor2D {
  const values = new Float32Array(byRow.length * width);
  for (const [row, source] of byRow.entries()) {
    if (source === undefined) continue;
    const { place, tokens } = source;
    values.set(valuesOf(tokens).subarray(place * width, (place + 1) * width), row * width);
  }
  return tf.tensor2d(values, [byRow.length, width]);
}

/**
 * The features as the tensors of `features.safetensors`, [rows, width] each: `image.class`, `image.proxy.text` (what
 * the picture says of the text), `image.proxy` where one proxy is for all others. Views that are not plain are
 * marked: `image.class@without-text`.
 */
export function featureTensors({ towers }: Design, features: Features): TensorValues {
  const entries = features.towers.flatMap((views, tower) =>
    [...views].flatMap(([view, { width, classToken, proxies }]) => {
      const modality = towers[tower]?.modality;
      const others = towers.filter((_, index) => index !== tower).map((other) => `.${other.modality}`);
      const mark = view === 'plain' ? '' : `@${view}`;
      const shape = [features.rows, width];
      return [
        [`${modality}.class${mark}`, { shape, data: classToken }] as const,
        ...proxies.map((data, index) => {
          const other = proxies.length === others.length ? others[index] : '';
          return [`${modality}.proxy${other}${mark}`, { shape, data }] as const;
        }),
      ];
    }),
  );
  return Object.fromEntries(entries);
}

function joinParts(parts: readonly ModalityTokens[]): ViewTokens {
  const join = (tokenOf: (part: ModalityTokens) => Tensor2D | undefined) =>
    concatenate(parts.flatMap((part) => (tokenOf(part)?.dataSync() as Float32Array | undefined) ?? []));
  return {
    width: parts[0]?.classToken.shape[1] ?? 0,
    classToken: join(({ classToken }) => classToken),
    proxies: (parts[0]?.proxies ?? []).map((_, index) => join(({ proxies }) => proxies[index])),
  };
}

function concatenate(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}
