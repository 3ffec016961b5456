import { instantiate, type Routine } from './assemble.ts';
import { advance, untilAt } from './stack-code.ts';

/*
 * The inner loop of resampling on vectors of two float64 sums: five times as fast as the same loop in JavaScript. Each
 * output is the sum of its taps in their order, so results are the same on every machine.
 */

/** Outputs that are made at once, so that each weight is fetched once for all of them. */
export const together = 16;

const sums = Array.from({ length: together / 2 }, (_, index) => `sum${index}`);

/**
 * float32 outputs from `to` to `last`, a multiple of `together` of them. The inputs of the first output lie, as float64, at
 * `data` plus what `offsets` says for each tap; those of the next 8 bytes further on. Weights are float64, up to `end`.
 */
const weigh: Routine = {
  name: 'weigh',
  parameters: ['offsets', 'weights', 'end', 'data', 'to', 'last'],
  numbers: ['offset', 'weight', 'at'],
  vectors: ['factor', ...sums],
  code: `
    loop
      f64.const 0
      f64x2.splat
      ${sums.map((sum) => `local.tee ${sum}`).join('\n')}
      local.set factor
      local.get offsets
      local.set offset
      local.get weights
      local.set weight
      loop
        local.get data
        local.get offset
        i32.load 0
        i32.add
        local.set at
        local.get weight
        v128.load64_splat 0
        local.set factor
        ${sums.map(weighPair).join('\n')}
        ${advance('offset', 4)}
        ${advance('weight', 8)}
        ${untilAt('weight', 'end')}
      end
      ${sums.map(storePair).join('\n')}
      ${advance('data', together * 8)}
      ${advance('to', together * 4)}
      ${untilAt('to', 'last')}
    end`,
};

/** Adds two inputs, times the weight, to the sums of their outputs. */
function weighPair(sum: string, index: number): string {
  return `
    local.get at
    v128.load ${index * 16}
    local.get factor
    f64x2.mul
    local.get ${sum}
    f64x2.add
    local.set ${sum}`;
}

function storePair(sum: string, index: number): string {
  return `
    local.get to
    local.get ${sum}
    f32x4.demote_f64x2_zero
    v128.store64_lane ${index * 8} 0`;
}

/** The routine above; every number is an address in `memory`. */
interface ResampleKernel {
  weigh(offsets: number, weights: number, end: number, data: number, to: number, last: number): void;
}

export const resampleKernel = instantiate<ResampleKernel>([weigh]);
