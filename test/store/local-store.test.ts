import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderMedium } from '../../store/folder-medium.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { temporaryName } from '../../store/owner.ts';
import { temporaryFolder, writeFiles } from './sample.ts';
import { testStore } from './store-contract.ts';

testStore('a store in a folder', true, async (folder, onDamage) => ({
  store: await openLocalStore(join(folder, 'store'), { onDamage }),
  onDisk: (described) => described,
}));

test('a folder that cannot be a store is refused with its name', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'store'), 'a file');
  await expect(openLocalStore(join(folder.path, 'store'))).rejects.toMatchObject({
    code: 'LAC5002',
    message: expect.stringContaining(folder.path),
  });
});

test('temporary files of processes that are gone are swept, those of living ones stay', async () => {
  await using folder = await temporaryFolder();
  const { location } = await openLocalStore(join(folder.path, 'store'));
  const mine = temporaryName();
  const [host, boot, , start, random] = mine.split('.');
  const dead = [host, boot, 4_194_304, start, random].join('.');
  await mkdir(join(location, 'tmp', dead));
  await writeFiles(join(location, 'tmp'), { [`${dead}/half`]: 'x', [mine]: 'y', unrelated: 'z' });
  await openLocalStore(location);
  expect((await readdir(join(location, 'tmp'))).sort()).toEqual([mine, 'unrelated'].sort());
});

test('old temporary files of another machine are swept, young ones and folders stay', async () => {
  await using folder = await temporaryFolder();
  const tmp = join(folder.path, 'tmp');
  const elsewhere = (random: string) => ['another-machine', 'boot', 1, 2, random].join('.');
  await writeFiles(tmp, { [elsewhere('old')]: 'x', [elsewhere('young')]: 'y', [temporaryName()]: 'mine' });
  await mkdir(join(tmp, elsewhere('folder')));
  const yesterday = new Date(Date.now() - 86_400_000);
  for (const name of await readdir(tmp)) {
    if (!name.endsWith('young')) await utimes(join(tmp, name), yesterday, yesterday);
  }
  expect(await new FolderMedium(folder.path).sweep(3_600_000)).toBe(1);
  expect((await readdir(tmp)).filter((name) => name.startsWith('another')).sort()).toEqual(
    [elsewhere('folder'), elsewhere('young')].sort(),
  );
});
