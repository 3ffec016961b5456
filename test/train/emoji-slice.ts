import { readFileSync } from 'node:fs';
import { type Dataset, writeDataset } from '../../data/dataset.ts';
import type { Split } from '../../schemas/generated/resolved.ts';

interface Slice {
  readonly classes: readonly string[];
  readonly maxLength: number;
  readonly samples: readonly {
    readonly id: string;
    readonly label: number;
    readonly ids: readonly number[];
  }[];
}

const folder = new URL('../vectors/emoji-slice/', import.meta.url);

/** Writes 64 emoji of 4 groups as a dataset, every fourth of them in the split `test`. */
export async function writeEmojiSlice(directory: string): Promise<Dataset> {
  const slice: Slice = JSON.parse(readFileSync(new URL('samples.json', folder), 'utf8'));
  const { maxLength } = slice;
  const splitOf = (row: number): Split => (row % 4 === 3 ? 'test' : 'train');
  const dataset: Dataset = {
    version: 1,
    name: 'emoji-slice',
    classes: slice.classes,
    modalities: {
      image: {
        file: 'image.safetensors',
        tensor: 'pixels',
        height: 32,
        width: 32,
        mean: [0.48145466, 0.4578275, 0.40821073],
        std: [0.26862954, 0.26130258, 0.27577711],
      },
      text: { file: 'text.safetensors', ids: 'ids', lengths: 'lengths', maxLength },
    },
    samples: slice.samples.map(({ id, label }, row) => ({ id, label, split: splitOf(row) })),
  };
  const padded = slice.samples.flatMap(({ ids }) => [
    ...ids,
    ...new Array<number>(maxLength - ids.length).fill(0),
  ]);
  await writeDataset(directory, dataset, {
    image: new Uint8Array(readFileSync(new URL('pixels.bin', folder))),
    text: {
      ids: Int32Array.from(padded),
      lengths: Int32Array.from(slice.samples, ({ ids }) => ids.length),
    },
  });
  return dataset;
}
