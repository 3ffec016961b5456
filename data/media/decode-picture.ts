import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import sharp, { type SharpOptions } from 'sharp';
import { failure } from '../../diagnostics/failure.ts';
import { fromInks, overWhite } from '../../signal/picture-colours.ts';
import type { Picture } from '../../signal/resize-picture.ts';
import { readJpegHead } from './jpeg-head.ts';
import { type PictureFormat, sniffPicture } from './picture-format.ts';
import { decodePlainJpeg } from './tensorflow-jpeg.ts';

// Every file is read once, and the cores belong to training: no cache, one thread.
sharp.cache(false);
sharp.concurrency(1);

/** A picture's file, and the sample that it belongs to. */
export interface PictureFile {
  readonly id: string;
  /** Path of the file. */
  readonly image: string;
}

/** How a picture is read. */
export interface DecodeOptions {
  /** `exif`, the default, turns a picture upright as its orientation tag says; `ignore` reads it as it is stored. */
  readonly orientation?: 'exif' | 'ignore';
}

/** Largest picture that is decoded, in pixels: 300 MB of colours. A small file can claim any size. */
const mostPixels = 100_000_000;
/** Longest side of a picture that is decoded, in pixels: the longest that JPEG has. */
const longestSide = 65_535;
/** Largest file of a picture that is read. */
const mostMebibytes = 512;

/**
 * A sample's picture as 8-bit RGB: PNG, JPEG, WebP, GIF, TIFF or AVIF, told by content; of several pages or frames the
 * first. What is transparent shows white, 16 bits become their upper 8, inks become light without a colour profile;
 * no profile is applied. A picture with any defect is refused, also one that could be decoded in part.
 *
 * Equal to Pillow's `convert('RGB')` bit for bit for PNG, JPEG (any subsampling, also of inks, with and without Adobe's
 * marker), WebP, GIF and TIFF. It differs for AVIF (the two libraries enlarge subsampled colours differently), for
 * 16-bit grey (Pillow clips it to 255), and in turning pictures upright, which CLIPImageProcessor leaves undone.
 *
 * @throws LAC3101, LAC3102, LAC3120 to LAC3123; none is worth another attempt with the same file.
 */
export async function decodePicture(
  file: PictureFile,
  { orientation = 'exif' }: DecodeOptions = {},
): Promise<Picture> {
  const bytes = readPicture(file);
  const format = formatOf(file, bytes);
  const head = await orRefuse(file, () => readHead(bytes, format));
  checkSize(file, head);
  const autoOrient = orientation === 'exif' && head.turned;
  const plain = head.plain && !autoOrient ? decodePlainJpeg(bytes, head) : undefined;
  return plain ?? orRefuse(file, () => decode(bytes, head, autoOrient));
}

/**
 * The content of a regular file. Opened without waiting, so that a named pipe cannot block. The thread waits for what it
 * reads, as it has nothing else to do: to be called back for each step would take a tenth of the picture's time.
 */
function readPicture({ id, image }: PictureFile): Buffer {
  const descriptor = openPicture({ id, image });
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) {
      const what = status.isDirectory() ? 'a folder' : 'a device, a socket or a pipe';
      throw failure('LAC3120', { sample: id, file: image, what });
    }
    if (status.size > mostMebibytes * 2 ** 20) {
      const size = Math.ceil(status.size / 2 ** 20);
      throw failure('LAC3123', { sample: id, file: image, size, most: mostMebibytes });
    }
    return contentOf({ id, image }, descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function openPicture(file: PictureFile): number {
  try {
    return openSync(file.image, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (!absent.has((error as NodeJS.ErrnoException).code ?? '')) throw refused(file, error);
    throw failure('LAC3101', { sample: file.id, file: file.image }, error);
  }
}

function contentOf(file: PictureFile, descriptor: number): Buffer {
  try {
    return readFileSync(descriptor);
  } catch (error) {
    throw refused(file, error);
  }
}

const absent = new Set(['ENOENT', 'ENOTDIR']);

function formatOf(file: PictureFile, bytes: Buffer): PictureFormat {
  const { format, what } = sniffPicture(bytes);
  if (format !== undefined) return format;
  if (what !== undefined) throw failure('LAC3122', { sample: file.id, file: file.image, what });
  const start = bytes.subarray(0, 8).toString('hex');
  throw refused(file, new Error(start === '' ? 'it is empty' : `no picture begins with the bytes ${start}`));
}

const strict: SharpOptions = { failOn: 'warning', ignoreIcc: true, pages: 1 };

/** What must be known of a picture before it is decoded. */
interface Head {
  readonly width: number;
  readonly height: number;
  /** Whether its values are inks, not light. */
  readonly inks: boolean;
  /** Whether it may have to be turned upright. */
  readonly turned: boolean;
  /** Whether it is a JPEG that need not be decoded by sharp. */
  readonly plain: boolean;
}

async function readHead(bytes: Buffer, format: PictureFormat): Promise<Head> {
  const jpeg = format === 'jpeg' ? readJpegHead(bytes) : undefined;
  if (jpeg !== undefined) return { ...jpeg, inks: jpeg.components === 4, turned: jpeg.exif };
  const metadata = await sharp(bytes, { ...strict, limitInputPixels: false }).metadata();
  const { width, height, space, depth } = metadata;
  if (metadata.format !== format) throw new Error(`it begins as ${format} and goes on as ${metadata.format}`);
  const inks = space === 'cmyk';
  if (depth !== 'uchar' && (depth !== 'ushort' || inks)) {
    throw new Error(`its values are ${depth} of ${space}, not 8 or 16 bits of grey or red, green and blue`);
  }
  return { width, height, inks, turned: true, plain: false };
}

function checkSize({ id, image }: PictureFile, { width, height }: Head): void {
  if (width * height <= mostPixels && Math.max(width, height) <= longestSide) return;
  const most = { pixels: mostPixels / 1e6, side: longestSide };
  throw failure('LAC3121', { sample: id, file: image, width, height, ...most });
}

async function decode(bytes: Buffer, { inks }: Head, autoOrient: boolean): Promise<Picture> {
  const decoder = sharp(bytes, { ...strict, limitInputPixels: mostPixels, autoOrient });
  if (inks) decoder.pipelineColourspace('cmyk');
  const { data, info } = await decoder
    .toColourspace(inks ? 'cmyk' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (inks && channels === 4) return fromInks({ width, height, data });
  if (channels === 4) return overWhite({ width, height, data });
  if (channels === 3 && !inks) return { width, height, channels, data };
  throw new Error(`it has ${channels} channels`);
}

async function orRefuse<T>(file: PictureFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refused(file, error);
  }
}

function refused({ id, image }: PictureFile, error: unknown): Error {
  const message = (error as Error).message.replace('Input buffer has corrupt header:', '');
  // A decoder may say the same thing once per line of the picture.
  const lines = new Set(message.split('\n').map((line) => line.trim()));
  const reason = [...lines].join(' ').trim() || 'its header is damaged';
  return failure('LAC3102', { sample: id, file: image, reason }, error);
}
