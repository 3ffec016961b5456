import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, type TempFolder, tempFolder } from '../rig/cli.ts';
import { tinyPipeline, writeTinyPipeline } from './tiny-pipeline.ts';

/*
 * `lacuna export` on what a real run left in the store: one training on an encoder that a step made and one that
 * lies in a folder.
 */
let folder: TempFolder;
const single = tinyPipeline
  .replace('[u2a, late-zero]', '[u2a]')
  .replace('columns: [complete, only-image, only-text]', 'columns: [complete]');

const lacuna = (...args: string[]) => runCli(args, { cwd: folder.path, timeoutMs: 300_000 });
const inFolder = (...path: string[]) => join(folder.path, ...path);

beforeAll(async () => {
  folder = await tempFolder();
  await writeTinyPipeline(folder.path, single);
  await writeFile(inFolder('several.yaml'), tinyPipeline);
  expect((await lacuna('run', 'tiny.yaml', '--set', 'epochs=1')).exitCode).toBe(0);
}, 320_000);

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const exportTiny = (...args: string[]) => lacuna('export', 'tiny.yaml', ...args, '--set', 'epochs=1');

/** A pipeline that trains nothing: it scores a model with these options. */
async function runScored(options: string) {
  const scored = `version: 1
name: scored
data: { emoji: { adapter: emoji } }
steps:
  prepare:
    uses: preprocess
    with: { data: emoji, image: { size: 16 }, text: { vocabulary: ./bert-tiny, maxLength: 24 } }
  pictures:
    uses: preprocess
    with: { data: emoji, image: { size: 16 } }
  evaluate:
    uses: evaluate
    with: { ${options}, metrics: [accuracy, f1-macro, f1-class] }
tables:
  robustness: { from: evaluate, rows: [{ label: shown }], columns: [complete] }
`;
  await writeFile(inFolder('scored.yaml'), scored);
  return lacuna('run', 'scored.yaml');
}

function scoreIn(table: string): string | undefined {
  return /(?:shown|u2a) +([\d.]+)/.exec(table)?.[1];
}

describe('lacuna export', () => {
  test('writes the whole model by default, and says where', async () => {
    const { exitCode, stdout, stderr } = await exportTiny('train', '--to', 'whole');
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'written: whole (model of train[method=u2a,seed=0])\n',
    });
    for (const modality of ['image', 'text'])
      expect(await readdir(inFolder('whole/encoders', modality))).toEqual(
        expect.arrayContaining(['config.json', 'model.safetensors']),
      );
    const { method } = JSON.parse(await readFile(inFolder('whole/model.json'), 'utf8'));
    expect(method).toBe('u2a');
  });

  test('names the step that made an encoder, and no path of this machine', async () => {
    await exportTiny('train[method=u2a,seed=0]', '--as', 'peft', '--to', 'adapters');
    const text = await readFile(inFolder('adapters/README.md'), 'utf8');
    expect(text).toMatch(/`image\/` \| CLIPVisionModel \| `pretrain`/);
    expect(text).toMatch(/`text\/` \| BertModel \| `\.\/bert-tiny`/);
    expect(text).not.toContain(folder.path);
  });

  test('the whole model is scored in another pipeline as in its own', async () => {
    await exportTiny('train', '--to', 'shown');
    const { exitCode, stdout } = await runScored('model: ./shown, dataset: prepare');
    expect(exitCode).toBe(0);
    const { stdout: own } = await lacuna('table', 'tiny.yaml', '--set', 'epochs=1');
    expect(scoreIn(own)).toMatch(/^[\d.]+$/);
    expect(scoreIn(stdout)).toBe(scoreIn(own));
  });

  test('the whole model is scored again when a file of it changes', async () => {
    await exportTiny('train', '--to', 'changed');
    expect((await runScored('model: ./changed, dataset: prepare')).exitCode).toBe(0);
    const file = inFolder('changed/encoders/text/model.safetensors');
    const bytes = await readFile(file);
    bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1;
    await writeFile(file, bytes);
    const { stdout } = await lacuna('plan', 'scored.yaml', '--json');
    const { tasks } = JSON.parse(stdout) as { tasks: { step: string; decision: { action: string } }[] };
    expect(tasks.find(({ step }) => step === 'evaluate/features')?.decision.action).toBe('execute');
  });

  test.each([
    [
      'a folder of another form',
      'model: ./as-peft, dataset: prepare',
      2,
      'LAC3222',
      'lacks model.json, model.safetensors',
    ],
    ['a folder that is not there', 'model: ./nowhere, dataset: prepare', 2, 'LAC3204', '"./nowhere"'],
    [
      'samples without a modality that it reads',
      'model: ./shown, dataset: pictures',
      1,
      'LAC4223',
      'made of image',
    ],
  ])('as a model refuses %s', async (_, options, status, code, words) => {
    await exportTiny('train', '--as', 'peft', '--to', 'as-peft');
    await exportTiny('train', '--to', 'shown');
    const { exitCode, stderr } = await runScored(options);
    expect(exitCode).toBe(status);
    expect(stderr).toContain(code);
    expect(stderr).toContain(words);
  });

  test('merged gives encoders that another pipeline can name as its own', async () => {
    await exportTiny('train', '--as', 'merged', '--to', 'merged');
    const other = single
      .replace('from: ./bert-tiny', 'from: ./merged/text')
      .replaceAll('name: tiny', 'name: other');
    await writeFile(inFolder('other.yaml'), other);
    const { exitCode, stdout, stderr } = await lacuna('plan', 'other.yaml', '--set', 'epochs=1', '--json');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const { tasks } = JSON.parse(stdout) as { tasks: { step: string; decision: { action: string } }[] };
    expect(tasks.find(({ step }) => step === 'train')?.decision.action).toBe('execute');
  });

  test.each([
    ['no such task', ['tiny.yaml', 'trian', '--to', 'x'], 2, 'LAC1910', 'train[method=u2a,seed=0]'],
    ['a step of another kind', ['tiny.yaml', 'prepare', '--to', 'x'], 2, 'LAC1911', 'uses preprocess'],
    [
      'a step of several tasks',
      ['several.yaml', 'train', '--to', 'x'],
      2,
      'LAC1912',
      '"train[method=late-zero,seed=0]"',
    ],
    ['a task that has not run', ['tiny.yaml', 'train', '--to', 'x'], 1, 'LAC1913', 'lacuna run tiny.yaml'],
    ['a form that does not exist', ['tiny.yaml', 'train', '--to', 'x', '--as', 'onnx'], 2, 'onnx', 'merged'],
  ])('refuses %s', async (_, args, status, code, words) => {
    const { exitCode, stderr } = await lacuna('export', ...args);
    expect(exitCode).toBe(status);
    expect(stderr).toContain(code);
    expect(stderr).toContain(words);
    expect(await readdir(folder.path)).not.toContain('x');
  });

  test('never writes into a folder that has files', async () => {
    const { exitCode, stderr } = await exportTiny('train', '--to', 'bert-tiny');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error[LAC4306]');
    expect(await readdir(inFolder('bert-tiny'))).not.toContain('model.json');
  });
});
