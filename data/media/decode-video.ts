import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { Picture } from '../../signal/resize-picture.ts';
import { findFfmpeg, type MediaContext } from './ffmpeg.ts';
import { type MediaFile, unreadable, withMediaFile } from './media-file.ts';
import { splitPixmaps } from './pixmap-stream.ts';
import { describeMedia, FfmpegProblem, runFfmpeg } from './run-ffmpeg.ts';

/** Which frames of a video are kept. */
export interface FrameRate {
  /** How many for each second, a positive number. */
  readonly perSecond: number;
}

/** An hour of frames is the most that a clip may have. */
const mostSeconds = 3600;
/** Largest frame that is decoded, in pixels: 8192 x 4096. */
const mostPixels = 2 ** 25;

/**
 * Frames of a video file, one after the other and at its own resolution, so that one is in memory at a time. Of r frames per
 * second, rounded down, the decoded frames 0, r, 2r and so on are kept, as the field's extraction does it; of more than
 * one per second, every (r / perSecond)th, rounded down. Pictures are turned upright, and colours converted by swscale's
 * exact paths, so that they do not depend on the processor.
 *
 * @throws LAC3134 to LAC3138 about the file, LAC3140 to LAC3143 about ffmpeg
 */
export async function* decodeFrames(
  file: string,
  sample: string,
  { perSecond }: FrameRate,
  context: MediaContext,
): AsyncGenerator<Picture, void> {
  const media: MediaFile = { modality: 'video', sample, file };
  await withMediaFile(media, async (_, bytes) => {
    if (bytes === 0) throw unreadable(media, 'it is empty');
  });
  const program = await findFfmpeg(context);
  const source = {
    program,
    input: file,
    inputOptions: ['-max_pixels', String(mostPixels)],
    signal: context.signal,
  };
  try {
    const rate = frameRate(media, await describeMedia(source));
    const step = Math.max(1, Math.floor(Math.floor(rate) / perSecond));
    const most = Math.ceil(mostSeconds * Math.max(1, perSecond));
    let kept = 0;
    for await (const picture of splitPixmaps(runFfmpeg({ ...source, outputOptions: everyFrame(step) }))) {
      if (kept === most) throw failure('LAC3138', { sample, file, frames: most });
      kept += 1;
      yield picture;
    }
    if (kept === 0) throw unreadable(media, 'it has no frame that can be decoded');
  } catch (error) {
    throw error instanceof FfmpegProblem ? unreadable(media, error.message, error) : error;
  }
}

/**
 * One frame of `step`, as binary pixmaps. They are given times so far apart that ffmpeg, which evens out its output, repeats
 * none that lasts long. (An option would do, but its name depends on the version.)
 */
function everyFrame(step: number): string[] {
  const select = ['-map', '0:V:0', '-vf', `select=not(mod(n\\,${step})),setpts=N*1000/TB`, '-r', '1/1000'];
  const exact = ['-sws_flags', 'bicubic+accurate_rnd+full_chroma_int+bitexact', '-pix_fmt', 'rgb24'];
  return [...select, ...exact, '-c:v', 'ppm', '-f', 'image2pipe'];
}

/**
 * Frames per second of the first moving picture, from ffmpeg's description. That of the stream (`tbr`) counts, as for most
 * readers; where it is more than a tenth off the average (`fps`), as in files of variable rate, the average does.
 */
function frameRate({ sample, file }: MediaFile, lines: readonly string[]): number {
  const stream = lines.find(
    (line) => /^ +Stream #0:\d+.*: Video: /.test(line) && !line.includes('(attached pic)'),
  );
  if (stream === undefined) throw failure('LAC3137', { sample, file });
  const [average, nominal] = ['fps', 'tbr'].map((unit) => {
    const [, value, thousands] = new RegExp(` ([\\d.]+)(k?) ${unit}\\b`).exec(stream) ?? [];
    return value === undefined ? undefined : Number(value) * (thousands === 'k' ? 1000 : 1);
  });
  if (average === undefined || average === 0) {
    if (nominal) return nominal;
    throw new FfmpegProblem('it does not say how many frames it has per second');
  }
  return nominal !== undefined && Math.abs(nominal / average - 1) <= 0.1 ? nominal : average;
}

/**
 * The pictures of a video that was taken apart, as paths in the order of the numbers in their names; a folder's own order
 * means nothing.
 *
 * @throws LAC3139 when there is no such folder, or no picture in it
 */
export async function framesOfFolder(folder: string, sample: string): Promise<readonly string[]> {
  const names = (await namesIn(folder, sample)).filter((name) => /^[^.].*\.(?:jpe?g|png|webp)$/i.test(name));
  if (names.length === 0)
    throw failure('LAC3139', { sample, folder, problem: 'has no JPEG, PNG or WebP file' });
  return names.sort(byNumber).map((name) => join(folder, name));
}

async function namesIn(folder: string, sample: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const problem = `cannot be listed (${(error as NodeJS.ErrnoException).code})`;
    throw failure('LAC3139', { sample, folder, problem }, error);
  }
}

/** Runs of digits compare as numbers, everything else by its code units; 7 and 007 differ at last as texts. */
function byNumber(a: string, b: string): number {
  const [left, right] = [runsOf(a), runsOf(b)];
  for (const [at, one] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const order =
      /^\d/.test(one) && /^\d/.test(other) ? compareNumbers(one, other) : compareTexts(one, other);
    if (order !== 0) return order;
  }
  return left.length < right.length ? -1 : compareTexts(a, b);
}

function runsOf(name: string): readonly string[] {
  return name.match(/\d+|\D+/g) ?? [];
}

function compareNumbers(a: string, b: string): number {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : Number(left > right);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
