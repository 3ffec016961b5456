import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { type EncodeOptions, learnsEverything, learnsNothing } from '../../model/encoder.ts';
import { blockShapes, normShapes } from '../../model/encoder-shapes.ts';
import { isDivided, isLarge } from '../../model/halves.ts';
import { Partner } from '../../model/partner.ts';
import { keepShared, sharedArray, sharedValues } from '../../model/shared-tensor.ts';
import { projectionsOf, transform } from '../../model/transformer.ts';
import type { Embedded, Transformer } from '../../model/transformer-kind.ts';
import { largestDifference, randomTensor as random } from './reference.ts';

/** Just large enough to be computed in halves. */
const [batch, length, dim, mlp] = [5, 12, 928, 64];

const transformer: Transformer = {
  order: 'post-norm',
  activation: 'gelu',
  heads: 4,
  layers: 2,
  blocks: {
    query: '*.query',
    key: '*.key',
    value: '*.value',
    output: '*.output',
    mlpIn: '*.in',
    mlpOut: '*.out',
    norms: ['*.first', '*.second'],
  },
  epsilon: 1e-12,
  hasDropout: true,
  outputNorm: 'after',
  classTokens: 1,
};

const shapes = { ...blockShapes(2, transformer.blocks, { dim, mlp }), ...normShapes('after', dim) };
const weights = Object.fromEntries(
  Object.entries(shapes).map(([name, { shape }]) => [name, random(name, shape, 0.05)]),
);
const learnable: { [name: string]: Tensor } = {
  maskTokens: random('mask', [1, 1, dim], 1),
  prompt: random('prompt', [batch, 2, dim], 1),
  ...Object.fromEntries(
    projectionsOf(transformer, ['query', 'output']).flatMap((name) => [
      [`${name}.A`, random(`${name}.A`, [2, dim], 0.05)] as const,
      [`${name}.B`, random(`${name}.B`, [dim, 2], 0.05)] as const,
    ]),
  ),
};
const embedded: Embedded = {
  tokens: random('tokens', [batch, length, dim], 1) as Tensor3D,
  learns: false,
  attentionMask: tf.tensor2d(
    Array.from({ length: batch }, (_, row) => Array.from({ length }, (_, token) => Number(token < 12 - row))),
    [batch, length],
    'int32',
  ),
};

function optionsWith(tensors: { [name: string]: Tensor }, more: Partial<EncodeOptions>): EncodeOptions {
  const matrices = projectionsOf(transformer, ['query', 'output']).map((name) => {
    return [name, { A: tensors[`${name}.A`] as Tensor2D, B: tensors[`${name}.B`] as Tensor2D }] as const;
  });
  return {
    training: true,
    seed: [5, 6],
    frozenDropout: 0.1,
    learns: learnsNothing,
    visibility: 'full',
    adapters: { scale: 0.5, dropout: 0.3, matrices: Object.fromEntries(matrices) },
    maskTokens: tensors['maskTokens'] as Tensor3D,
    prompts: [tensors['prompt'] as Tensor3D],
    ...more,
  };
}

/** Outputs, and gradients of a sum of them by name. */
function run(more: Partial<EncodeOptions>): readonly Tensor[] {
  const names = Object.keys(learnable);
  let outputs: Tensor | undefined;
  const loss = (...values: Tensor[]) => {
    const tensors = Object.fromEntries(names.map((name, index) => [name, values[index] as Tensor]));
    outputs = tf.keep(transform(transformer, weights, embedded, optionsWith(tensors, more)));
    return tf.sum(tf.mul(outputs, random('signs', outputs.shape, 1)));
  };
  const gradients = tf.grads(loss)(Object.values(learnable));
  return [outputs as Tensor, ...gradients];
}

describe('a large batch', () => {
  let partner: Partner | undefined;

  beforeAll(async () => {
    partner = await Partner.start([{ batch, tokens: length, dim }]);
  });
  afterAll(() => partner?.close());

  it('has a partner thread where two cores are there', () => {
    expect(partner).toBeInstanceOf(Partner);
    expect(isDivided(embedded)).toBe(true);
  });

  it('gives the same bits with the second half on another thread, forward and back', () => {
    if (partner === undefined) throw new Error('there is no partner');
    const [alone, together] = [run({}), run({ partner })];
    for (const [index, tensor] of alone.entries()) expect(largestDifference(together[index], tensor)).toBe(0);
    expect(largestDifference(run({ partner, seed: [5, 7] })[0], alone[0])).toBeGreaterThan(1e-3);
  });

  it('gives outside training what the whole batch gives, in the order of its rows', () => {
    const halves = run({ training: false });
    // Weights that learn are not shared with a partner, and such a batch is not divided.
    const whole = run({ training: false, learns: learnsEverything });
    for (const [index, tensor] of whole.entries()) {
      expect(largestDifference(halves[index], tensor)).toBeLessThan(2e-4);
    }
  });

  it.each([2, 3])('gives each of %d sequences the gradient of its own prompt', (rows) => {
    const gradientOf = (more: Partial<EncodeOptions>) => {
      const prompt = tf.slice(learnable['prompt'] as Tensor3D, [0, 0, 0], [rows, 2, dim]);
      const tokens = tf.tile(tf.slice(embedded.tokens, [0, 0, 0], [rows, length, dim]), [1, 6, 1]);
      const loss = (prompt: Tensor) =>
        tf.sum(
          tf.square(
            transform(
              transformer,
              weights,
              { tokens, learns: false },
              {
                ...optionsWith(learnable, { training: false, ...more }),
                prompts: [prompt as Tensor3D],
              },
            ),
          ),
        );
      return tf.grad(loss)(prompt);
    };
    const whole = gradientOf({ learns: learnsEverything });
    for (const more of partner === undefined ? [{}] : [{}, { partner }]) {
      expect(largestDifference(gradientOf(more), whole)).toBeLessThan(2e-4);
    }
  });

  it('frees everything on both sides', () => {
    if (partner === undefined) throw new Error('there is no partner');
    const pair = partner;
    const step = () => tf.tidy(() => tf.dispose([...run({ partner: pair })]));
    step();
    const before = tf.memory().numTensors;
    step();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is known from its shape only', () => {
    expect(isLarge({ batch: 8, tokens: 198, dim: 768 })).toBe(true);
    expect(isLarge({ batch: 1, tokens: 1215, dim: 768 })).toBe(false);
    expect(isLarge({ batch: 16, tokens: 65, dim: 96 })).toBe(false);
  });
});

describe('shared memory', () => {
  it('holds the values of a tensor, of its own or copied', () => {
    const values = sharedArray(3);
    values.set([1, 2, 3]);
    const tensor = keepShared(values, [3]);
    expect(sharedValues(tensor)).toBe(values);
    const other = tf.tensor1d([4, 5]);
    expect([...sharedValues(other)]).toEqual([4, 5]);
    expect(sharedValues(other).buffer).toBeInstanceOf(SharedArrayBuffer);
    tensor.dispose();
  });

  it('gives arrays that begin at multiples of 64 bytes from one another', () => {
    const [one, two] = [sharedArray(5), sharedArray(7)];
    expect((two.byteOffset - one.byteOffset) % 64).toBe(0);
    expect(sharedArray(2 ** 25).length).toBe(2 ** 25);
  });
});
