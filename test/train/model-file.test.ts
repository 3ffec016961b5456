import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tf } from '../../model/backend.ts';
import { countParameters } from '../../model/parameters.ts';
import {
  describeTowers,
  designOf,
  designOptionsOf,
  type ModelFile,
  readLearnable,
  readModelFile,
  writeModel,
} from '../../train/model-file.ts';
import { smallModel } from './small-models.ts';
import { tinyParams, type Workplace, workplace } from './tiny.ts';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place[Symbol.dispose]());

async function writeSmall() {
  const changes = designOptionsOf({
    ...tinyParams,
    fusion: 'gate',
    trainable: { extra: ['text.layerNorm'] },
  });
  const { model, learnable } = await smallModel('u2a', ['text', 'video'], changes);
  const { towers } = model.design;
  const file: ModelFile = {
    version: 2,
    method: 'u2a',
    classes: ['a', 'b', 'c', 'd'],
    modalities: ['text', 'video'],
    encoders: describeTowers(towers),
    ...changes,
    parameters: countParameters(model.design),
  };
  const directory = place.folder('model');
  await writeModel(directory, file, learnable);
  return { directory, file, learnable, towers };
}

describe('a model file', () => {
  it('gives back the design and the tensors that were written', async () => {
    const { directory, file, learnable, towers } = await writeSmall();
    const read = await readModelFile(directory);
    expect(read).toEqual(file);
    const found = await readLearnable(directory, designOf(read, towers, read.classes.length));
    expect(Object.keys(found).sort()).toEqual(Object.keys(learnable).sort());
    for (const [name, tensor] of Object.entries(learnable))
      expect([...(found[name]?.dataSync() ?? [])], name).toEqual([...tensor.dataSync()]);
    tf.dispose(found as Record<string, never>);
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['of another version', (text) => text.replace('"version": 2', '"version": 1'), /version is 1, not 2/],
    ['without an option', (text) => text.replace('"fusion"', '"confusion"'), /lacks fusion/],
    [
      'with one class for a list',
      (text) => text.replace(/"classes": \[[^\]]*\]/, '"classes": "a"'),
      /classes are no list/,
    ],
    ['that is not JSON', (text) => text.slice(1), /model\.json/],
  ])('%s is refused', async (_, change, message) => {
    const { directory } = await writeSmall();
    const name = join(directory, 'model.json');
    writeFileSync(name, change(readFileSync(name, 'utf8')));
    await expect(readModelFile(directory)).rejects.toMatchObject({
      code: 'LAC4205',
      message: expect.stringMatching(message),
    });
  });

  it('whose tensors belong to another design is refused, all differences at once', async () => {
    const { directory, file, towers } = await writeSmall();
    const other = designOf({ ...file, method: 'static-token', fusion: 'sum' }, towers, 4);
    await expect(readLearnable(directory, other)).rejects.toMatchObject({
      code: 'LAC4205',
      message: expect.stringMatching(/text\.static_token.*absent.*text\.gate\.weight.*text\.mask_token/s),
    });
  });
});
