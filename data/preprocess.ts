import { failure } from '../diagnostics/failure.ts';
import type { Job, Outcome, RunJob } from '../plan/job.ts';
import type { PreprocessParams } from '../plan/params.ts';
import type { Modality } from '../schemas/generated/resolved.ts';
import { readSamples } from './adapters/adapters.ts';
import { isOfClass, type RawSample, type RawSamples } from './adapters/raw-sample.ts';
import { modalityOrder, splitOrder } from './dataset.ts';
import { writeSamples } from './write-samples.ts';

/**
 * Operation `preprocess`: samples of a data source as a dataset. Texts are cut up by the input of role `vocabulary` or
 * `tokenizer`; the data source is fetched by its adapter. A sample that cannot be read ends it: none is left out.
 */
export const preprocess: RunJob<PreprocessParams> = async (job, context) => {
  const { data, ...options } = job.params;
  const modalities = modalityOrder.filter((modality) => options[modality] !== undefined);
  if (modalities.length === 0) throw failure('LAC3103', {});
  const raw = await readSamples(data, context, job.inputs['data']?.[0]);
  const processing = { ...options, tokenizerFolder: tokenizerFolderOf(job.inputs) };
  await writeSamples(raw, processing, job, context);
  return { mediaType: 'application/vnd.lacuna.dataset', summary: summaryOf(raw, modalities) };
};

/** The folder of what cuts up texts; absent where there are none. */
export function tokenizerFolderOf(inputs: Job['inputs']): string | undefined {
  const [input] = inputs['tokenizer'] ?? inputs['vocabulary'] ?? [];
  return input?.directory;
}

/** How many samples there are in all, per split and per class, and how many lack what. */
function summaryOf(raw: RawSamples, modalities: readonly Modality[]): Outcome['summary'] {
  const { classes, samples, skipped = [], notes = [] } = raw;
  const count = (predicate: (sample: RawSample) => boolean) => samples.filter(predicate).length;
  const perSplit = splitOrder.map((split) => [split, count((sample) => sample.split === split)]);
  const perClass = classes.map((name, label) => [
    `class ${name}`,
    count((sample) => isOfClass(sample, label)),
  ]);
  const lacking = modalities
    .map((modality) => [`without ${modality}`, count((sample) => sample[modality] === undefined)] as const)
    .filter(([, samples]) => samples > 0);
  return Object.fromEntries([
    ['samples', samples.length],
    ...perSplit,
    ['classes', classes.length],
    ...perClass,
    ...lacking,
    ...(skipped.length > 0 ? [['skipped', skipped.length]] : []),
    ...notes.map((note, index) => [`note ${index + 1}`, note]),
  ]);
}
