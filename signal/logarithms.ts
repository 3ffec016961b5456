import { instantiate, type Routine } from './assemble.ts';
import { advance, set, untilAt } from './stack-code.ts';

/** Logarithms with their buffers: put values into `input`, call `take`, read `output`. */
export interface Logarithms {
  readonly input: Float64Array;
  /** Natural logarithms of `input`, rounded to float32. */
  readonly output: Float32Array;
  readonly take: () => void;
}

/**
 * Natural logarithms of `count` values at a time, several times as fast as Math.log, and the same on every machine. What
 * is less than `least`, a positive normal number, counts as that; of infinity and of what is no number there is none.
 * Before they are rounded the errors are below 1e-12.
 */
export function logarithmsOf(count: number, least: number): Logarithms {
  const output = roundUp(count * 8);
  const kernel = instantiate<{ logarithms(input: number, end: number, output: number): void }>(
    [routine(least)],
    output + roundUp(count * 4),
  );
  const { buffer } = kernel.memory;
  return {
    input: new Float64Array(buffer, 0, count),
    output: new Float32Array(buffer, output, count),
    take: () => kernel.logarithms(0, count * 8, output),
  };
}

/** To whole vectors: the routine takes values in pairs. */
function roundUp(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}

/** Factors of the series below. For |s| < 0.1716 the terms that are left out are less than 2e-14 in all. */
const terms = Array.from({ length: 8 }, (_, at) => [`term${at}`, 2 / (2 * at + 1)] as const);

/**
 * log x = k log 2 + log m, where x = 2^k m and sqrt(1/2) <= m < sqrt(2). With s = (m - 1) / (m + 1), log m is
 * 2 (s + s^3/3 + s^5/5 + ...) (Abramowitz and Stegun, Handbook of Mathematical Functions, 4.1.27).
 *
 * The bits of x, as a whole number, are those of its exponent and of its fraction. So x's bits plus those of 1 less
 * those of sqrt(1/2) begin with the exponent k, and x's bits less that exponent plus those of 1 are m. An exponent's
 * bits become a number as the lowest ones of 2^52, which count ones.
 */
function routine(least: number): Routine {
  const constants = [
    ['least', least],
    ['one', 1],
    ['root', Math.SQRT1_2],
    // Its bits are those of sign and exponent.
    ['exponent', Number.NEGATIVE_INFINITY],
    ['whole', 2 ** 52],
    ['wholeAndBias', 2 ** 52 + 1023],
    ['log2', Math.LN2],
    ...terms,
  ] as const;
  const [last = '', ...others] = terms.map(([name]) => name).reverse();
  return {
    name: 'logarithms',
    parameters: ['input', 'end', 'output'],
    numbers: [],
    vectors: [
      ...constants.map(([name]) => name),
      'x',
      'bits',
      'm',
      'ahead',
      'sum',
      's',
      'square',
      'k',
      'nothing',
    ],
    code: `
      ${constants.map(([name, value]) => `f64.const ${value}\nf64x2.splat\nlocal.set ${name}`).join('\n')}
      ${set('root', 'i64x2.sub', 'one', 'root')}
      loop
        ${set('x', 'v128.load 0', 'input')}
        ${set('x', 'f64x2.pmax', 'x', 'least')}
        ${set('bits', 'i64x2.add', 'x', 'root')}
        ${set('m', 'v128.and', 'bits', 'exponent')}
        ${set('m', 'i64x2.sub', 'x', 'm')}
        ${set('m', 'i64x2.add', 'm', 'one')}
        ${set('ahead', 'f64x2.sub', 'm', 'one')}
        ${set('sum', 'f64x2.add', 'm', 'one')}
        ${set('s', 'f64x2.div', 'ahead', 'sum')}
        ${set('square', 'f64x2.mul', 's', 's')}
        local.get ${last}
        ${others.map((name) => `local.get square\nf64x2.mul\nlocal.get ${name}\nf64x2.add`).join('\n')}
        local.get s
        f64x2.mul
        local.set sum
        local.get bits
        i32.const 52
        i64x2.shr_u
        local.set k
        ${set('k', 'v128.or', 'k', 'whole')}
        ${set('k', 'f64x2.sub', 'k', 'wholeAndBias')}
        ${set('k', 'f64x2.mul', 'k', 'log2')}
        ${set('sum', 'f64x2.add', 'k', 'sum')}
        ${set('nothing', 'f64x2.sub', 'x', 'x')}
        local.get output
        local.get sum
        local.get nothing
        f64x2.add
        f32x4.demote_f64x2_zero
        v128.store64_lane 0 0
        ${advance('output', 8)}
        ${advance('input', 16)}
        ${untilAt('input', 'end')}
      end`,
  };
}
