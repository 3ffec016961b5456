import { createHash } from 'node:crypto';
import type { Picture } from '../../signal/resize-picture.ts';

/** The picture of noise that test/vectors/images/make.py makes, too: a linear congruential generator's upper byte. */
export function noise(width: number, height: number): Picture {
  let state = 12345;
  const data = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state >>> 24;
  });
  return { width, height, channels: 3, data };
}

/** R = 7x + 3y, G = x^2 + y, B = x xor y, modulo 256. */
export function formula(width: number, height: number): Picture {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const [x, y] = [Math.floor(index / 3) % width, Math.floor(index / 3 / width)];
    return [7 * x + 3 * y, x * x + y, x ^ y][index % 3] as number;
  });
  return { width, height, channels: 3, data };
}

/** The three values of a pixel. */
export function pixel({ data, width }: Picture, row: number, column: number): number[] {
  return Array.from(data.subarray((row * width + column) * 3, (row * width + column) * 3 + 3));
}

/** A part of a picture. */
export function cut(picture: Picture, left: number, top: number, width: number, height: number): Picture {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, index) => {
    const [column, row] = [(Math.floor(index / 3) % width) + left, Math.floor(index / 3 / width) + top];
    return pixel(picture, row, column)[index % 3] as number;
  });
  return { width, height, channels: 3, data };
}

/** SHA-256 of a picture's bytes. */
export function digest({ data }: Picture): string {
  return createHash('sha256').update(data).digest('hex');
}
