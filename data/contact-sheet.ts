import sharp, { type OverlayOptions } from 'sharp';
import type { Modality } from '../schemas/generated/resolved.ts';
import { frameIndices } from '../signal/sample-frames.ts';
import { modalityOrder } from './dataset.ts';
import { drawSpectrogram } from './draw-spectrogram.ts';
import type { Processed } from './process-sample.ts';
import type { Processing } from './processing.ts';

/** A sample of the sheet: what encoders will be given, and what a person calls it. */
export interface Shown {
  readonly id: string;
  readonly className: string;
  readonly text?: string;
  readonly processed: Processed;
}

const tile = 128;
const gap = 8;
const heading = 34;
const shownFrames = 3;

/**
 * A PNG with a column per sample and a tile per modality: pictures as encoders will see them, three frames of a video,
 * the log-mel spectrogram with time to the right and pitch upwards, and the text. A grey tile is a missing modality.
 */
export async function drawContactSheet(samples: readonly Shown[], processing: Processing): Promise<Buffer> {
  const tiles = await Promise.all(
    samples.map(async (sample, column) => {
      const left = gap + column * (tile + gap);
      const parts = await tilesOf(sample, processing);
      return [
        { input: label([sample.className, sample.id]), left, top: gap },
        ...parts.map((input, row) => ({ input, left, top: gap + heading + row * (tile + gap) })),
      ];
    }),
  );
  const rows = rowsOf(processing);
  return await sharp({
    create: {
      width: gap + samples.length * (tile + gap),
      height: gap + heading + rows * (tile + gap),
      channels: 3,
      background: '#ffffff',
    },
  })
    .composite(tiles.flat() satisfies OverlayOptions[])
    .png()
    .toBuffer();
}

function rowsOf(processing: Processing): number {
  const shown = modalityOrder.filter((modality) => processing[modality] !== undefined);
  return shown.length + (processing.video ? shownFrames - 1 : 0);
}

/** Tiles of a sample from top to bottom, each a PNG of [tile, tile]. */
async function tilesOf({ text, processed }: Shown, processing: Processing): Promise<Buffer[]> {
  const draw: { readonly [M in Modality]: () => Promise<Buffer>[] } = {
    image: () => [pictureTile(processed.image, processing.image?.size ?? 0)],
    text: () => [textTile(processed.text === undefined ? undefined : text)],
    audio: () => [soundTile(processed.audio, processing.audio)],
    video: () =>
      spread(processed.video ?? [], shownFrames).map((frame) =>
        pictureTile(frame, processing.video?.size ?? 0),
      ),
  };
  const shown = modalityOrder.filter((modality) => processing[modality] !== undefined);
  return await Promise.all(shown.flatMap((modality) => draw[modality]()));
}

/** `count` entries of a list, evenly spread; undefined where the list is shorter. */
function spread<T>(list: readonly T[], count: number): readonly (T | undefined)[] {
  const places =
    list.length > count ? frameIndices(list.length, count) : Array.from({ length: count }, (_, at) => at);
  return places.map((place) => list[place]);
}

function pictureTile(pixels: Uint8Array | undefined, size: number): Promise<Buffer> {
  if (pixels === undefined) return missingTile();
  const kernel = size < tile ? 'nearest' : 'lanczos3';
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .resize(tile, tile, { kernel })
    .png()
    .toBuffer();
}

function soundTile(values: Float32Array | undefined, size: Processing['audio']): Promise<Buffer> {
  if (values === undefined || size === undefined) return missingTile();
  const { frames, bins } = size;
  return sharp(drawSpectrogram(values, { frames, bins }), {
    raw: { width: frames, height: bins, channels: 3 },
  })
    .resize(tile, tile, { fit: 'fill', kernel: 'nearest' })
    .png()
    .toBuffer();
}

function textTile(text: string | undefined): Promise<Buffer> {
  if (text === undefined) return missingTile();
  return sharp(svg(tile, tile, wrap(text, 18).slice(0, 9), '#f4f4f0'))
    .png()
    .toBuffer();
}

function missingTile(): Promise<Buffer> {
  return sharp(svg(tile, tile, ['missing'], '#c8c8c8'))
    .png()
    .toBuffer();
}

function label(lines: readonly string[]): Buffer {
  return svg(
    tile,
    heading,
    lines.map((line) => shorten(line, 20)),
    '#ffffff',
  );
}

/** Lines of at most `width` characters, broken at spaces where there are some. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shorten(word, width));
  }
  return lines;
}

function shorten(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}

function svg(width: number, height: number, lines: readonly string[], fill: string): Buffer {
  const texts = lines.map((line, index) => `<text x="4" y="${14 + index * 14}">${asXml(line)}</text>`);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<rect width="100%" height="100%" fill="${fill}"/>` +
      `<g font-family="DejaVu Sans, Helvetica, Arial, sans-serif" font-size="11" fill="#222222">${texts.join('')}</g></svg>`,
  );
}

function asXml(text: string): string {
  const named: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  // Characters that XML does not allow would make the whole tile fail.
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>]/g, (one) => named[one] ?? '');
}
