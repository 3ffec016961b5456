import { cp, rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { describeData, readSamples } from '../../data/adapters/adapters.ts';
import { fetchExternalInput } from '../../data/sources/external-input.ts';
import { expandPlan } from '../../plan/expand-plan.ts';
import { readPipeline } from '../../spec/read-pipeline.ts';
import { sha256 } from '../../store/hash.ts';
import { context, mediaAt, sourceOf, useDataFolder } from './data-folder.ts';

const folder = useDataFolder();
const options = { columns: { id: 'id', image: 'picture', video: 'film', label: 'class', split: 'split' } };
const table = 'id,picture,film,class,split\na,p/1.jpg,,x,train\nb,,frames,y,test\n';

beforeEach(() =>
  folder.write({
    ...mediaAt(['p/1.jpg', 'p/unused.jpg', 'frames/00001.jpg', 'frames/00002.jpg', 'notes.txt']),
    'manifest.csv': table,
  }),
);

const describeIn = (root: string, changes: object = {}) =>
  describeData(sourceOf('manifest', { ...options, root, ...changes }), folder.path, context);
const digestNow = async () => (await describeIn('.')).digest;

describe('The digest of a folder of data', () => {
  test('is one of its contents: the folder may be moved or copied', async () => {
    const before = await describeIn('.');
    expect(before.source).toBe(folder.path);
    await cp(folder.path, `${folder.path}-copy`, { recursive: true });
    expect(await describeIn('../data-copy')).toEqual({
      digest: before.digest,
      source: `${folder.path}-copy`,
    });
    expect(await describeIn(`${folder.path}-copy`)).toMatchObject({ digest: before.digest });
    await rename(folder.path, `${folder.path}-moved`);
    expect(await describeIn('../data-moved')).toMatchObject({ digest: before.digest });
  });

  test.each([
    { name: 'a picture', files: { 'p/1.jpg': 'other' } },
    { name: 'a frame', files: { 'frames/00002.jpg': 'other' } },
    { name: 'one more frame', files: { 'frames/00003.jpg': 'more' } },
    { name: 'the manifest', files: { 'manifest.csv': table.replace('x,train', 'z,train') } },
    { name: 'an empty line of the manifest', files: { 'manifest.csv': `${table}\n` } },
  ])('follows $name', async ({ files }) => {
    const before = await digestNow();
    await folder.write(files);
    expect(await digestNow()).not.toBe(before);
  });

  test('follows names, which may say what a file is', async () => {
    const before = await digestNow();
    await rename(join(folder.path, 'frames/00001.jpg'), join(folder.path, 'frames/00009.jpg'));
    expect(await digestNow()).not.toBe(before);
  });

  test('does not follow files that no sample needs, nor times', async () => {
    const before = await digestNow();
    await folder.write({
      'p/unused.jpg': 'other',
      'new.jpg': 'new',
      'notes.txt': 'other',
      'frames/notes.txt': 'n',
    });
    await utimes(join(folder.path, 'p/1.jpg'), new Date(), new Date());
    expect(await digestNow()).toBe(before);
  });

  test('follows a missing file that turns up', async () => {
    await folder.write({ 'manifest.csv': `${table}c,p/2.jpg,,x,train\n` });
    const allowing = async () => (await describeIn('.', { allowMissing: true })).digest;
    const before = await allowing();
    await folder.write({ 'p/2.jpg': 'here' });
    expect(await allowing()).not.toBe(before);
  });

  test('is that of the adapter, too', async () => {
    const files = {
      'train.csv': '1_a_SAD,SAD',
      'test.csv': '2_a_SAD,SAD',
      'my_train_cre.txt': '1_a_SAD.flv Sad',
      'my_test_cre.txt': '2_a_SAD.flv Sad',
    };
    const clips = ['1_a_SAD', '2_a_SAD'].flatMap((name) => [
      `AudioWAV/${name}.wav`,
      `VideoFlash/${name}.flv`,
    ]);
    await folder.write({ ...files, ...mediaAt(clips) });
    const digestOf = async (split: string) =>
      (await describeData(sourceOf('crema-d', { split }), folder.path, context)).digest;
    expect(await digestOf('ogm')).not.toBe(await digestOf('mla'));
  });
});

describe('A run on a folder of data', () => {
  const source = sourceOf('manifest', options);
  const plan = async () => ({ role: 'data', ...(await describeData(source, folder.path, context)) });

  test('reads the folder that was planned', async () => {
    const planned = await plan();
    const directory = await fetchExternalInput(planned, context);
    expect(directory).toBe(folder.path);
    const raw = await readSamples(source, context, { digest: planned.digest, directory: folder.path });
    expect(raw.samples.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test.each([
    { name: 'a picture was changed', change: () => folder.write({ 'p/1.jpg': 'other' }) },
    {
      name: 'the manifest was changed',
      change: () => folder.write({ 'manifest.csv': table.replace('x,', 'z,') }),
    },
    { name: 'a frame was added', change: () => folder.write({ 'frames/00003.jpg': 'more' }) },
    { name: 'a frame was removed', change: () => folder.remove('frames/00002.jpg') },
  ])('is refused when $name since', async ({ change }) => {
    const { digest } = await plan();
    await change();
    await expect(readSamples(source, context, { digest, directory: folder.path })).rejects.toMatchObject({
      code: 'LAC3178',
      retryable: false,
      message: expect.stringContaining(folder.path),
    });
  });
});

describe('The plan of a pipeline on a folder of data', () => {
  const pipelineAt = (root: string) => {
    const data = JSON.stringify({ adapter: 'manifest', with: { ...options, root } });
    const text = `version: 1\nname: example\ndata: { mine: ${data} }\nsteps:\n  prepare: { uses: preprocess, with: { data: mine, image: {} } }\n`;
    const { pipeline, diagnostics } = readPipeline({ file: 'example.yaml', text, set: {}, env: {} });
    if (pipeline === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
    const described = { digest: sha256('contents'), source: root };
    return expandPlan(pipeline, {
      data: new Map([['mine', described]]),
      weights: new Map(),
      code: new Map(),
    });
  };

  test('has no path in what becomes a key', () => {
    const [one, other] = [pipelineAt('/somewhere/pictures').tasks[0], pipelineAt('./here').tasks[0]];
    expect(one?.params).toEqual(other?.params);
    expect(JSON.stringify(one?.params)).not.toContain('somewhere');
    expect(one?.params['data']).toMatchObject({ adapter: 'manifest', with: { file: 'manifest.csv' } });
    expect(one?.inputs).toEqual([
      { role: 'data', digest: sha256('contents'), source: '/somewhere/pictures' },
    ]);
  });
});

test('An unchanged data set is looked at, not read: what hides a change from the look hides it from the plan', async () => {
  const before = await digestNow();
  await folder.changeUnseen('p/1.jpg', 'x'.repeat('media of p/1.jpg'.length));
  expect(await digestNow()).toBe(before);
  await folder.write({ 'p/1.jpg': 'x'.repeat('media of p/1.jpg'.length) });
  expect(await digestNow()).not.toBe(before);
});
