import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type JpegOptions } from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Stream, stream } from '../../random/stream.ts';
import type { Decoded } from './decode-child.ts';
import { type RandomJpeg, randomJpeg } from './random-jpeg.ts';

const program = new URL('./decode-child.ts', import.meta.url).pathname;
const vectors = new URL('../vectors/images/pictures/', import.meta.url).pathname;

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'lacuna-jpeg-'));
});
afterAll(() => rm(base, { recursive: true }));

/** What both ways of decoding make of files; `stderr` is a file, as in a supervised process, unless told otherwise. */
async function decodeAll(
  contents: readonly Uint8Array[],
  isLogged = true,
): Promise<{ readonly results: readonly Decoded[]; readonly count: (what: keyof typeof counts) => number }> {
  const folder = await mkdtemp(join(base, 'pictures-'));
  for (const [index, content] of contents.entries()) {
    await writeFile(join(folder, `${String(index).padStart(4, '0')}.jpg`), content);
  }
  return decodeFolder(folder, isLogged);
}

const counts = {
  different: ({ sharp: one, tensorflow }: Decoded) => one !== tensorflow,
  plain: ({ isPlain }: Decoded) => isPlain,
  refused: ({ tensorflow }: Decoded) =>
    tensorflow.includes('LAC3102') || tensorflow.includes('cannot be decoded'),
} as const;

async function decodeFolder(folder: string, isLogged: boolean) {
  await using log = await open(`${folder}.log`, 'a');
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], {
    stdio: ['ignore', 'pipe', isLogged ? log.fd : 'ignore'],
  });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  const [exit] = await once(child, 'close');
  expect(exit).toBe(0);
  const results = JSON.parse(text) as readonly Decoded[];
  expect(results.filter(counts.different)).toEqual([]);
  return { results, count: (what: keyof typeof counts) => results.filter(counts[what]).length };
}

const samplings = {
  grey: [[1, 1]],
  'grey, sampled twice': [[2, 2]],
  '4:4:4': [
    [1, 1],
    [1, 1],
    [1, 1],
  ],
  '4:2:2': [
    [2, 1],
    [1, 1],
    [1, 1],
  ],
  '4:2:0': [
    [2, 2],
    [1, 1],
    [1, 1],
  ],
  '4:4:0': [
    [1, 2],
    [1, 1],
    [1, 1],
  ],
  '4:1:1': [
    [4, 1],
    [1, 1],
    [1, 1],
  ],
  uneven: [
    [2, 2],
    [2, 1],
    [1, 1],
  ],
} as const;

/** Mostly small, where the edges are most of the picture. */
function drawJpeg(
  random: Stream,
  sampling: RandomJpeg['sampling'],
  segments: RandomJpeg['segments'] = [],
): Buffer {
  const side = () => 1 + random.integer(random.integer(4) === 0 ? 200 : 40);
  const options = {
    width: side(),
    height: side(),
    sampling,
    restart: random.integer(3) === 0 ? 1 + random.integer(5) : 0,
    quantum: 1 + random.integer(30),
    amplitude: 1 + random.integer(60),
    segments,
  };
  return randomJpeg(options, random);
}

/** A picture with slopes and noise, as a library compresses it. */
function photograph(random: Stream, options: JpegOptions = {}): Promise<Buffer> {
  const [width, height] = [1 + random.integer(90), 1 + random.integer(90)];
  const [across, down] = [random.uniform() * 3, random.uniform() * 3];
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    return 90 + 40 * Math.sin(x * across + (at % 3)) + 40 * Math.cos(y * down) + 40 * random.uniform();
  });
  const chromaSubsampling = random.integer(2) === 0 ? '4:4:4' : '4:2:0';
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 1 + random.integer(100), chromaSubsampling, ...options })
    .toBuffer();
}

const many = (count: number, draw: (random: Stream) => Buffer | Promise<Buffer>, name: string) =>
  Promise.all(Array.from({ length: count }, (_, index) => draw(stream(7, name, index))));

describe('A JPEG is decoded by TensorFlow to the pixels that sharp gives:', () => {
  test('of any size and any sampling of its colours', async () => {
    const drawn = Object.entries(samplings).map(([name, sampling]) =>
      many(60, (random) => drawJpeg(random, sampling), name),
    );
    const { results, count } = await decodeAll((await Promise.all(drawn)).flat());
    expect(results).toHaveLength(480);
    expect(count('plain')).toBe(480);
  });

  test('as sharp compresses it, at every quality', async () => {
    const { count } = await decodeAll(await many(120, photograph, 'photograph'));
    expect(count('plain')).toBe(120);
  });

  test('with segments of any kind before it', async () => {
    const markers = [0xe0, 0xe2, 0xe3, 0xed, 0xee, 0xfe];
    const words = ['JFIF\0', 'ICC_PROFILE\0', 'Adobe', 'Photoshop 3.0\0', ''];
    const jpegs = await many(
      150,
      (random) => {
        const word = words[random.integer(words.length)] ?? '';
        const noise = Array.from({ length: random.integer(40) }, () => random.integer(256));
        const marker = markers[random.integer(markers.length)] ?? 0;
        return drawJpeg(random, samplings['4:2:0'], [[marker, [...Buffer.from(word), ...noise]]]);
      },
      'segments',
    );
    const { count } = await decodeAll(jpegs);
    expect(count('plain')).toBeGreaterThan(75);
  });

  test('of light that is not split into brightness and colour', async () => {
    const adobe = [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0];
    const draw = (random: Stream) => drawJpeg(random, samplings['4:4:4'], [[0xee, adobe]]);
    expect((await decodeAll(await many(20, draw, 'rgb'))).count('plain')).toBe(20);
  });
});

describe('What is not plain, or has a defect, is left to sharp:', () => {
  test('inks, pictures that are to be turned, and every other file that is read', async () => {
    const folder = await mkdtemp(join(base, 'vectors-'));
    for (const name of await readdir(vectors)) await copyFile(join(vectors, name), join(folder, name));
    const { results } = await decodeFolder(folder, true);
    const plain = results.filter(({ isPlain }) => isPlain).map(({ file }) => file);
    expect(plain).toEqual(expect.arrayContaining(['420.jpg', '422.jpg', '444.jpg', 'grey.jpg']));
    expect(plain.filter((file) => /inks|ycck|progressive|png|gif|webp/.test(file))).toEqual([]);
  });

  test('progressive ones, whole and without their last scans', async () => {
    const whole = await many(20, (random) => photograph(random, { progressive: true }), 'progressive');
    const cut = whole.map((jpeg) => {
      const scans = [...jpeg.keys()].filter((at) => jpeg[at] === 0xff && jpeg[at + 1] === 0xda);
      return Buffer.concat([jpeg.subarray(0, scans[Math.ceil(scans.length / 2)]), Buffer.of(0xff, 0xd9)]);
    });
    const { count } = await decodeAll([...whole, ...cut]);
    expect(count('plain')).toBe(0);
    expect(count('refused')).toBe(0);
  });

  test('cut short, with and without an end', async () => {
    const jpegs = await many(
      120,
      async (random) => {
        const jpeg = await photograph(random);
        const cut = jpeg.subarray(0, random.integer(jpeg.length - 2));
        return random.integer(2) === 0 ? cut : Buffer.concat([cut, Buffer.of(0xff, 0xd9)]);
      },
      'cut',
    );
    const { count } = await decodeAll(jpegs);
    expect(count('refused')).toBeGreaterThan(100);
  });

  test('changed bytes', async () => {
    const jpegs = await many(
      400,
      async (random) => {
        const jpeg = await photograph(random);
        for (let change = 0; change <= random.integer(3); change += 1) {
          jpeg[Math.floor(random.uniform() ** 1.5 * jpeg.length)] = random.integer(256);
        }
        return jpeg;
      },
      'changed',
    );
    const { results, count } = await decodeAll(jpegs);
    expect(count('plain')).toBeGreaterThan(40);
    expect(count('refused')).toBeGreaterThan(100);
    // Defects that sharp lets pass: the decoders agree on the pixels, and only sharp is asked.
    expect(results.some(({ isPlain, tensorflow }) => !isPlain && / x /.test(tensorflow))).toBe(true);
  });

  test('everything where warnings cannot be seen', async () => {
    const { count } = await decodeAll(await many(5, photograph, 'unlogged'), false);
    expect(count('plain')).toBe(0);
  });
});
