import { failure } from '../diagnostics/failure.ts';
import { setNameOf } from '../grid/cells.ts';
import type { Outputs } from '../score/metrics.ts';
import type { CellRows } from './cell-rows.ts';
import type { Extraction } from './read-extraction.ts';

/** What the model says of the samples of a cell, in the order of its rows: of each the logits of the set that it has. */
export function outputsOf(
  { samples, logits }: Extraction,
  { places, sets }: Pick<CellRows, 'places' | 'sets'>,
): Outputs {
  const { modalities, classes } = samples;
  const width = classes.length;
  const bySet = Array.from({ length: 2 ** modalities.length }, (_, bits) => {
    const set = modalities.filter((_, index) => (bits & (1 << index)) !== 0);
    return logits.get(setNameOf(set, modalities));
  });
  const chosen = new Float32Array(places.length * width);
  for (const [row, place] of places.entries()) {
    const values = bySet[sets[row] ?? 0];
    if (values === undefined) throw failure('LAC9001', { what: `there are no logits of set ${sets[row]}` });
    for (let column = 0; column < width; column += 1) {
      chosen[row * width + column] = values[place * width + column] ?? Number.NaN;
    }
  }
  return { logits: chosen, truth: truthOf(samples, places), classes };
}

function truthOf(
  { classes, labels = [], labelSets }: Extraction['samples'],
  places: readonly number[],
): Outputs['truth'] {
  if (labelSets === undefined) {
    return { kind: 'label', labels: Int32Array.from(places, (place) => labels[place] ?? -1) };
  }
  const sets = new Uint8Array(places.length * classes.length);
  for (const [row, place] of places.entries()) {
    for (const label of labelSets[place] ?? []) sets[row * classes.length + label] = 1;
  }
  return { kind: 'sets', sets };
}
