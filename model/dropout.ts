import type { Tensor } from '@tensorflow/tfjs-core';
import type { SeedPair } from '../random/seed.ts';
import { libraryVersion, statelessUniform, tf } from './backend.ts';
import { atLeast, commonBits, randomBits, scaled, zeroWhereNot } from './kernels.ts';
import { holdFor, type Layer, type Pass } from './pass.ts';

/** Which elements survive a dropout, and what the survivors are multiplied by. */
export interface Survivors {
  /** bool, of the shape that was asked for. */
  readonly kept: Tensor;
  /** 1 / (1 - rate) */
  readonly factor: number;
}

const steps = 2 ** 16;

/** The rate as the dropout draws it: the nearest multiple of 2^-16, so that 32 random bits decide two elements. */
function dropsOf(rate: number): number {
  return Math.round(rate * steps);
}

/**
 * Two independent dropout masks of one shape at `rate`: functions of the arguments only, on one kind of device.
 * Undefined at rate 0.
 */
export function survivorPair(
  shape: readonly number[],
  rate: number,
  seed: SeedPair,
): readonly [Survivors, Survivors] | undefined {
  if (rate === 0) return undefined;
  // TensorFlow compares 32-bit integers on the host, which would cost a GPU two copies.
  return libraryVersion().gpu ? pairOfNumbers(shape, rate, seed) : pairOfBits(shape, rate, seed);
}

function pairOfBits(shape: readonly number[], rate: number, seed: SeedPair) {
  const drops = dropsOf(rate);
  const factor = steps / (steps - drops);
  const bits = randomBits(shape, seed);
  const high = atLeast(bits, drops * steps - 2 ** 31);
  const low = atLeast(commonBits(bits, steps - 1), drops);
  bits.dispose();
  return [
    { kept: high, factor },
    { kept: low, factor },
  ] as const;
}

function pairOfNumbers(shape: readonly number[], rate: number, [a, b]: SeedPair) {
  const one = (seed: SeedPair) => ({
    kept: tf.tidy(() => tf.greaterEqual(statelessUniform(shape, seed), rate)),
    factor: 1 / (1 - rate),
  });
  return [one([a, b]), one([a, ~b])] as const;
}

/** One dropout mask; undefined at rate 0. */
export function survivors(shape: readonly number[], rate: number, seed: SeedPair): Survivors | undefined {
  return survivorPair(shape, rate, seed)?.[0];
}

/** x where it survives, scaled; 0 elsewhere. */
function surviving<T extends Tensor>(x: T, mask: Survivors | undefined): T {
  return mask === undefined ? x : scaled(zeroWhereNot(mask.kept, x), mask.factor);
}

/** Dropout of rows as a layer; nothing at rate 0. */
export function dropout(pass: Pass, x: Layer['value'], rate: number, seed: SeedPair): Layer {
  const mask = survivors(x.shape, rate, seed);
  if (mask === undefined) return { value: x, back: (dy) => dy };
  const kept = holdFor(pass, mask.kept);
  return {
    value: surviving(x, mask),
    back: (dy) => surviving(dy, { kept: kept(), factor: mask.factor }),
  };
}
