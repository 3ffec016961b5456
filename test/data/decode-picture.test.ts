import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DecodeOptions, decodePicture } from '../../data/media/decode-picture.ts';
import { Failure } from '../../diagnostics/failure.ts';

const vectors = new URL('../vectors/images/', import.meta.url).pathname;
const at = (name: string) => join(vectors, 'pictures', name);
const decode = (image: string, options?: DecodeOptions) => decodePicture({ id: 'soup-7', image }, options);

const pngMagic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lacuna-pictures-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Expected {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** Base64 of [height, width, 3]. */
  readonly pixels: string;
}
const expected = JSON.parse(await readFile(join(vectors, 'pictures.json'), 'utf8')) as Expected[];

describe('A picture as Pillow reads it', () => {
  test.each(expected)('$file', async ({ file, width, height, pixels }) => {
    const picture = await decode(at(file));
    expect(picture).toMatchObject({ width, height, channels: 3 });
    const reference = Buffer.from(pixels, 'base64');
    expect(picture.data).toHaveLength(reference.length);
    const worst = reference.reduce(
      (most, value, index) => Math.max(most, Math.abs(value - (picture.data[index] as number))),
      0,
    );
    // AVIF's colours are converted in other arithmetic; everything else is equal.
    expect(worst).toBeLessThanOrEqual(file.endsWith('.avif') ? 1 : 0);
  });

  test.each([2, 3, 4, 5, 6, 7, 8])(
    'is left as it is stored on request, orientation %i',
    async (orientation) => {
      const stored = await decode(at(`upright-${orientation}.jpg`), { orientation: 'ignore' });
      expect([stored.width, stored.height]).toEqual([37, 23]);
      const upright = await decode(at(`upright-${orientation}.jpg`));
      expect(upright.data).not.toEqual(stored.data);
      expect(upright.width).toBe(orientation < 5 ? 37 : 23);
    },
  );

  test('whatever its name says', async () => {
    await writeFile(join(folder, 'soup.svg'), await readFile(at('420.jpg')));
    expect(await decode(join(folder, 'soup.svg'))).toEqual(await decode(at('420.jpg')));
  });

  test('through a link', async () => {
    await symlink(at('rgb.png'), join(folder, 'link.png'));
    expect(await decode(join(folder, 'link.png'))).toEqual(await decode(at('rgb.png')));
  });
});

describe('A file that is no picture is refused and named:', () => {
  const svg =
    '<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
  const refusals: { what: string; content: string | Buffer; code: string; reason: RegExp }[] = [
    { what: 'nothing', content: '', code: 'LAC3102', reason: /it is empty/ },
    {
      what: 'text',
      content: 'GIF? no.',
      code: 'LAC3102',
      reason: /no picture begins with the bytes 4749463f206e6f2e/,
    },
    { what: 'SVG', content: svg, code: 'LAC3122', reason: /an SVG drawing/ },
    {
      what: 'SVG without a head',
      content: '\ufeff \n<SVG\twidth="9"/>',
      code: 'LAC3122',
      reason: /an SVG drawing/,
    },
    { what: 'PDF', content: '%PDF-1.7\n', code: 'LAC3122', reason: /a PDF document/ },
    { what: 'a web page', content: '<!DOCTYPE html><html>404', code: 'LAC3122', reason: /a web page/ },
    { what: 'BMP', content: 'BM\x46\0\0\0\0\0\0\0', code: 'LAC3122', reason: /a BMP picture/ },
    { what: 'HEIC', content: isoMedia('heic', 'mif1'), code: 'LAC3122', reason: /a HEIC picture/ },
    { what: 'MP4', content: isoMedia('isom', 'mp42'), code: 'LAC3122', reason: /a video/ },
    {
      what: 'an LFS pointer',
      content: 'version https://git-lfs.github.com/spec/v1\n',
      code: 'LAC3122',
      reason: /Git LFS/,
    },
    { what: 'an end without a picture', content: pngMagic, code: 'LAC3102', reason: /: \S/ },
  ];

  test.each(refusals)('$what', async ({ content, code, reason }) => {
    const file = join(folder, 'soup.jpg');
    await writeFile(file, content);
    await expectRefusal(file, code, reason);
  });

  test('a folder', async () => {
    await mkdir(join(folder, 'soup.jpg'));
    await expectRefusal(join(folder, 'soup.jpg'), 'LAC3120', /is a folder, not a file/);
  });

  test('a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [join(folder, 'soup.jpg')]);
    await expectRefusal(join(folder, 'soup.jpg'), 'LAC3120', /a device, a socket or a pipe/);
  });

  test.each(['soup.jpg', 'a-file/soup.jpg'])('one that is not there, %s', async (name) => {
    await writeFile(join(folder, 'a-file'), '');
    await expectRefusal(join(folder, name), 'LAC3101', /is not there/);
  });

  test('a link to itself', async () => {
    await symlink(join(folder, 'soup.jpg'), join(folder, 'soup.jpg'));
    await expectRefusal(join(folder, 'soup.jpg'), 'LAC3102', /ELOOP/);
  });
});

describe('A damaged picture is refused:', () => {
  test.each(expected.map(({ file }) => file))('%s cut short', async (name) => {
    const bytes = await readFile(at(name));
    const file = join(folder, name);
    // Of several pictures the first is read; the others may be missing.
    for (const share of name.startsWith('animated') ? [0.3] : [0.3, 0.6, 0.9]) {
      await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * share)));
      await expectRefusal(file, 'LAC3102', /cannot be decoded/);
    }
  });

  test('one byte of compressed data', async () => {
    const bytes = await readFile(at('rgb.png'));
    bytes[200] = (bytes[200] as number) ^ 0xff;
    await writeFile(join(folder, 'soup.png'), bytes);
    await expectRefusal(join(folder, 'soup.png'), 'LAC3102', /cannot be decoded/);
  });

  test('values that are no colours', async () => {
    await expectRefusal(join(vectors, 'not-a-number.tif'), 'LAC3102', /its values are float/);
  });
});

describe('A picture that would fill the memory is refused before it is decoded:', () => {
  test.each([
    [100_000, 1000, /100000 x 1000/],
    [20_000, 20_000, /20000 x 20000/],
    [1, 90_000_000, /1 x 90000000/],
  ] as const)('a PNG of %i x %i', async (width, height, reason) => {
    await writeFile(join(folder, 'bomb.png'), png(width, height, deflateSync(Buffer.alloc(9))));
    await expectRefusal(join(folder, 'bomb.png'), 'LAC3121', reason);
  });

  test('a JPEG of the largest size', async () => {
    const bytes = await readFile(at('444.jpg'));
    bytes.fill(
      0xff,
      bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5,
      bytes.indexOf(Buffer.from([0xff, 0xc0])) + 9,
    );
    await writeFile(join(folder, 'bomb.jpg'), bytes);
    await expectRefusal(join(folder, 'bomb.jpg'), 'LAC3121', /65535 x 65535/);
  });

  test('a file of gigabytes', async () => {
    await writeFile(join(folder, 'soup.png'), '');
    await truncate(join(folder, 'soup.png'), 3 * 2 ** 30);
    await expectRefusal(join(folder, 'soup.png'), 'LAC3123', /3072 MiB.*At most 512 MiB/);
  });

  test('but a large plain one is read', async () => {
    const rows = deflateSync(Buffer.alloc(4000 * (3000 * 3 + 1)));
    await writeFile(join(folder, 'plain.png'), png(3000, 4000, rows));
    expect(await decode(join(folder, 'plain.png'))).toMatchObject({ width: 3000, height: 4000 });
  });
});

test('Files with random damage are decoded or refused; none ends the process or hangs', async () => {
  const contents = await Promise.all(expected.map(({ file }) => readFile(at(file))));
  const file = join(folder, 'damaged');
  // Evenly spread, which fc.double is not.
  const share = fc.nat(9999).map((value) => value / 10_000);
  const change = fc.record({
    at: share,
    from: share,
    length: fc.integer({ min: 0, max: 8 }),
    byte: fc.nat(255),
  });
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...contents),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: share }),
      async (content, changes, end) => {
        await writeFile(file, damage(content, changes, end));
        const outcome = await decode(file).then(
          ({ width, height, data }) => {
            expect(data).toHaveLength(width * height * 3);
            return 'decoded';
          },
          (error: unknown) => (error instanceof Failure ? error.code : error),
        );
        expect(['decoded', 'LAC3102', 'LAC3121', 'LAC3122']).toContain(outcome);
        outcomes.add(String(outcome));
      },
    ),
    { numRuns: 300 },
  );
  // Damage that is never noticed, or always, would test nothing.
  expect(outcomes).toContain('decoded');
  expect(outcomes).toContain('LAC3102');
});

interface Change {
  readonly at: number;
  readonly from: number;
  readonly length: number;
  readonly byte: number;
}

/** Overwrites bytes, and runs with runs from elsewhere in the file; the head is hit more often than its share. */
function damage(content: Buffer, changes: readonly Change[], end: number | null): Buffer {
  const bytes = Buffer.from(content.subarray(0, end === null ? undefined : Math.ceil(end * content.length)));
  for (const { at: place, from, length, byte } of changes) {
    const target = Math.floor(place ** 1.5 * bytes.length);
    if (target < bytes.length) bytes[target] = byte;
    const source = Math.floor(from * content.length);
    content.copy(bytes, Math.min(target + 1, bytes.length), source, source + length);
  }
  return bytes;
}

async function expectRefusal(image: string, code: string, reason: RegExp): Promise<void> {
  const error: unknown = await decode(image).catch((refusal: unknown) => refusal);
  expect(error).toMatchObject({ code, retryable: false });
  const { message } = error as Failure;
  expect(message).toMatch(reason);
  expect(message).toContain('soup-7');
  expect(message).toContain(image);
}

function png(width: number, height: number, data: Buffer): Buffer {
  const chunk = (kind: string, body: Buffer) => {
    const content = Buffer.concat([Buffer.from(kind), body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length);
    frame.writeUInt32BE(crc32(content), 4);
    return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([pngMagic, ...parts]);
}

function isoMedia(major: string, compatible: string): Buffer {
  const box = Buffer.alloc(20);
  box.writeUInt32BE(20);
  box.write(`ftyp${major}`, 4);
  box.write(compatible, 16);
  return box;
}
