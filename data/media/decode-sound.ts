import type { FileHandle } from 'node:fs/promises';
import { failure } from '../../diagnostics/failure.ts';
import { soundRate } from '../../signal/log-mel.ts';
import { resample } from '../../signal/resample.ts';
import { isWav, readWav, type Sound } from '../../signal/wav.ts';
import { findFfmpeg, type MediaContext } from './ffmpeg.ts';
import { type MediaFile, unreadable, withMediaFile } from './media-file.ts';
import { FfmpegProblem, runFfmpeg } from './run-ffmpeg.ts';

/** Longest sound that is decoded, in seconds. */
const mostSeconds = 600;
/** Most bytes of a WAV file, or of what ffmpeg makes of another: ten minutes at 96 kHz in two channels of float32. */
const mostBytes = 512 * 2 ** 20;
/** Rates that a recording can have, in values per second. */
const rates = { lowest: 1000, highest: 384_000 };

/**
 * The sound of a file as one channel at 16 kHz in [-1, 1]: channels are averaged, then the rate is changed. WAV is told by
 * content and read here; everything else (FLAC, MP3, the first sound of a video) by ffmpeg, at its own rate and in
 * float32, so that nothing is rounded on the way.
 *
 * @throws LAC3130 to LAC3134 about the file, LAC3140 to LAC3143 about ffmpeg
 */
export async function decodeSound(
  file: string,
  sample: string,
  context: MediaContext,
): Promise<Float32Array> {
  const media: MediaFile = { modality: 'audio', sample, file };
  const { sound, promised } = await withMediaFile(media, (handle, bytes) => readOwn(media, handle, bytes));
  const { rate, channels } = sound ?? requireWhole(media, await readByFfmpeg(media, context), promised);
  const length = channels[0]?.length ?? 0;
  if (length === 0) throw unreadable(media, 'its sound has no length');
  if (rate < rates.lowest || rate > rates.highest) {
    throw unreadable(media, `it has ${rate} values a second, not ${rates.lowest} to ${rates.highest}`);
  }
  if (length > rate * mostSeconds) throw tooLong(media);
  return resample(average(channels), rate, soundRate);
}

/** What a file says without ffmpeg: a WAV file's sound, and how many values per channel another has at least. */
interface OwnReading {
  readonly sound?: Sound;
  readonly promised: number;
}

async function readOwn(media: MediaFile, handle: FileHandle, bytes: number): Promise<OwnReading> {
  const start = Buffer.alloc(26);
  const { bytesRead } = await handle.read(start, 0, start.length, 0);
  if (!isWav(start.subarray(0, bytesRead))) {
    if (bytes === 0) throw unreadable(media, 'it is empty');
    return { promised: lengthOfFlac(start) };
  }
  if (bytes > mostBytes) throw tooLong(media);
  const result = readWav(await handle.readFile());
  if (result.kind === 'problem') throw unreadable(media, result.reason);
  return { promised: 0, ...(result.kind === 'sound' && { sound: result.sound }) };
}

/** The block STREAMINFO comes first; 36 bits of it are the number of values per channel, 0 where it is unknown. */
function lengthOfFlac(start: Buffer): number {
  return start.toString('latin1', 0, 4) === 'fLaC' ? Number(start.readBigUInt64BE(18) & 0xfffffffffn) : 0;
}

async function readByFfmpeg(media: MediaFile, context: MediaContext): Promise<Sound> {
  const program = await findFfmpeg(context);
  const wav = ['-map', '0:a:0', '-t', String(mostSeconds + 1), '-c:a', 'pcm_f32le', '-f', 'wav'];
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of runFfmpeg({
      program,
      input: media.file,
      outputOptions: wav,
      signal: context.signal,
    })) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLong(media);
    }
  } catch (error) {
    throw error instanceof FfmpegProblem ? explained(media, error) : error;
  }
  const result = readWav(Buffer.concat(chunks));
  if (result.kind === 'sound') return result.sound;
  throw unreadable(media, result.kind === 'problem' ? result.reason : `ffmpeg wrote coding ${result.tag}`);
}

/** ffmpeg may say nothing of a FLAC file that is cut off between its frames; the file itself says how long it is. */
function requireWhole(media: MediaFile, sound: Sound, promised: number): Sound {
  const found = sound.channels[0]?.length ?? 0;
  if (found < Math.min(promised, sound.rate * mostSeconds)) {
    throw unreadable(media, `it ends after ${found} of ${promised} values`);
  }
  return sound;
}

function explained(media: MediaFile, problem: FfmpegProblem): Error {
  const { sample, file } = media;
  if (/matches no streams/.test(problem.message)) return failure('LAC3132', { sample, file }, problem);
  return unreadable(media, problem.message, problem);
}

function tooLong({ sample, file }: MediaFile): Error {
  return failure('LAC3133', { sample, file, seconds: mostSeconds });
}

function average(channels: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...others] = channels;
  if (others.length === 0) return first;
  return first.map((value, at) => {
    const sum = others.reduce((before, channel) => before + (channel[at] as number), value);
    return sum / channels.length;
  });
}
