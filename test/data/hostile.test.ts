import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeData, readSamples } from '../../data/adapters/adapters.ts';
import type { RawSample } from '../../data/adapters/raw-sample.ts';
import { createProcessor } from '../../data/process-sample.ts';
import { sourceOf } from './data-folder.ts';
import { drawn, openClips } from './media-clips.ts';

/*
 * Sixty files that mean no good, or look like it. Each is handled or gets an error of its own; none crashes or hangs the
 * process, and none makes it read outside the folder.
 */

const context = { report: () => {}, signal: new AbortController().signal };
const secret = 'SECRET-outside-the-root';

/** Longest that a file may take. */
const patienceMs = 30_000;

let base: string;
let root: string;
let png: Buffer;
let jpeg: Buffer;
let wav: Buffer;
const clips: { [name: string]: Buffer } = {};

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'lacuna-hostile-'));
  root = join(base, 'root');
  await mkdir(root);
  await writeFile(join(base, 'outside.txt'), secret);
  await writeFile(join(base, 'outside.csv'), `text,label\n${secret},a\n`);
  const noise = sharp(Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, at) => (at * 97) % 251)), {
    raw: { width: 64, height: 64, channels: 3 },
  });
  png = await noise.clone().png().toBuffer();
  jpeg = await noise.clone().jpeg().toBuffer();
  await writeFile(join(base, 'outside.png'), png);
  wav = pcm({ data: Buffer.alloc(3200, 7) });
  const made = await openClips();
  const sine = drawn('sine=frequency=440:duration=1');
  await made.make('sound.mp3', ...sine);
  await made.make('sound.flac', ...sine);
  await made.make('film.mp4', ...drawn('testsrc=duration=2:size=64x48:rate=10'), '-pix_fmt', 'yuv420p');
  await made.make('silent.mp4', ...sine, '-vn');
  const { readFile } = await import('node:fs/promises');
  for (const name of ['sound.mp3', 'sound.flac', 'film.mp4', 'silent.mp4'])
    clips[name] = await readFile(made.path(name));
  await made.remove();
});
afterAll(() => rm(base, { recursive: true }));

interface Pcm {
  readonly data: Buffer;
  readonly coding?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly bits?: number;
  readonly says?: number;
}

/** A WAV file whose header says what it is told to. */
function pcm({ data, coding = 1, channels = 1, rate = 16_000, bits = 16, says = data.length }: Pcm): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE((36 + says) >>> 0, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(coding, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(((rate * channels * bits) / 8) >>> 0, 28);
  header.writeUInt16LE(((channels * bits) >> 3) & 0xffff, 32);
  header.writeUInt16LE(bits, 34);
  header.write('data', 36);
  header.writeUInt32LE(says >>> 0, 40);
  return Buffer.concat([header, data]);
}

function floats(...values: readonly number[]): Buffer {
  const data = Buffer.alloc(4 * 800);
  for (let at = 0; at < 800; at += 1) data.writeFloatLE(values[at % values.length] ?? 0, 4 * at);
  return pcm({ data, coding: 3, bits: 32 });
}

/** A PNG of grey pixels that says its size and holds what is given, compressed. */
function pngOf(width: number, height: number, pixels: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const broken = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
const spoilt = (bytes: Buffer) => {
  const copy = Buffer.from(bytes);
  copy.fill(0xff, copy.length >> 1, (copy.length >> 1) + 40);
  return copy;
};
const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><image xlink:href="../outside.png" width="9" height="9"/></svg>`;

/** File name, what is in it, and the code of its error; `fine` where it is read. */
type Row = readonly [name: string, content: () => Buffer | string, code: RegExp | 'fine'];

const pictureFault = /^LAC31(02|2[0-3])$/;
const pictures: readonly Row[] = [
  ['empty.png', () => '', pictureFault],
  ['half.png', () => broken(png, 0.5), pictureFault],
  ['half.jpg', () => broken(jpeg, 0.5), pictureFault],
  ['header-only.jpg', () => broken(jpeg, 0.05), pictureFault],
  ['png-called.jpg', () => png, 'fine'],
  ['jpeg-called.png', () => jpeg, 'fine'],
  ['text.png', () => 'this is no picture', pictureFault],
  ['zeros.jpg', () => Buffer.alloc(4096), pictureFault],
  [
    'noise.webp',
    () => Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 131 + 7) % 256)),
    pictureFault,
  ],
  ['spoilt.png', () => spoilt(png), pictureFault],
  ['huge-header.png', () => pngOf(2 ** 31 - 1, 2 ** 31 - 1, Buffer.alloc(10)), pictureFault],
  ['wide.png', () => pngOf(4_000_000, 30, Buffer.alloc(100)), pictureFault],
  ['bomb.png', () => pngOf(30_000, 30_000, Buffer.alloc(30_000 * 200)), pictureFault],
  ['zero-size.png', () => pngOf(0, 0, Buffer.alloc(1)), pictureFault],
  ['outside.svg', () => svg, pictureFault],
  ['page.pdf', () => '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>', pictureFault],
  ['film-called.png', () => clips['film.mp4'] ?? '', pictureFault],
  ['riff.webp', () => Buffer.from('RIFF\xff\xff\xff\x7fWEBPVP8 \xff\xff\xff\x7f', 'latin1'), pictureFault],
  ['archive.png', () => Buffer.from('PK\x03\x04'), pictureFault],
  ['extra-bytes.png', () => Buffer.concat([png, Buffer.alloc(100_000, 1)]), 'fine'],
];

const soundFault = /^LAC313[0-4]$/;
const sounds: readonly Row[] = [
  ['empty.wav', () => '', soundFault],
  ['riff-only.wav', () => 'RIFF', soundFault],
  ['no-data.wav', () => pcm({ data: Buffer.alloc(0) }), soundFault],
  ['half.wav', () => broken(wav, 0.5), soundFault],
  ['says-2-gigabytes.wav', () => pcm({ data: Buffer.alloc(100, 1), says: 0x70000000 }), soundFault],
  ['streamed.wav', () => pcm({ data: Buffer.alloc(3200, 1), says: 0xffffffff }), 'fine'],
  ['no-channels.wav', () => pcm({ data: Buffer.alloc(3200), channels: 0 }), soundFault],
  ['many-channels.wav', () => pcm({ data: Buffer.alloc(3200), channels: 65_535 }), soundFault],
  ['no-rate.wav', () => pcm({ data: Buffer.alloc(3200), rate: 0 }), soundFault],
  ['endless-rate.wav', () => pcm({ data: Buffer.alloc(3200), rate: 0xffffffff }), soundFault],
  ['slow-rate.wav', () => pcm({ data: Buffer.alloc(3200), rate: 1 }), soundFault],
  ['unknown-coding.wav', () => pcm({ data: Buffer.alloc(3200), coding: 0x7777 }), soundFault],
  ['odd-bits.wav', () => pcm({ data: Buffer.alloc(3200), bits: 13 }), soundFault],
  ['not-a-number.wav', () => floats(0, Number.NaN), soundFault],
  ['infinite.wav', () => floats(0, Number.POSITIVE_INFINITY), soundFault],
  ['text.wav', () => 'this is no sound', soundFault],
  ['playlist.mp3', () => '#EXTM3U\n../outside.txt\nhttp://127.0.0.1:9/x.mp3\n', soundFault],
  ['half.flac', () => broken(clips['sound.flac'] ?? Buffer.alloc(0), 0.5), soundFault],
  ['wav-called.mp3', () => wav, 'fine'],
  ['flac-called.wav', () => clips['sound.flac'] ?? '', 'fine'],
  ['picture-called.wav', () => png, soundFault],
];

const videoFault = /^LAC313[4-9]$/;
const videos: readonly Row[] = [
  ['empty.mp4', () => '', videoFault],
  ['text.mp4', () => 'this is no video', videoFault],
  ['half.mp4', () => broken(clips['film.mp4'] ?? Buffer.alloc(0), 0.4), videoFault],
  ['only-sound.mp4', () => clips['silent.mp4'] ?? '', videoFault],
  ['concat.mp4', () => "ffconcat version 1.0\nfile '../outside.txt'\n", videoFault],
  ['playlist.m3u8', () => '#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x.ts\n', videoFault],
  ['dash.mpd', () => '<MPD><Period><BaseURL>file:///etc/</BaseURL></Period></MPD>', videoFault],
  ['film-called.mkv', () => clips['film.mp4'] ?? '', 'fine'],
];

/** Content of a manifest, and the code that reading it gets. */
const manifests: readonly Row[] = [
  ['latin1.csv', () => Buffer.from('text,label\ncaf\xe9,a\n', 'latin1'), /^LAC3166$/],
  ['utf16.csv', () => Buffer.from('text,label\nx,a\n', 'utf16le'), /^LAC31(66|67|68)$/],
  ['open-quote.csv', () => 'text,label\n"never closed,a\n', /^LAC3167$/],
  ['empty.csv', () => '', /^LAC31(67|68|79)$/],
  ['dots.csv', () => 'image,label\n../outside.png,a\n', /^LAC3163$/],
  ['absolute.csv', () => `image,label\n${join(base, 'outside.png')},a\n`, /^LAC3163$/],
  ['link.csv', () => 'image,label\nlink.png,a\n', /^LAC3163$/],
  ['link-to-folder.csv', () => 'image,label\nlinked/outside.png,a\n', /^LAC3163$/],
  ['loop.csv', () => 'image,label\nloop.png,a\n', /^LAC316[2-5]$/],
  ['pipe.csv', () => 'image,label\npipe,a\n', /^LAC3164$/],
  ['deep.jsonl', () => `${'['.repeat(200_000)}\n`, /^LAC3167$/],
];

async function outcomeOf(run: () => Promise<unknown>): Promise<string> {
  const started = performance.now();
  const outcome = await run().then(
    () => 'fine',
    (error: { readonly code?: string; readonly message?: string }) => {
      expect(error.message).not.toContain(secret);
      return error.code ?? `no code: ${error.message}`;
    },
  );
  expect(performance.now() - started).toBeLessThan(patienceMs);
  return outcome;
}

function expectOutcome(found: string, expected: Row[2]): void {
  if (expected === 'fine') expect(found).toBe('fine');
  else expect(found).toMatch(expected);
}

const pixels = { processor: 'clip', size: 16, resize: 'shorter', filter: 'bicubic', norm: 'clip' } as const;
const processing = {
  image: { ...pixels, orientation: 'exif' },
  audio: { processor: 'ast', bins: 16, frames: 32, norm: 'ast' },
  video: { ...pixels, frames: 3, kept: 4 },
} as const;

describe.each([
  ['image', pictures],
  ['audio', sounds],
  ['video', videos],
] as const)('a hostile file read as %s', (modality, rows) => {
  it.each(rows)('%s', async (name, content, expected) => {
    const file = join(root, `${modality}-${name}`);
    await writeFile(file, content());
    const process = await createProcessor({ [modality]: processing[modality] });
    const value = modality === 'video' ? { kind: 'file', file } : file;
    const sample = { id: name, label: 0, split: 'train', [modality]: value } as unknown as RawSample;
    expectOutcome(await outcomeOf(() => process(sample, context)), expected);
  });
});

describe('a hostile manifest', () => {
  beforeAll(async () => {
    await symlink(join(base, 'outside.png'), join(root, 'link.png'));
    await symlink(base, join(root, 'linked'));
    await symlink(join(root, 'loop.png'), join(root, 'loop.png'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
  });

  it.each(manifests)('%s', async (name, content, expected) => {
    await writeFile(join(root, name), content());
    const modality = name.startsWith('l') && name.includes('1') ? 'text' : await columnOf(content());
    const source = sourceOf('manifest', { file: name, columns: { [modality]: modality, label: 'label' } });
    const list = async () => {
      const { digest, source: directory } = await describeData(source, root, context);
      return readSamples(source, context, { digest, directory });
    };
    expectOutcome(await outcomeOf(list), expected);
  });

  async function columnOf(content: Buffer | string): Promise<'image' | 'text'> {
    return content.toString().startsWith('image') ? 'image' : 'text';
  }
});

it('are sixty, and leave nothing behind', async () => {
  expect(pictures.length + sounds.length + videos.length + manifests.length).toBe(60);
  expect((await readdir(base)).sort()).toEqual(['outside.csv', 'outside.png', 'outside.txt', 'root']);
});
