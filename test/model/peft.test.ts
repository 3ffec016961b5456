import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PeftAdapters, readPeft, writePeft } from '../../model/peft.ts';
import { readTensors, writeTensors } from '../../tensor/safetensors.ts';
import { type TempFolder, tempFolder } from '../rig/cli.ts';
import { projectionsOf, randomTensor } from '../train/trained-model.ts';

let folder: TempFolder;

beforeEach(async () => {
  folder = await tempFolder();
});

afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

const architectures = ['clip-vit', 'bert', 'ast'] as const;

function adaptersFor(
  architecture: (typeof architectures)[number],
  rank: number,
  alpha: number,
): PeftAdapters {
  const entries = projectionsOf(architecture, 2).map((name) => {
    return [
      name,
      { A: randomTensor(`${name}.A`, [rank, 6]), B: randomTensor(`${name}.B`, [5, rank]) },
    ] as const;
  });
  return { rank, alpha, dropout: 0.25, matrices: Object.fromEntries(entries) };
}

test('what was written is read back, whatever the size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...architectures),
      fc.integer({ min: 1, max: 5 }),
      fc.double({ min: 0.125, max: 64, noNaN: true }),
      async (architecture, rank, alpha) => {
        const adapters = adaptersFor(architecture, rank, alpha);
        await writePeft(folder.path, architecture, adapters);
        expect(await readPeft(folder.path, architecture)).toEqual(adapters);
      },
    ),
    { numRuns: 20 },
  );
});

test('names as older versions of PEFT and wrappers write them are understood', async () => {
  const adapters = adaptersFor('bert', 1, 1);
  await writePeft(folder.path, 'bert', adapters);
  const file = join(folder.path, 'adapter_model.safetensors');
  const renamed = Object.entries(await readTensors(file)).map(([name, value]) => {
    return [
      name.replace('base_model.model.', 'base_model.model.bert.').replace('.weight', '.default.weight'),
      value,
    ];
  });
  await writeTensors(file, Object.fromEntries(renamed));
  expect(await readPeft(folder.path, 'bert')).toEqual(adapters);
});

describe('a folder that is no plain LoRA', () => {
  const change = async (fields: object): Promise<void> => {
    await writePeft(folder.path, 'bert', adaptersFor('bert', 2, 3));
    const file = join(folder.path, 'adapter_config.json');
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...fields }));
  };

  test.each([
    [{ peft_type: 'IA3' }, '"peft_type" is "IA3"'],
    [{ bias: 'lora_only' }, '"bias" is "lora_only"'],
    [{ use_dora: true }, '"use_dora" is true'],
    [{ use_rslora: true }, '"use_rslora" is true'],
    [{ modules_to_save: ['head'] }, '"modules_to_save" is ["head"]'],
    [{ rank_pattern: { query: 4 } }, '"rank_pattern" is {"query":4}'],
    [{ r: 0 }, '"r" is 0'],
    [{ lora_alpha: null }, '"lora_alpha" is null'],
    [{ lora_dropout: '0' }, '"lora_dropout" is "0"'],
  ])('%j is refused by name', async (fields, words) => {
    await change(fields);
    await expect(readPeft(folder.path, 'bert')).rejects.toMatchObject({
      code: 'LAC4301',
      message: expect.stringContaining(words),
    });
  });

  test('lists everything that is odd at once', async () => {
    await change({ use_dora: true, r: 1.5 });
    await expect(readPeft(folder.path, 'bert')).rejects.toThrow(/"use_dora" is true; "r" is 1.5/);
  });

  test.each(['', '[]', 'not JSON'])('a configuration of %j is refused', async (text) => {
    await change({});
    await writeFile(join(folder.path, 'adapter_config.json'), text);
    await expect(readPeft(folder.path, 'bert')).rejects.toMatchObject({ code: 'LAC4301' });
  });

  test.each([
    ['another rank than it says', { r: 4 }, {}, '[2, 6]'],
    [
      'a tensor of another kind',
      {},
      { 'head.weight': randomTensor('head', [2, 2]) },
      '"head.weight" is no LoRA matrix',
    ],
    [
      'one matrix without the other',
      {},
      { 'base_model.model.encoder.x.lora_A.weight': randomTensor('x', [2, 6]) },
      '"encoder.x" lacks one of its two matrices',
    ],
  ])('%s is refused', async (_, fields, extra, words) => {
    await change(fields);
    const file = join(folder.path, 'adapter_model.safetensors');
    await writeTensors(file, { ...(await readTensors(file)), ...extra });
    await expect(readPeft(folder.path, 'bert')).rejects.toMatchObject({
      code: 'LAC4302',
      message: expect.stringContaining(words),
    });
  });
});
