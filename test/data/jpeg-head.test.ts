import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readJpegHead } from '../../data/media/jpeg-head.ts';

const folder = new URL('../vectors/images/pictures/', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg'));
const read = (name: string) => readFile(new URL(name, folder));

test.each(names)('The head of %s says what the decoder says', async (name) => {
  const bytes = await read(name);
  const { width, height, channels, orientation } = await sharp(bytes).metadata();
  const head = readJpegHead(bytes);
  expect(head).toMatchObject({ width, height, components: channels });
  expect(head?.exif).toBe(orientation !== undefined);
});

test('A head is found behind segments of any kind and length, and an Exif segment behind the frame', async () => {
  const bytes = await read('420.jpg');
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0x80, 0x02]), Buffer.alloc(0x8000, 0xff)]);
  const exif = Buffer.from([0xff, 0xe1, 0, 4, 1, 2]);
  const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
  const parts = [bytes.subarray(0, 2), comment, bytes.subarray(2, scan), exif, bytes.subarray(scan)];
  const head = { width: 37, height: 23, components: 3, exif: true, plain: true };
  expect(readJpegHead(Buffer.concat(parts))).toEqual(head);
});

test('Plain is one scan of grey or three colours, baseline', async () => {
  const plain = await Promise.all(names.map(async (name) => readJpegHead(await read(name))?.plain));
  const isSpecial = (name: string) => /inks|ycck|progressive/.test(name);
  expect(plain).toEqual(names.map((name) => !isSpecial(name)));
  const inScans = await read('420.jpg');
  inScans[inScans.indexOf(Buffer.from([0xff, 0xda])) + 4] = 1;
  expect(readJpegHead(inScans)?.plain).toBe(false);
});

test('There is no head where the order is not plain, and none in any bytes is a fault', async () => {
  const bytes = await read('420.jpg');
  const padded = Buffer.concat([bytes.subarray(0, 2), Buffer.of(0xff), bytes.subarray(2)]);
  expect(readJpegHead(padded)).toBeUndefined();
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  const frameless = Buffer.concat([bytes.subarray(0, frame), bytes.subarray(frame + 19)]);
  expect(readJpegHead(frameless)).toBeUndefined();
  expect(readJpegHead(bytes.subarray(0, frame + 8))).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      readJpegHead(Buffer.from([0xff, 0xd8, 0xff, ...noise]));
    }),
  );
});
