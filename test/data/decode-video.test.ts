import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeFrames, framesOfFolder } from '../../data/media/decode-video.ts';
import { splitPixmaps } from '../../data/media/pixmap-stream.ts';
import type { Picture } from '../../signal/resize-picture.ts';
import { type Clips, drawn, openClips } from './media-clips.ts';

let clips: Clips;
const refusal = (code: string, text: string) => ({ code, message: expect.stringContaining(text) });

function frames(file: string, perSecond = 1): Promise<Picture[]> {
  return collect(decodeFrames(file, 'v1', { perSecond }, {}));
}

async function collect(pictures: AsyncIterable<Picture>): Promise<Picture[]> {
  const all: Picture[] = [];
  for await (const picture of pictures) all.push(picture);
  return all;
}

/** A video whose frame number n is n steps brighter than black, without loss. */
function numbered(
  name: string,
  rate: string,
  seconds: number,
  ...options: readonly string[]
): Promise<string> {
  const source = `nullsrc=s=16x8:r=${rate}:d=${seconds},geq=lum='16+N':cb=128:cr=128,format=yuv420p`;
  return clips.make(name, ...drawn(source), '-c:v', 'ffv1', ...options);
}

/** Which frame of such a video it is: 219 steps of brightness become 255. */
function numberOf({ data }: Picture): number {
  return Math.round(((data[0] as number) * 219) / 255);
}

beforeAll(async () => {
  clips = await openClips();
});
afterAll(() => clips.remove());

describe('the frames of a video', () => {
  test.each([
    ['25', 4, 1, [0, 25, 50, 75]],
    ['30000/1001', 4, 1, [0, 29, 58, 87, 116]],
    ['12', 3, 1, [0, 12, 24]],
    ['25', 2, 2, [0, 12, 24, 36, 48]],
    ['25', 0.2, 50, [0, 1, 2, 3, 4]],
    ['1/2', 5, 1, [0, 1, 2]],
  ])(
    'at %s per second for %d s, %d kept per second, are those that the rule says',
    async (rate, seconds, kept, numbers) => {
      const file = await numbered(`numbered-${rate.replace('/', '-')}-${kept}.mkv`, rate, seconds);
      const pictures = await frames(file, kept);
      expect(pictures.map(numberOf)).toEqual(numbers);
      expect(
        pictures.every(({ width, height, data }) => width === 16 && height === 8 && data.length === 384),
      ).toBe(true);
    },
  );

  test.each(['mp4', 'flv', 'avi', 'webm'])(
    'of a %s file come at its own size, one per second',
    async (kind) => {
      const file = await clips.make(
        `clip.${kind}`,
        ...drawn('testsrc=d=3:r=25:s=70x50'),
        '-pix_fmt',
        'yuv420p',
      );
      const pictures = await frames(file);
      expect(pictures).toHaveLength(3);
      expect(pictures.map(({ width, height, channels }) => [width, height, channels])).toEqual(
        Array(3).fill([70, 50, 3]),
      );
    },
  );

  test('have the colours that were put in', async () => {
    const file = await clips.make('red.mp4', ...drawn('color=red:d=1:s=32x32:r=5'), '-pix_fmt', 'yuv420p');
    const [first] = await frames(file);
    const [red = 0, green = 255, blue = 255] = first?.data ?? [];
    expect(red).toBeGreaterThan(250);
    expect(Math.max(green, blue)).toBeLessThan(4);
  });

  test('of variable rate are one per second on average, and none is repeated', async () => {
    // Every second frame is left out of the second half.
    const late = "select='lt(n,50)+not(mod(n,2))'";
    const file = await clips.make(
      'variable.mkv',
      ...drawn('testsrc=d=4:r=25:s=32x32'),
      '-vf',
      late,
      '-fps_mode',
      'vfr',
    );
    const pictures = await frames(file);
    const contents = new Set(pictures.map(({ data }) => Buffer.from(data).toString('base64')));
    expect(contents.size).toBe(pictures.length);
    expect([3, 4, 5]).toContain(pictures.length);
  });

  test('can be left after the first one', async () => {
    const file = await numbered('left.mkv', '25', 3);
    for await (const picture of decodeFrames(file, 'v1', { perSecond: 1 }, {})) {
      expect(picture.width).toBe(16);
      break;
    }
  });

  test('stop when they are told to', async () => {
    const file = await numbered('stopped.mkv', '25', 3);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(decodeFrames(file, 'v1', { perSecond: 1 }, { signal }).next()).rejects.toThrow('enough');
  });
});

describe('a video that cannot be used', () => {
  test('is refused when it is not there, or a folder', async () => {
    await expect(frames(clips.path('none.mp4'))).rejects.toMatchObject(refusal('LAC3135', 'none.mp4'));
    await expect(frames(clips.folder)).rejects.toMatchObject(
      refusal('LAC3134', 'the video of sample v1 is a folder'),
    );
  });

  test('is refused when it is a sound, also one with a cover', async () => {
    const sound = await clips.make('sound.mp3', ...drawn('sine=d=0.5'));
    const cover = await clips.make('cover.png', ...drawn('color=red:s=16x16'), '-frames:v', '1');
    const album = await clips.make(
      'album.mp3',
      '-i',
      sound,
      '-i',
      cover,
      '-map',
      '0',
      '-map',
      '1',
      '-c',
      'copy',
    );
    for (const file of [sound, album]) {
      await expect(frames(file)).rejects.toMatchObject(refusal('LAC3137', 'no moving picture'));
    }
  });

  test.each([
    ['of no bytes', 'empty.mp4', '', 'it is empty'],
    ['of text', 'text.mp4', 'version https://git-lfs.github.com/spec/v1\n', 'Invalid data'],
    [
      'that is a playlist',
      'list.mp4',
      '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nclip.mp4\n#EXT-X-ENDLIST\n',
      'playlist',
    ],
    ['that names further files', 'concat.mp4', 'ffconcat version 1.0\nfile clip.mp4\n', 'playlist'],
  ])('%s is refused', async (_, name, content, reason) => {
    await writeFile(clips.path(name), content);
    await expect(frames(clips.path(name))).rejects.toMatchObject(refusal('LAC3136', reason));
  });

  test.each([
    ['at its end', []],
    ['at its beginning', ['-movflags', 'faststart']],
  ])('that was cut short is refused, with its index %s', async (_, options) => {
    const name = `whole-${options.length}.mp4`;
    const bytes = await readFile(await clips.make(name, ...drawn('testsrc=d=3:r=25:s=64x48'), ...options));
    await writeFile(clips.path(`half-${name}`), bytes.subarray(0, bytes.length / 2));
    await expect(frames(clips.path(`half-${name}`))).rejects.toMatchObject(
      refusal('LAC3136', `half-${name}`),
    );
  });
});

describe('a stream of pixmaps', () => {
  const bytes = Buffer.concat([Buffer.from('P6\n2 1\n255\n'), Buffer.from([1, 2, 3, 4, 5, 6])]);

  test.each([1, 2, 5, 12, 17, 100])('is the same pictures in pieces of %i bytes', async (size) => {
    const both = Buffer.concat([bytes, bytes]);
    const pieces = Array.from({ length: Math.ceil(both.length / size) }, (_, at) =>
      both.subarray(at * size, (at + 1) * size),
    );
    const pictures = await collect(splitPixmaps(stream(pieces)));
    const picture = { width: 2, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    expect(pictures).toEqual([picture, picture]);
  });

  test('that ends within a picture, or is none, is refused', async () => {
    await expect(collect(splitPixmaps(stream([bytes.subarray(0, 15)])))).rejects.toThrow('incomplete');
    await expect(collect(splitPixmaps(stream([bytes.subarray(0, 5)])))).rejects.toThrow('incomplete');
    await expect(collect(splitPixmaps(stream([Buffer.alloc(50, 'x')])))).rejects.toThrow('not a pixmap');
  });
});

async function* stream(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

describe('a folder of frames', () => {
  async function folderOf(name: string, names: readonly string[]): Promise<string> {
    const folder = clips.path(name);
    await mkdir(folder);
    for (const each of names) await writeFile(join(folder, each), '');
    return folder;
  }

  test('is in the order of the numbers in its names', async () => {
    const names = ['00000.jpg', '00025.jpg', '00050.JPG', '100000.jpeg'];
    const folder = await folderOf('padded', [...names].reverse());
    expect(await framesOfFolder(folder, 'v1')).toEqual(names.map((name) => join(folder, name)));
    const plain = ['1.jpg', '2.png', '10.jpg', '010.jpg', 'a2b9.jpg', 'a2b10.jpg', 'a10b1.jpg'];
    const other = await folderOf('plain', [...plain].sort());
    const expected = ['1.jpg', '2.png', '010.jpg', '10.jpg', 'a2b9.jpg', 'a2b10.jpg', 'a10b1.jpg'];
    expect(await framesOfFolder(other, 'v1')).toEqual(expected.map((name) => join(other, name)));
  });

  test('leaves out what is no picture', async () => {
    const folder = await folderOf('mixed', [
      '2.jpg',
      '.DS_Store',
      '._1.jpg',
      'Thumbs.db',
      'notes.txt',
      '1.webp',
    ]);
    expect(await framesOfFolder(folder, 'v1')).toEqual([join(folder, '1.webp'), join(folder, '2.jpg')]);
  });

  test('without pictures, or not there, is refused', async () => {
    const folder = await folderOf('none', ['notes.txt']);
    await expect(framesOfFolder(folder, 'v1')).rejects.toMatchObject(refusal('LAC3139', 'no JPEG'));
    await expect(framesOfFolder(`${folder}/x`, 'v1')).rejects.toMatchObject(refusal('LAC3139', 'ENOENT'));
  });
});
