import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTensors } from '../../tensor/safetensors.ts';
import { openWeights, readStored, weightFilesIn } from '../../tensor/weight-files.ts';

const [first, second] = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'];
const indexName = 'model.safetensors.index.json';
const value = (number: number) => ({ shape: [1], data: Float32Array.of(number) });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weight-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function writeIndex(weightMap: unknown): Promise<void> {
  await writeFile(join(folder, indexName), JSON.stringify({ metadata: {}, weight_map: weightMap }));
}

async function writeShards(): Promise<void> {
  await writeTensors(join(folder, first), { a: value(1), b: value(2) });
  await writeTensors(join(folder, second), { c: value(3) });
  await writeIndex({ a: first, b: first, c: second });
}

describe('weights in shards', () => {
  it('are read from the shard that the index names', async () => {
    await writeShards();
    const stored = await openWeights(folder);
    expect(stored.label).toBe(join(folder, indexName));
    expect([...stored.tensors.keys()].sort()).toEqual(['a', 'b', 'c']);
    expect(await readStored(stored, ['c', 'a'])).toEqual({ a: value(1), c: value(3) });
    expect(await weightFilesIn(folder)).toEqual([indexName, first, second]);
  });

  it('give way to a single file, as in transformers', async () => {
    await writeShards();
    await writeTensors(join(folder, 'model.safetensors'), { d: value(4) });
    expect([...(await openWeights(folder)).tensors.keys()]).toEqual(['d']);
    expect(await weightFilesIn(folder)).toEqual(['model.safetensors']);
  });

  it('are refused with the names of all that are missing', async () => {
    await writeIndex({ a: first, b: second });
    const opening = openWeights(folder);
    await expect(opening).rejects.toMatchObject({ code: 'LAC4117' });
    await expect(opening).rejects.toThrow(`${first} is missing; ${second} is missing`);
  });

  it('are refused with every tensor that lies elsewhere than the index says', async () => {
    await writeShards();
    await writeIndex({ a: first, b: second, c: second });
    const opening = openWeights(folder);
    await expect(opening).rejects.toThrow(`"b" lies in ${first}, which the index does not say`);
    await expect(opening).rejects.toThrow(`"b" is not in ${second}`);
  });

  it.each([
    ['is not JSON', '{', 'not JSON'],
    ['is null', 'null', 'no weight_map'],
    ['has no map', '{}', 'no weight_map'],
    ['names a file elsewhere', '{"weight_map":{"a":"../x.safetensors"}}', '"../x.safetensors"'],
    ['names something else', '{"weight_map":{"a":1}}', 'its shard for "a" is 1'],
  ])('are refused when the index %s', async (_, text, words) => {
    await writeFile(join(folder, indexName), text);
    await expect(openWeights(folder)).rejects.toMatchObject({
      code: 'LAC4117',
      message: expect.stringContaining(words),
    });
  });
});

describe('a folder without safetensors', () => {
  it.each([
    ['pytorch_model.bin', ''],
    ['pytorch_model.bin.index.json', ''],
    ['tf_model.h5', ', from_tf=True'],
    ['flax_model.msgpack', ', from_flax=True'],
  ])('but with %s is refused with the command that converts it', async (name, options) => {
    await writeFile(join(folder, name), 'weights');
    const command = `AutoModel.from_pretrained("${folder}"${options}).save_pretrained("${folder}", safe_serialization=True)`;
    const opening = openWeights(folder);
    await expect(opening).rejects.toMatchObject({ code: 'LAC4116' });
    await expect(opening).rejects.toThrow(name);
    await expect(opening).rejects.toThrow(command);
  });

  it('and without any weights is refused', async () => {
    await expect(openWeights(folder)).rejects.toMatchObject({ code: 'LAC4118' });
  });

  it('that is no folder at all is refused', async () => {
    await expect(openWeights(join(folder, 'absent'))).rejects.toMatchObject({ code: 'LAC4110' });
  });
});
