import { type Dataset, writeDataset } from '../../data/dataset.ts';
import type { Processed } from '../../data/process-sample.ts';
import type { Processing } from '../../data/processing.ts';
import { writeShard } from '../../data/shard.ts';

/** A dataset without its list of shards. */
export type Described = Omit<Dataset, 'version' | 'shards'>;

/** Writes processed samples as a dataset of shards of up to `rows` samples. */
export async function storeDataset(
  directory: string,
  described: Described,
  samples: readonly Processed[],
  rows = Math.ceil(samples.length / 2),
): Promise<Dataset> {
  const processing = processingOf(described.modalities);
  const shards = [];
  for (let index = 0; index * rows < samples.length; index += 1) {
    const part = samples.slice(index * rows, (index + 1) * rows);
    shards.push(await writeShard(directory, index, part, processing));
  }
  const dataset: Dataset = { version: 2, ...described, shards };
  await writeDataset(directory, dataset);
  return dataset;
}

function processingOf({ image, text, audio, video }: Dataset['modalities']): Processing {
  const pixels = { processor: 'clip', resize: 'shorter', filter: 'bicubic', norm: 'clip' } as const;
  return {
    ...(image && {
      image: { ...pixels, size: image.size, orientation: 'exif', ...(image.hasSources && { source: 64 }) },
    }),
    ...(text && {
      text: { tokenizer: 'wordpiece', maxLength: text.maxLength, clean: 'none', lowercase: true },
    }),
    ...(audio && { audio: { processor: 'ast', norm: 'ast', ...audio } }),
    ...(video && { video: { ...pixels, size: video.size, frames: video.frames, kept: 16 } }),
  };
}
