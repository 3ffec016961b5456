import type { Picture } from './resize-picture.ts';

/**
 * Pillow's `Image.rotate(degrees, BILINEAR)` bit for bit, which is torchvision's on Pillow's pictures:
 * counter-clockwise about the centre, size kept, black where the picture does not reach, and values cut off to whole
 * numbers (Image.py and Geometry.c of Pillow 11.3).
 */
export function rotatePicture(picture: Picture, degrees: number): Picture {
  const { width, height, data } = picture;
  const rest = degrees % 360;
  const turn = rest < 0 ? rest + 360 : rest;
  if (turn === 0) return picture;
  const radians = -turn * (Math.PI / 180);
  const cosine = toDecimals(Math.cos(radians));
  const sine = toDecimals(Math.sin(radians));
  const x0 = cosine * (-width / 2) + sine * (-height / 2) + width / 2;
  const y0 = -sine * (-width / 2) + cosine * (-height / 2) + height / 2;
  const result = new Uint8Array(data.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // The place in the picture whose colour turns up here.
      const x = cosine * (column + 0.5) + sine * (row + 0.5) + x0;
      const y = -sine * (column + 0.5) + cosine * (row + 0.5) + y0;
      if (x < 0 || x >= width || y < 0 || y >= height) continue;
      blend(picture, x - 0.5, y - 0.5, result, (row * width + column) * 3);
    }
  }
  return { ...picture, data: result };
}

/** Pillow rounds to 15 decimals, which also hides the last bit in which platforms might differ. */
function toDecimals(value: number): number {
  return Number(value.toFixed(15));
}

/** Writes the colour between four pixels; beyond the border the pixels of the border go on. */
function blend({ width, height, data }: Picture, x: number, y: number, result: Uint8Array, to: number): void {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const left = Math.max(0, column) * 3;
  const right = Math.min(width - 1, column + 1) * 3;
  const above = Math.max(0, row) * width * 3;
  const below = Math.min(height - 1, row + 1) * width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const upper = between(data, above + left + channel, above + right + channel, x - column);
    const lower = between(data, below + left + channel, below + right + channel, x - column);
    result[to + channel] = Math.trunc(upper + (lower - upper) * (y - row));
  }
}

function between(data: Uint8Array, from: number, to: number, share: number): number {
  const start = data[from] as number;
  return start + ((data[to] as number) - start) * share;
}
