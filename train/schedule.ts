import type { Schedule } from '../schemas/generated/resolved.ts';

/** How long a run is: `stepsPerEpoch` optimiser steps, the last partial batch included, in each of `epochs`. */
export interface Extent {
  readonly stepsPerEpoch: number;
  readonly epochs: number;
}

/**
 * Learning rate of optimiser step `step`, counted from 0: warm-up at `warmupFactor` of `base` (or a line up to
 * it), then `base` times (1 - share done)^power, the share counted from the end of warm-up or from step 0.
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
  return base * (1 - (step - origin) / (total - origin)) ** schedule.power;
}
