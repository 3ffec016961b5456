import { instantiate, type Routine } from './assemble.ts';
import { precisionBits } from './resize-taps.ts';
import { advance, untilAt } from './stack-code.ts';

/*
 * The two inner loops of resizing, on vectors of four sums: V8 runs them four times as fast as the same loops in
 * JavaScript. Sums start at one half and stay within 32 bits: weights add up to 2^22 and overshoot by at most a
 * quarter. The two steps of narrowing clamp to 0..255.
 */
const half = 2 ** (precisionBits - 1);

/**
 * One row, [outputs, 3] from `to` to `last`, from pixels at `row`. Of each output, `firsts` has the bytes from `row` to
 * its first pixel, `counts` the bytes of its weights, `weights` a line of `line` bytes. Pixels are weighed in pairs, so
 * an odd run takes in one with the weight 0. Reads four bytes and writes one too many.
 */
const across: Routine = {
  name: 'across',
  parameters: ['row', 'to', 'firsts', 'counts', 'weights', 'line', 'last'],
  numbers: ['pixel', 'weight', 'end'],
  vectors: ['sum'],
  code: `
    loop
      i32.const ${half}
      i32x4.splat
      local.set sum
      local.get row
      local.get firsts
      i32.load 0
      i32.add
      local.set pixel
      local.get weights
      local.tee weight
      local.get counts
      i32.load 0
      i32.add
      local.set end
      loop
        ${weighPixel(0)}
        ${weighPixel(1)}
        ${advance('pixel', 6)}
        ${advance('weight', 8)}
        ${untilAt('weight', 'end')}
      end
      local.get to
      ${shifted('sum')}
      ${shifted('sum')}
      i16x8.narrow_i32x4_s
      local.tee sum
      local.get sum
      i8x16.narrow_i16x8_u
      v128.store32_lane 0
      ${advance('to', 3)}
      ${advance('firsts', 4)}
      ${advance('counts', 4)}
      ${advance('weights', 'line')}
      ${untilAt('to', 'last')}
    end`,
};

/**
 * `stride` bytes at `to`, a multiple of 16, from rows of as many bytes: the first at `row`, the others after it in a
 * ring of `size` bytes that ends before `ringEnd`. Their weights are those from `weights` to `end`.
 */
const down: Routine = {
  name: 'down',
  parameters: ['row', 'ringEnd', 'size', 'weights', 'end', 'to', 'stride'],
  numbers: ['pixel', 'weight', 'last'],
  vectors: ['bytes', 'factor', 'a', 'b', 'c', 'd'],
  code: `
    local.get to
    local.get stride
    i32.add
    local.set last
    loop
      i32.const ${half}
      i32x4.splat
      local.tee a
      local.tee b
      local.tee c
      local.set d
      local.get row
      local.set pixel
      local.get weights
      local.set weight
      loop
        local.get pixel
        v128.load 0
        local.set bytes
        local.get weight
        v128.load32_splat 0
        local.set factor
        ${weigh('a', 'low', 'low')}
        ${weigh('b', 'low', 'high')}
        ${weigh('c', 'high', 'low')}
        ${weigh('d', 'high', 'high')}
        ${advance('pixel', 'stride')}
        local.get pixel
        local.get pixel
        local.get ringEnd
        i32.ge_u
        local.get size
        i32.mul
        i32.sub
        local.set pixel
        ${advance('weight', 4)}
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

function shifted(sum: string): string {
  return `local.get ${sum}\ni32.const ${precisionBits}\ni32x4.shr_s`;
}

/** Adds the colours of a pixel of the run, times its weight. */
function weighPixel(index: number): string {
  return `
    local.get pixel
    v128.load32_zero ${index * 3}
    i16x8.extend_low_i8x16_u
    i32x4.extend_low_i16x8_u
    local.get weight
    v128.load32_splat ${index * 4}
    i32x4.mul
    local.get sum
    i32x4.add
    local.set sum`;
}

/** Adds four of the sixteen bytes, times the factor, to a sum. */
function weigh(sum: string, eight: 'low' | 'high', four: 'low' | 'high'): string {
  return `
    local.get bytes
    i16x8.extend_${eight}_i8x16_u
    i32x4.extend_${four}_i16x8_u
    local.get factor
    i32x4.mul
    local.get ${sum}
    i32x4.add
    local.set ${sum}`;
}

type Numbers<Count extends number, List extends number[] = []> = List['length'] extends Count
  ? List
  : Numbers<Count, [...List, number]>;

/** The routines above; every number is an address in `memory` or a count of bytes. */
interface ResizeKernel {
  across(...numbers: Numbers<7>): void;
  down(...numbers: Numbers<7>): void;
}

export const resizeKernel = instantiate<ResizeKernel>([across, down]);
