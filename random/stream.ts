import { naturalLogarithm } from './logarithm.ts';
import { philox, type Words } from './philox.ts';

/** Random numbers in a fixed order. Two streams of the same arguments give the same numbers, everywhere. */
export interface Stream {
  /** In [0, 1), a multiple of 2^-53. */
  uniform(): number;
  /** One of 0..n-1, all equally likely; n is a positive integer up to 2^32. */
  integer(n: number): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** A permutation of 0..n-1 (Fisher-Yates), all equally likely. */
  shuffle(n: number): Int32Array;
}

const wordRange = 0x1_0000_0000;

function low(value: number): number {
  return value >>> 0;
}

function high(value: number): number {
  return Math.floor(value / wordRange) >>> 0;
}

/** Words that spell purpose and counters; lengths first, so that no two argument lists spell the same words. */
function spell(purpose: string, counters: readonly number[]): number[] {
  const bytes = new TextEncoder().encode(purpose);
  const words = [bytes.length, counters.length];
  for (let at = 0; at < bytes.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
    words.push((a | (b << 8) | (c << 16) | (d << 24)) >>> 0);
  }
  for (const counter of counters) words.push(low(counter), high(counter));
  return words;
}

/** Chains the words through the cipher, four at a time, as a CBC-MAC does. */
function absorb(words: readonly number[], key: readonly [number, number]): Words {
  let state: Words = [0, 0, 0, 0];
  for (let at = 0; at < words.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = words.slice(at, at + 4);
    const [s0, s1, s2, s3] = state;
    state = philox([(s0 ^ a) >>> 0, (s1 ^ b) >>> 0, (s2 ^ c) >>> 0, (s3 ^ d) >>> 0], key);
  }
  return state;
}

/** Yields the unsigned 32-bit words of one stream. */
function wordSource(start: Words): () => number {
  const [k0, k1, c2, c3] = start;
  let block: Words = [0, 0, 0, 0];
  let index = 0;
  return () => {
    if (index % 4 === 0) {
      const number = index / 4;
      block = philox([low(number), high(number), c2, c3], [k0, k1]);
    }
    const word = block[index % 4] ?? 0;
    index += 1;
    return word;
  };
}

function makeInteger(word: () => number): (n: number) => number {
  return (n) => {
    if (!Number.isInteger(n) || n < 1 || n > wordRange) {
      throw new RangeError(`a random integer needs a bound from 1 to 2^32, not ${n}`);
    }
    // Words of the last, incomplete run of n values would favour small results: draw again.
    const limit = wordRange - (wordRange % n);
    let value = word();
    while (value >= limit) value = word();
    return value % n;
  };
}

/** Marsaglia's polar method; each accepted pair gives two numbers, the second is kept for the next call. */
function makeNormal(uniform: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    let [x, y, square] = [0, 0, 0];
    while (square === 0 || square >= 1) {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    }
    const factor = Math.sqrt((-2 * naturalLogarithm(square)) / square);
    spare = y * factor;
    return x * factor;
  };
}

/**
 * The random stream of `purpose` at a position: a pure function of its arguments, which are safe integers.
 * `stream(seed, 'order', epoch)` is independent of whatever else was drawn, so nothing needs to be saved.
 */
export function stream(seed: number, purpose: string, ...counters: number[]): Stream {
  const invalid = [seed, ...counters].find((value) => !Number.isSafeInteger(value));
  if (invalid !== undefined) throw new RangeError(`seeds and counters are safe integers, not ${invalid}`);
  const word = wordSource(absorb(spell(purpose, counters), [low(seed), high(seed)]));
  const uniform = () => {
    const upper = word() >>> 5;
    const lower = word() >>> 6;
    return (upper * 0x400_0000 + lower) / 0x20_0000_0000_0000;
  };
  const integer = makeInteger(word);
  const shuffle = (n: number) => {
    const order = Int32Array.from({ length: n }, (_, index) => index);
    for (let last = n - 1; last > 0; last -= 1) {
      const other = integer(last + 1);
      const moved = order[last] ?? 0;
      order[last] = order[other] ?? 0;
      order[other] = moved;
    }
    return order;
  };
  return { uniform, integer, normal: makeNormal(uniform), shuffle };
}
