import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchExternalInput } from '../../data/sources/external-input.ts';
import { describeWeights, fetchWeights } from '../../data/sources/weights.ts';
import type { Progress } from '../../plan/job.ts';
import { type HubStandIn, startHub } from './hub-stand-in.ts';

const commit = 'c0ffee'.repeat(6).concat('c0ff');
const pinned = `hub:owner/model@${commit}`;
const shards = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'] as const;
const index = JSON.stringify({ weight_map: { a: shards[0], b: shards[1] } });
const config = { content: '{"model_type":"bert"}' };
const whole = {
  'README.md': { content: 'a model' },
  'config.json': config,
  'model.safetensors': { content: 'weights', isLarge: true },
  'pytorch_model.bin': { content: 'pickle', isLarge: true },
  'vocab.txt': { content: '[PAD]\n' },
};
const sharded = {
  'config.json': config,
  'model.safetensors.index.json': { content: index },
  [shards[0]]: { content: 'first shard', isLarge: true },
  [shards[1]]: { content: 'second shard', isLarge: true },
};

let cache: string;
let hub: HubStandIn;
const progress: Progress[] = [];
const context = { report: (told: Progress) => progress.push(told) };
const fetchEncoder = (source = pinned) => fetchWeights(source, '/', 'encoder', context);
const filesOf = async (folder: string) =>
  (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
const inCache = () => filesOf(join(cache, 'hub', `owner--model@${commit}`)).catch(() => []);

async function serve(files: Parameters<typeof startHub>[1]): Promise<void> {
  await hub?.close();
  hub = await startHub(commit, files);
  vi.stubEnv('HF_ENDPOINT', hub.endpoint);
}

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'lacuna-hub-'));
  vi.stubEnv('LACUNA_CACHE', cache);
  vi.stubEnv('HF_TOKEN', '');
  progress.length = 0;
  await serve(whole);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await hub.close();
  await rm(cache, { recursive: true });
});

describe('A model of the Hub', () => {
  test.each(['main', 'v1'])('at %s is planned as the commit that it stands for', async (revision) => {
    const described = await describeWeights(`hub:owner/model@${revision}`, '/', ['encoder']);
    expect(described.source).toBe(pinned);
    expect(hub.requests).toHaveLength(1);
    expect(await describeWeights(pinned, '/', ['encoder'])).toEqual(described);
    expect(hub.requests).toHaveLength(1);
  });

  test('has another digest at another commit and as another model', async () => {
    const digests = [pinned, pinned.replace('c0', 'd0'), pinned.replace('owner', 'other')].map(
      async (source) => (await describeWeights(source, '/', ['encoder'])).digest,
    );
    expect(new Set(await Promise.all(digests)).size).toBe(3);
    expect(hub.requests).toEqual([]);
  });

  test('gives its configuration and safetensors, and nothing else', async () => {
    const folder = await fetchEncoder();
    expect(await filesOf(folder)).toEqual(['config.json', 'model.safetensors']);
    expect(await readFile(join(folder, 'model.safetensors'), 'utf8')).toBe('weights');
    expect(await readFile(join(folder, 'config.json'), 'utf8')).toBe(config.content);
    expect(progress.at(-1)).toEqual({
      phase: 'download model.safetensors of owner/model',
      done: 7,
      total: 7,
      unit: 'bytes',
    });
  });

  test('gives its vocabulary without its weights', async () => {
    const folder = await fetchWeights(pinned, '/', 'vocabulary', context);
    expect(await filesOf(folder)).toEqual(['vocab.txt']);
  });

  test('gives an index and the shards that it names', async () => {
    await serve({ ...sharded, 'model-00003-of-00003.safetensors': { content: 'stray', isLarge: true } });
    expect(await filesOf(await fetchEncoder())).toEqual([...Object.keys(sharded)].sort());
  });

  test('is read from the cache without a request, and needs no Hub then', async () => {
    const folder = await fetchEncoder();
    const count = hub.requests.length;
    expect(await fetchEncoder()).toBe(folder);
    expect(hub.requests).toHaveLength(count);
    await hub.close();
    const { digest } = await describeWeights(pinned, '/', ['encoder']);
    const input = { role: 'encoder.text', digest, source: pinned };
    expect(await fetchExternalInput(input, { ...context, signal: new AbortController().signal })).toBe(
      folder,
    );
  });

  test('is fetched once by two that want it at the same time', async () => {
    const [one, other] = await Promise.all([fetchEncoder(), fetchEncoder()]);
    expect(one).toBe(other);
    expect(hub.requests.filter((line) => line.includes('/tree/')).length).toBeLessThanOrEqual(3);
    expect(hub.requests.filter((line) => line.startsWith('cdn')).length).toBe(2);
  });

  test('loses a file by hand and gets only that one again', async () => {
    const folder = await fetchEncoder();
    await writeFile(join(folder, 'config.json'), 'cut');
    hub.requests.length = 0;
    await fetchEncoder();
    expect(await readFile(join(folder, 'config.json'), 'utf8')).toBe(config.content);
    expect(hub.requests.every((line) => line.includes('config.json'))).toBe(true);
  });

  test('is asked for with the token, which the host of large files never sees', async () => {
    vi.stubEnv('HF_TOKEN', 'hf_secret');
    await fetchEncoder();
    const [asked, stored] = ['hub', 'cdn'].map((host) =>
      hub.requests.filter((line) => line.startsWith(host)),
    );
    expect(asked?.every((line) => line.endsWith('with a token'))).toBe(true);
    expect(stored?.length).toBeGreaterThan(0);
    expect(stored?.some((line) => line.endsWith('with a token'))).toBe(false);
  });
});

describe('A download that went wrong', () => {
  test.each([
    { file: 'model.safetensors', fault: 'altered', code: 'LAC3217', retryable: false, kept: ['config.json'] },
    { file: 'config.json', fault: 'altered', code: 'LAC3217', retryable: false, kept: [] },
    { file: 'model.safetensors', fault: 'cut', code: 'LAC3215', retryable: true, kept: ['config.json'] },
    { file: 'config.json', fault: 'cut', code: 'LAC3215', retryable: true, kept: [] },
    { file: 'model.safetensors', fault: 'short', code: 'LAC3215', retryable: true, kept: ['config.json'] },
  ] as const)(
    'because $file was $fault leaves nothing of it and can be repeated',
    async ({ file, fault, ...refusal }) => {
      hub.faults.set(file, fault);
      const { kept, ...failure } = refusal;
      await expect(fetchEncoder()).rejects.toMatchObject(failure);
      expect(await inCache()).toEqual(kept);
      expect(await readdir(join(cache, 'tmp'))).toEqual([]);
      hub.faults.clear();
      expect(await filesOf(await fetchEncoder())).toEqual(['config.json', 'model.safetensors']);
    },
  );

  test('because it was stopped says so and can be repeated', async () => {
    const stopped = { ...context, signal: AbortSignal.abort() };
    await expect(fetchWeights(pinned, '/', 'encoder', stopped)).rejects.toMatchObject({ code: 'LAC3215' });
    expect(await filesOf(await fetchEncoder())).toEqual(['config.json', 'model.safetensors']);
  });
});

describe('The Hub', () => {
  test.each([
    { status: 401, code: 'LAC3214', retryable: false, words: 'HF_TOKEN' },
    { status: 403, code: 'LAC3214', retryable: false, words: 'Ask for access' },
    { status: 404, code: 'LAC3213', retryable: false, words: 'Check the spelling' },
    { status: 429, code: 'LAC3215', retryable: true, words: '429' },
    { status: 503, code: 'LAC3215', retryable: true, words: '503' },
  ])('that answers $status is reported with $code', async ({ status, code, retryable, words }) => {
    hub.answer = status;
    const refusal = { code, retryable, message: expect.stringContaining(words) };
    await expect(describeWeights('hub:owner/model@main', '/', ['encoder'])).rejects.toMatchObject(refusal);
    await expect(fetchEncoder()).rejects.toMatchObject(refusal);
  });

  test('without the revision is not asked for another', async () => {
    const planning = describeWeights('hub:owner/model@next', '/', ['encoder']);
    await expect(planning).rejects.toMatchObject({
      code: 'LAC3213',
      message: expect.stringContaining('at revision next'),
    });
  });

  test('that cannot be reached may be back later', async () => {
    await hub.close();
    const refusal = { code: 'LAC3215', retryable: true, message: expect.stringContaining('ECONNREFUSED') };
    await expect(fetchEncoder()).rejects.toMatchObject(refusal);
  });

  test.each([
    {
      what: 'no configuration',
      files: { 'model.safetensors': whole['model.safetensors'] },
      words: 'no config.json',
    },
    { what: 'no weights', files: { 'config.json': config }, words: 'no model.safetensors' },
    {
      what: 'no safetensors',
      files: { 'config.json': config, 'pytorch_model.bin': whole['pytorch_model.bin'] },
      words: 'safe_serialization=True',
    },
    {
      what: 'an index without its shards',
      files: { 'config.json': config, 'model.safetensors.index.json': { content: index } },
      words: `no ${shards.join(', ')}`,
    },
  ])('that has $what of a model is refused', async ({ files, words }) => {
    await serve(files);
    await expect(fetchEncoder()).rejects.toMatchObject({
      code: 'LAC3216',
      message: expect.stringContaining(words),
    });
  });

  test.each([
    { name: 'HF_ENDPOINT', value: 'hub.example' },
    { name: 'HF_ENDPOINT', value: 'file:///models' },
    { name: 'HF_TOKEN', value: 'secret' },
  ])('is not asked with $name=$value', async ({ name, value }) => {
    vi.stubEnv(name, value);
    await expect(fetchEncoder()).rejects.toMatchObject({
      code: 'LAC3221',
      message: expect.stringContaining(name),
    });
    expect(hub.requests).toEqual([]);
  });

  test('is refused a cache folder that cannot be made', async () => {
    await writeFile(join(cache, 'hub'), 'a file');
    await expect(fetchEncoder()).rejects.toMatchObject({ code: 'LAC3218', retryable: true });
  });
});
