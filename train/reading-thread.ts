import type { TrainingView } from '../data/change-sample.ts';
import { type InputArrays, SampleReader } from '../data/sample-reader.ts';
import type { Modality } from '../model/design.ts';
import { serve } from '../threads/serve.ts';

/*
 * A thread that reads batches for training while the main thread computes. It has one dataset open, as long as it
 * lives.
 */

/** One batch to read. */
export interface BatchRequest {
  readonly directory: string;
  readonly modalities: readonly Modality[];
  readonly rows: readonly number[];
  readonly view: TrainingView;
}

/** The batch by modality; one that the dataset lacks is absent. */
export type BatchArrays = { readonly [modality in Modality]?: InputArrays };

let reader: Promise<SampleReader> | undefined;

serve<BatchRequest, BatchArrays>(async ({ directory, modalities, rows, view }) => {
  reader ??= SampleReader.open(directory);
  const open = await reader;
  const entries = modalities.flatMap((modality) => {
    const arrays = open.read(modality, rows, view);
    return arrays === undefined ? [] : [[modality, arrays] as const];
  });
  return {
    result: Object.fromEntries(entries),
    transfer: entries.flatMap(([, arrays]) => buffersOf(arrays)),
  };
});

function buffersOf(arrays: InputArrays): ArrayBuffer[] {
  const values = arrays.kind === 'text' ? [arrays.ids, arrays.attentionMask] : [arrays.values];
  return values.map(({ buffer }) => buffer as ArrayBuffer);
}
