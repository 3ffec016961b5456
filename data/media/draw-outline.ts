import sharp from 'sharp';
import { failure } from '../../diagnostics/failure.ts';
import type { Picture } from '../../signal/resize-picture.ts';
import type { Outline } from '../adapters/raw-sample.ts';

/** Side of the square that an outline is drawn into, in pixels. */
const outlineSide = 128;

/** Commands and numbers of a path, and nothing that could end the attribute it is written into. */
const pathText = /^\s*[Mm][MmLlHhVvCcSsQqTtAaZz\d\s,.eE+-]*$/;

/**
 * Draws an outline, [128, 128, 3]. The SVG that is drawn is made here of the path and three numbers, so that nothing else
 * of SVG (styles, scripts, other files) can take part.
 *
 * @throws LAC3185 when the path or the square is none.
 */
export async function drawOutline({ left, top, side, path }: Outline, sample: string): Promise<Picture> {
  const square = [left, top, side];
  if (!square.every(Number.isFinite) || side <= 0) {
    throw failure('LAC3185', { sample, reason: `${square.join(' ')} is no square` });
  }
  if (!pathText.test(path)) throw failure('LAC3185', { sample, reason: 'its path is not one of SVG' });
  const size = `width="${outlineSide}" height="${outlineSide}" viewBox="${left} ${top} ${side} ${side}"`;
  const document = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><path d="${path}"/></svg>`;
  const { data, info } = await sharp(Buffer.from(document))
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data };
}
