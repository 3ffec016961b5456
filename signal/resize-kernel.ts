import { instantiate, type Routine } from './assemble.ts';
import { precisionBits } from './resize-taps.ts';
import { advance, set, untilAt } from './stack-code.ts';

/*
 * The two inner loops of resizing, on vectors of four sums: V8 runs them five times as fast as the same loops in
 * JavaScript. Sums start at one half and stay within 32 bits: weights add up to 2^22 and overshoot by at most a
 * quarter. The two steps of narrowing clamp to 0..255.
 */
const half = 2 ** (precisionBits - 1);

/** Lower bits of a weight. They and the upper ones fit into 16 bits each, whose products a processor adds up in pairs. */
const lowBits = 12;

/** Weights [rows, most] as both routines take them: of each pair of one row the upper bits, then the lower bits. */
export function pairWeights(weights: Int32Array): Int16Array {
  const pairs = new Int16Array(weights.length * 2);
  for (let at = 0; at < weights.length; at += 2) {
    for (let one = 0; one < 2; one++) {
      const weight = weights[at + one] as number;
      const low = (weight << (32 - lowBits)) >> (32 - lowBits);
      pairs[at * 2 + one] = (weight - low) >> lowBits;
      pairs[at * 2 + 2 + one] = low;
    }
  }
  return pairs;
}

/** Red, green and blue of two neighbours, each colour's two values as a pair of 16 bits. */
const colourPairs = [0, 3, 1, 4, 2, 5].flatMap((byte) => [byte, 255]);

/**
 * Two rows, [outputs, 3] from `to` to `last` and as many at `toOther`, from pixels at `row` and at `rowOther`. Of each output,
 * `firsts` has the bytes from the row's start to its first pixel, `counts` the bytes of its weights, `weights` a line of
 * `line` bytes. Pixels are weighed in pairs, so an odd run takes in one with the weight 0. Reads five bytes and writes one
 * too many.
 */
const across: Routine = {
  name: 'across',
  parameters: ['row', 'rowOther', 'to', 'toOther', 'firsts', 'counts', 'weights', 'line', 'last'],
  numbers: ['pixel', 'pixelOther', 'weight', 'end'],
  vectors: ['order', 'pixels', 'upper', 'lower', 'sum', 'sumOther', lowerOf('sum'), lowerOf('sumOther')],
  code: `
    v128.const ${[...colourPairs, 255, 255, 255, 255].join(' ')}
    local.set order
    loop
      i32.const 0
      i32x4.splat
      local.tee sum
      local.set sumOther
      i32.const ${half}
      i32x4.splat
      local.tee ${lowerOf('sum')}
      local.set ${lowerOf('sumOther')}
      local.get firsts
      i32.load 0
      local.tee pixel
      local.get rowOther
      i32.add
      local.set pixelOther
      ${set('pixel', 'i32.add', 'pixel', 'row')}
      local.get weights
      local.tee weight
      local.get counts
      i32.load 0
      i32.add
      local.set end
      loop
        ${set('upper', 'v128.load32_splat 0', 'weight')}
        ${set('lower', 'v128.load32_splat 4', 'weight')}
        ${weighPair('pixel', 'sum')}
        ${weighPair('pixelOther', 'sumOther')}
        ${advance('weight', 8)}
        ${untilAt('weight', 'end')}
      end
      ${storeColours('to', 'sum')}
      ${storeColours('toOther', 'sumOther')}
      ${advance('firsts', 4)}
      ${advance('counts', 4)}
      ${advance('weights', 'line')}
      ${untilAt('to', 'last')}
    end`,
};

/** Moves on to the next row of the ring. */
const nextRow = `
  ${advance('pixel', 'stride')}
  local.get pixel
  local.get pixel
  local.get ringEnd
  i32.ge_u
  local.get size
  i32.mul
  i32.sub
  local.set pixel`;

/** Bytes 0 to 7, or 8 to 15, of two vectors in turns. */
const interleaved = (first: 0 | 8) =>
  `i8x16.shuffle ${Array.from({ length: 8 }, (_, byte) => `${first + byte} ${first + byte + 16}`).join(' ')}`;

/** Four sums of four each, of products with upper and with lower parts of weights. */
const quarters = ['a', 'b', 'c', 'd'] as const;

/**
 * `stride` bytes at `to`, a multiple of 16, from rows of as many bytes: the first at `row`, the others after it in a
 * ring of `size` bytes that ends before `ringEnd`. Their weights are those from `weights` to `end`, in pairs, so that of an
 * odd number of rows one more is taken in with the weight 0.
 */
const down: Routine = {
  name: 'down',
  parameters: ['row', 'ringEnd', 'size', 'weights', 'end', 'to', 'stride'],
  numbers: ['pixel', 'weight', 'last'],
  vectors: ['one', 'other', 'pairs', 'values', 'upper', 'lower', ...quarters, ...quarters.map(lowerOf)],
  code: `
    ${set('last', 'i32.add', 'to', 'stride')}
    loop
      i32.const 0
      i32x4.splat
      ${quarters.map((quarter) => `local.tee ${quarter}`).join('\n')}
      local.set one
      i32.const ${half}
      i32x4.splat
      ${quarters.map((quarter) => `local.tee ${lowerOf(quarter)}`).join('\n')}
      local.set one
      local.get row
      local.set pixel
      local.get weights
      local.set weight
      loop
        ${set('one', 'v128.load 0', 'pixel')}
        ${nextRow}
        ${set('other', 'v128.load 0', 'pixel')}
        ${nextRow}
        ${set('upper', 'v128.load32_splat 0', 'weight')}
        ${set('lower', 'v128.load32_splat 4', 'weight')}
        ${set('pairs', interleaved(0), 'one', 'other')}
        ${weighQuarter('a', 'low')}
        ${weighQuarter('b', 'high')}
        ${set('pairs', interleaved(8), 'one', 'other')}
        ${weighQuarter('c', 'low')}
        ${weighQuarter('d', 'high')}
        ${advance('weight', 8)}
        ${untilAt('weight', 'end')}
      end
      local.get to
      ${shifted('a')}
      ${shifted('b')}
      i16x8.narrow_i32x4_s
      ${shifted('c')}
      ${shifted('d')}
      i16x8.narrow_i32x4_s
      i8x16.narrow_i16x8_u
      v128.store 0
      ${advance('row', 16)}
      ${advance('to', 16)}
      ${untilAt('to', 'last')}
    end`,
};

function lowerOf(sum: string): string {
  return `${sum}Lower`;
}

/** Both sums of a quarter as one, narrowed to its whole part. */
function shifted(sum: string): string {
  return `
    local.get ${sum}
    i32.const ${lowBits}
    i32x4.shl
    local.get ${lowerOf(sum)}
    i32x4.add
    i32.const ${precisionBits}
    i32x4.shr_s`;
}

/** Adds the colours of two pixels, times both parts of their weights, to two sums. */
function weighPair(pixel: string, sum: string): string {
  return `
    local.get ${pixel}
    v128.load64_zero 0
    local.get order
    i8x16.swizzle
    local.tee pixels
    local.get upper
    i32x4.dot_i16x8_s
    local.get ${sum}
    i32x4.add
    local.set ${sum}
    local.get pixels
    local.get lower
    i32x4.dot_i16x8_s
    local.get ${lowerOf(sum)}
    i32x4.add
    local.set ${lowerOf(sum)}
    ${advance(pixel, 6)}`;
}

/** Writes three bytes, and one too many. */
function storeColours(to: string, sum: string): string {
  return `
    ${shifted(sum)}
    local.tee ${sum}
    local.get ${sum}
    i16x8.narrow_i32x4_s
    local.tee ${sum}
    local.get ${sum}
    i8x16.narrow_i16x8_u
    local.set ${sum}
    local.get ${to}
    local.get ${sum}
    v128.store32_lane 0 0
    ${advance(to, 3)}`;
}

/** Adds four of the eight pairs, times both parts of their weights, to the sums of a quarter. */
function weighQuarter(sum: string, four: 'low' | 'high'): string {
  const weighed = (sum: string, part: string) => `
    local.get values
    local.get ${part}
    i32x4.dot_i16x8_s
    local.get ${sum}
    i32x4.add
    local.set ${sum}`;
  return `
    ${set('values', `i16x8.extend_${four}_i8x16_u`, 'pairs')}
    ${weighed(sum, 'upper')}
    ${weighed(lowerOf(sum), 'lower')}`;
}

type Numbers<Count extends number, List extends number[] = []> = List['length'] extends Count
  ? List
  : Numbers<Count, [...List, number]>;

/** The routines above; every number is an address in `memory` or a count of bytes. */
interface ResizeKernel {
  across(...numbers: Numbers<9>): void;
  down(...numbers: Numbers<7>): void;
}

export const resizeKernel = instantiate<ResizeKernel>([across, down]);
