import { stream } from '../random/stream.ts';
import type { Modality, ModalityDropout } from '../schemas/generated/resolved.ts';

/** Which rows have a modality, 1 or 0 per row of the batch. */
export type RowMasks = { readonly [modality in Modality]: readonly number[] };

/** What each row of a batch goes through in one step. */
export interface RowPlan {
  /** Modalities whose class token is selected; a row without one takes the other's mask token. */
  readonly selected: RowMasks;
  /** Rows on which an encoder runs. */
  readonly encoded: RowMasks;
  /** 1 where both directions of the alignment loss count. */
  readonly aligned: readonly number[];
}

/**
 * The modality that training pretends to miss, per row: none with probability `complete`, else image or text
 * with equal chances. A function of (seed, epoch, step); `batch` draws once for all rows.
 */
export function drawDropped(
  options: ModalityDropout,
  rows: number,
  at: { readonly seed: number; readonly epoch: number; readonly step: number },
): (Modality | undefined)[] {
  const draws = stream(at.seed, 'train.modalityDropout', at.epoch, at.step);
  const draw = () => dropOf(draws.uniform(), options.complete);
  if (options.granularity === 'sample') return Array.from({ length: rows }, draw);
  return new Array(rows).fill(draw());
}

/**
 * `available` is what the dataset has; only complete rows can be dropped. In mode `select` both encoders still run
 * and alignment is defined by the dataset; in `skip` the dropped encoder does not run and nothing is aligned.
 */
export function planRows(
  available: RowMasks,
  dropped: readonly (Modality | undefined)[],
  mode: ModalityDropout['mode'],
): RowPlan {
  const selected = { image: keep(available, dropped, 'image'), text: keep(available, dropped, 'text') };
  const encoded = mode === 'skip' ? selected : available;
  return { selected, encoded, aligned: encoded.image.map((has, row) => has * (encoded.text[row] ?? 0)) };
}

function dropOf(uniform: number, complete: number): Modality | undefined {
  if (uniform < complete) return undefined;
  return uniform < complete + (1 - complete) / 2 ? 'image' : 'text';
}

function keep(available: RowMasks, dropped: readonly (Modality | undefined)[], modality: Modality): number[] {
  const other = modality === 'image' ? 'text' : 'image';
  return available[modality].map((has, row) =>
    dropped[row] === modality && available[other][row] === 1 ? 0 : has,
  );
}
