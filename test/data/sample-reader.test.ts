import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainingView } from '../../data/change-sample.ts';
import type { Processed } from '../../data/process-sample.ts';
import { type InputArrays, SampleReader } from '../../data/sample-reader.ts';
import { writeShard } from '../../data/shard.ts';
import type { Modality } from '../../schemas/generated/resolved.ts';
import { type Workplace, workplace } from '../train/tiny.ts';
import { type Described, storeDataset } from './store-dataset.ts';

const size = 8;
const pixels = (value: number) => new Uint8Array(size * size * 3).fill(value);

const pictures = { size, mean: [0, 0, 0], std: [1, 1, 1], resize: 'shorter', filter: 'bicubic' } as const;

/** Seven samples in shards of three: each value tells its row, and some lack a modality. */
const rows = 7;
const lacks: { readonly [row: number]: readonly Modality[] } = {
  2: ['audio'],
  5: ['image', 'video'],
  6: ['text'],
};
const described: Described = {
  name: 'all',
  classes: ['a', 'b'],
  modalities: {
    image: { ...pictures, hasSources: true },
    text: { maxLength: 6 },
    audio: { frames: 16, bins: 8, padding: -1 },
    video: { ...pictures, frames: 2 },
  },
  samples: Array.from({ length: rows }, (_, row) => ({
    id: `s${row}`,
    label: row % 2,
    split: 'train' as const,
    ...(lacks[row] && { missing: lacks[row] }),
  })),
};

/** A picture whose left half is black and whose right half tells the row. */
const whole = (row: number) => ({
  width: 20,
  height: 10,
  channels: 3 as const,
  data: Uint8Array.from({ length: 20 * 10 * 3 }, (_, at) => (Math.floor(at / 3) % 20 < 10 ? 0 : 100 + row)),
});

/** The video of row r has r + 1 frames; frame f has the value 10 r + f. */
function sample(row: number): Processed {
  const all = {
    image: pixels(row),
    ...(row < 4 && { imageSource: whole(row) }),
    text: Array.from({ length: 2 + (row % 4) }, (_, at) => 100 * row + at),
    audio: Float32Array.from({ length: 16 * 8 }, (_, at) => row + at / 1000),
    video: Array.from({ length: row + 1 }, (_, frame) => pixels(10 * row + frame)),
  };
  const kept = Object.entries(all).filter(([modality]) => !lacks[row]?.includes(modality as Modality));
  return Object.fromEntries(kept) as Processed;
}

let place: Workplace;
let directory: string;
let reader: SampleReader;
beforeAll(async () => {
  place = workplace();
  directory = place.folder('dataset');
  const samples = Array.from({ length: rows }, (_, row) => sample(row));
  await storeDataset(directory, described, samples, 3);
  reader = await SampleReader.open(directory);
});
afterAll(() => {
  reader.close();
  place[Symbol.dispose]();
});

/** The first value of each picture, in 0..255. */
function levels(input: InputArrays | undefined): number[] {
  if (input?.kind !== 'image') throw new Error('no pictures');
  const stride = size * size * 3;
  return Array.from({ length: input.values.length / stride }, (_, at) =>
    Math.round((input.values[at * stride] ?? Number.NaN) * 255),
  );
}

const view = (epoch: number, changes: Partial<TrainingView> = {}): TrainingView => ({
  seed: 3,
  epoch,
  image: 'none',
  video: 'none',
  shared: false,
  audio: 'none',
  ...changes,
});

describe('samples in shards', () => {
  it('are read in any order, across shards', () => {
    expect(levels(reader.read('image', [6, 0, 3, 2]))).toEqual([6, 0, 3, 2]);
    const sound = reader.read('audio', [6, 3]);
    expect(sound).toMatchObject({ kind: 'audio', frames: 16, bins: 8 });
    expect(sound?.kind === 'audio' && [sound.values[0], sound.values[129]]).toEqual([6, Math.fround(3.001)]);
  });

  it('give zeros for what they lack', () => {
    expect(levels(reader.read('image', [5]))).toEqual([0]);
    expect(levels(reader.read('video', [5]))).toEqual([0, 0]);
    const [sound, text] = [reader.read('audio', [2]), reader.read('text', [6])];
    expect(sound?.kind === 'audio' && sound.values.every((value) => value === 0)).toBe(true);
    expect(text).toEqual({
      kind: 'text',
      length: 2,
      ids: Int32Array.of(0, 0),
      attentionMask: Int32Array.of(0, 0),
    });
  });

  it('have texts padded to the longest of a batch', () => {
    expect(reader.read('text', [1, 4])).toEqual({
      kind: 'text',
      length: 3,
      ids: Int32Array.of(100, 101, 102, 400, 401, 0),
      attentionMask: Int32Array.of(1, 1, 1, 1, 1, 0),
    });
  });

  it('show the middle frame of each part of a video to evaluation, and repeat what is short', () => {
    expect(levels(reader.read('video', [3, 0]))).toEqual([31, 33, 0, 0]);
  });

  it('show training a frame of each part, another in other epochs, the same in the same', () => {
    const seen = Array.from({ length: 40 }, (_, epoch) => levels(reader.read('video', [3], view(epoch))));
    expect(new Set(seen.map(([first]) => first))).toEqual(new Set([30, 31]));
    expect(new Set(seen.map(([, second]) => second))).toEqual(new Set([32, 33]));
    expect(levels(reader.read('video', [1, 3], view(7))).slice(2)).toEqual(seen[7]);
  });

  it('are changed by augmentation, each alike whatever batch it is in', () => {
    const plain = reader.read('audio', [4], view(1));
    const changed = reader.read('audio', [4], view(1, { audio: 'shift-and-mask' }));
    const [, again] = [0, 1].map((at) => {
      const both = reader.read('audio', [1, 4], view(1, { audio: 'shift-and-mask' }));
      return both?.kind === 'audio' ? both.values.slice(at * 128, (at + 1) * 128) : undefined;
    });
    expect(changed?.kind === 'audio' && [...changed.values]).toEqual([...(again ?? [])]);
    expect(changed).not.toEqual(plain);
  });

  it('have random parts of whole pictures where these are kept, and of squares elsewhere', () => {
    const seen = Array.from({ length: 30 }, (_, epoch) => {
      const input = reader.read('image', [3, 6], view(epoch, { image: 'rrc-flip' }));
      if (input?.kind !== 'image') throw new Error('no pictures');
      const bytes = Array.from(input.values, (value) => Math.round(255 * value));
      return [bytes.slice(0, 192), bytes.slice(192)] as const;
    });
    const values = new Set(seen.flatMap(([kept]) => kept));
    // The cubic filter overshoots at the edge.
    expect(Math.min(...values)).toBe(0);
    expect(Math.max(...values)).toBeGreaterThanOrEqual(103);
    expect(new Set(seen.map(([kept]) => kept.join())).size).toBeGreaterThan(20);
    expect(new Set(seen.flatMap(([, square]) => square))).toEqual(new Set([6]));
    const alone = reader.read('image', [3], view(11, { image: 'rrc-flip' }));
    const again = alone?.kind === 'image' ? Array.from(alone.values, (value) => Math.round(255 * value)) : [];
    expect(again).toEqual(seen[11]?.[0]);
  });

  it('that the dataset does not have are undefined', async () => {
    const small = place.folder('text-only');
    const { text } = described.modalities;
    const samples = [{ id: 's', label: 0, split: 'train' as const }];
    await storeDataset(small, { ...described, modalities: { ...(text && { text }) }, samples }, [
      { text: [1, 2] },
    ]);
    const other = await SampleReader.open(small);
    expect(other.read('audio', [0])).toBeUndefined();
    other.close();
  });
});

describe('a damaged shard', () => {
  async function damaged(damage: (file: string) => Promise<unknown>): Promise<string> {
    const copy = place.folder('damaged');
    const samples = Array.from({ length: rows }, (_, row) => sample(row));
    await storeDataset(copy, described, samples, 3);
    await damage(copy);
    return copy;
  }

  it('that is cut off is named when it is opened', async () => {
    const copy = await damaged((folder) => truncate(join(folder, 'shard-00001.safetensors'), 900));
    await expect(SampleReader.open(copy)).rejects.toMatchObject({
      message: expect.stringContaining('shard-00001.safetensors'),
    });
  });

  it('of other sizes than the dataset says is refused', async () => {
    const image = {
      processor: 'clip',
      resize: 'shorter',
      filter: 'bicubic',
      norm: 'clip',
      orientation: 'exif',
    } as const;
    const copy = await damaged((folder) =>
      writeShard(folder, 1, [{ image: new Uint8Array(4 * 4 * 3) }], { image: { ...image, size: 4 } }),
    );
    await expect(SampleReader.open(copy)).rejects.toMatchObject({
      code: expect.stringMatching(/LAC4112|LAC4208/),
    });
  });
});
