import type { Scalar, Tensor, Tensor2D, Tensor3D, Variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { EncodeOptions, EncoderInput } from '../../model/encoder.ts';
import { type LoadedEncoder, loadEncoder } from '../../model/load-encoder.ts';
import { stream } from '../../random/stream.ts';
import type { TensorValues } from '../../tensor/safetensors.ts';
import {
  adapterVectors,
  evaluation,
  imageInput,
  largestDifference,
  readVectors,
  tensorOf,
  textInput,
  vectorPath,
} from './reference.ts';

const cases = [
  {
    name: 'clip',
    folder: 'clip-tiny',
    architecture: 'clip-vit',
    input: imageInput,
    prefix: 'clip.vision_model.',
  },
  { name: 'bert', folder: 'bert-tiny', architecture: 'bert', input: textInput, prefix: 'bert.' },
] as const;

describe.each(cases)('gradients of $name', ({ name, folder, architecture, input: inputOf, prefix }) => {
  let vectors: TensorValues;
  let loaded: LoadedEncoder;
  let input: EncoderInput;
  let learnable: { [name: string]: Tensor };

  beforeAll(async () => {
    vectors = await readVectors();
    loaded = await loadEncoder(vectorPath(folder), architecture);
    input = inputOf(vectors);
    const { matrices } = adapterVectors(vectors, prefix);
    learnable = {
      maskToken: tensorOf(vectors, `${name}.mask_token`),
      ...Object.fromEntries(
        Object.entries(matrices).flatMap(([projection, { A, B }]) => [
          [`${projection}.A`, A],
          [`${projection}.B`, B],
        ]),
      ),
    };
  });

  const optionsWith = (tensors: { [name: string]: Tensor }, more: Partial<EncodeOptions>): EncodeOptions => {
    const { matrices } = adapterVectors(vectors, prefix);
    const bound = Object.keys(matrices).map((projection) => {
      return [
        projection,
        { A: tensors[`${projection}.A`] as Tensor2D, B: tensors[`${projection}.B`] as Tensor2D },
      ] as const;
    });
    const adapters = { scale: 0.5, dropout: 0.1, matrices: Object.fromEntries(bound) };
    return { ...evaluation(tensors['maskToken'] as Tensor3D), adapters, ...more };
  };

  /** A sum of both outputs with random signs, so that no gradient cancels. */
  const loss = (options: EncodeOptions, weights = loaded.weights): Scalar => {
    const { classToken, maskToken } = loaded.encoder.encode(weights, input, options);
    const { normal } = stream(3, 'loss');
    const factors = tf.tensor2d(Float32Array.from({ length: classToken.size }, normal), classToken.shape);
    return tf.sum(tf.mul(factors, tf.add(classToken, tf.square(maskToken ?? classToken))));
  };

  const gradientsOf = (more: Partial<EncodeOptions>) => {
    const names = Object.keys(learnable);
    const run = (...tensors: Tensor[]) =>
      loss(
        optionsWith(Object.fromEntries(names.map((name, index) => [name, tensors[index] as Tensor])), more),
      );
    return tf.grads(run)(Object.values(learnable));
  };

  it.each([
    ['in evaluation', { training: false }],
    ['with every dropout', { training: true }],
    ['with a readonly mask token', { training: true, visibility: 'readonly' }],
  ] as const)('by hand equal automatic differentiation of every operation %s', (_, more) => {
    const byHand = gradientsOf({ ...more, trainableWeights: false });
    const automatic = gradientsOf({ ...more, trainableWeights: true });
    for (const [index, gradient] of automatic.entries()) {
      const largest = tf.max(tf.abs(gradient)).dataSync()[0] ?? 0;
      expect(largest, Object.keys(learnable)[index]).toBeGreaterThan(1e-4);
      expect(largestDifference(byHand[index] as Tensor, gradient) / largest).toBeLessThan(1e-5);
    }
  });

  it.each(['full', 'readonly'] as const)(
    'are the same when only two tokens leave the last block, %s',
    (visibility) => {
      const whole = gradientsOf({ visibility });
      const ends = gradientsOf({ visibility, allTokens: false });
      for (const [index, gradient] of whole.entries()) {
        const largest = tf.max(tf.abs(gradient)).dataSync()[0] ?? 0;
        expect(
          largestDifference(ends[index], gradient) / largest,
          Object.keys(learnable)[index],
        ).toBeLessThan(1e-5);
      }
    },
  );

  it('agree with finite differences along a random direction', () => {
    const { normal } = stream(11, 'direction');
    const names = Object.keys(learnable);
    const directions = Object.values(learnable).map((tensor) =>
      tf.tensor(Float32Array.from({ length: tensor.size }, normal), tensor.shape),
    );
    const along = (step: number) => {
      const moved = names.map((name, index) => {
        return [name, tf.add(learnable[name] as Tensor, tf.mul(directions[index] as Tensor, step))] as const;
      });
      return loss(optionsWith(Object.fromEntries(moved), {})).dataSync()[0] ?? Number.NaN;
    };
    const step = 2e-4;
    const slope = gradientsOf({}).reduce((sum, gradient, index) => {
      return sum + (tf.sum(tf.mul(gradient, directions[index] as Tensor)).dataSync()[0] ?? 0);
    }, 0);
    expect((along(step) - along(-step)) / (2 * step) / slope).toBeCloseTo(1, 1);
  });

  const asVariables = (): { [name: string]: Variable } =>
    Object.fromEntries(Object.entries(loaded.weights).map(([key, tensor]) => [key, tf.variable(tensor)]));

  it('never reach a frozen weight', () => {
    const weights = asVariables();
    const maskToken = tf.variable(learnable['maskToken'] as Tensor);
    const { grads } = tf.variableGrads(() =>
      loss(optionsWith({ ...learnable, maskToken }, { training: true }), weights),
    );
    expect(Object.keys(grads)).toEqual([maskToken.name]);
    tf.dispose([weights, maskToken]);
  });

  it('reach every weight but the unused pooler when weights are trained', () => {
    const weights = asVariables();
    const { grads } = tf.variableGrads(() =>
      loss(optionsWith(learnable, { trainableWeights: true }), weights),
    );
    const reached = Object.keys(weights).filter((key) => {
      const gradient = grads[(weights[key] as Variable).name];
      return gradient !== undefined && gradient.shape.join() === weights[key]?.shape.join();
    });
    expect(reached).toEqual(Object.keys(weights).filter((key) => !key.startsWith('pooler.')));
    tf.dispose(weights);
  });

  /** Shapes of all results of matrix products in one forward and backward pass. */
  const productShapes = async (more: Partial<EncodeOptions>) => {
    const { kernels } = await tf.profile(() => tf.tidy(() => tf.dispose(gradientsOf(more))));
    return kernels
      .filter(({ name }) => /MatMul/.test(name))
      .map(({ outputShapes }) => outputShapes[0]?.join());
  };

  it('cost no matrix product of a weight gradient when weights are frozen', async () => {
    const wide = '128,64';
    expect(await productShapes({ training: true })).not.toContain(wide);
    expect(await productShapes({ training: true })).not.toContain('64,64');
  });

  it('leave no tensor behind', () => {
    tf.tidy(() => gradientsOf({ training: true }));
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      gradientsOf({ training: true });
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  it('and outputs in training depend on the seed only', () => {
    const run = (seed: readonly [number, number]) =>
      loaded.encoder.encode(loaded.weights, input, optionsWith(learnable, { training: true, seed })).hidden;
    const first = run([1, 2]);
    const other = run([1, 3]);
    expect(largestDifference(run([1, 2]), first)).toBe(0);
    expect(largestDifference(other, first)).toBeGreaterThan(1e-3);
  });
});
