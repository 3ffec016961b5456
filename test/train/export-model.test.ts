import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTensors, type TensorValues, writeTensors } from '../../tensor/safetensors.ts';
import { exportModel } from '../../train/export-model.ts';
import type { BaseEncoders, ExportForm } from '../../train/export-readme.ts';
import { type TempFolder, tempFolder } from '../rig/cli.ts';
import { learnedTensors, lora, projectionsOf, randomTensor, writeTrainedModel } from './trained-model.ts';

const vectors = fileURLToPath(new URL('../vectors/encoders/', import.meta.url));
const towers = {
  image: { architecture: 'clip-vit', dim: 64, projections: projectionsOf('clip-vit', 3) },
  text: { architecture: 'bert', dim: 64, projections: projectionsOf('bert', 3) },
} as const;
const encoders: BaseEncoders = {
  image: { directory: join(vectors, 'clip-tiny'), source: 'hub:acme/clip@abc123', digest: 'sha256-1' },
  text: { directory: join(vectors, 'bert-tiny'), source: './bert', digest: 'sha256-2' },
};
const learned = learnedTensors(towers);
let folder: TempFolder;
let model: string;
let target: string;

beforeEach(async () => {
  folder = await tempFolder();
  model = join(folder.path, 'model');
  target = join(folder.path, 'out', 'exported');
  await writeTrainedModel(model, towers, learned);
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

const run = (form: ExportForm, change: Partial<Parameters<typeof exportModel>[0]> = {}) =>
  exportModel({ form, model, encoders, target, ...change });
const read = (...path: string[]) => readTensors(join(target, ...path, 'model.safetensors'));
const shapesOf = (tensors: TensorValues) =>
  Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, [...shape]]));
const rest = {
  'image.mask_token': [1, 1, 64],
  'text.mask_token': [1, 1, 64],
  'head.weight': [5, 64],
  'head.bias': [5],
};

describe('the whole model', () => {
  test('has its own files and those of its encoders, byte for byte', async () => {
    await run('model');
    const pairs = [
      [join(model, 'model.json'), 'model.json'],
      [join(model, 'model.safetensors'), 'model.safetensors'],
      [join(model, 'log.ndjson'), 'log.ndjson'],
      [join(vectors, 'clip-tiny/config.json'), 'encoders/image/config.json'],
      [join(vectors, 'bert-tiny/model.safetensors'), 'encoders/text/model.safetensors'],
    ] as const;
    for (const [from, to] of pairs) expect(await readFile(join(target, to))).toEqual(await readFile(from));
  });

  test('can be written to, even where its source is read-only', async () => {
    await chmod(join(model, 'model.json'), 0o444);
    await run('model');
    await writeFile(join(target, 'model.json'), '{}');
  });
});

describe('adapters for PEFT', () => {
  test.each([
    ['image', 'vision_model.encoder.layers.2.self_attn.out_proj', 'acme/clip', 'abc123'],
    ['text', 'encoder.layer.2.attention.output.dense', null, null],
  ])(
    'of %s name each projection in full and carry its matrices',
    async (modality, module, name, revision) => {
      await run('peft');
      const config = JSON.parse(await readFile(join(target, modality, 'adapter_config.json'), 'utf8'));
      expect(config).toMatchObject({
        peft_type: 'LORA',
        task_type: null,
        inference_mode: true,
        bias: 'none',
        r: 2,
        lora_alpha: 3,
        lora_dropout: 0.1,
        base_model_name_or_path: name,
        revision,
      });
      expect(config.target_modules).toHaveLength(12);
      expect(config.target_modules).toContain(module);
      const tensors = await readTensors(join(target, modality, 'adapter_model.safetensors'));
      expect(Object.keys(tensors)).toHaveLength(24);
      const projection = module.replace('vision_model.', '');
      for (const letter of ['A', 'B'])
        expect(tensors[`base_model.model.${module}.lora_${letter}.weight`]).toEqual(
          learned[`${modality}.lora.${projection}.${letter}`],
        );
    },
  );

  test('leave mask tokens and head in a file beside them', async () => {
    await run('peft');
    expect(shapesOf(await readTensors(join(target, 'rest.safetensors')))).toEqual(rest);
  });

  test('leave weights that were trained themselves there too, and say what they replace', async () => {
    const name = 'image.encoder.post_layernorm.weight';
    await writeTensors(join(model, 'model.safetensors'), { ...learned, [name]: randomTensor(name, [64]) });
    await run('peft');
    const tensors = await readTensors(join(target, 'rest.safetensors'));
    expect(shapesOf(tensors)).toEqual({ ...rest, [name]: [64] });
    expect(await readFile(join(target, 'README.md'), 'utf8')).toContain('takes the place of the weight');
  });

  test('are refused for a model that has none', async () => {
    const own = Object.fromEntries(Object.entries(learned).filter(([name]) => !name.includes('.lora.')));
    await writeTensors(join(model, 'model.safetensors'), own);
    await expect(run('peft')).rejects.toMatchObject({ code: 'LAC4303' });
    expect(await readdir(join(folder.path, 'out'))).toEqual([]);
  });
});

describe('merged encoders', () => {
  test.each(['image', 'text'] as const)(
    'of %s add alpha / rank B A to the adapted weights only',
    async (modality) => {
      await run('merged');
      const prefix = modality === 'image' ? 'vision_model.' : '';
      const before = await readTensors(join(encoders[modality]?.directory ?? '', 'model.safetensors'));
      const after = await read(modality);
      const adapted = new Set(towers[modality].projections.map((name) => `${prefix}${name}.weight`));
      expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
      for (const [name, value] of Object.entries(after)) {
        if (!adapted.has(name)) expect(value, name).toEqual(before[name]);
        else
          expectMerged(value.data, before[name]?.data, `${modality}.lora.${name.slice(prefix.length, -7)}`);
      }
    },
  );

  test('keep their configuration, and the vocabulary that lies beside it', async () => {
    const text = join(folder.path, 'bert');
    await cp(join(vectors, 'bert-tiny'), text, { recursive: true });
    await writeFile(join(text, 'vocab.txt'), '[PAD]\n');
    await run('merged', { encoders: { text: { directory: text, source: './bert', digest: 'sha256-3' } } });
    expect((await readdir(join(target, 'text'))).sort()).toEqual([
      'config.json',
      'model.safetensors',
      'vocab.txt',
    ]);
  });

  test('take over weights that were trained themselves', async () => {
    const name = 'post_layernorm.weight';
    const trained = randomTensor(name, [64]);
    await writeTensors(join(model, 'model.safetensors'), { ...learned, [`image.encoder.${name}`]: trained });
    await run('merged');
    expect((await read('image'))[`vision_model.${name}`]).toEqual(trained);
    expect(shapesOf(await readTensors(join(target, 'rest.safetensors')))).toEqual(rest);
  });

  test('find their tensors in a checkpoint of the whole CLIP, whose text part stays', async () => {
    const whole = join(folder.path, 'clip');
    await mkdir(whole);
    await cp(join(vectors, 'clip-tiny/config.json'), join(whole, 'config.json'));
    const vision = await readTensors(join(vectors, 'clip-tiny/model.safetensors'));
    const twin = 'encoder.layers.0.self_attn.q_proj.weight';
    const text = randomTensor('text', [64, 64]);
    await writeTensors(join(whole, 'model.safetensors'), { ...vision, [`text_model.${twin}`]: text });
    await run('merged', { encoders: { image: { directory: whole, source: './clip', digest: 'sha256-4' } } });
    const merged = await read('image');
    expect(merged[`text_model.${twin}`]).toEqual(text);
    expectMerged(
      merged[`vision_model.${twin}`]?.data ?? [],
      vision[`vision_model.${twin}`]?.data,
      `image.lora.${twin.slice(0, -7)}`,
    );
  });

  test('are refused for an encoder whose weights are drawn', async () => {
    const preset = join(folder.path, 'preset');
    await mkdir(preset);
    await writeFile(join(preset, 'initial-weights.json'), '{"seed": 0}');
    const image = { directory: preset, source: 'preset:clip-vit-tiny@0', digest: 'sha256-5' };
    await expect(run('merged', { encoders: { image } })).rejects.toMatchObject({ code: 'LAC4304' });
  });
});

/** Compares with the definition, element by element. */
function expectMerged(
  after: ArrayLike<number>,
  before: ArrayLike<number> | undefined,
  adapter: string,
): void {
  const [A, B] = [learned[`${adapter}.A`]?.data ?? [], learned[`${adapter}.B`]?.data ?? []];
  let largest = 0;
  let change = 0;
  for (let row = 0; row < 64; row += 1) {
    for (let column = 0; column < 64; column += 1) {
      const update =
        (B[row * 2] ?? Number.NaN) * (A[column] ?? Number.NaN) +
        (B[row * 2 + 1] ?? Number.NaN) * (A[64 + column] ?? Number.NaN);
      const expected = (before?.[row * 64 + column] ?? Number.NaN) + (lora.alpha / lora.rank) * update;
      largest = Math.max(largest, Math.abs((after[row * 64 + column] ?? Number.NaN) - expected));
      change = Math.max(change, Math.abs(update));
    }
  }
  expect(largest).toBeLessThan(1e-6);
  expect(change).toBeGreaterThan(0.1);
}

describe('an export', () => {
  test.each(['model', 'peft', 'merged'] as const)('as %s says where its encoders are from', async (form) => {
    await run(form);
    const text = await readFile(join(target, 'README.md'), 'utf8');
    for (const word of ['hub:acme/clip@abc123', 'sha256-2', 'CLIPVisionModel', 'BertModel'])
      expect(text).toContain(word);
  });

  test('may go to a folder that is there and empty', async () => {
    await mkdir(target, { recursive: true });
    await run('peft');
    expect((await readdir(target)).sort()).toEqual(['README.md', 'image', 'rest.safetensors', 'text']);
  });

  test('never touches a folder with files', async () => {
    await mkdir(target, { recursive: true });
    await writeFile(join(target, 'mine.txt'), 'mine');
    await expect(run('model')).rejects.toMatchObject({ code: 'LAC4306' });
    expect(await readdir(target)).toEqual(['mine.txt']);
  });

  test.each(['file', 'file/below'])('to %s, where a file is in the way, is refused', async (name) => {
    await writeFile(join(folder.path, 'file'), '');
    await expect(run('model', { target: join(folder.path, name) })).rejects.toMatchObject({
      code: 'LAC4307',
    });
  });

  test.each([
    ['not JSON', '{', /JSON/],
    ['of another version', '{"method": "u2a"}', /it lacks encoders, lora/],
  ])('of a model.json that is %s is refused', async (_, text, why) => {
    await writeFile(join(model, 'model.json'), text);
    await expect(run('model')).rejects.toMatchObject({
      code: 'LAC4305',
      message: expect.stringMatching(why),
    });
  });
});
