import { expect, test } from 'vitest';
import { windowingBy } from '../../signal/windowing.ts';

test('A frame is windowed with pre-emphasis as the definition says, to the last bit', () => {
  const window = Float64Array.from({ length: 30 }, (_, at) => Math.cos(at));
  const frame = Float32Array.from({ length: 30 }, (_, at) => Math.sin(at * at + 1));
  const { input, output, apply } = windowingBy(window, 0.97);
  input.set(frame);
  apply(0.125);
  const expected = frame.reduce<number[]>((made, value, at) => {
    const before = frame[at - 1] ?? 0;
    made.push((value - 0.97 * before - 0.125) * (window[at] as number));
    return made;
  }, []);
  expect(Array.from(output)).toEqual(expected);
  apply(0);
  expect(output[7]).not.toBe(expected[7]);
});
