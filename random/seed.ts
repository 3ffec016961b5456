import { philox } from './philox.ts';

/** A pair of signed 32-bit integers, as TensorFlow's stateless operations take it. */
export type SeedPair = readonly [number, number];

/** The `index`-th seed below `seed`: different indices give unrelated seeds, in any order of asking. */
export function deriveSeed(seed: SeedPair, index: number): SeedPair {
  const [a, b] = philox([index >>> 0, 0, 0, 0], [seed[0] >>> 0, seed[1] >>> 0]);
  return [a | 0, b | 0];
}
