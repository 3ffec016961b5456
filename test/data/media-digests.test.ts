import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { digestFiles } from '../../data/adapters/media-digests.ts';
import { cacheRoot } from '../../setup/cache-root.mjs';
import { useDataFolder } from './data-folder.ts';

const folder = useDataFolder();
const quiet = { report: () => {} };
const digest = async (...paths: readonly string[]) =>
  Object.fromEntries(await digestFiles(folder.path, paths, quiet));
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const cacheFiles = () => readdir(join(cacheRoot(), 'media'));
const cacheFile = async () => join(cacheRoot(), 'media', (await cacheFiles())[0] ?? '');

const { changeUnseen } = folder;

/** Contents, and a time for them. */
async function write(path: string, content: string, time: number): Promise<void> {
  await writeFile(join(folder.path, path), content);
  await utimes(join(folder.path, path), new Date(time), new Date(time));
}

beforeEach(() =>
  folder.write(
    Object.fromEntries([
      ['a.wav', 'one'],
      ['b/c.wav', 'two'],
      ['__proto__', 'three'],
      ['empty', ''],
    ]),
  ),
);

describe('Digests of media', () => {
  test('are SHA-256, of small files and of large ones', async () => {
    const large = Buffer.alloc(3_000_001, 'lacuna ');
    await folder.write({ large });
    const digests = await digestFiles(
      folder.path,
      ['a.wav', 'b/c.wav', '__proto__', 'empty', 'large'],
      quiet,
    );
    expect([...digests.values()]).toEqual(['one', 'two', 'three', '', large].map(sha256));
  });

  test('of files that have not changed are not made again', async () => {
    await digest('a.wav', '__proto__');
    await changeUnseen('a.wav', 'ONE');
    await changeUnseen('__proto__', 'THREE');
    expect([...(await digestFiles(folder.path, ['a.wav', '__proto__'], quiet)).values()]).toEqual(
      ['one', 'three'].map(sha256),
    );
    await rm(join(cacheRoot(), 'media'), { recursive: true });
    expect(await digest('a.wav')).toEqual({ 'a.wav': sha256('ONE') });
  });

  test('notice another length, another time, another file under the name', async () => {
    await digest('a.wav', 'b/c.wav');
    await changeUnseen('a.wav', 'four');
    await folder.write({ 'b/c.wav': 'TWO' });
    expect(await digest('a.wav', 'b/c.wav')).toEqual({ 'a.wav': sha256('four'), 'b/c.wav': sha256('TWO') });
    const { mtime } = await stat(join(folder.path, 'a.wav'));
    await write('other', 'FOUR', mtime.getTime());
    await rename(join(folder.path, 'other'), join(folder.path, 'a.wav'));
    expect(await digest('a.wav')).toEqual({ 'a.wav': sha256('FOUR') });
  });

  test.each([
    { name: 'a moment ago', time: () => Date.now() },
    { name: 'in the future, by a clock that is wrong', time: () => Date.now() + 3_600_000 },
  ])('of files that were written $name are not trusted', async ({ time }) => {
    await write('a.wav', 'NEW', time());
    expect(await digest('a.wav')).toEqual({ 'a.wav': sha256('NEW') });
    await changeUnseen('a.wav', 'new');
    expect(await digest('a.wav')).toEqual({ 'a.wav': sha256('new') });
  });

  test('of other files in the folder are kept', async () => {
    await digest('a.wav');
    await digest('b/c.wav');
    await changeUnseen('a.wav', 'ONE');
    expect(await digest('a.wav')).toEqual({ 'a.wav': sha256('one') });
    expect(await cacheFiles()).toHaveLength(1);
  });

  test.each([
    { name: 'nothing', content: () => '' },
    { name: 'half of itself', content: (text: string) => text.slice(0, text.length / 2) },
    { name: 'another version', content: (text: string) => text.replace('"version":1', '"version":2') },
    { name: 'no list', content: () => '{"version":1}' },
    { name: 'null', content: () => 'null' },
    { name: 'rows of another form', content: (text: string) => text.replace(/"[0-9a-f]{64}"/, 'null') },
    { name: 'a digest that is none', content: (text: string) => text.replace(/[0-9a-f]{64}/, 'sha') },
  ])('do not rest on a cache that holds $name', async ({ content }) => {
    await digest('a.wav');
    const file = await cacheFile();
    await writeFile(file, content(await readFile(file, 'utf8')));
    await changeUnseen('a.wav', 'ONE');
    expect(await digest('a.wav')).toEqual({ 'a.wav': sha256('ONE') });
    await changeUnseen('a.wav', 'one');
    expect(await digest('a.wav')).toEqual({ 'a.wav': sha256('ONE') });
  });

  test('are made without a cache where none can be written', async () => {
    await rm(cacheRoot(), { recursive: true, force: true });
    await writeFile(cacheRoot(), 'a file in its place');
    expect(await digest('a.wav')).toEqual({ 'a.wav': sha256('one') });
    await rm(cacheRoot());
    await mkdir(cacheRoot());
  });

  test('leave nothing half-written, from several looks at once', async () => {
    const paths = Array.from({ length: 200 }, (_, index) => `many/${index}`);
    await folder.write(Object.fromEntries(paths.map((path) => [path, path])));
    const looks = await Promise.all([digest(...paths), digest(...paths), digest(...paths.slice(100))]);
    expect(looks[0]).toEqual(looks[1]);
    expect(looks[0]?.['many/7']).toBe(sha256('many/7'));
    expect(JSON.parse(await readFile(await cacheFile(), 'utf8'))).toMatchObject({ version: 1 });
    expect(await readdir(join(cacheRoot(), 'tmp'))).toEqual([]);
  });

  test('of a file that is not there are refused', async () => {
    await expect(digest('a.wav', 'absent.wav')).rejects.toMatchObject({
      code: 'LAC3162',
      message: expect.stringContaining('absent.wav'),
    });
  });

  test('stop when they are told to, and go on later where they were', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(digestFiles(folder.path, ['a.wav'], { ...quiet, signal: stop.signal })).rejects.toThrow(
      'enough',
    );
    const paths = Array.from({ length: 50 }, (_, index) => `many/${index}`);
    await folder.write(Object.fromEntries(paths.map((path) => [path, path])));
    await expect(digest(...paths, 'absent.wav')).rejects.toMatchObject({ code: 'LAC3162' });
    await changeUnseen('many/0', 'MANY/0');
    expect(await digest('many/0')).toEqual({ 'many/0': sha256('many/0') });
  });
});
