import { instantiate, type Routine } from './assemble.ts';
import { advance, set, untilAt } from './stack-code.ts';

/** A window with its buffers: put a frame into `input`, call `apply`, read `output`. */
export interface Windowing {
  readonly input: Float32Array;
  /** (x_t - preemphasis x_(t-1) - shift) w_t of the input x and the window w; x_(-1) is 0. */
  readonly output: Float64Array;
  readonly apply: (shift: number) => void;
}

/** Windowing of frames as long as `window`, which is even, with pre-emphasis, in float64. */
export function windowingBy(window: Float64Array, preemphasis: number): Windowing {
  const { length } = window;
  // The value before the first is the 0 that the memory holds there.
  const [shiftAt, input] = [0, 16];
  const factors = input + length * 4;
  const output = factors + length * 8;
  const kernel = instantiate<WindowKernel>([routine(preemphasis)], output + length * 8);
  const { buffer } = kernel.memory;
  new Float64Array(buffer, factors, length).set(window);
  const shifts = new Float64Array(buffer, shiftAt, 1);
  const apply = (shift: number) => {
    shifts[0] = shift;
    kernel.apply(shiftAt, input, factors, output, output);
  };
  return {
    input: new Float32Array(buffer, input, length),
    output: new Float64Array(buffer, output, length),
    apply,
  };
}

interface WindowKernel {
  /** The window, two values at a time, lies from `factors` to `end`. Every number is an address. */
  apply(shift: number, input: number, factors: number, end: number, output: number): void;
}

function routine(preemphasis: number): Routine {
  return {
    name: 'apply',
    parameters: ['shiftAt', 'input', 'factors', 'end', 'output'],
    numbers: ['before'],
    vectors: ['shift', 'emphasis', 'value', 'previous', 'factor'],
    code: `
      ${set('shift', 'v128.load64_splat 0', 'shiftAt')}
      f64.const ${preemphasis}
      f64x2.splat
      local.set emphasis
      local.get input
      i32.const 4
      i32.sub
      local.set before
      loop
        ${set('value', 'v128.load64_zero 0', 'input')}
        ${set('value', 'f64x2.promote_low_f32x4', 'value')}
        ${set('previous', 'v128.load64_zero 0', 'before')}
        ${set('previous', 'f64x2.promote_low_f32x4', 'previous')}
        ${set('previous', 'f64x2.mul', 'previous', 'emphasis')}
        ${set('value', 'f64x2.sub', 'value', 'previous')}
        ${set('value', 'f64x2.sub', 'value', 'shift')}
        ${set('factor', 'v128.load 0', 'factors')}
        local.get output
        local.get value
        local.get factor
        f64x2.mul
        v128.store 0
        ${advance('input', 8)}
        ${advance('before', 8)}
        ${advance('output', 16)}
        ${advance('factors', 16)}
        ${untilAt('factors', 'end')}
      end`,
  };
}
