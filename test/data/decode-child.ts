import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePicture } from '../../data/media/decode-picture.ts';
import { readJpegHead } from '../../data/media/jpeg-head.ts';
import { decodePlainJpeg, useTensorflow } from '../../data/media/tensorflow-jpeg.ts';

/*
 * Decodes every file of a folder by sharp alone and then with TensorFlow's decoder, in a process whose stderr a test has
 * made a file: FOLDER. Prints a `Decoded` for each.
 */

/** What became of a file. */
export interface Decoded {
  readonly file: string;
  /** Digest and size of the pixels, or why there are none. */
  readonly sharp: string;
  readonly tensorflow: string;
  /** Whether TensorFlow's decoder gave the pixels. */
  readonly isPlain: boolean;
}

const [, , folder = ''] = process.argv;
const files = (await readdir(folder)).sort();

async function outcomeOf(file: string): Promise<string> {
  try {
    const { width, height, data } = await decodePicture({ id: file, image: join(folder, file) });
    return `${width} x ${height} ${createHash('sha256').update(data).digest('hex')}`;
  } catch (error) {
    return String(error);
  }
}

async function isPlain(file: string): Promise<boolean> {
  const bytes = await readFile(join(folder, file));
  const head = readJpegHead(bytes);
  return head?.plain === true && decodePlainJpeg(bytes, head) !== undefined;
}

const before = new Map<string, string>();
for (const file of files) before.set(file, await outcomeOf(file));
useTensorflow();
// Its library says a word when it first computes.
for (const file of files.slice(0, 1)) await isPlain(file);
const decoded: Decoded[] = [];
for (const file of files) {
  const tensorflow = await outcomeOf(file);
  decoded.push({ file, sharp: before.get(file) ?? '', tensorflow, isPlain: await isPlain(file) });
}
process.stdout.write(JSON.stringify(decoded));
