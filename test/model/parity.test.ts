import type { Tensor, Tensor3D } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { Adapters, EncoderInput, Weights } from '../../model/encoder.ts';
import { type LoadedEncoder, loadEncoder } from '../../model/load-encoder.ts';
import { mergeAdapter } from '../../model/merge-adapter.ts';
import type { TensorValues } from '../../tensor/safetensors.ts';
import {
  adapterVectors,
  evaluation,
  imageInput,
  largestDifference,
  readVectors,
  references,
  tensorOf,
  vectorPath,
} from './reference.ts';

const tolerance = 1e-4;
/** The weights as `lacuna export --as merged` writes them. */
function mergeAdapters(weights: Weights, { scale, matrices }: Adapters): Weights {
  const hostValue = (tensor: Tensor) => ({ shape: tensor.shape, data: tensor.dataSync() as Float32Array });
  const merged = Object.entries(matrices).map(([projection, { A, B }]) => {
    const name = `${projection}.weight`;
    const weight = hostValue(weights[name] as Tensor);
    const { shape, data } = mergeAdapter(weight, { A: hostValue(A), B: hostValue(B) }, scale);
    return [name, tf.tensor(data, [...shape])] as const;
  });
  return { ...weights, ...Object.fromEntries(merged) };
}

describe.each(references)(
  '$name against transformers',
  ({ name, folder, architecture, input: inputOf, prefix }) => {
    let vectors: TensorValues;
    let loaded: LoadedEncoder;
    let input: EncoderInput;

    beforeAll(async () => {
      vectors = await readVectors();
      loaded = await loadEncoder(vectorPath(folder), architecture);
      input = inputOf(vectors);
    });

    const adapted = () => ({
      ...evaluation(tensorOf<Tensor3D>(vectors, `${name}.mask_token`)),
      adapters: adapterVectors(vectors, prefix),
    });

    it('gives the last hidden state of the plain model', () => {
      const { encoder, weights } = loaded;
      const actual = encoder.lastHiddenState(weights, input);
      expect(largestDifference(actual, tensorOf(vectors, `${name}.last_hidden_state`))).toBeLessThan(
        tolerance,
      );
    });

    it('gives the class token, the mask token and all tokens of the adapted model', () => {
      const { encoder, weights } = loaded;
      const { classToken, maskTokens, hidden } = encoder.encode(weights, input, adapted());
      expect(largestDifference(classToken, tensorOf(vectors, `${name}.cls_out`))).toBeLessThan(tolerance);
      expect(largestDifference(maskTokens[0], tensorOf(vectors, `${name}.mt_out`))).toBeLessThan(tolerance);
      expect(largestDifference(hidden, tensorOf(vectors, `${name}.hidden`))).toBeLessThan(tolerance);
    });

    it.each(['full', 'readonly'] as const)(
      'gives the same class and mask token when asked for nothing else, %s',
      (visibility) => {
        const { encoder, weights } = loaded;
        const whole = encoder.encode(weights, input, { ...adapted(), visibility });
        const ends = encoder.encode(weights, input, { ...adapted(), visibility, allTokens: false });
        expect(ends.hidden).toBeUndefined();
        expect(largestDifference(ends.classToken, whole.classToken)).toBeLessThan(1e-5);
        expect(largestDifference(ends.maskTokens[0], whole.maskTokens[0])).toBeLessThan(1e-5);
      },
    );

    it('gives the plain class token when asked for nothing else', () => {
      const { encoder, weights } = loaded;
      const whole = encoder.encode(weights, input, evaluation());
      const ends = encoder.encode(weights, input, { ...evaluation(), allTokens: false });
      expect(ends).toEqual({ classToken: expect.anything(), maskTokens: [] });
      expect(largestDifference(ends.classToken, whole.classToken)).toBeLessThan(1e-5);
    });

    it('gives the same with the adapters merged into the weights', () => {
      const { encoder, weights } = loaded;
      const { adapters, ...plain } = adapted();
      const merged = encoder.encode(mergeAdapters(weights, adapters), input, plain);
      const apart = encoder.encode(weights, input, adapted());
      expect(largestDifference(merged.hidden, apart.hidden)).toBeLessThan(1e-5);
      // Without the adapters the outputs are others: the comparison above sees them.
      expect(largestDifference(encoder.encode(weights, input, plain).hidden, apart.hidden)).toBeGreaterThan(
        1e-2,
      );
    });

    it('gives the plain class token when the mask token is readonly and B is zero', () => {
      const { encoder, weights } = loaded;
      const { adapters, ...rest } = adapted();
      const matrices = Object.fromEntries(
        Object.entries(adapters.matrices).map(([projection, { A, B }]) => [
          projection,
          { A, B: tf.zerosLike(B) },
        ]),
      );
      const options = { ...rest, adapters: { ...adapters, matrices }, visibility: 'readonly' } as const;
      const plain = encoder.encode(weights, input, evaluation());
      expect(
        largestDifference(encoder.encode(weights, input, options).classToken, plain.classToken),
      ).toBeLessThan(3e-6);
      const seen = encoder.encode(weights, input, { ...options, visibility: 'full' });
      expect(largestDifference(seen.classToken, plain.classToken)).toBeGreaterThan(1e-3);
    });
  },
);

it('clip with a readonly mask token gives what the reference gives', async () => {
  const vectors = await readVectors();
  const { encoder, weights } = await loadEncoder(vectorPath('clip-tiny'), 'clip-vit');
  const { classToken, maskTokens, hidden } = encoder.encode(weights, imageInput(vectors), {
    ...evaluation(tensorOf<Tensor3D>(vectors, 'clip.mask_token')),
    adapters: adapterVectors(vectors, 'clip.vision_model.'),
    visibility: 'readonly',
  });
  expect(largestDifference(classToken, tensorOf(vectors, 'clip_readonly.cls_out'))).toBeLessThan(tolerance);
  expect(largestDifference(maskTokens[0], tensorOf(vectors, 'clip_readonly.mt_out'))).toBeLessThan(tolerance);
  expect(largestDifference(hidden, tensorOf(vectors, 'clip_readonly.hidden'))).toBeLessThan(tolerance);
});
