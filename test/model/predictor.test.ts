import { expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { predictProxies } from '../../model/predictor.ts';
import { design, fullSize, towersOf } from './designs.ts';

it('predicts each other modality by a perceptron with a GELU between its layers', () => {
  const towers = towersOf(['image', 'text', 'audio'], fullSize);
  const [image] = towers;
  if (image === undefined) throw new Error('no tower');
  const layer = (name: string, weight: number[][], bias: number[]) => ({
    [`image.predictor.${name}.weight`]: tf.tensor2d(weight),
    [`image.predictor.${name}.bias`]: tf.tensor1d(bias),
  });
  const learnable = {
    ...layer('text.0', [[1, -1]], [0.5]),
    ...layer('text.1', [[2], [3]], [0, 1]),
    ...layer('audio.0', [[0, 0]], [0]),
    ...layer('audio.1', [[1], [1]], [7, 8]),
  };
  const found = predictProxies(learnable, design('predictor', towers, 2), image, tf.tensor2d([[2, 1.5]]));
  // Hidden value 1; GELU(1) = 0.8413447461.
  const expected = [2 * 0.8413447461, 3 * 0.8413447461 + 1];
  const [text, audio] = found.map((proxy) => [...proxy.dataSync()]);
  for (const [index, value] of (text ?? []).entries())
    expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 5);
  expect(audio).toEqual([7, 8]);
  expect(found).toHaveLength(2);
});
