import type { Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { encoderOf } from '../../model/load-encoder.ts';
import {
  adaptersOf,
  countParameters,
  createLearnable,
  type LearnableOptions,
  learnableShapes,
  maskTokenOf,
  widthMapOf,
} from '../../model/parameters.ts';

const lora = { rank: 1, alpha: 1, dropout: 0.1, targets: ['query', 'key', 'value', 'output'] } as const;
const base = {
  image: encoderOf('clip-vit', { model_type: 'clip_vision_model', patch_size: 16 }),
  text: encoderOf('bert', { model_type: 'bert' }),
};
const small = {
  image: encoderOf('clip-vit', {
    hidden_size: 32,
    num_attention_heads: 4,
    num_hidden_layers: 2,
    intermediate_size: 64,
    image_size: 16,
    patch_size: 8,
  }),
  text: encoderOf('bert', {
    hidden_size: 48,
    num_attention_heads: 4,
    num_hidden_layers: 1,
    intermediate_size: 64,
    vocab_size: 50,
  }),
};

describe('parameter counts, from shapes only', () => {
  it.each([
    ['Food-101', 101, 'u2a', 226_661],
    ['Food-101', 101, 'late-zero', 225_125],
    ['MM-IMDb', 23, 'u2a', 166_679],
  ] as const)('of ViT-B/16 and BERT-base on %s with %i classes, %s', (_, classes, method, learnable) => {
    const frozen = 195_281_664;
    const counts = countParameters({ encoders: base, method, lora, classes });
    expect(counts).toEqual({ frozen, learnable, total: frozen + learnable });
  });

  it('grow with the rank and shrink with the targets', () => {
    const options = { encoders: base, method: 'u2a', classes: 101 } as const;
    const { learnable } = countParameters({ ...options, lora: { ...lora, rank: 4 } });
    expect(learnable - 226_661).toBe(3 * 147_456);
    const half = countParameters({ ...options, lora: { ...lora, targets: ['query', 'value'] } });
    expect(226_661 - half.learnable).toBe(147_456 / 2);
  });
});

const options: LearnableOptions = {
  encoders: small,
  method: 'u2a',
  lora: { ...lora, rank: 2, alpha: 6 },
  classes: 5,
};

describe('learnable tensors', () => {
  it('are a mask token, adapters and a map for the narrower encoder, and the head', () => {
    const shapes = learnableShapes({ ...options, lora: { ...options.lora, targets: ['query', 'output'] } });
    expect(shapes).toEqual({
      'image.mask_token': [1, 1, 32],
      'image.lora.encoder.layers.0.self_attn.q_proj.A': [2, 32],
      'image.lora.encoder.layers.0.self_attn.q_proj.B': [32, 2],
      'image.lora.encoder.layers.0.self_attn.out_proj.A': [2, 32],
      'image.lora.encoder.layers.0.self_attn.out_proj.B': [32, 2],
      'image.lora.encoder.layers.1.self_attn.q_proj.A': [2, 32],
      'image.lora.encoder.layers.1.self_attn.q_proj.B': [32, 2],
      'image.lora.encoder.layers.1.self_attn.out_proj.A': [2, 32],
      'image.lora.encoder.layers.1.self_attn.out_proj.B': [32, 2],
      'image.map.weight': [48, 32],
      'image.map.bias': [48],
      'text.mask_token': [1, 1, 48],
      'text.lora.encoder.layer.0.attention.self.query.A': [2, 48],
      'text.lora.encoder.layer.0.attention.self.query.B': [48, 2],
      'text.lora.encoder.layer.0.attention.output.dense.A': [2, 48],
      'text.lora.encoder.layer.0.attention.output.dense.B': [48, 2],
      'head.weight': [5, 48],
      'head.bias': [5],
    });
  });

  it('have no mask token in late-zero', () => {
    const names = Object.keys(learnableShapes({ ...options, method: 'late-zero' }));
    expect(names.filter((name) => name.includes('mask_token'))).toEqual([]);
  });

  it('start as the method says', () => {
    const initial = createLearnable({ ...options, seed: 0 });
    for (const [name, { shape, data }] of Object.entries(initial)) {
      const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      expect(data.length).toBe(shape.reduce((product, side) => product * side, 1));
      if (name.endsWith('.B')) expect(largest).toBe(0);
      else if (name.endsWith('mask_token')) {
        expect(largest).toBeLessThan(0.1);
        expect(largest).toBeGreaterThan(0.02);
      } else {
        const bound = 1 / Math.sqrt(name.startsWith('head') || name.startsWith('text') ? 48 : 32);
        expect(largest, name).toBeLessThanOrEqual(bound);
        expect(largest, name).toBeGreaterThan(bound / 3);
      }
    }
  });

  it('depend on the seed, and each on its own name only', () => {
    const [first, same, other] = [0, 0, 1].map((seed) => createLearnable({ ...options, seed }));
    const without = createLearnable({ ...options, method: 'late-zero', seed: 0 });
    expect(same).toEqual(first);
    expect(other?.['head.weight']?.data).not.toEqual(first?.['head.weight']?.data);
    expect(without['head.weight']).toEqual(first?.['head.weight']);
    expect(first?.['image.map.bias']?.data).not.toEqual(first?.['text.mask_token']?.data);
  });

  it('reach the encoders as adapters, mask tokens and maps', () => {
    const initial = Object.entries(createLearnable({ ...options, seed: 0 }));
    const tensors: { [name: string]: Tensor } = Object.fromEntries(
      initial.map(([name, { shape, data }]) => [name, tf.tensor(data, [...shape])]),
    );
    const adapters = adaptersOf(tensors, 'image', small.image, options.lora);
    expect(adapters).toMatchObject({ scale: 3, dropout: 0.1 });
    expect(Object.keys(adapters.matrices)).toEqual(small.image.projections(options.lora.targets));
    expect(adapters.matrices['encoder.layers.1.self_attn.k_proj']?.B).toBe(
      tensors['image.lora.encoder.layers.1.self_attn.k_proj.B'],
    );
    expect(maskTokenOf(tensors, 'text')).toBe(tensors['text.mask_token']);
    expect(widthMapOf(tensors, 'image')?.weight).toBe(tensors['image.map.weight']);
    expect(widthMapOf(tensors, 'text')).toBeUndefined();
  });

  it('of a rank beyond the width are refused', () => {
    expect(() => createLearnable({ ...options, lora: { ...lora, rank: 33 }, seed: 0 })).toThrow(
      'rank 33 exceeds 32',
    );
  });
});
