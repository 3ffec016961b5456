import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RawSample, RawSamples } from '../../data/adapters/raw-sample.ts';
import { readDataset } from '../../data/dataset.ts';
import { preprocess } from '../../data/preprocess.ts';
import type { Processing } from '../../data/processing.ts';
import { writeSamples } from '../../data/write-samples.ts';
import type { Job, JobContext, Progress } from '../../plan/job.ts';
import type { PreprocessParams } from '../../plan/params.ts';
import type { EmojiData } from '../../schemas/generated/resolved.ts';
import { readTensors } from '../../tensor/safetensors.ts';

const vectors = new URL('../vectors/', import.meta.url).pathname;
const image = {
  processor: 'clip',
  size: 8,
  resize: 'shorter',
  filter: 'bicubic',
  norm: 'clip',
  orientation: 'exif',
} as const;
const text = { tokenizer: 'wordpiece', maxLength: 5, clean: 'none', lowercase: true } as const;
const both: Processing = { image, text, tokenizerFolder: join(vectors, 'text') };

let folder = '';
let output = '';
let progress: Progress[] = [];
let aborter = new AbortController();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-data-'));
  output = join(folder, 'output');
  await mkdir(output);
  progress = [];
  aborter = new AbortController();
});

afterEach(() => rm(folder, { recursive: true }));

const job = (outputDirectory = output) => ({ outputDirectory, scratchDirectory: join(folder, 'scratch') });
const context = (): JobContext => ({ report: (line) => progress.push(line), signal: aborter.signal });

/** Two samples: a blue square that is half transparent, and a grey one. */
async function twoSamples(): Promise<RawSamples> {
  const blue = { r: 0, g: 0, b: 255, alpha: 0.5 };
  await sharp({ create: { width: 20, height: 10, channels: 4, background: blue } })
    .png()
    .toFile(join(folder, 'blue.png'));
  await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 90, g: 90, b: 90 } } })
    .greyscale()
    .png()
    .toFile(join(folder, 'grey.png'));
  const sample = (id: string, label: number, words: string): RawSample => {
    return {
      id,
      label,
      split: label === 0 ? 'train' : 'test',
      image: join(folder, `${id}.png`),
      text: words,
    };
  };
  return {
    name: 'two',
    classes: ['blue', 'grey'],
    samples: [sample('blue', 0, 'a blue square of glass'), sample('grey', 1, 'grey')],
  };
}

describe('A dataset', () => {
  test('has a row per sample in every tensor', async () => {
    await writeSamples(await twoSamples(), both, job(), context());
    const dataset = await readDataset(output);
    expect(dataset.classes).toEqual(['blue', 'grey']);
    expect(dataset.samples).toEqual([
      { id: 'blue', label: 0, split: 'train' },
      { id: 'grey', label: 1, split: 'test' },
    ]);
    const { 'image.pixels': pixels, ...words } = await readTensors(join(output, 'shard-00000.safetensors'));
    expect(pixels?.shape).toEqual([2, 8, 8, 3]);
    expect([...(pixels?.data ?? [])]).toEqual([...repeat(64, [127, 127, 255]), ...repeat(64, [90, 90, 90])]);
    expect(words['text.ids']).toEqual({
      shape: [2, 5],
      data: Int32Array.of(101, 1037, 2630, 2675, 102, 101, 4462, 102, 0, 0),
    });
    expect(words['text.lengths']).toEqual({ shape: [2], data: Int32Array.of(5, 3) });
    expect(progress.at(-1)).toMatchObject({ phase: 'preprocess', done: 2, total: 2, unit: 'samples' });
  });

  test('of one modality has no other', async () => {
    await writeSamples(await twoSamples(), { image }, job(), context());
    expect(Object.keys((await readDataset(output)).modalities)).toEqual(['image']);
    expect((await readdir(output)).sort()).toEqual(['dataset.json', 'shard-00000.safetensors']);
  });

  test('has the same bytes when it is made again', async () => {
    const raw = await twoSamples();
    const again = join(folder, 'again');
    await mkdir(again);
    await writeSamples(raw, both, job(), context());
    await writeSamples(raw, both, job(again), context());
    expect(await digests(again)).toEqual(await digests(output));
  });

  const oneRow = [{ file: 'shard-00000.safetensors', rows: 1 }];
  test.each([
    { what: 'no JSON', content: '{', reason: /JSON/ },
    { what: 'another version', content: '{"version":1}', reason: /its version is 1, not 2/ },
    { what: 'no samples', content: '{"version":2,"classes":[]}', reason: /no lists/ },
    {
      what: 'no modality',
      content: '{"version":2,"classes":[],"samples":[],"modalities":{}}',
      reason: /no modality/,
    },
    {
      what: 'a label beyond its classes',
      content: JSON.stringify({
        version: 2,
        classes: ['a'],
        shards: oneRow,
        samples: [{ id: 'x', label: 1, split: 'train' }],
        modalities: { image: {} },
      }),
      reason: /sample 0/,
    },
    ...[
      { what: 'several classes that are not listed', sample: { label: 0 } },
      { what: 'a class beyond its classes among several', sample: { label: 0, labels: [0, 2] } },
      { what: 'a label that is not the first of several', sample: { label: 1, labels: [0, 1] } },
      { what: 'classes out of order', sample: { label: 1, labels: [1, 0] } },
      { what: 'a class twice', sample: { label: 1, labels: [1, 1] } },
      {
        what: 'several classes although it is of one each',
        sample: { label: 0, labels: [0, 1] },
        multiLabel: false,
      },
    ].map(({ what, sample: labels, multiLabel = true }) => ({
      what,
      content: JSON.stringify({
        version: 2,
        shards: oneRow,
        multiLabel,
        classes: ['a', 'b'],
        samples: [{ id: 'x', split: 'train', ...labels }],
        modalities: { image: {} },
      }),
      reason: /sample 0/,
    })),
  ])('with $what is refused', async ({ content, reason }) => {
    await writeFile(join(output, 'dataset.json'), content);
    await expect(readDataset(output)).rejects.toMatchObject({
      code: 'LAC3106',
      message: expect.stringMatching(reason),
    });
  });
});

describe('A picture', () => {
  const damages: { what: string; code: string; damage: (file: string) => Promise<void> }[] = [
    { what: 'missing', code: 'LAC3101', damage: (file) => rm(file) },
    { what: 'empty', code: 'LAC3102', damage: (file) => writeFile(file, '') },
    { what: 'no picture', code: 'LAC3102', damage: (file) => writeFile(file, 'GIF? no.') },
    {
      what: 'cut short',
      code: 'LAC3102',
      damage: async (file) => {
        await copyFile(join(vectors, 'images/image2.png'), file);
        const bytes = await readFile(file);
        await writeFile(file, bytes.subarray(0, bytes.length >> 1));
      },
    },
    {
      what: 'damaged in one byte',
      code: 'LAC3102',
      damage: async (file) => {
        const bytes = await readFile(join(vectors, 'images/image2.png'));
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 0xff;
        await writeFile(file, bytes);
      },
    },
  ];

  test.each(damages)('that is $what ends the job and is named', async ({ code, damage }) => {
    const raw = await twoSamples();
    const file = join(folder, 'grey.png');
    await damage(file);
    await expect(writeSamples(raw, both, job(), context())).rejects.toMatchObject({
      code,
      retryable: false,
      message: expect.stringMatching(new RegExp(`sample grey .*${file}`)),
    });
    expect(await readdir(output)).toEqual([]);
  });

  test.each([
    { kind: 'palette', encode: (picture: Sharp) => picture.png({ palette: true }) },
    { kind: '16-bit', encode: (picture: Sharp) => picture.toColourspace('rgb16').png() },
    { kind: 'JPEG', encode: (picture: Sharp) => picture.jpeg({ quality: 100 }) },
  ])('stored as $kind is decoded to the same colour', async ({ encode }) => {
    const raw = await twoSamples();
    const background = { r: 200, g: 40, b: 90 };
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background } });
    await encode(picture).toFile(join(folder, 'grey.png'));
    await writeSamples(raw, { image }, job(), context());
    const { 'image.pixels': pixels } = await readTensors(join(output, 'shard-00000.safetensors'));
    const colour = [...(pixels?.data.subarray(-3) ?? [])];
    colour.forEach((value, channel) => {
      expect(Math.abs(value - ([200, 40, 90][channel] as number))).toBeLessThanOrEqual(1);
    });
  });
});

describe('Preprocessing', () => {
  test('stops when it is told to', async () => {
    const raw = await twoSamples();
    aborter.abort(new Error('stop'));
    await expect(writeSamples(raw, both, job(), context())).rejects.toThrow('stop');
    expect(await readdir(output)).toEqual([]);
  });

  test.each([
    { what: 'is missing', content: undefined, code: 'LAC3205' },
    { what: 'lacks special tokens', content: '[PAD]\nhello\n', code: 'LAC3108' },
  ])('refuses a vocabulary that $what', async ({ content, code }) => {
    if (content !== undefined) await writeFile(join(folder, 'vocab.txt'), content);
    const processing = { text, tokenizerFolder: folder };
    await expect(writeSamples(await twoSamples(), processing, job(), context())).rejects.toMatchObject({
      code,
    });
  });

  test('refuses to read no modality', async () => {
    const data: EmojiData = {
      adapter: 'emoji',
      with: { drawings: 'google', target: 'group', splits: ['val'] },
    };
    const folders = { inputs: {}, outputDirectory: output, scratchDirectory: folder };
    const empty: Job<PreprocessParams> = { operation: 'preprocess', params: { data }, ...folders };
    await expect(preprocess(empty, context())).rejects.toMatchObject({ code: 'LAC3103' });
  });
});

function repeat(times: number, values: readonly number[]): number[] {
  return Array.from({ length: times }, () => values).flat();
}

async function digests(directory: string): Promise<string[]> {
  const files = (await readdir(directory)).sort();
  return Promise.all(
    files.map(
      async (file) =>
        `${file} ${createHash('sha256')
          .update(await readFile(join(directory, file)))
          .digest('hex')}`,
    ),
  );
}
