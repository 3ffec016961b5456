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
