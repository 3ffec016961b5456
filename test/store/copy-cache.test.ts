import { link, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CopyCache } from '../../store/copy-cache.ts';
import { listFiles, temporaryFolder } from './sample.ts';

const hourMs = 3_600_000;

async function setUp(limitBytes: number) {
  const folder = await temporaryFolder();
  const [cache, tmp] = [join(folder.path, 'cache'), join(folder.path, 'tmp')];
  await mkdir(cache);
  await mkdir(tmp);
  return {
    folder: folder.path,
    copies: new CopyCache(cache, tmp, limitBytes),
    names: () => listFiles(cache),
    /** A new copy of so many bytes, last used so many hours ago. */
    async add(copies: CopyCache, name: string, bytes: number, hours = 0) {
      const path = await copies.fill(name, async (temporary) => {
        await writeFile(temporary, Buffer.alloc(bytes));
        return true;
      });
      const used = new Date(Date.now() - hours * hourMs);
      await utimes(path ?? '', used, used);
      return path ?? '';
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

test('those go first that were not used for longest, until there is room', async () => {
  await using rig = await setUp(1000);
  for (const [index, hours] of [9, 3, 7, 5].entries())
    await rig.add(rig.copies, `blobs/${index}`, 250, hours);
  expect(await rig.names()).toHaveLength(4);
  await rig.copies.find('blobs/0');
  await rig.add(rig.copies, 'blobs/new', 250);
  // 1,250 bytes are 350 too many: 7 and 5 hours ago.
  expect(await rig.names()).toEqual(['blobs/0', 'blobs/1', 'blobs/new']);
});

test('what is laid out, and what was used a moment ago, stays even when there is no room', async () => {
  await using rig = await setUp(100);
  const laidOut = await rig.add(rig.copies, 'blobs/laid-out', 90, 9);
  await link(laidOut, join(rig.folder, 'attempt'));
  await rig.add(rig.copies, 'blobs/just-used', 90);
  await rig.add(rig.copies, 'blobs/new', 90);
  expect(await rig.names()).toEqual(['blobs/just-used', 'blobs/laid-out', 'blobs/new']);
});

test('another process that shares the folder keeps to the limit too', async () => {
  await using rig = await setUp(1000);
  for (let index = 0; index < 4; index += 1) await rig.add(rig.copies, `blobs/${index}`, 240, 9 - index);
  const other = new CopyCache(join(rig.folder, 'cache'), join(rig.folder, 'tmp'), 1000);
  await rig.add(other, 'blobs/new', 240);
  expect(await rig.names()).toEqual(['blobs/2', 'blobs/3', 'blobs/new']);
});

test('a copy that cannot be made leaves nothing, and two who ask for one share it', async () => {
  await using rig = await setUp(1000);
  expect(await rig.copies.fill('blobs/a', async () => false)).toBeUndefined();
  const broken = rig.copies.fill('blobs/a', async (temporary) => {
    await writeFile(temporary, 'half');
    throw new Error('cut');
  });
  await expect(broken).rejects.toThrow('cut');
  expect(await listFiles(rig.folder)).toEqual([]);
  let made = 0;
  const write = async (temporary: string) => {
    made += 1;
    await writeFile(temporary, 'whole');
    return true;
  };
  const [one, two] = await Promise.all([
    rig.copies.fill('blobs/a', write),
    rig.copies.fill('blobs/a', write),
  ]);
  expect([one, made]).toEqual([two, 1]);
  expect(await listFiles(rig.folder)).toEqual(['cache/blobs/a']);
});
