import { stream } from '../random/stream.ts';

/** Which epoch of which run. */
export interface EpochPosition {
  readonly seed: number;
  readonly epoch: number;
}

/** Batches of so many make a window, within which rows are sorted by length. */
const windowBatches = 50;

/**
 * The rows of one epoch in batches of `batchSize`, in an order that is a function of seed and epoch alone. Every
 * row comes once; the last batch holds what is left.
 */
export function epochBatches(rows: readonly number[], batchSize: number, at: EpochPosition): number[][] {
  return inBatches(shuffled(rows, at), batchSize);
}

/**
 * As `epochBatches`, but batches are of rows of similar length, so that little is padded: the shuffled order is
 * sorted by length within windows of 50 batches, then the full batches are shuffled (as fairseq and Hugging Face's
 * LengthGroupedSampler do). A function of seed, epoch and lengths alone.
 */
export function batchesByLength(
  rows: readonly number[],
  batchSize: number,
  at: EpochPosition,
  lengthOf: (row: number) => number,
): number[][] {
  const order = shuffled(rows, at);
  const left = order.length % batchSize;
  const windows = inBatches(order.slice(0, order.length - left), batchSize * windowBatches);
  // Sorting is stable: rows of one length stay in their shuffled order.
  const sorted = windows.flatMap((window) => window.sort((a, b) => lengthOf(a) - lengthOf(b)));
  const batches = inBatches(sorted, batchSize);
  const batchOrder = stream(at.seed, 'train.batchOrder', at.epoch).shuffle(batches.length);
  const full = [...batchOrder].map((index) => batches[index] as number[]);
  return left === 0 ? full : [...full, order.slice(-left)];
}

/** `rows` in their order, cut into batches; the last holds what is left. */
export function inBatches(rows: readonly number[], batchSize: number): number[][] {
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, batch) =>
    rows.slice(batch * batchSize, (batch + 1) * batchSize),
  );
}

function shuffled(rows: readonly number[], { seed, epoch }: EpochPosition): number[] {
  return [...stream(seed, 'train.order', epoch).shuffle(rows.length)].map((index) => rows[index] as number);
}
