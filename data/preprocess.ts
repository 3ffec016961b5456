import { failure } from '../diagnostics/failure.ts';
import type { Outcome, RunJob } from '../plan/job.ts';
import type { PreprocessParams } from '../plan/params.ts';
import { readSamples } from './adapters.ts';
import type { RawSample, RawSamples } from './raw-sample.ts';
import { writeSamples } from './write-samples.ts';

/**
 * Operation `preprocess`: samples of a data source as a dataset. The vocabulary of texts is `vocab.txt` in the
 * input of role `vocabulary`; the data source is fetched by its adapter.
 */
export const preprocess: RunJob<PreprocessParams> = async (job, context) => {
  const { data, image, text } = job.params;
  if (image === undefined && text === undefined) throw failure('LAC3103', {});
  const raw = await readSamples(data, context);
  const vocabulary = job.inputs['vocabulary']?.[0]?.directory;
  const processing = { ...(image && { image }), ...(text && { text }), vocabulary };
  await writeSamples(raw, processing, job.outputDirectory, context);
  return { mediaType: 'application/vnd.lacuna.dataset', summary: summaryOf(raw) };
};

/** How many samples there are in all, per split and per class. */
function summaryOf({ classes, samples }: RawSamples): Outcome['summary'] {
  const count = (predicate: (sample: RawSample) => boolean) => samples.filter(predicate).length;
  const perSplit = splits.map((split) => [split, count((sample) => sample.split === split)]);
  const perClass = classes.map((name, label) => [`class ${name}`, count((sample) => sample.label === label)]);
  return Object.fromEntries([
    ['samples', samples.length],
    ...perSplit,
    ['classes', classes.length],
    ...perClass,
  ]);
}

const splits = ['train', 'val', 'test'] as const;
