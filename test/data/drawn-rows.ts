import type { PreprocessParams } from '../../plan/params.ts';

/** Pictures of 128 x 128 pixels as they are. */
export const drawn128: NonNullable<PreprocessParams['image']> = {
  processor: 'clip',
  size: 128,
  filter: 'bicubic',
  orientation: 'exif',
  resize: 'shorter',
  norm: 'clip',
};

/** A row of a square picture, [side, side, 3], as text: `#` for what is mostly black. */
export function rowOf(picture: Uint8Array, side: number, row: number): string {
  return Array.from({ length: side }, (_, x) =>
    (picture[(row * side + x) * 3] ?? 0) < 128 ? '#' : '.',
  ).join('');
}

/** A row of 128 pixels that is black from one column to before another. */
export const blackBetween = (from: number, to: number) =>
  '.'.repeat(from) + '#'.repeat(to - from) + '.'.repeat(128 - to);
