import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../store/hash.ts';
import type { Medium } from '../../store/medium.ts';
import { temporaryName } from '../../store/owner.ts';

/** A medium with nothing in it, and the work folder of the machine that uses it. */
export interface MediumRig extends AsyncDisposable {
  readonly medium: Medium;
  readonly workDirectory: string;
}

/** What every medium promises, whatever is behind it. */
export function testMedium(name: string, isThere: boolean, setUp: () => Promise<MediumRig>): void {
  const check = (title: string, body: (rig: MediumRig) => Promise<void>) =>
    test.skipIf(!isThere)(`${name}: ${title}`, { timeout: 180_000 }, async () => {
      await using rig = await setUp();
      await body(rig);
    });

  check('what is not there is nothing: not an error, not empty bytes', async ({ medium }) => {
    expect(await medium.read('runs/none.json')).toBeUndefined();
    expect(await medium.size('runs/none.json')).toBeUndefined();
    expect(await medium.fetch('blobs/aa/none')).toBeUndefined();
    expect(await medium.list('runs/')).toEqual([]);
    await medium.remove('runs/none.json');
    await medium.quarantine('runs/none.json');
  });

  check('bytes come back as they were written, and are replaced', async ({ medium }) => {
    const odd = Buffer.from([0, 255, 13, 10, 0xc3, 0x28, 0]);
    for (const [at, bytes] of [odd, Buffer.alloc(0), Buffer.from('ü'), Buffer.alloc(300_000, 7)].entries()) {
      await medium.write('runs/a b%2F+c.json', bytes);
      expect(Buffer.from((await medium.read('runs/a b%2F+c.json')) ?? 'none').equals(bytes), `${at}`).toBe(
        true,
      );
      expect(await medium.size('runs/a b%2F+c.json')).toBe(bytes.length);
    }
    expect((await medium.list('runs/')).map(({ name: one, bytes }) => [one, bytes])).toEqual([
      ['runs/a b%2F+c.json', 300_000],
    ]);
    await medium.remove('runs/a b%2F+c.json');
    expect(await medium.read('runs/a b%2F+c.json')).toBeUndefined();
  });

  check('of sixteen who create a name one is first, and its bytes stay', async ({ medium }) => {
    for (let round = 0; round < 5; round += 1) {
      const name = `entries/aa/${round}.json`;
      const results = await Promise.all(
        Array.from({ length: 16 }, (_, index) => medium.create(name, `writer ${index}`)),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
      const winner = `writer ${results.indexOf(true)}`;
      expect(Buffer.from((await medium.read(name)) ?? '').toString()).toBe(winner);
    }
  });

  check('a listing has every one of 1,200 names, and none of a folder beside it', async ({ medium }) => {
    const started = Date.now();
    const names = Array.from({ length: 1200 }, (_, index) => `entries/${index % 7}/${index}.json`);
    const writers = Array.from({ length: 16 }, async (_, lane) => {
      for (const each of names.filter((_each, index) => index % 16 === lane)) await medium.write(each, each);
    });
    await Promise.all(writers);
    await medium.write('entries-of-another/0.json', 'x');
    const listed = await medium.list('entries/');
    expect(listed.map((one) => one.name).sort()).toEqual([...names].sort());
    expect(listed.every(({ name: one, bytes }) => bytes === one.length)).toBe(true);
    const seconds = (Date.now() - started) / 1000 + 120;
    for (const { modifiedAt } of listed)
      expect(Math.abs(Date.now() - modifiedAt) / 1000).toBeLessThan(seconds);
    expect((await medium.list('entries/3/')).length).toBe(
      names.filter((each) => each.startsWith('entries/3/')).length,
    );
  });

  check('a file is taken over, and fetched as a file', async ({ medium, workDirectory }) => {
    const blob = `blobs/aa/${sha256('weights').slice(7)}`;
    await medium.adopt(blob, await temporaryFile(workDirectory, 'weights'));
    expect(await medium.size(blob)).toBe(7);
    for (const anew of [false, true])
      expect(await readFile((await medium.fetch(blob, anew)) ?? '', 'utf8')).toBe('weights');
    await medium.adopt('checkpoints/aa/1/0', await temporaryFile(workDirectory, 'state one'));
    await medium.adopt('checkpoints/aa/1/0', await temporaryFile(workDirectory, 'state two'));
    expect(await readFile((await medium.fetch('checkpoints/aa/1/0')) ?? '', 'utf8')).toBe('state two');
  });

  check('what is set aside is out of the way, can be looked at, and may be written again', async (rig) => {
    const { medium, workDirectory } = rig;
    const blob = `blobs/aa/${sha256('sound').slice(7)}`;
    await medium.write(blob, 'spoil');
    const aside = await medium.quarantine(blob);
    expect(await medium.size(blob)).toBeUndefined();
    const [found, ...others] = await medium.list('quarantine/');
    expect(others).toEqual([]);
    expect(medium.describe(found?.name ?? '')).toBe(aside);
    expect(Buffer.from((await medium.read(found?.name ?? '')) ?? '').toString()).toBe('spoil');
    await medium.adopt(blob, await temporaryFile(workDirectory, 'sound'));
    expect(Buffer.from((await medium.read(blob)) ?? '').toString()).toBe('sound');
  });

  check('a file of 24 MiB goes through whole, in parts where there are parts', async (rig) => {
    const { medium, workDirectory } = rig;
    const bytes = Buffer.alloc(24 * 2 ** 20, 'abcdefghijklm');
    const digest = sha256(bytes);
    const blob = `blobs/${digest.slice(7, 9)}/${digest.slice(7)}`;
    await medium.adopt(blob, await temporaryFile(workDirectory, bytes));
    expect(await medium.size(blob)).toBe(bytes.length);
    const copy = join(workDirectory, 'copy');
    await copyFile((await medium.fetch(blob, true)) ?? '', copy);
    expect(sha256(await readFile(copy))).toBe(digest);
  });
}

/** A file as `copyToTemporary` leaves it. */
export async function temporaryFile(workDirectory: string, content: string | Uint8Array): Promise<string> {
  await mkdir(join(workDirectory, 'tmp'), { recursive: true });
  const path = join(workDirectory, 'tmp', temporaryName());
  await writeFile(path, content, { mode: 0o444 });
  return path;
}
