import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { type EncodeOptions, type LoraTarget, learnsEverything, learnsNothing } from '../../model/encoder.ts';
import { blockShapes, normShapes } from '../../model/encoder-shapes.ts';
import { projectionsOf, transform } from '../../model/transformer.ts';
import type { Embedded, Transformer } from '../../model/transformer-kind.ts';
import { plainTransform } from './plain-transformer.ts';
import { largestDifference, randomTensor as random } from './reference.ts';

const [batch, dim, mlp, heads, layers, rank] = [3, 8, 12, 2, 3, 2];

const blocks = {
  query: '*.query',
  key: '*.key',
  value: '*.value',
  output: '*.output',
  mlpIn: '*.in',
  mlpOut: '*.out',
  norms: ['*.first', '*.second'] as const,
};

/** `length`: tokens of a sequence, without mask tokens and prompts. */
type Case = Transformer & { readonly title: string; readonly length: number };

const kinds: readonly Case[] = [
  {
    title: 'a pre-norm transformer',
    length: 5,
    order: 'pre-norm',
    activation: 'quick_gelu',
    heads,
    layers,
    blocks,
    epsilon: 1e-5,
    hasDropout: false,
    inputNorm: 'before',
    outputNorm: 'after',
    classTokens: 2,
  },
  {
    title: 'a post-norm transformer',
    length: 5,
    order: 'post-norm',
    activation: 'gelu',
    heads,
    layers,
    blocks,
    epsilon: 1e-12,
    hasDropout: true,
    classTokens: 1,
  },
  {
    // More probabilities than an MLP has hidden units: attention goes part by part.
    title: 'a post-norm transformer over long sequences',
    length: 24,
    order: 'post-norm',
    activation: 'gelu',
    heads,
    layers,
    blocks,
    epsilon: 1e-12,
    hasDropout: false,
    classTokens: 1,
  },
];

const targets: readonly LoraTarget[] = ['query', 'key', 'value', 'output', 'mlp-in', 'mlp-out'];

/** Everything that can learn, by name. */
function tensorsOf(transformer: Case): { [name: string]: Tensor } {
  const shapes = {
    ...blockShapes(layers, blocks, { dim, mlp }),
    ...(transformer.inputNorm && normShapes(transformer.inputNorm, dim)),
    ...(transformer.outputNorm && normShapes(transformer.outputNorm, dim)),
  };
  const weights = Object.entries(shapes).map(
    ([name, { shape }]) => [name, random(name, shape, 0.5)] as const,
  );
  const adapters = projectionsOf(transformer, targets).flatMap((name) => {
    const [out = 0, from = 0] = shapes[`${name}.weight`]?.shape ?? [];
    return [
      [`${name}.A`, random(`${name}.A`, [rank, from])] as const,
      [`${name}.B`, random(`${name}.B`, [out, rank], 0.3)] as const,
    ];
  });
  return {
    ...Object.fromEntries([...weights, ...adapters]),
    tokens: random('tokens', [batch, transformer.length, dim]),
    maskTokens: random('maskTokens', [1, 2, dim]),
    'prompt 0': random('prompt 0', [1, 2, dim]),
    'prompt 1': random('prompt 1', [batch, 1, dim]),
  };
}

function optionsFrom(transformer: Transformer, tensors: { [name: string]: Tensor }): EncodeOptions {
  const matrices = projectionsOf(transformer, targets).map((name) => {
    return [name, { A: tensors[`${name}.A`] as Tensor2D, B: tensors[`${name}.B`] as Tensor2D }] as const;
  });
  return {
    training: false,
    seed: [5, 6],
    frozenDropout: 0.2,
    learns: learnsEverything,
    visibility: 'full',
    adapters: { scale: 0.5, dropout: 0.3, matrices: Object.fromEntries(matrices) },
    maskTokens: tensors['maskTokens'] as Tensor3D,
    prompts: [tensors['prompt 0'] as Tensor3D, tensors['prompt 1'] as Tensor3D],
    allTokens: true,
  };
}

/** The first text is whole, of the second two tokens are padding, the third has one token. */
function paddingOf(length: number) {
  const rows = [length, length - 2, 1].map((real) =>
    Array.from({ length }, (_, token) => (token < real ? 1 : 0)),
  );
  return tf.tensor2d(rows, [batch, length], 'int32');
}

type Way = (transformer: Case, tensors: { [name: string]: Tensor }, options: EncodeOptions) => Tensor3D;

const embeddedOf = ({ length }: Case, tensors: { [name: string]: Tensor }): Embedded => ({
  tokens: tensors['tokens'] as Tensor3D,
  learns: true,
  attentionMask: paddingOf(length),
});

const byHand: Way = (transformer, tensors, options) =>
  transform(transformer, tensors, embeddedOf(transformer, tensors), options);

const automatic: Way = (transformer, tensors, options) =>
  plainTransform({ transformer, weights: tensors, options }, embeddedOf(transformer, tensors));

/** Value of a sum over some outputs with random signs, so that no gradient cancels, and its gradients by name. */
function differentiated(way: Way, transformer: Case, more: Partial<EncodeOptions>) {
  const start = tensorsOf(transformer);
  const order = Object.keys(start);
  const ends = (outputs: Tensor3D) => {
    const before = outputs.shape[1] - transformer.length - 2;
    const isEnds = outputs.shape[1] === transformer.classTokens + 2;
    const first = tf.slice(outputs, [0, isEnds ? 0 : before, 0], [batch, transformer.classTokens, dim]);
    const last = tf.slice(outputs, [0, outputs.shape[1] - 2, 0], [batch, 2, dim]);
    return tf.concat([first, last], 1);
  };
  const loss = (...values: Tensor[]) => {
    const tensors = Object.fromEntries(order.map((name, index) => [name, values[index] as Tensor]));
    const outputs = ends(way(transformer, tensors, { ...optionsFrom(transformer, tensors), ...more }));
    return tf.sum(tf.mul(outputs, random('signs', outputs.shape)));
  };
  const values = Object.values(start);
  const { value, grads } = tf.engine().gradients(() => loss(...values), values, undefined, true);
  const reached = order.flatMap((name, index) => (grads[index] ? [[name, grads[index]] as const] : []));
  return { value, gradients: new Map(reached) };
}

describe.each(kinds)('gradients of $title', (transformer) => {
  it.each([
    ['in evaluation', {}, [true, false]],
    ['with readonly mask tokens', { visibility: 'readonly' }, [true, false]],
    // A block that computes fewer tokens draws fewer numbers.
    ['with every dropout', { training: true, visibility: 'readonly' }, [true]],
  ] as const)('equal automatic differentiation of every operation, %s', (_, more, allTokensOptions) => {
    const expected = differentiated(automatic, transformer, more);
    for (const allTokens of allTokensOptions) {
      const found = differentiated(byHand, transformer, { ...more, allTokens });
      expect(largestDifference(found.value, expected.value)).toBeLessThan(1e-3);
      for (const [name, gradient] of expected.gradients) {
        const largest = tf.max(tf.abs(gradient)).dataSync()[0] ?? 0;
        // The softmax ignores what is added to all keys alike, so that a key's bias has no gradient.
        if (!name.endsWith('key.bias')) expect(largest, name).toBeGreaterThan(1e-4);
        const scale = Math.max(largest, 0.1);
        expect(largestDifference(found.gradients.get(name), gradient) / scale, name).toBeLessThan(2e-5);
      }
    }
  });

  it('agree with finite differences along a random direction', () => {
    const start = tensorsOf(transformer);
    const directions = Object.entries(start).map(([name, { shape }]) => random(`direction ${name}`, shape));
    const along = (step: number) => {
      const moved = Object.entries(start).map(([name, tensor], index) => {
        return [name, tf.add(tensor, tf.mul(directions[index] as Tensor, step))] as const;
      });
      const tensors = Object.fromEntries(moved);
      const outputs = byHand(transformer, tensors, optionsFrom(transformer, tensors));
      return (outputs.arraySync() as number[][][]).flat(2).reduce((sum, x, i) => sum + x * Math.sin(i), 0);
    };
    const slope = Object.values(start).reduce(
      (sum, _, index) => sum + slopeOf(transformer, index, directions),
      0,
    );
    const step = 1e-3;
    expect((along(step) - along(-step)) / (2 * step) / slope).toBeCloseTo(1, 1);
  });

  it('never reach a weight that is frozen, and cost it no product', async () => {
    const wide = [`${mlp},${dim}`, `${dim},${mlp}`];
    const shapesWith = async (learns: EncodeOptions['learns']) => {
      const { kernels } = await tf.profile(() =>
        tf.tidy(() => tf.dispose([...differentiated(byHand, transformer, { learns }).gradients.values()])),
      );
      return kernels.flatMap(({ outputShapes }) => outputShapes.map((shape) => shape?.join() ?? ''));
    };
    const frozen = differentiated(byHand, transformer, { learns: learnsNothing }).gradients;
    const learnable = Object.keys(tensorsOf(transformer)).filter((name) => !/\.(weight|bias)$/.test(name));
    expect([...frozen.keys()].sort()).toEqual(learnable.sort());
    expect((await shapesWith(learnsNothing)).filter((shape) => wide.includes(shape))).toEqual([]);
  });

  it('leave no tensor behind', () => {
    const run = () => tf.tidy(() => void differentiated(byHand, transformer, { training: true }));
    run();
    const before = tf.memory().numTensors;
    run();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('and outputs in training depend on the seed only', () => {
    const run = (seed: readonly [number, number]) => {
      const tensors = tensorsOf(transformer);
      return byHand(transformer, tensors, { ...optionsFrom(transformer, tensors), training: true, seed });
    };
    const first = run([1, 2]);
    expect(largestDifference(run([1, 2]), first)).toBe(0);
    expect(largestDifference(run([1, 3]), first)).toBeGreaterThan(1e-3);
  });
});

function slopeOf(transformer: Case, index: number, directions: readonly Tensor[]): number {
  const start = tensorsOf(transformer);
  const order = Object.keys(start);
  const loss = (...values: Tensor[]) => {
    const tensors = Object.fromEntries(order.map((name, at) => [name, values[at] as Tensor]));
    const outputs = byHand(transformer, tensors, optionsFrom(transformer, tensors));
    const signs = Float32Array.from({ length: outputs.size }, (_, i) => Math.sin(i));
    return tf.sum(tf.mul(outputs, tf.tensor(signs, outputs.shape)));
  };
  const gradient = tf.grads(loss)(Object.values(start))[index] as Tensor;
  return tf.sum(tf.mul(gradient, directions[index] as Tensor)).dataSync()[0] ?? 0;
}
