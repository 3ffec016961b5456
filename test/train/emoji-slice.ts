import { readFileSync } from 'node:fs';
import type { Dataset } from '../../data/dataset.ts';
import type { Split } from '../../schemas/generated/resolved.ts';
import { type Described, storeDataset } from '../data/store-dataset.ts';

interface Slice {
  readonly classes: readonly string[];
  readonly maxLength: number;
  readonly samples: readonly {
    readonly id: string;
    readonly label: number;
    readonly ids: readonly number[];
  }[];
}

const side = 32;
const folder = new URL('../vectors/emoji-slice/', import.meta.url);

/** Writes 64 emoji of 4 groups as a dataset, every fourth of them in the split `test`. */
export async function writeEmojiSlice(directory: string): Promise<Dataset> {
  const slice: Slice = JSON.parse(readFileSync(new URL('samples.json', folder), 'utf8'));
  const { maxLength } = slice;
  const splitOf = (row: number): Split => (row % 4 === 3 ? 'test' : 'train');
  const described: Described = {
    name: 'emoji-slice',
    classes: slice.classes,
    modalities: {
      image: {
        size: side,
        mean: [0.48145466, 0.4578275, 0.40821073],
        std: [0.26862954, 0.26130258, 0.27577711],
        resize: 'shorter',
        filter: 'bicubic',
      },
      text: { maxLength },
    },
    samples: slice.samples.map(({ id, label }, row) => ({ id, label, split: splitOf(row) })),
  };
  const pixels = new Uint8Array(readFileSync(new URL('pixels.bin', folder)));
  const stride = side * side * 3;
  const processed = slice.samples.map(({ ids }, row) => ({
    image: pixels.subarray(row * stride, (row + 1) * stride),
    text: ids,
  }));
  return await storeDataset(directory, described, processed);
}
