import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { failure } from '../diagnostics/failure.ts';
import type { Picture } from '../signal/resize-bicubic.ts';
import type { RawSample } from './raw-sample.ts';

// Every file is read once, and the cores belong to training: no cache, one thread.
sharp.cache(false);
sharp.concurrency(1);

/**
 * The pixels of a sample's picture as 8-bit RGBA. Palettes, grey, 16 bits and CMYK are converted; colour profiles
 * and orientation tags are ignored, as CLIPImageProcessor does. A picture with any defect is refused.
 */
export async function decodePicture(sample: RawSample): Promise<Picture> {
  const bytes = await readPicture(sample);
  try {
    const { data, info } = await sharp(bytes, { failOn: 'warning', ignoreIcc: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, channels: info.channels, data };
  } catch (error) {
    throw refused(sample, error);
  }
}

async function readPicture(sample: RawSample): Promise<Buffer> {
  try {
    return await readFile(sample.image);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw refused(sample, error);
    throw failure('LAC3101', { sample: sample.id, file: sample.image }, error);
  }
}

function refused({ id, image }: RawSample, error: unknown): Error {
  const reason = (error as Error).message.replaceAll('\n', ' ').trim();
  return failure('LAC3102', { sample: id, file: image, reason }, error);
}
