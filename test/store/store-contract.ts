import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Damage, nameOfBlob } from '../../store/blobs.ts';
import { nameOfEntry } from '../../store/entries.ts';
import { keyOf, sha256 } from '../../store/hash.ts';
import type { RunRecord, Store } from '../../store/store.ts';
import { listFiles, recordOf, requestOf, temporaryFolder, writeFiles } from './sample.ts';

/** A new store on a folder of the test's, and what is behind it, for tests that spoil it there. */
export interface StoreBase {
  readonly store: Store;
  /** The file that holds what the store's messages call by this name. */
  onDisk(described: string): string;
}

/** What every store promises, whatever is behind it. `open` gets a folder, and must tell of damage. */
export function testStore(
  title: string,
  isThere: boolean,
  open: (folder: string, onDamage: (damage: Damage) => void) => Promise<StoreBase>,
): void {
  const setUp = async () => {
    const folder = await temporaryFolder();
    const damages: Damage[] = [];
    const base = await open(folder.path, (damage) => damages.push(damage));
    const output = await writeFiles(join(folder.path, 'output'), {
      'model.bin': 'weights',
      'logs/loss.csv': '1,2',
    });
    return {
      ...base,
      folder: folder.path,
      damages,
      output,
      key: keyOf(recordOf(0)),
      /** Overwrites something, as a failing disk might, and looks at it as a machine does that has no copy. */
      damage: async (name: string, text: string) => {
        const path = base.onDisk(`${base.store.location}/${name}`);
        await chmod(path, 0o644);
        await writeFile(path, text);
        await rm(join(base.store.workDirectory, 'cache'), { recursive: true, force: true });
        await mkdir(join(base.store.workDirectory, 'cache'));
      },
      [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
    };
  };

  describe.skipIf(!isThere)(title, () => {
    test('what was published comes back under its key, byte for byte', async () => {
      await using rig = await setUp();
      const { store, output, key, folder } = rig;
      const entry = await store.publish(requestOf(output));
      expect(entry.artifact.files.map(({ path }) => path)).toEqual(['logs/loss.csv', 'model.bin']);
      expect(await store.lookup([key, keyOf(recordOf(1))])).toEqual(new Map([[key, entry]]));

      const copy = join(folder, 'copy');
      expect(await store.materialise(entry.digest, copy)).toEqual(entry.artifact);
      expect(await listFiles(copy)).toEqual(['logs/loss.csv', 'model.bin']);
      expect(await readFile(join(copy, 'model.bin'), 'utf8')).toBe('weights');
      expect((await stat(join(copy, 'model.bin'))).mode & 0o222).toBe(0);
    });

    test('the digest of an artifact depends on its files, not on who made it when', async () => {
      await using rig = await setUp();
      const first = await rig.store.publish(requestOf(rig.output, 0, 'run-1'));
      const second = await rig.store.publish(requestOf(rig.output, 1, 'run-2'));
      expect(second.digest).toBe(first.digest);
      await writeFiles(rig.output, { 'model.bin': 'other' });
      expect((await rig.store.publish(requestOf(rig.output, 2))).digest).not.toBe(first.digest);
    });

    test('ten publishers of one key end with one result, and all are told which', async () => {
      await using rig = await setUp();
      const outputs = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          writeFiles(join(rig.folder, `output-${index}`), { 'model.bin': `weights ${index}` }),
        ),
      );
      const entries = await Promise.all(
        outputs.map((output, index) => rig.store.publish(requestOf(output, 0, `run-${index}`))),
      );
      const winner = (await rig.store.lookup([rig.key])).get(rig.key);
      expect(winner).toBeDefined();
      for (const entry of entries) expect(entry).toEqual(winner);
      expect(await readdir(join(rig.store.workDirectory, 'tmp'))).toEqual([]);
    });

    test.each([
      ['of the same length', 'WEIGHTS'],
      ['cut short', 'wei'],
      ['empty', ''],
    ])(
      'a damaged blob (%s) is never handed out, is set aside, and is healed by making it again',
      async (_, text) => {
        await using rig = await setUp();
        const { store, damages, output, key, folder } = rig;
        const entry = await store.publish(requestOf(output));
        const blob = nameOfBlob(sha256('weights'));
        await rig.damage(blob, text);

        await expect(store.materialise(entry.digest, join(folder, 'copy'))).rejects.toMatchObject({
          code: 'LAC5004',
          retryable: false,
        });
        expect(damages[0]).toMatchObject({ path: `${store.location}/${blob}` });
        expect(await readFile(rig.onDisk(damages[0]?.quarantine ?? ''), 'utf8')).toBe(text);
        expect(await store.lookup([key])).toEqual(new Map());

        const again = await store.publish(requestOf(output));
        expect(again.digest).toBe(entry.digest);
        await store.materialise(again.digest, join(folder, 'healed'));
        expect(await readFile(join(folder, 'healed', 'model.bin'), 'utf8')).toBe('weights');
      },
    );

    test.each([
      ['not JSON', () => '{"key":'],
      ['JSON of another shape', () => '{"key": 1}'],
      ['null', () => 'null'],
      ['of another key', (text: string) => text.replace('"seed": 0', '"seed": 1')],
      ['with another file', (text: string) => text.replace('model.bin', 'model.two')],
      ['with a path that leaves the folder', (text: string) => text.replace('model.bin', '../../x')],
    ])('an entry that is %s counts as absent and is replaced by the next publisher', async (_, spoil) => {
      await using rig = await setUp();
      const { store, damages, output, key } = rig;
      const entry = await store.publish(requestOf(output));
      const path = `${store.location}/${nameOfEntry(key)}`;
      await rig.damage(nameOfEntry(key), spoil(await readFile(rig.onDisk(path), 'utf8')));

      expect(await store.lookup([key])).toEqual(new Map());
      expect(damages).toMatchObject([{ path }]);
      expect(await store.publish(requestOf(output))).toEqual(entry);
      expect((await store.lookup([key])).get(key)).toEqual(entry);
    });

    test('an entry whose file was deleted from the store counts as absent', async () => {
      await using rig = await setUp();
      await rig.store.publish(requestOf(rig.output));
      await rm(rig.onDisk(`${rig.store.location}/${nameOfBlob(sha256('weights'))}`));
      expect(await rig.store.lookup([rig.key])).toEqual(new Map());
      expect(rig.damages[0]?.reason).toContain('model.bin');
    });

    test('a link in the output folder is refused and nothing is published', async () => {
      await using rig = await setUp();
      await symlink('/etc/hostname', join(rig.output, 'stolen'));
      await expect(rig.store.publish(requestOf(rig.output))).rejects.toMatchObject({ code: 'LAC5005' });
      expect(await rig.store.lookup([rig.key])).toEqual(new Map());
    });

    test('small bytes come back verified; absent and damaged ones are refused with a reason', async () => {
      await using rig = await setUp();
      const { store } = rig;
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
          expect([...(await store.getBytes(await store.putBytes(bytes)))]).toEqual([...bytes]);
        }),
        { numRuns: 20 },
      );
      await expect(store.getBytes(sha256('nobody wrote this'))).rejects.toMatchObject({ code: 'LAC5006' });
      const digest = await store.putBytes(new TextEncoder().encode('plan'));
      await rig.damage(nameOfBlob(digest), 'plaN');
      await expect(store.getBytes(digest)).rejects.toMatchObject({ code: 'LAC5004' });
    });

    test('histories and run records are kept by name; runs are listed oldest first; a damaged one is set aside', async () => {
      await using rig = await setUp();
      const { store, damages } = rig;
      const history = new Map([['train[seed=0]', recordOf(0)]]);
      expect(await store.readHistory('my/pipeline')).toEqual(new Map());
      await store.writeHistory('my/pipeline', new Map());
      await store.writeHistory('my/pipeline', history);
      expect(await store.readHistory('my/pipeline')).toEqual(history);

      const run = (id: string, startedAt: string): RunRecord => ({
        id,
        startedAt,
        pipeline: 'p',
        file: 'p.yaml',
        plan: sha256('p'),
        state: 'done',
        host: 'h',
        pid: 1,
        versions: {},
        tasks: {},
      });
      await store.putRun(run('b', '2026-01-02T00:00:00Z'));
      await store.putRun(run('a', '2026-01-03T00:00:00Z'));
      await store.putRun({ ...run('c', '2026-01-01T00:00:00Z'), state: 'running' });
      await store.putRun(run('c', '2026-01-01T00:00:00Z'));
      expect((await store.listRuns()).map(({ id, state }) => [id, state])).toEqual([
        ['c', 'done'],
        ['b', 'done'],
        ['a', 'done'],
      ]);
      expect(await store.getRun('b')).toEqual(run('b', '2026-01-02T00:00:00Z'));
      expect(await store.getRun('nobody')).toBeUndefined();

      await rig.damage('runs/b.json', '[]');
      expect((await store.listRuns()).map(({ id }) => id)).toEqual(['c', 'a']);
      expect(damages).toHaveLength(1);
    });
  });
}
