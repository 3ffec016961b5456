import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rank } from '@tensorflow/tfjs-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '../../data/sources/weight-presets.ts';
import { tf } from '../../model/backend.ts';
import { requireReadableText } from '../../model/input-limits.ts';
import { encoderOf, initialise, loadEncoder, writeEncoder } from '../../model/load-encoder.ts';
import { readTensors, type TensorValues, writeTensors } from '../../tensor/safetensors.ts';
import { evaluation, largestDifference, vectorPath } from './reference.ts';

const root = await mkdtemp(join(tmpdir(), 'encoder-'));
afterAll(() => rm(root, { recursive: true }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
});

const architectures = [
  { architecture: 'clip-vit', source: 'clip-tiny', prefix: 'vision_model.' },
  { architecture: 'bert', source: 'bert-tiny', prefix: '' },
  { architecture: 'ast', source: 'ast-tiny', prefix: '' },
] as const;

async function readJson(file: string) {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Writes the vectors' checkpoint with other tensors or another configuration into the case's folder. */
async function rewrite(
  source: string,
  change: (tensors: TensorValues) => TensorValues,
  config: (json: { [key: string]: unknown }) => unknown = (json) => json,
): Promise<void> {
  await writeTensors(
    join(folder, 'model.safetensors'),
    change(await readTensors(vectorPath(`${source}/model.safetensors`))),
  );
  await writeFile(
    join(folder, 'config.json'),
    JSON.stringify(config(await readJson(vectorPath(`${source}/config.json`)))),
  );
}

function renamed(tensors: TensorValues, rename: (name: string) => string): TensorValues {
  return Object.fromEntries(Object.entries(tensors).map(([name, value]) => [rename(name), value]));
}

const one = { shape: [1], data: Float32Array.of(1) };

describe.each(architectures)('a $architecture folder', ({ architecture, source, prefix }) => {
  it('is written byte for byte as transformers wrote it', async () => {
    const { encoder, weights, config } = await loadEncoder(vectorPath(source), architecture);
    await writeEncoder(folder, config, encoder, weights);
    const [ours, theirs] = [join(folder, 'model.safetensors'), vectorPath(`${source}/model.safetensors`)];
    expect((await readFile(ours)).equals(await readFile(theirs))).toBe(true);
    expect(await readJson(join(folder, 'config.json'))).toEqual(
      await readJson(vectorPath(`${source}/config.json`)),
    );
  });

  it('holds what was initialised after writing and loading', async () => {
    const { encoder, config } = await loadEncoder(vectorPath(source), architecture);
    const weights = initialise(encoder, 3);
    await writeEncoder(join(folder, 'new/folder'), config, encoder, weights);
    const loaded = await loadEncoder(join(folder, 'new/folder'), architecture);
    expect(Object.keys(loaded.weights).sort()).toEqual(Object.keys(encoder.tensors).sort());
    for (const [name, tensor] of Object.entries(loaded.weights)) {
      expect(largestDifference(tensor, weights[name] ?? tf.scalar(NaN))).toBe(0);
    }
  });

  it('reports every missing, unknown and wrongly shaped tensor at once', async () => {
    await rewrite(source, (tensors) => {
      const [first = '', second = '', ...rest] = Object.keys(tensors);
      const kept = Object.fromEntries(rest.map((name) => [name, tensors[name] ?? one]));
      return { ...kept, [second]: { shape: [1], data: Int32Array.of(1) }, [`${first}.typo`]: one };
    });
    const [first = '', second = ''] = Object.keys(
      await readTensors(vectorPath(`${source}/model.safetensors`)),
    );
    const bare = (name: string) => name.slice(prefix.length);
    const error = await loadEncoder(folder, architecture).catch((error: Error) => error);
    expect(error).toMatchObject({ code: 'LAC4122' });
    const lines = String(error).split('\n').slice(1);
    const wanted = 'wanted \\[[\\d, ]+\\] of F32\\|F16\\|BF16';
    const perhaps = `found nothing; perhaps it is called "${first}.typo" there`;
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`^  "${bare(first)}": ${wanted}, ${perhaps}$`)),
        `  "${first}.typo": wanted nothing, found [1] of F32`,
        expect.stringMatching(new RegExp(`^  "${second}": ${wanted}, found \\[1\\] of I32$`)),
      ]),
    );
  });

  it('is read from shards as from one file', async () => {
    const whole = await loadEncoder(vectorPath(source), architecture);
    const tensors = Object.entries(await readTensors(vectorPath(`${source}/model.safetensors`)));
    const shards = [tensors.slice(0, 5), tensors.slice(5)];
    const map: Record<string, string> = {};
    for (const [number, entries] of shards.entries()) {
      const file = `model-0000${number + 1}-of-00002.safetensors`;
      await writeTensors(join(folder, file), Object.fromEntries(entries));
      for (const [name] of entries) map[name] = file;
    }
    await writeFile(join(folder, 'model.safetensors.index.json'), JSON.stringify({ weight_map: map }));
    await writeFile(join(folder, 'config.json'), JSON.stringify(whole.config));
    const { weights } = await loadEncoder(folder, architecture);
    expect(Object.keys(weights).sort()).toEqual(Object.keys(whole.weights).sort());
    for (const [name, tensor] of Object.entries(weights)) {
      expect(largestDifference(tensor, whole.weights[name] ?? tf.scalar(NaN))).toBe(0);
    }
  });

  it('with a seed in place of weights gets the weights that the seed draws', async () => {
    const { encoder, config } = await loadEncoder(vectorPath(source), architecture);
    await writeFile(join(folder, 'config.json'), JSON.stringify(config));
    await writeFile(join(folder, 'initial-weights.json'), '{"seed":7}');
    const [loaded, drawn] = [await loadEncoder(folder, architecture), initialise(encoder, 7)];
    expect(Object.keys(loaded.weights)).toEqual(Object.keys(drawn));
    for (const [name, tensor] of Object.entries(loaded.weights)) {
      expect(largestDifference(tensor, drawn[name] ?? tf.scalar(NaN))).toBe(0);
    }
  });

  it('is refused as one of the other architecture', async () => {
    const other = architecture === 'bert' ? 'clip-vit' : 'bert';
    await expect(loadEncoder(vectorPath(source), other)).rejects.toMatchObject({
      code: 'LAC4121',
      message: expect.stringContaining('model_type'),
    });
  });

  it('has random initial weights that depend on the seed', async () => {
    const { encoder } = await loadEncoder(vectorPath(source), architecture);
    const [weights, same, other] = [initialise(encoder, 1), initialise(encoder, 1), initialise(encoder, 2)];
    for (const [name, { initial, shape }] of Object.entries(encoder.tensors)) {
      const tensor = weights[name] ?? tf.scalar(NaN);
      expect(tensor.shape).toEqual(shape);
      expect(largestDifference(same[name] ?? tensor, tensor)).toBe(0);
      const { mean, variance } = tf.moments(tensor);
      const [centre = NaN, spread = NaN] = [mean.dataSync()[0], variance.dataSync()[0]];
      if (initial === 'normal') {
        expect(largestDifference(other[name] ?? tensor, tensor)).toBeGreaterThan(0.01);
        expect(Math.abs(centre)).toBeLessThan((4 * 0.02) / Math.sqrt(tensor.size));
        expect(Math.abs(Math.sqrt(spread) / 0.02 - 1)).toBeLessThan(4 / Math.sqrt(2 * tensor.size));
      } else expect([centre, spread]).toEqual([initial === 'ones' ? 1 : 0, 0]);
    }
  });
});

describe('names of other checkpoints', () => {
  it('of a full CLIP model: prefixes, the text tower, projections and position ids', async () => {
    const extra = [
      'text_model.final_layer_norm.weight',
      'visual_projection.weight',
      'text_projection.weight',
      'logit_scale',
    ];
    await rewrite(
      'clip-tiny',
      (tensors) => ({
        ...tensors,
        ...Object.fromEntries(extra.map((name) => [name, one])),
        'vision_model.embeddings.position_ids': { shape: [1, 17], data: new Int32Array(17) },
      }),
      (vision) => ({ model_type: 'clip', vision_config: vision, text_config: {} }),
    );
    const { encoder, weights } = await loadEncoder(folder, 'clip-vit');
    expect(Object.keys(weights).sort()).toEqual(Object.keys(encoder.tensors).sort());
  });

  it.each([
    ['bert.', 'a model with a task head'],
    ['model.', 'a wrapped model'],
    ['0.auto_model.', 'a sentence embedding model'],
  ])('with the prefix %s of %s', async (prefix) => {
    await rewrite('bert-tiny', (tensors) => ({
      ...renamed(tensors, (name) => prefix + name),
      'cls.predictions.bias': one,
      [`${prefix}embeddings.position_ids`]: { shape: [1, 48], data: new Int32Array(48) },
    }));
    const { encoder, weights } = await loadEncoder(folder, 'bert');
    expect(Object.keys(weights).sort()).toEqual(Object.keys(encoder.tensors).sort());
  });

  it('with the prefix and the classifier of an audio classification model', async () => {
    await rewrite('ast-tiny', (tensors) => ({
      ...renamed(tensors, (name) => `audio_spectrogram_transformer.${name}`),
      'classifier.layernorm.weight': one,
      'classifier.dense.weight': one,
    }));
    const { encoder, weights } = await loadEncoder(folder, 'ast');
    expect(Object.keys(weights).sort()).toEqual(Object.keys(encoder.tensors).sort());
  });

  it('with gamma and beta for layer norms', async () => {
    const old = (name: string) =>
      name.replace('LayerNorm.weight', 'LayerNorm.gamma').replace('LayerNorm.bias', 'LayerNorm.beta');
    await rewrite('bert-tiny', (tensors) => renamed(tensors, old));
    expect((await loadEncoder(folder, 'bert')).weights['embeddings.LayerNorm.weight']?.shape).toEqual([64]);
  });

  it('twice for one tensor are refused', async () => {
    await rewrite('bert-tiny', (tensors) => ({ ...tensors, 'bert.embeddings.LayerNorm.bias': one }));
    await expect(loadEncoder(folder, 'bert')).rejects.toThrow(
      /"(?:bert\.)?embeddings\.LayerNorm\.bias": wanted nothing, found the tensor that "(?:bert\.)?embeddings/,
    );
  });

  it('without the pooler, which is never run', async () => {
    const isPooler = (name: string) => name.startsWith('pooler.');
    await rewrite('bert-tiny', (tensors) =>
      Object.fromEntries(Object.entries(tensors).filter(([name]) => !isPooler(name))),
    );
    const { encoder, weights } = await loadEncoder(folder, 'bert');
    expect(Object.keys(weights).sort()).toEqual(
      Object.keys(encoder.tensors)
        .filter((name) => !isPooler(name))
        .sort(),
    );
  });
});

describe('a preset', () => {
  it.each([
    ['clip-vit-b16', 'clip-vit', 85_799_424],
    ['bert-base', 'bert', 109_482_240],
    ['ast-base', 'ast', 86_187_264],
  ] as const)('called %s has as many parameters as the published %s', (name, architecture, parameters) => {
    const { tensors } = encoderOf(architecture, presets[name] ?? {});
    const sizes = Object.values(tensors).map(({ shape }) => shape.reduce((size, side) => size * side, 1));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(parameters);
  });

  it.each([
    ['clip-vit-tiny', 'clip-vit'],
    ['bert-tiny', 'bert'],
    ['ast-tiny', 'ast'],
  ] as const)('called %s has two layers of width 32', (name, architecture) => {
    expect(encoderOf(architecture, presets[name] ?? {})).toMatchObject({ dim: 32, layers: 2 });
  });
});

describe('a configuration', () => {
  it('takes the defaults of transformers for absent fields', () => {
    expect(encoderOf('bert', { model_type: 'bert' })).toMatchObject({ dim: 768, layers: 12 });
    expect(encoderOf('bert', {}).tensors['embeddings.word_embeddings.weight']?.shape).toEqual([30522, 768]);
    expect(
      encoderOf('clip-vit', { vision_config: {} }).tensors['embeddings.patch_embedding.weight']?.shape,
    ).toEqual([768, 3, 32, 32]);
  });

  it.each([
    ['bert', { hidden_size: 10, num_attention_heads: 3 }, 'hidden_size 10 is not divisible'],
    ['bert', { hidden_size: '64' }, 'hidden_size is "64", not a positive integer'],
    ['bert', { hidden_act: 'relu' }, 'hidden_act is "relu"'],
    ['bert', { position_embedding_type: 'relative_key' }, 'relative_key'],
    ['bert', { model_type: 'roberta' }, 'model_type is "roberta"'],
    ['bert', { layer_norm_eps: -1, num_hidden_layers: 0 }, 'layer_norm_eps is -1'],
    ['clip-vit', { image_size: 30, patch_size: 16 }, 'image_size 30 is not divisible'],
    ['clip-vit', { num_channels: 1 }, 'num_channels'],
  ] as const)('of %s with %j is refused', (architecture, config, words) => {
    expect(() => encoderOf(architecture, config, 'x/config.json')).toThrow(words);
    expect(() => encoderOf(architecture, config, 'x/config.json')).toThrow('x/config.json');
  });

  it.each([
    ['is missing', undefined, 'ENOENT'],
    ['is not JSON', '{', 'JSON'],
    ['is a list', '[]', 'not a JSON object'],
  ])('that %s is refused', async (_, text, words) => {
    if (text !== undefined) await writeFile(join(folder, 'config.json'), text);
    await expect(loadEncoder(folder, 'bert')).rejects.toMatchObject({
      code: 'LAC4120',
      message: expect.stringContaining(words),
    });
  });
});

describe('inputs that an encoder cannot read', () => {
  it('are pictures of another size', async () => {
    const { encoder, weights } = await loadEncoder(vectorPath('clip-tiny'), 'clip-vit');
    const input = { kind: 'image', pixels: tf.zeros<Rank.R4>([1, 16, 32, 3]) } as const;
    expect(() => encoder.encode(weights, input, evaluation())).toThrow('pictures of 16 x 32 do not fit');
  });

  it('are texts that are too long or use another vocabulary', async () => {
    const { encoder, weights } = await loadEncoder(vectorPath('bert-tiny'), 'bert');
    const ids = tf.zeros([1, 49], 'int32');
    const input = { kind: 'text', ids, attentionMask: ids } as Parameters<typeof encoder.encode>[1];
    expect(() => encoder.encode(weights, input, evaluation())).toThrow('49 tokens');
    expect(() => requireReadableText(encoder, new Int32Array(8), 49)).toThrow('48 positions');
    expect(() => requireReadableText(encoder, Int32Array.of(299, 300), 48)).toThrow('id 300');
    expect(() => requireReadableText(encoder, Int32Array.of(-1), 48)).toThrow('id -1');
    expect(() => requireReadableText(encoder, Int32Array.of(0, 299), 48)).not.toThrow();
  });
});
