import type { RowMasks } from '../model/fusion.ts';
import { stream } from '../random/stream.ts';
import type { ModalityDropout } from '../schemas/generated/resolved.ts';
import type { StepPosition } from './run.ts';

/** What each row of a batch goes through in one step. */
export interface RowPlan {
  /** Modalities whose class token is selected; a row without one takes what the others offer in its place. */
  readonly selected: RowMasks;
  /** Rows whose real input an encoder reads. Alignment counts where two modalities were encoded. */
  readonly encoded: RowMasks;
}

/**
 * The modality that training pretends to miss, per row, by its place among `modalities`: none with probability
 * `complete`, else each with equal chances. A function of (seed, epoch, step); `batch` draws once for all rows.
 */
export function drawDropped(
  options: ModalityDropout,
  modalities: number,
  at: StepPosition,
): (number | undefined)[] {
  const draws = stream(at.seed, 'train.modalityDropout', at.epoch, at.step);
  const draw = () => dropOf(draws.uniform(), options.complete, modalities);
  if (options.granularity === 'sample') return at.rows.map(draw);
  return new Array<number | undefined>(at.rows.length).fill(draw());
}

/**
 * `available` is what the dataset has; a row never loses its last modality. In mode `select` both encoders still run
 * and alignment is defined by the dataset; in `skip` the dropped encoder does not run and nothing is aligned with it.
 */
export function planRows(
  available: RowMasks,
  dropped: readonly (number | undefined)[],
  mode: ModalityDropout['mode'],
): RowPlan {
  const selected = available.map((mask, modality) =>
    mask.map((has, row) => (dropped[row] === modality && hasOther(available, modality, row) ? 0 : has)),
  );
  return { selected, encoded: mode === 'skip' ? selected : available };
}

function dropOf(uniform: number, complete: number, modalities: number): number | undefined {
  if (uniform < complete) return undefined;
  return Math.min(modalities - 1, Math.floor(((uniform - complete) / (1 - complete)) * modalities));
}

function hasOther(available: RowMasks, modality: number, row: number): boolean {
  return available.some((mask, other) => other !== modality && mask[row] === 1);
}
