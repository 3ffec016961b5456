import { failure } from '../diagnostics/failure.ts';
import type { Job, JobContext } from '../plan/job.ts';
import type { ImageProcessing, Modality } from '../schemas/generated/resolved.ts';
import { padValue } from '../signal/log-mel.ts';
import { norms } from '../signal/picture-transform.ts';
import type { RawSample, RawSamples } from './adapters/raw-sample.ts';
import { type Dataset, modalityOrder, type PictureTensors, type Sample, writeDataset } from './dataset.ts';
import { makeShards } from './make-shards.ts';
import type { Processing } from './processing.ts';

/** Writes samples as a dataset into the job's output folder. A sample that cannot be read ends it: none is left out. */
export async function writeSamples(
  raw: RawSamples,
  processing: Processing,
  job: Pick<Job, 'outputDirectory' | 'scratchDirectory'>,
  context: JobContext,
): Promise<void> {
  const modalities = modalityOrder.filter((modality) => processing[modality] !== undefined);
  requireSomething(raw, modalities);
  const shards = await makeShards(raw.samples, processing, job, context);
  const dataset: Dataset = {
    version: 2,
    name: raw.name,
    classes: raw.classes,
    ...(raw.multiLabel && { multiLabel: true }),
    modalities: describe(processing),
    shards,
    samples: raw.samples.map((sample) => plainSample(sample, modalities)),
    ...(raw.skipped && raw.skipped.length > 0 && { skipped: raw.skipped }),
  };
  await writeDataset(job.outputDirectory, dataset);
}

/** A modality that no sample has is a slip of the pipeline, a sample without any a slip of the data. */
function requireSomething({ name, samples }: RawSamples, modalities: readonly Modality[]): void {
  const absent = modalities.find((modality) => samples.every((sample) => sample[modality] === undefined));
  if (absent !== undefined) throw failure('LAC3111', { dataset: name, modality: absent });
  const empty = samples.filter((sample) => modalities.every((modality) => sample[modality] === undefined));
  if (empty.length === 0) return;
  const named = empty.slice(0, 10).map(({ id }) => id);
  const more = empty.length > named.length ? ` and ${empty.length - named.length} more` : '';
  throw failure('LAC3112', {
    dataset: name,
    modalities: modalities.join(', '),
    samples: named.join(', ') + more,
  });
}

function plainSample(sample: RawSample, modalities: readonly Modality[]): Sample {
  const { id, label, labels, split } = sample;
  const missing = modalities.filter((modality) => sample[modality] === undefined);
  return { id, label, ...(labels && { labels }), split, ...(missing.length > 0 && { missing }) };
}

function describe({ image, text, audio, video }: Processing): Dataset['modalities'] {
  return {
    ...(image && { image: describePictures(image) }),
    ...(text && { text: { maxLength: text.maxLength } }),
    ...(audio && { audio: { frames: audio.frames, bins: audio.bins, padding: padValue(audio.norm) } }),
    ...(video && { video: { ...describePictures(video), frames: video.frames } }),
  };
}

function describePictures(options: Omit<ImageProcessing, 'orientation'>): PictureTensors {
  const { size, norm, resize, filter, source } = options;
  return { size, ...norms[norm], resize, filter, ...(source && { hasSources: true }) };
}
