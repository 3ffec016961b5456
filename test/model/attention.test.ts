import type { Tensor2D } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { type AttentionShape, attention, type Projected } from '../../model/attention.ts';
import { tf } from '../../model/backend.ts';
import { plainOptions } from '../../model/pass.ts';
import { Trace } from '../../model/trace.ts';
import { randomTensor } from './reference.ts';

/** Long for its width, so that attention is computed in parts. */
const shape: AttentionShape = { batch: 2, queries: 70, tokens: 90, heads: 4, dropout: 0.1, seed: [3, 4] };
const dim = 8;

function rows(name: string, tokens: number): Tensor2D {
  return randomTensor(name, [shape.batch * tokens, dim], 1) as Tensor2D;
}

const projected: Projected = {
  query: rows('query', shape.queries),
  key: rows('key', shape.tokens),
  value: rows('value', shape.tokens),
};
const dy = rows('dy', shape.queries);
const bytesOfProbabilities = 4 * shape.batch * shape.heads * shape.queries * shape.tokens;

/** The context, the three gradients, and the bytes in use between the passes, where so many may be kept to save time. */
function attendWith(room: number, one: AttentionShape) {
  const trace = new Trace({}, room);
  const before = tf.memory().numBytes;
  const layer = trace.open(() => attention({ weights: {}, options: plainOptions, trace }, projected, one));
  const bytes = tf.memory().numBytes - before;
  const values = [layer.value.dataSync()];
  trace.close(() => {
    const { query, key, value } = layer.back(dy);
    values.push(...[query, key, value].map((gradient) => gradient.dataSync()));
  });
  layer.value.dispose();
  return { values, bytes };
}

test.each([0, 0.1])(
  'probabilities that are kept give the same bits as ones that are computed again (dropout %d)',
  (dropout) => {
    const one = { ...shape, dropout };
    attendWith(0, one); // makes the constants that stay for the life of the process
    const [kept, again] = [attendWith(bytesOfProbabilities, one), attendWith(bytesOfProbabilities - 1, one)];
    expect(kept.bytes - again.bytes).toBe(bytesOfProbabilities);
    expect(kept.values).toEqual(again.values);
  },
);
