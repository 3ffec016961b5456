import { stream } from '../random/stream.ts';

/**
 * The rows of one epoch in batches of `batchSize`, in an order that is a function of seed and epoch alone. Every
 * row comes once; the last batch holds what is left.
 */
export function epochBatches(
  rows: readonly number[],
  batchSize: number,
  at: { readonly seed: number; readonly epoch: number },
): number[][] {
  const order = stream(at.seed, 'train.order', at.epoch).shuffle(rows.length);
  return inBatches(
    [...order].map((index) => rows[index] as number),
    batchSize,
  );
}

/** `rows` in their order, cut into batches; the last holds what is left. */
export function inBatches(rows: readonly number[], batchSize: number): number[][] {
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, batch) =>
    rows.slice(batch * batchSize, (batch + 1) * batchSize),
  );
}
