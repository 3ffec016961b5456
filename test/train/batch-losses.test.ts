import type { Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { DesignOptions } from '../../model/design.ts';
import type { RowMasks } from '../../model/fusion.ts';
import { encoderOf, initialise } from '../../model/load-encoder.ts';
import { type Method, traitsOf } from '../../model/methods.ts';
import { createLearnable, type Learnable } from '../../model/parameters.ts';
import { batchLosses } from '../../train/batch-losses.ts';
import { differentiate } from '../../train/differentiate.ts';
import { planRows } from '../../train/modality-dropout.ts';
import { toTensors } from '../../train/model-file.ts';
import type { Model } from '../../train/towers.ts';
import { randomInput } from './inputs.ts';
import { gaps, largestDifference, planOf, scoresOf, smallModel } from './small-models.ts';

function lossesOf(
  model: Model,
  learnable: Learnable,
  available: RowMasks,
  dropped: (number | undefined)[] = [],
) {
  const rows = available[0]?.length ?? 0;
  const plan = planRows(available, dropped, 'select');
  return tf.tidy(() => {
    const inputs = model.design.towers.map(({ modality }) => randomInput(modality, rows));
    const labels = tf.tensor1d(
      Array.from({ length: rows }, (_, row) => row % 4),
      'int32',
    );
    const objective = { lambda: 0.2, alignTarget: 'grad' } as const;
    return differentiate(learnable, (current) =>
      batchLosses(model, objective, current, { inputs, labels }, plan),
    );
  });
}

describe('a batch in which no sample is complete', () => {
  it('has a finite loss, and the gradient of a model that does not align', async () => {
    const apart = [
      [1, 0, 1],
      [0, 1, 0],
    ];
    const { model, learnable } = await smallModel('u2a', ['image', 'text']);
    const found = lossesOf(model, learnable, apart);
    expect(found.values['align']).toBe(0);
    expect(Number.isFinite(found.values.loss)).toBe(true);
    const without = { ...model, design: { ...model.design, traits: traitsOf('u2a-noalign') } };
    const expected = lossesOf(without, learnable, apart);
    expect(found.values['task']).toBe(expected.values['task']);
    expect(Object.keys(found.gradients)).toEqual(Object.keys(expected.gradients));
    for (const [name, gradient] of Object.entries(found.gradients))
      expect(largestDifference(gradient, expected.gradients[name] as Tensor), name).toBeLessThan(1e-7);
  });
});

describe('gradients', () => {
  it.each<Method>(['u2a', 'static-token', 'predictor', 'map', 'msp', 'bitfit', 'full-ft'])(
    'of %s reach every tensor that learns, but for the pooler that is not run',
    async (method) => {
      const { model, learnable } = await smallModel(method, ['image', 'text']);
      const { gradients } = lossesOf(model, learnable, gaps);
      const silent = Object.keys(learnable).filter((name) => {
        const gradient = gradients[name];
        return gradient === undefined || tf.max(tf.abs(gradient)).dataSync()[0] === 0;
      });
      expect(silent.filter((name) => !name.includes('pooler'))).toEqual([]);
    },
  );

  it('reach layer norms that learn besides, and a gate', async () => {
    const changes: Partial<DesignOptions> = { trainable: { extra: ['text.layerNorm'] }, fusion: 'gate' };
    const { model, learnable } = await smallModel('u2a', ['image', 'text'], changes);
    const { gradients } = lossesOf(model, learnable, gaps);
    expect(Object.keys(gradients).sort()).toEqual(Object.keys(learnable).sort());
    expect(Object.keys(gradients).filter((name) => name.includes('LayerNorm'))).toHaveLength(2 * 7);
  });
});

describe('encoders of different width', () => {
  it('meet at the wider one, whatever an encoder skips', async () => {
    const { model, learnable } = await smallModel('u2a', ['image', 'text']);
    const narrow = encoderOf('clip-vit', {
      hidden_size: 32,
      num_attention_heads: 4,
      num_hidden_layers: 2,
      intermediate_size: 64,
      image_size: 32,
      patch_size: 8,
    });
    const towers = [{ modality: 'image', encoder: narrow } as const, ...model.design.towers.slice(1)];
    const design = { ...model.design, towers };
    const mixed = { design, weights: [initialise(narrow, 1), ...model.weights.slice(1)] };
    const own = toTensors(createLearnable(design, 5));
    const text = Object.entries(learnable).filter(([name]) => name.startsWith('text.'));
    const all = { ...own, ...Object.fromEntries(text), 'image.map.bias': tf.ones([64]) };
    const skip = scoresOf(mixed, all, planOf(gaps));
    const other = { ...design, missingInput: { compute: 'placeholder', placeholder: 'zeros' } } as const;
    expect(largestDifference(skip, scoresOf({ ...mixed, design: other }, all, planOf(gaps)))).toBeLessThan(
      1e-5,
    );
    const { values, gradients } = lossesOf(mixed, all, gaps);
    expect(Number.isFinite(values.loss)).toBe(true);
    expect(gradients['image.map.weight']?.shape).toEqual([64, 32]);
  });
});

describe('three modalities', () => {
  const patterns = [
    [1, 1, 0, 0],
    [1, 0, 1, 0],
    [1, 1, 1, 1],
  ];

  it.each([
    ['u2a', 'pairwise'],
    ['u2a', 'shared'],
    ['predictor', 'pairwise'],
    ['map', 'pairwise'],
    ['ensemble', 'pairwise'],
    ['late-placeholder', 'pairwise'],
  ] as const)('train with %s and %s mask tokens', async (method, mode) => {
    const maskToken = { mode, visibility: 'full' } as const;
    const { model, learnable } = await smallModel(method, ['image', 'text', 'audio'], { maskToken });
    const { values, gradients } = lossesOf(model, learnable, patterns);
    expect(Object.values(values).every(Number.isFinite)).toBe(true);
    expect(Object.keys(gradients).sort()).toEqual(Object.keys(learnable).sort());
    const skip = scoresOf(model, learnable, planOf(patterns));
    const other = {
      ...model.design,
      missingInput: { compute: 'placeholder', placeholder: 'zeros' },
    } as const;
    const placeholder = scoresOf({ ...model, design: other }, learnable, planOf(patterns));
    expect(largestDifference(skip, placeholder)).toBeLessThan(1e-5);
  });
});
