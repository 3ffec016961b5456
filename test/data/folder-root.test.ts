import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FolderRoot, openRoot } from '../../data/adapters/folder-root.ts';
import { useDataFolder } from './data-folder.ts';

const folder = useDataFolder();
let root: FolderRoot;
const whom = 'sample 7 (list.csv, line 3)';

beforeEach(async () => {
  await folder.write({
    'a/b.jpg': 'b',
    'clip/00010.jpg': '10',
    'clip/00002.jpg': '2',
    'empty/notes.txt': '',
  });
  await writeFile(join(folder.path, '..', 'secret.jpg'), 'secret');
  await mkdir(join(folder.path, '..', 'elsewhere'));
  await writeFile(join(folder.path, '..', 'elsewhere', '1.jpg'), 'secret');
  root = await openRoot(folder.path, './data');
});

const link = (target: string, path: string) => symlink(target, join(folder.path, path));

describe('A folder of raw data', () => {
  test('gives files by their paths in it', async () => {
    expect(await root.locate('a/b.jpg', whom)).toBe(join(root.path, 'a/b.jpg'));
    expect(await root.locate('./a//b.jpg', whom)).toBe(join(root.path, 'a/b.jpg'));
    expect((await root.read('a/b.jpg'))?.toString()).toBe('b');
  });

  test.each(['a/absent.jpg', 'absent/b.jpg', 'a/b.jpg/c.jpg'])('has nothing at %s', async (path) => {
    expect(await root.locate(path, whom)).toBeUndefined();
    expect(await root.locateVideo(path, whom)).toBeUndefined();
    expect(await root.read(path)).toBeUndefined();
  });

  test.each([
    { path: '../secret.jpg', why: 'has `..` in it' },
    { path: 'a/../../secret.jpg', why: 'has `..` in it' },
    { path: 'a/../a/b.jpg', why: 'has `..` in it' },
    { path: '..', why: 'has `..` in it' },
    { path: '/etc/hostname', why: 'is absolute' },
    { path: 'a/b.jpg\0.png', why: 'NUL' },
    { path: 'link.jpg', why: 'through a symbolic link' },
    { path: 'linked/1.jpg', why: 'through a symbolic link' },
    { path: 'linked', why: 'through a symbolic link' },
    { path: 'second.jpg', why: 'through a symbolic link' },
  ])('lets $path lead nowhere', async ({ path, why }) => {
    await link('../secret.jpg', 'link.jpg');
    await link('../elsewhere', 'linked');
    await link('link.jpg', 'second.jpg');
    for (const look of [root.locate, root.locateVideo]) {
      await expect(look(path, whom)).rejects.toMatchObject({
        code: 'LAC3163',
        message: expect.stringContaining(why),
      });
      await expect(look(path, whom)).rejects.toThrow(whom);
    }
    await expect(root.read(path)).rejects.toMatchObject({ code: 'LAC3163' });
    expect(root.used()).toEqual([]);
  });

  test('is not fooled by a neighbour whose name begins the same', async () => {
    await mkdir(`${folder.path}-more`);
    await writeFile(join(`${folder.path}-more`, 'x.jpg'), 'secret');
    await link('../data-more/x.jpg', 'x.jpg');
    await expect(root.locate('x.jpg', whom)).rejects.toMatchObject({ code: 'LAC3163' });
  });

  test('follows links that stay inside, and knows files by where they lie', async () => {
    await link('a/b.jpg', 'same.jpg');
    await link('a', 'same');
    expect(await root.locate('same.jpg', whom)).toBe(join(root.path, 'a/b.jpg'));
    expect(await root.locate('same/b.jpg', whom)).toBe(join(root.path, 'a/b.jpg'));
    expect(root.used()).toEqual(['a/b.jpg']);
  });

  test('has nothing behind a link that leads nowhere, or in a circle', async () => {
    await link('absent.jpg', 'dangling.jpg');
    await link('circle.jpg', 'circle.jpg');
    expect(await root.locate('dangling.jpg', whom)).toBeUndefined();
    await expect(root.locate('circle.jpg', whom)).rejects.toMatchObject({ code: 'LAC3162' });
  });

  test('refuses a folder where a file should be', async () => {
    await expect(root.locate('a', whom)).rejects.toMatchObject({
      code: 'LAC3164',
      message: expect.stringContaining('a folder'),
    });
    await expect(root.locate('x'.repeat(5000), whom)).rejects.toMatchObject({ code: 'LAC3162' });
  });

  test('may itself be behind a link', async () => {
    await symlink(folder.path, join(folder.path, '..', 'linked-root'));
    const linked = await openRoot(join(folder.path, '..', 'linked-root'), './linked-root');
    expect(await linked.locate('a/b.jpg', whom)).toBe(join(root.path, 'a/b.jpg'));
  });

  test.each(['absent', 'data/a/b.jpg'])('is refused where there is no folder: %s', async (path) => {
    const opened = openRoot(join(folder.path, '..', path), './there');
    await expect(opened).rejects.toMatchObject({
      code: 'LAC3160',
      message: expect.stringContaining('./there'),
    });
  });
});

describe('A video in a folder of raw data', () => {
  test('is a file, or a folder with pictures, each of which counts', async () => {
    expect(await root.locateVideo('a/b.jpg', whom)).toEqual({
      kind: 'file',
      file: join(root.path, 'a/b.jpg'),
    });
    expect(await root.locateVideo('clip', whom)).toEqual({ kind: 'frames', folder: join(root.path, 'clip') });
    expect(root.used()).toEqual(['a/b.jpg', 'clip/00002.jpg', 'clip/00010.jpg']);
  });

  test('is not there when its folder has no pictures', async () => {
    expect(await root.locateVideo('empty', whom)).toBeUndefined();
  });

  test('has no frame from outside', async () => {
    await link('../../secret.jpg', 'clip/00011.jpg');
    await expect(root.locateVideo('clip', whom)).rejects.toMatchObject({ code: 'LAC3163' });
  });
});

test('Names in a folder are sorted', async () => {
  expect(await root.list('clip')).toEqual(['00002.jpg', '00010.jpg']);
  expect(await root.list('absent')).toEqual([]);
});
