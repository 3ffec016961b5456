import { workerData } from 'node:worker_threads';
import { serve } from '../threads/serve.ts';
import type { RawSample } from './adapters/raw-sample.ts';
import { inLanes } from './in-lanes.ts';
import { useTensorflow } from './media/tensorflow-jpeg.ts';
import { createProcessor, type Processed, type ProcessSample } from './process-sample.ts';
import type { Processing } from './processing.ts';

/*
 * A thread of preprocessing: decodes some samples after the other. It is ended from outside, so that no signal reaches in
 * here.
 */

/** Some samples to process. */
export interface SampleWork {
  readonly samples: readonly RawSample[];
  readonly processing: Processing;
}

/** What a thread is told when it starts. */
export interface ProcessThreadData {
  /** Whether there are so many JPEGs that TensorFlow's decoder is worth loading. */
  readonly manyJpegs: boolean;
}

if ((workerData as ProcessThreadData).manyJpegs) useTensorflow();

const { signal } = new AbortController();

/** Samples under way at a time: while a file is decoded on a thread of the library's, this one works on another. */
const lanes = 2;

let known: { readonly text: string; readonly process: Promise<ProcessSample> } | undefined;

/** The processor of the work before, if that was processed in the same way. */
function processorOf(processing: Processing): Promise<ProcessSample> {
  const text = JSON.stringify(processing);
  if (known?.text !== text) known = { text, process: createProcessor(processing) };
  return known.process;
}

serve<SampleWork, readonly Processed[]>(async ({ samples, processing }) => {
  const process = await processorOf(processing);
  const rows = await inLanes(samples, lanes, (sample) => process(sample, { signal }));
  return { result: rows, transfer: [...new Set(rows.flatMap(buffersOf))] };
});

/** The memory of a sample's tensors, which changes hands; what is part of a larger piece is copied. */
function buffersOf({ image, audio, video = [], imageSource, videoSources = [] }: Processed): ArrayBuffer[] {
  const arrays = [image, audio, ...video, imageSource?.data, ...videoSources.map(({ data }) => data)];
  return arrays.flatMap((array) =>
    array?.byteLength === array?.buffer.byteLength && array?.buffer instanceof ArrayBuffer
      ? [array.buffer]
      : [],
  );
}
