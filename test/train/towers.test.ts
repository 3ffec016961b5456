import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { Modality } from '../../model/design.ts';
import { type EncodeOptions, learnsNothing } from '../../model/encoder.ts';
import { methods, traitsOf } from '../../model/methods.ts';
import { predict } from '../../train/predict.ts';
import { encodeTokens, encodeTower } from '../../train/towers.ts';
import { randomInput } from './inputs.ts';
import { gaps, largestDifference, planOf, scoresOf, smallModel } from './small-models.ts';

const plain: EncodeOptions = {
  training: false,
  seed: [0, 0],
  frozenDropout: 0,
  learns: learnsNothing,
  visibility: 'full',
};

const two = methods.filter((method) => traitsOf(method).reads === 'all');

describe.each(two)('scores of %s', (method) => {
  it('do not depend on whether encoders skip missing input or read a placeholder', async () => {
    const scores = [];
    for (const missingInput of [
      { compute: 'skip', placeholder: 'zeros' },
      { compute: 'placeholder', placeholder: 'zeros' },
    ] as const) {
      const { model, learnable } = await smallModel(method, ['image', 'text'], { missingInput });
      scores.push(scoresOf(model, learnable, planOf(gaps)));
    }
    expect(largestDifference(scores[0] as Tensor, scores[1] as Tensor)).toBeLessThan(1e-5);
  });

  it('follow their samples when a batch is put in another order', async () => {
    const order = [3, 0, 4, 2, 1];
    const { model, learnable } = await smallModel(method, ['image', 'text']);
    const straight = scoresOf(model, learnable, planOf(gaps));
    const moved = planOf(gaps.map((mask) => order.map((row) => mask[row] ?? 0)));
    const found = scoresOf(model, learnable, moved, order);
    expect(largestDifference(found, tf.gather(straight, tf.tensor1d(order, 'int32')))).toBeLessThan(1e-5);
  });
});

it('refuses a row without any modality', async () => {
  const { model, learnable } = await smallModel('u2a', ['image', 'text']);
  expect(() =>
    scoresOf(
      model,
      learnable,
      planOf([
        [1, 0],
        [1, 0],
      ]),
    ),
  ).toThrow(/row 1/);
});

describe('the class token', () => {
  it.each<Modality>(['image', 'text', 'audio'])(
    'of %s is that of the plain encoder while B is 0 and mask tokens are read-only',
    async (modality) => {
      const maskToken = { mode: 'pairwise', visibility: 'readonly' } as const;
      const { model, learnable } = await smallModel('u2a', [modality, 'video'], { maskToken });
      const start = Object.entries(learnable).map(([name, tensor]) => {
        return [name, name.endsWith('.B') ? tf.zerosLike(tensor) : tensor] as const;
      });
      const input = randomInput(modality, 3);
      const [tower] = model.design.towers;
      const [weights] = model.weights;
      if (tower === undefined || weights === undefined) throw new Error('no tower');
      const expected = tf.tidy(() => tower.encoder.encode(weights, input, plain).classToken);
      const plan = planOf([
        [1, 1, 1],
        [1, 1, 1],
      ]);
      const found = encodeTower(model, Object.fromEntries(start), 0, input, plan);
      expect(largestDifference(found.classToken, expected)).toBeLessThan(1e-5);
    },
  );
});

describe('an empty input', () => {
  it('of text is [CLS] [SEP], of pictures zeros or ones', async () => {
    const plan = {
      selected: [
        [0, 1],
        [1, 0],
      ],
      encoded: [
        [0, 1],
        [1, 0],
      ],
    };
    for (const placeholder of ['zeros', 'ones'] as const) {
      const missingInput = { compute: 'skip', placeholder } as const;
      const { model, learnable } = await smallModel('late-placeholder', ['image', 'text'], { missingInput });
      const inputs = [randomInput('image', 2), randomInput('text', 2)];
      const [image, text] = encodeTokens(model, learnable, inputs, plan);
      const pixels = tf.fill([1, 32, 32, 3], placeholder === 'ones' ? 1 : 0) as Tensor4D;
      const ids = tf.tensor2d([[1, 2]], undefined, 'int32');
      const all = planOf([[1], [1]]);
      const emptyPicture = encodeTower(model, learnable, 0, { kind: 'image', pixels }, all).classToken;
      const attentionMask = tf.onesLike(ids);
      const emptyText = encodeTower(
        model,
        learnable,
        1,
        { kind: 'text', ids, attentionMask },
        all,
      ).classToken;
      expect(
        largestDifference(tf.slice(image?.classToken as Tensor2D, [0, 0], [1, -1]), emptyPicture),
      ).toBeLessThan(1e-5);
      expect(
        largestDifference(tf.slice(text?.classToken as Tensor2D, [1, 0], [1, -1]), emptyText),
      ).toBeLessThan(1e-5);
    }
  });
});

describe('the frames of a video', () => {
  const fuses = ['mean', 'max', 'concat-tokens'] as const;

  it('are fused as the option says, class tokens and proxies alike', async () => {
    const input = randomInput('video', 3);
    if (input.kind !== 'image') throw new Error('not a video');
    const plan = planOf([
      [1, 1, 1],
      [1, 1, 1],
    ]);
    const single = planOf([new Array(6).fill(1), new Array(6).fill(1)]);
    const found = await Promise.all(
      fuses.map(async (fuse) => {
        const { model, learnable } = await smallModel('u2a', ['video', 'text'], { video: { fuse } });
        return { model, learnable, tokens: encodeTower(model, learnable, 0, input, plan) };
      }),
    );
    const [mean, max, concat] = found;
    if (!mean || !max || !concat) throw new Error('not every fusion ran');
    const each = encodeTower(mean.model, mean.learnable, 0, { kind: 'image', pixels: input.pixels }, single);
    for (const of of ['classToken', 'proxies'] as const) {
      const pick = (tokens: typeof each) =>
        of === 'classToken' ? tokens.classToken : (tokens.proxies[0] as Tensor2D);
      const frames = tf.reshape(pick(each), [3, 2, -1]);
      expect(largestDifference(pick(mean.tokens), tf.mean(frames, 1))).toBeLessThan(1e-5);
      expect(largestDifference(pick(max.tokens), tf.max(frames, 1))).toBeLessThan(1e-5);
      expect(pick(concat.tokens).shape).toEqual([3, 64]);
      expect(largestDifference(pick(concat.tokens), pick(mean.tokens))).toBeGreaterThan(1e-3);
    }
  });

  it.each(fuses)('with %s can be missing as one', async (fuse) => {
    const available = [
      [1, 0, 1],
      [1, 1, 0],
    ];
    const scores = [];
    for (const compute of ['skip', 'placeholder'] as const) {
      const changes = { video: { fuse }, missingInput: { compute, placeholder: 'zeros' } } as const;
      const { model, learnable } = await smallModel('u2a', ['video', 'audio'], changes);
      scores.push(scoresOf(model, learnable, planOf(available)));
    }
    expect(largestDifference(scores[0] as Tensor, scores[1] as Tensor)).toBeLessThan(1e-5);
  });
});

describe('prompts by case', () => {
  it.each(['mean', 'concat-tokens'] as const)(
    'are those of the whole video, its frames fused by %s',
    async (fuse) => {
      const { model, learnable } = await smallModel('map', ['video', 'audio'], { video: { fuse } });
      const input = randomInput('video', 3);
      const tokens = (audio: number[]) =>
        encodeTower(model, learnable, 0, input, planOf([[1, 1, 1], audio])).classToken;
      const [complete, lacking, mixed] = [tokens([1, 1, 1]), tokens([0, 0, 0]), tokens([1, 0, 1])];
      const takes = tf.tensor2d([[1], [0], [1]]);
      const expected = tf.add(tf.mul(complete, takes), tf.mul(lacking, tf.sub(1, takes)));
      expect(largestDifference(mixed, expected)).toBeLessThan(1e-5);
      expect(largestDifference(complete, lacking)).toBeGreaterThan(1e-2);
    },
  );

  it('are those of the modalities that a sample lacks', async () => {
    const { model, learnable } = await smallModel('map', ['image', 'text']);
    const input = randomInput('image', 4);
    const tokens = (text: number[]) =>
      encodeTower(model, learnable, 0, input, planOf([[1, 1, 1, 1], text])).classToken;
    const [complete, lacking, mixed] = [tokens([1, 1, 1, 1]), tokens([0, 0, 0, 0]), tokens([1, 0, 0, 1])];
    expect(largestDifference(complete, lacking)).toBeGreaterThan(1e-2);
    const takes = tf.tensor2d([[1], [0], [0], [1]]);
    const expected = tf.add(tf.mul(complete, takes), tf.mul(lacking, tf.sub(1, takes)));
    expect(largestDifference(mixed, expected)).toBeLessThan(1e-5);
  });
});

describe('scores of an ensemble', () => {
  it('are the log of the mean probability, or its logit where classes are independent', async () => {
    const { model, learnable } = await smallModel('ensemble', ['image', 'text']);
    const inputs = [randomInput('image', 2), randomInput('text', 2)];
    const plan = planOf([
      [1, 0],
      [1, 1],
    ]);
    const tokens = encodeTokens(model, learnable, inputs, plan);
    const single = predict(model.design, learnable, tokens, plan.selected);
    const sums = tf.sum(tf.exp(single), 1).dataSync();
    for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
    const several = predict(model.design, learnable, tokens, plan.selected, true);
    const text = learnable['text.head.weight'] as Tensor2D;
    const logits = tf.add(
      tf.matMul(tokens[1]?.classToken as Tensor2D, text, false, true),
      learnable['text.head.bias'] as Tensor,
    );
    expect(
      largestDifference(tf.slice(several, [1, 0], [1, -1]), tf.slice(logits, [1, 0], [1, -1]) as Tensor2D),
    ).toBeLessThan(1e-4);
  });
});
