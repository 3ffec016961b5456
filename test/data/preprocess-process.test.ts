import { copyFile, link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { supervise } from '../../activities/supervise.ts';
import { describeData } from '../../data/adapters/adapters.ts';
import { decodePicture } from '../../data/media/decode-picture.ts';
import { modulePath, programOf } from '../../engine/modules.ts';
import type { Job, Progress } from '../../plan/job.ts';
import { pictureTransform } from '../../signal/picture-transform.ts';
import { readTensors } from '../../tensor/safetensors.ts';
import { sourceOf } from './data-folder.ts';

/** So many that TensorFlow decodes them. */
const pictures = 1100;
const originals = 20;
const size = 8;
const pixels = {
  processor: 'clip',
  size,
  resize: 'shorter',
  filter: 'bicubic',
  norm: 'clip',
  orientation: 'exif',
};

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'lacuna-process-'));
  vi.stubEnv('LACUNA_CACHE', join(base, 'cache'));
  await mkdir(join(base, 'data/originals'), { recursive: true });
  for (let index = 0; index < originals; index += 1) await writeOriginal(index);
  for (let index = 0; index < pictures; index += 1)
    await link(originalAt(index % originals), pictureAt(index));
  const rows = Array.from({ length: pictures }, (_, index) => `${index}.jpg,${index % 2}`);
  await writeFile(join(base, 'data/manifest.csv'), `${['image,label', ...rows].join('\n')}\n`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(base, { recursive: true });
});

const originalAt = (index: number) => join(base, 'data/originals', `${index}.jpg`);
const pictureAt = (index: number) => join(base, 'data', `${index}.jpg`);

/** The first has bytes too many before its end, which libjpeg warns of and which changes nothing. */
async function writeOriginal(index: number): Promise<void> {
  const noise = Uint8Array.from({ length: 40 * 30 * 3 }, (_, at) => (at * (index + 3) * 7) % 251);
  const jpeg = await sharp(noise, { raw: { width: 40, height: 30, channels: 3 } })
    .jpeg()
    .toBuffer();
  const [body, end] = [jpeg.subarray(0, -2), jpeg.subarray(-2)];
  await writeFile(originalAt(index), index === 0 ? Buffer.concat([body, Buffer.alloc(60, 1), end]) : jpeg);
}

/** The operation in the process that a worker starts for it. */
async function preprocess(
  report: (progress: Progress) => void = () => undefined,
  stop = new AbortController(),
) {
  const place = await mkdtemp(join(base, 'job-'));
  const [outputDirectory, scratchDirectory] = [join(place, 'output'), join(place, 'scratch')];
  for (const directory of [outputDirectory, scratchDirectory]) await mkdir(directory);
  const data = sourceOf('manifest', { file: 'manifest.csv', columns: { image: 'image', label: 'label' } });
  const root = join(base, 'data');
  const { digest } = await describeData(data, root, { report: () => undefined, signal: stop.signal });
  const job: Job = {
    operation: 'preprocess',
    params: JSON.parse(JSON.stringify({ data, image: pixels })),
    inputs: { data: [{ digest, directory: root }] },
    outputDirectory,
    scratchDirectory,
  };
  const [program, log] = [programOf(modulePath('train/child')), join(place, 'log')];
  const graceMs = 60_000;
  const outcome = supervise({ program, task: 'prepare', job, log, report, signal: stop.signal, graceMs });
  return { outcome, outputDirectory, log };
}

describe('Preprocessing in a process of its own', () => {
  test('gives what sharp gives, picture by picture', async () => {
    const { outcome, outputDirectory, log } = await preprocess();
    expect((await outcome).summary).toMatchObject({ samples: pictures });
    // It was TensorFlow's decoder that read them: sharp warns of nothing.
    expect(await readFile(log, 'utf8')).toMatch(/extraneous bytes before marker/);
    const expected = await Promise.all(
      Array.from({ length: originals }, async (_, index) => {
        const picture = await decodePicture({ id: String(index), image: originalAt(index) });
        return pictureTransform(picture, { size, resize: 'shorter', filter: 'bicubic' }).data;
      }),
    );
    const bytes = size * size * 3;
    for (const [shard, first] of [0, 512, 1024].entries()) {
      const tensors = await readTensors(join(outputDirectory, `shard-0000${shard}.safetensors`));
      const data = tensors['image.pixels']?.data as Uint8Array;
      for (let row = 0; row * bytes < data.length; row += 1) {
        const found = data.subarray(row * bytes, (row + 1) * bytes);
        expect(found, `row ${first + row}`).toEqual(expected[(first + row) % originals]);
      }
    }
  });

  test('says what is wrong with a picture, and which', async () => {
    const intact = await readFile(pictureAt(777));
    await rm(pictureAt(777));
    await writeFile(pictureAt(777), Buffer.concat([intact.subarray(0, 500), Buffer.of(0xff, 0xd9)]));
    const { outcome } = await preprocess();
    const error = await outcome.catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ code: 'LAC3102', retryable: false });
    // Its reason is in libvips's words, which two threads that decode at a time may take from each other.
    expect(String(error)).toMatch(/777\.jpg cannot be decoded: \S+777\.jpg: \S/);
    await rm(pictureAt(777));
    await copyFile(originalAt(777 % originals), pictureAt(777));
  });

  test('ends soon when it is told to', async () => {
    const stop = new AbortController();
    let told = 0;
    const { outcome } = await preprocess(() => {
      if (told === 0) told = performance.now();
      stop.abort(new Error('cancelled'));
    }, stop);
    await expect(outcome).rejects.toThrow('cancelled');
    expect(performance.now() - told).toBeLessThan(10_000);
  });
});
