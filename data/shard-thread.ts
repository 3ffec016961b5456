import { serve } from '../threads/serve.ts';
import type { RawSample } from './adapters/raw-sample.ts';
import type { Shard } from './dataset.ts';
import { createProcessor, type ProcessSample } from './process-sample.ts';
import type { Processing } from './processing.ts';
import { writeShard } from './shard.ts';

/*
 * A worker thread of preprocessing: makes one shard after the other. Threads are ended from outside, so that no
 * signal reaches in here.
 */

/** One shard to make. */
export interface ShardWork {
  readonly directory: string;
  readonly index: number;
  readonly samples: readonly RawSample[];
  readonly processing: Processing;
}

const { signal } = new AbortController();
let known: { readonly text: string; readonly process: Promise<ProcessSample> } | undefined;

/** The processor of the shard before, if that was processed in the same way. */
function processorOf(processing: Processing): Promise<ProcessSample> {
  const text = JSON.stringify(processing);
  if (known?.text !== text) known = { text, process: createProcessor(processing) };
  return known.process;
}

serve<ShardWork, Shard>(async ({ directory, index, samples, processing }, report) => {
  const process = await processorOf(processing);
  const rows: Awaited<ReturnType<ProcessSample>>[] = [];
  for (const sample of samples) {
    rows.push(await process(sample, { signal }));
    report(1);
  }
  return { result: await writeShard(directory, index, rows, processing) };
});
