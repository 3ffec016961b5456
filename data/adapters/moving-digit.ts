import { stream } from '../../random/stream.ts';
import type { Picture } from '../../signal/resize-picture.ts';
import type { Motion } from './raw-sample.ts';

/** Side of a digit of MNIST. */
export const digitSide = 28;

// Far enough from 0 and 255 that little of the noise is cut off.
const background = 70;
const contrast = 110;
const fastest = 9;

/**
 * A digit, [28, 28] grey values, that moves in a straight line and bounces off the borders, under noise that is new in
 * every frame; frames are [side, side, 3], grey. Whole pixels and integer generators: the same bytes everywhere.
 */
export function drawMovingDigit(digit: Uint8Array, motion: Motion): readonly Picture[] {
  const { seed, frames, side, noise } = motion;
  const { integer } = stream(seed[0], 'moving-digit', seed[1]);
  const room = side - digitSide;
  const start = { x: integer(room + 1), y: integer(room + 1) };
  const speed = { x: integer(2 * fastest + 1) - fastest, y: integer(2 * fastest + 1) - fastest };
  return Array.from({ length: frames }, (_, frame) => {
    const left = bounce(start.x + frame * speed.x, room);
    const top = bounce(start.y + frame * speed.y, room);
    const grain = grainFrom(integer(2 ** 32));
    return {
      width: side,
      height: side,
      channels: 3,
      data: drawFrame(digit, { left, top, side, noise, grain }),
    };
  });
}

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly noise: number;
  readonly grain: () => number;
}

/** [side, side, 3] */
function drawFrame(digit: Uint8Array, { left, top, side, noise, grain }: Frame): Uint8Array {
  const data = new Uint8ClampedArray(side * side * 3);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const ink = inkAt(digit, (pixel % side) - left, Math.floor(pixel / side) - top);
    const value = background + (contrast * ink) / 255 + noise * grain();
    data.fill(value, pixel * 3, pixel * 3 + 3);
  }
  return new Uint8Array(data.buffer);
}

/** Standard deviation of the sum of four independent bytes. */
const deviation = Math.sqrt((4 * (256 ** 2 - 1)) / 12);

/**
 * Numbers of mean 0 and deviation 1, close to normal: sums of four bytes of a counter that is hashed (lowbias32 of
 * Wellons' hash-prospector). A stream of `random/` costs fifty times as much, and there are millions of pixels.
 */
function grainFrom(seed: number): () => number {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let word = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    word ^= word >>> 15;
    const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);
    return (sum - 510) / deviation;
  };
}

function inkAt(digit: Uint8Array, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= digitSide || y >= digitSide) return 0;
  return digit[y * digitSide + x] ?? 0;
}

/** Folds a position on a line into 0..room, as a ball between two walls. */
function bounce(position: number, room: number): number {
  if (room === 0) return 0;
  const period = 2 * room;
  const phase = ((position % period) + period) % period;
  return phase <= room ? phase : period - phase;
}
