import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, type TempFolder, tempFolder, writeFiles } from '../rig/cli.ts';

/*
 * A folder of pictures, texts and sounds with gaps, as a user has it, taken through `lacuna data` and `lacuna run`.
 */
const words = ['red', 'green', 'blue'];
const samples = 48;
let folder: TempFolder;

const pipeline = `
version: 1
name: colours
params: {folder: ./colours}
data:
  colours:
    adapter: manifest
    with:
      root: "\${{ params.folder }}"
      columns: {image: picture, text: words, audio: sound, label: colour, split: split}
encoders:
  image: {architecture: clip-vit, from: pretrain-image}
  audio: {architecture: ast, from: pretrain-audio}
steps:
  prepare:
    uses: preprocess
    with:
      data: colours
      image: {size: 16}
      audio: {bins: 16, frames: 16}
  pretrain-image:
    uses: pretrain
    with:
      dataset: prepare
      encoder: {width: 16, layers: 1, heads: 2, mlp: 32, patch: 8}
      epochs: 4
      augment: none
      optimizer: {lr: 0.01}
  pretrain-audio:
    uses: pretrain
    with:
      dataset: prepare
      encoder: {architecture: ast, width: 16, layers: 1, heads: 2, mlp: 32, patch: 8}
      epochs: 4
      optimizer: {lr: 0.01}
  train:
    uses: train
    matrix: {method: [u2a, late-zero]}
    with:
      dataset: prepare
      method: \${{ matrix.method }}
      epochs: 4
      augment: {image: rrc-flip, audio: {freq: 2, time: 2}}
      optimizer: {lr: 0.02}
      schedule: {warmupEpochs: 0}
  evaluate: {uses: evaluate, with: {model: train}}
tables:
  robustness: {from: evaluate, rows: method, columns: [complete, only-image, only-audio]}
`;

/** A second of a tone as a WAV file. */
function tone(hertz: number): Buffer {
  const rate = 8000;
  const bytes = Buffer.alloc(44 + 2 * 1600);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(2 * rate, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(2 * 1600, 40);
  for (let at = 0; at < 1600; at += 1) {
    bytes.writeInt16LE(Math.round(9000 * Math.sin((2 * Math.PI * hertz * at) / rate)), 44 + 2 * at);
  }
  return bytes;
}

/** Of each colour, every sixth sample lacks its picture and some others their sound. */
async function writeColours(root: string): Promise<void> {
  await writeFiles(root, { 'pipeline.yaml': pipeline, 'colours/readme.txt': 'colours' });
  const rows = ['picture,words,sound,colour,split'];
  for (let index = 0; index < samples; index += 1) {
    const label = index % 3;
    const hasPicture = index % 6 !== 5;
    const hasSound = index % 7 !== 6 || !hasPicture;
    if (hasPicture)
      await square(label, 100 + ((index * 37) % 150)).toFile(join(root, `colours/${index}.png`));
    if (hasSound) await writeFile(join(root, `colours/${index}.wav`), tone(300 * (label + 1) + index));
    const files = [
      hasPicture ? `${index}.png` : '',
      `"a ${words[label]}, number ${index}"`,
      hasSound ? `${index}.wav` : '',
    ];
    rows.push([...files, words[label], index % 4 === 3 ? 'test' : 'train'].join(','));
  }
  await writeFile(join(root, 'colours/manifest.csv'), `${rows.join('\n')}\n`);
}

/** A square of red, green or blue. */
function square(channel: number, shade: number): Sharp {
  const [r = 0, g = 0, b = 0] = [0, 1, 2].map((one) => (one === channel ? shade : 10));
  return sharp({ create: { width: 24, height: 20, channels: 3, background: { r, g, b } } }).png();
}

beforeAll(async () => {
  folder = await tempFolder();
  await writeColours(folder.path);
});
afterAll(() => folder[Symbol.asyncDispose]());

const lacuna = (...args: string[]) => runCli(args, { cwd: folder.path, timeoutMs: 240_000 });

describe('a folder with a manifest', () => {
  it('is described by lacuna data, with a contact sheet', async () => {
    const { exitCode, stdout, stderr } = await lacuna('data', 'pipeline.yaml');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('prepare   manifest   48 samples');
    expect(stdout).toMatch(/class +train +val +test\n {2}blue +12 +0 +4\n/);
    expect(stdout).toMatch(/image +16\.7 % +pixels +20 +20 +20 +40\n/);
    expect(stdout).toMatch(/audio +\d+\.\d % +seconds +0\.20 +0\.20 +0\.20/);
    const sheet = await sharp(join(folder.path, 'results/colours/data-prepare.png')).metadata();
    expect(sheet).toMatchObject({ format: 'png', width: 8 + 3 * 136, height: 8 + 34 + 2 * 136 });
  });

  it('is described as JSON', async () => {
    const { stdout } = await lacuna('data', 'pipeline.yaml', '--json');
    const [task] = JSON.parse(stdout) as {
      samples: number;
      modalities: { modality: string; missing: number }[];
    }[];
    expect(task?.samples).toBe(samples);
    expect(task?.modalities.map(({ modality, missing }) => [modality, missing])).toEqual([
      ['image', 8],
      ['audio', expect.any(Number)],
    ]);
  });

  it('is learned from, gaps and all, and each cell counts the samples that it scores', async () => {
    const { exitCode, stdout, stderr } = await lacuna('run', 'pipeline.yaml');
    expect(stderr).not.toContain('error');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/u2a +\D*[\d.]+/);
    const csv = await readFile(join(folder.path, 'results/colours/robustness.csv'), 'utf8');
    expect(csv).toMatch(/u2a/);
    const again = await lacuna('run', 'pipeline.yaml');
    expect(again.stdout).toBe(stdout);
  });

  it('that was moved is not read again, and one that has changed is', async () => {
    const steps = async (...args: string[]) => {
      const { stdout } = await lacuna('plan', 'pipeline.yaml', '--json', ...args);
      const { tasks } = JSON.parse(stdout) as { tasks: { id: string; decision: { action: string } }[] };
      return tasks.find(({ id }) => id === 'prepare')?.decision.action;
    };
    await rename(join(folder.path, 'colours'), join(folder.path, 'moved'));
    expect(await steps('--set', 'folder=./moved')).toBe('reuse');
    await writeFile(join(folder.path, 'moved/3.wav'), tone(444));
    expect(await steps('--set', 'folder=./moved')).toBe('execute');
    await appendFile(join(folder.path, 'moved/manifest.csv'), '3.png,again,3.wav,red,train\n');
    const repeated = await lacuna('plan', 'pipeline.yaml', '--set', 'folder=./moved');
    expect(repeated).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('LAC3170') });
  });
});
