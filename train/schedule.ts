import type { Schedule } from '../schemas/generated/resolved.ts';

/** How long a run is: `stepsPerEpoch` optimiser steps, the last partial batch included, in each of `epochs`. */
export interface Extent {
  readonly stepsPerEpoch: number;
  readonly epochs: number;
}

/**
 * Learning rate of optimiser step `step`, counted from 0. During warm-up it is `warmupFactor` of `base`, or on a
 * line from there up to it. Then it is `base` times (1 - done)^power, (1 + cos(pi done)) / 2 or 1, by the
 * schedule's name; `done` is the share of steps since the end of warm-up, or since step 0.
 */
export function learningRate(schedule: Schedule, base: number, extent: Extent, step: number): number {
  const warmup = schedule.warmupEpochs * extent.stepsPerEpoch;
  const total = extent.epochs * extent.stepsPerEpoch;
  const { warmupFactor: factor } = schedule;
  if (step < warmup) {
    return schedule.warmupMode === 'constant'
      ? base * factor
      : base * (factor + (1 - factor) * (step / warmup));
  }
  const origin = schedule.origin === 'warmup-end' ? warmup : 0;
  return base * decay(schedule, (step - origin) / (total - origin));
}

function decay({ name, power }: Schedule, done: number): number {
  if (name === 'constant') return 1;
  return name === 'cosine' ? (1 + Math.cos(Math.PI * done)) / 2 : (1 - done) ** power;
}
