import type { Picture } from '../../signal/resize-picture.ts';
import { FfmpegProblem } from './run-ffmpeg.ts';

/** The header of a binary pixmap (PPM, `P6`) of 8-bit colours as ffmpeg writes it. */
const header = /^P6\n(\d+) (\d+)\n255\n$/;
const longestHeader = 32;

/**
 * Binary pixmaps that follow each other in a stream, as pictures.
 *
 * @throws FfmpegProblem when the stream is anything else, or ends within a picture
 */
export async function* splitPixmaps(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Picture, void> {
  let start = '';
  let picture: Picture | undefined;
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      if (picture === undefined) {
        start += String.fromCharCode(chunk[at] as number);
        at += 1;
        picture = emptyPicture(start);
        if (picture === undefined) continue;
        [start, filled] = ['', 0];
      }
      const part = chunk.subarray(at, at + picture.data.length - filled);
      picture.data.set(part, filled);
      [at, filled] = [at + part.length, filled + part.length];
      if (filled < picture.data.length) continue;
      yield picture;
      picture = undefined;
    }
  }
  if (picture !== undefined || start !== '') throw new FfmpegProblem('its last frame is incomplete');
}

/** The picture that a complete header announces; nothing while it is incomplete. */
function emptyPicture(start: string): Picture | undefined {
  const [, width, height] = header.exec(start) ?? [];
  if (width !== undefined && height !== undefined) {
    const [columns, rows] = [Number(width), Number(height)];
    return { width: columns, height: rows, channels: 3, data: new Uint8Array(columns * rows * 3) };
  }
  if (start.length > longestHeader)
    throw new FfmpegProblem(`ffmpeg wrote ${JSON.stringify(start)}, not a pixmap`);
  return undefined;
}
