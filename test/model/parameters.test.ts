import type { Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import type { DesignOptions } from '../../model/design.ts';
import { encoderOf } from '../../model/load-encoder.ts';
import { type Method, methods } from '../../model/methods.ts';
import {
  adaptersOf,
  checkpointShapes,
  countParameters,
  createLearnable,
  layerOf,
  learnableShapes,
  maskTokensOf,
  weightsOf,
} from '../../model/parameters.ts';
import { defaults, design, fullSize, towersOf } from './designs.ts';

const imageText = towersOf(['image', 'text'], fullSize);
const audioVideo = towersOf(['audio', 'video'], fullSize);
const frozen = { imageText: 195_281_664, audioVideo: 171_986_688 };

describe('parameter counts, from shapes only', () => {
  it.each([
    ['Food-101', imageText, 101, 226_661, 195_508_325],
    ['MM-IMDb', imageText, 23, 166_679, 195_448_343],
    ['KS', audioVideo, 31, 172_831, 172_159_519],
    ['AVE', audioVideo, 28, 170_524, 172_157_212],
    ['CREMA-D', audioVideo, 6, 153_606, 172_140_294],
  ] as const)('of u2a on %s are those of the paper', (_, towers, classes, learnable, total) => {
    const base = towers === imageText ? frozen.imageText : frozen.audioVideo;
    expect(countParameters(design('u2a', towers, classes))).toEqual({ frozen: base, learnable, total });
  });

  const table: readonly (readonly [Method, number, number])[] = [
    ['u2a', 226_661, 172_831],
    ['probe', 77_669, 23_839],
    ['late-zero', 225_125, 171_295],
    ['late-placeholder', 225_125, 171_295],
    ['moddrop', 225_125, 171_295],
    ['static-token', 226_661, 172_831],
    ['u2a-noalign', 226_661, 172_831],
    ['u2a-nodrop', 226_661, 172_831],
    ['predictor', 1_407_077, 1_353_247],
    ['map', 372_581, 318_751],
    ['msp', 225_125, 171_295],
    ['bitfit', 283_493, 229_663],
    ['full-ft', 195_360_869, 172_012_063],
    ['mmlora', 225_125, 171_295],
    ['unimodal', 151_397, 97_567],
    ['ensemble', 302_794, 195_134],
  ];

  it('of every method on Food-101 and KS are those of the table, within a second', () => {
    const startedAt = performance.now();
    const reads = (method: Method, towers: typeof imageText) =>
      method === 'unimodal' ? towers.slice(0, 1) : towers;
    const found = table.map(([method]) => [
      method,
      countParameters(design(method, reads(method, imageText), 101)).learnable,
      countParameters(design(method, reads(method, audioVideo), 31)).learnable,
    ]);
    expect(found).toEqual(table);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(table.map(([method]) => method).sort()).toEqual([...methods].sort());
  });

  it.each([
    ['full-ft', 0, 195_360_869],
    ['bitfit', frozen.imageText - 205_824, frozen.imageText + 77_669],
  ] as const)('of %s count a weight that learns once', (method, rest, total) => {
    expect(countParameters(design(method, imageText, 101))).toMatchObject({ frozen: rest, total });
  });

  it.each<[string, Partial<DesignOptions>, number]>([
    [
      'with the layer norms of the text encoder learning',
      { trainable: { extra: ['text.layerNorm'] } },
      265_061,
    ],
    ['with those of the image encoder', { trainable: { extra: ['image.layerNorm'] } }, 226_661 + 39_936],
    ['at rank 4', { lora: { ...defaults.lora, rank: 4 } }, 226_661 + 3 * 147_456],
    [
      'with half of the targets',
      { lora: { ...defaults.lora, targets: ['query', 'value'] } },
      226_661 - 147_456 / 2,
    ],
    [
      'with adapters on the MLP too',
      { lora: { ...defaults.lora, targets: ['query', 'key', 'value', 'output', 'mlp-in', 'mlp-out'] } },
      226_661 + 2 * 12 * 2 * (768 + 3072),
    ],
    ['with a concatenated fusion', { fusion: 'concat' }, 226_661 + 768 * 101],
    ['with a mean', { fusion: 'mean' }, 226_661],
    ['with gates', { fusion: 'gate' }, 226_661 + 2 * (2 * 768 * 768 + 768)],
  ])('of u2a %s', (_, changes, learnable) => {
    expect(countParameters(design('u2a', imageText, 101, changes)).learnable).toBe(learnable);
  });

  it('keep the total of the paper when layer norms learn', () => {
    const { total } = countParameters(
      design('u2a', imageText, 101, { trainable: { extra: ['text.layerNorm'] } }),
    );
    expect(total).toBe(195_508_325);
  });

  it.each([
    ['pairwise', 3 * 2 * 768],
    ['shared', 3 * 768],
  ] as const)('of three modalities with %s mask tokens', (mode, tokens) => {
    const towers = towersOf(['image', 'text', 'audio'], fullSize);
    const options = { maskToken: { mode, visibility: 'full' } } as const;
    const { learnable } = countParameters(design('u2a', towers, 10, options));
    expect(learnable).toBe(3 * 73_728 + tokens + 769 * 10);
  });
});

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
const smallTowers = towersOf(['image', 'text'], small);
const lora = { ...defaults.lora, rank: 2, alpha: 6 };
const u2a = design('u2a', smallTowers, 5, { lora });

describe('learnable tensors', () => {
  it('are a mask token, adapters and a map for the narrower encoder, and the head', () => {
    const shapes = learnableShapes(
      design('u2a', smallTowers, 5, { lora: { ...lora, targets: ['query', 'output'] } }),
    );
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

  it.each<[Method, Record<string, readonly number[]>]>([
    ['probe', {}],
    ['static-token', { 'image.static_token': [1, 32], 'text.static_token': [1, 48] }],
    ['map', { 'image.prompts': [2, 2, 16, 32], 'text.prompts': [2, 1, 16, 48] }],
    ['msp', { 'image.prompts': [1, 2, 16, 32], 'text.prompts': [1, 1, 16, 48] }],
    [
      'predictor',
      {
        'image.predictor.text.0.weight': [24, 48],
        'image.predictor.text.0.bias': [24],
        'image.predictor.text.1.weight': [48, 24],
        'image.predictor.text.1.bias': [48],
        'text.predictor.image.0.weight': [24, 48],
        'text.predictor.image.0.bias': [24],
        'text.predictor.image.1.weight': [48, 24],
        'text.predictor.image.1.bias': [48],
      },
    ],
  ])('of %s besides adapters, maps and the head', (method, expected) => {
    const shapes = learnableShapes(design(method, smallTowers, 5));
    const rest = Object.entries(shapes).filter(([name]) => !/\.lora\.|\.map\.|^head\./.test(name));
    expect(Object.fromEntries(rest)).toEqual(expected);
  });

  it('of an ensemble are a head per modality at its own width, and no map', () => {
    const shapes = learnableShapes(design('ensemble', smallTowers, 5));
    expect(Object.keys(shapes).filter((name) => !name.includes('.lora.'))).toEqual([
      'image.head.weight',
      'image.head.bias',
      'text.head.weight',
      'text.head.bias',
    ]);
    expect(shapes['image.head.weight']).toEqual([5, 32]);
  });

  it('of bitfit are every bias, of full fine-tuning every weight', () => {
    const own = (method: Method) =>
      Object.keys(learnableShapes(design(method, smallTowers, 5))).filter((name) =>
        name.includes('.encoder.'),
      );
    const every = smallTowers.flatMap(({ modality, encoder }) =>
      Object.keys(encoder.tensors).map((name) => `${modality}.encoder.${name}`),
    );
    expect(own('full-ft').sort()).toEqual([...every].sort());
    expect(own('bitfit').sort()).toEqual(every.filter((name) => name.endsWith('.bias')).sort());
  });

  it('are all that a checkpoint holds, but for encoders that were tuned before', () => {
    expect(checkpointShapes(u2a)).toEqual(learnableShapes(u2a));
    const mmlora = design('mmlora', smallTowers, 5);
    const extra = Object.keys(checkpointShapes(mmlora)).filter((name) => !(name in learnableShapes(mmlora)));
    expect(extra).toHaveLength(
      Object.keys(small.image.tensors).length + Object.keys(small.text.tensors).length,
    );
  });

  it('start as the method says', () => {
    const initial = createLearnable(u2a, 0);
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

  it('leave out weights of encoders, which start as loaded', () => {
    const initial = createLearnable(design('bitfit', smallTowers, 5), 0);
    expect(Object.keys(initial)).toEqual(['image.map.weight', 'image.map.bias', 'head.weight', 'head.bias']);
  });

  it('depend on the seed, and each on its own name only', () => {
    const [first, same, other] = [0, 0, 1].map((seed) => createLearnable(u2a, seed));
    const without = createLearnable(design('late-zero', smallTowers, 5), 0);
    expect(same).toEqual(first);
    expect(other?.['head.weight']?.data).not.toEqual(first?.['head.weight']?.data);
    expect(without['head.weight']).toEqual(first?.['head.weight']);
    expect(first?.['image.map.bias']?.data).not.toEqual(first?.['text.mask_token']?.data);
  });

  it('reach the encoders as adapters, mask tokens, maps and weights', () => {
    const initial = Object.entries(createLearnable(u2a, 0));
    const tensors: { [name: string]: Tensor } = Object.fromEntries(
      initial.map(([name, { shape, data }]) => [name, tf.tensor(data, [...shape])]),
    );
    const [image] = smallTowers;
    if (image === undefined) throw new Error('no tower');
    const adapters = adaptersOf(tensors, image, lora);
    expect(adapters).toMatchObject({ scale: 3, dropout: 0.1 });
    expect(Object.keys(adapters.matrices)).toEqual(small.image.projections(lora.targets));
    expect(adapters.matrices['encoder.layers.1.self_attn.k_proj']?.B).toBe(
      tensors['image.lora.encoder.layers.1.self_attn.k_proj.B'],
    );
    expect(maskTokensOf(tensors, 'text')).toBe(tensors['text.mask_token']);
    expect(layerOf(tensors, 'image.map')?.weight).toBe(tensors['image.map.weight']);
    expect(layerOf(tensors, 'text.map')).toBeUndefined();
    const [loaded, learned] = [tf.zeros([1]), tf.ones([1])];
    expect(
      weightsOf({ 'image.encoder.a': learned, 'text.encoder.b': learned }, 'image', { a: loaded, b: loaded }),
    ).toEqual({ a: learned, b: loaded });
  });

  it('of a rank beyond the width are refused', () => {
    const wide = design('u2a', smallTowers, 5, { lora: { ...lora, rank: 33 } });
    expect(() => createLearnable(wide, 0)).toThrow('rank 33 exceeds 32');
  });
});
