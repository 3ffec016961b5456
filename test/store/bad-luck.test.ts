import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FaultPoint, faultPoints } from '../../store/fault-points.ts';
import { keyOf } from '../../store/hash.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { recordOf, requestOf, temporaryFolder, writeFiles } from './sample.ts';

async function publishInChild(
  store: string,
  output: string,
  fault?: FaultPoint,
): Promise<NodeJS.Signals | null> {
  const script = new URL('./publish-child.ts', import.meta.url).pathname;
  const env = { ...process.env, ...(fault && { LACUNA_FAULT: fault }) };
  const place = JSON.stringify({ location: store, workDirectory: store });
  const child = spawn(process.execPath, ['--import', 'tsx', script, place, output, 'run-1'], {
    env,
    stdio: 'ignore',
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** Points of the store, and whether the result must be there after a kill at it. */
const isPublishedAfter: ReadonlyMap<FaultPoint, boolean> = new Map([
  ['store:before-blob', false],
  ['store:after-temporary-file', false],
  ['store:after-blob-before-entry', false],
  ['store:before-entry-link', false],
  ['store:after-entry', true],
  ['store:before-replace', true],
]);

test('every fault point of the store has a case below', () => {
  expect([...isPublishedAfter.keys()]).toEqual(faultPoints.filter((point) => point.startsWith('store:')));
});

test.each([...isPublishedAfter])(
  'killed at %s, the store is as before or as after, and the next run heals it',
  async (fault, isPublished) => {
    await using folder = await temporaryFolder();
    const location = join(folder.path, 'store');
    const output = await writeFiles(join(folder.path, 'output'), {
      'model.bin': 'weights',
      'card.md': 'about',
    });
    expect(await publishInChild(location, output, fault)).toBe('SIGKILL');

    const store = await openLocalStore(location, {
      onDamage: (damage) => expect.unreachable(JSON.stringify(damage)),
    });
    const key = keyOf(recordOf(0));
    expect((await store.lookup([key])).has(key)).toBe(isPublished);
    expect(await store.listRuns()).toEqual([]);
    expect(await readdir(join(location, 'tmp'))).toEqual([]);

    expect(await publishInChild(location, output)).toBeNull();
    const entry = (await store.lookup([key])).get(key);
    await store.materialise(entry?.digest ?? expect.unreachable(), join(folder.path, 'copy'));
    expect(await store.listRuns()).toHaveLength(1);
  },
);

/** A file system of one mebibyte, where the machine lets us make one. */
function mountTiny(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test('a full disk is a retryable failure, keeps what was there, and leaves nothing half-written', async (context) => {
  await using folder = await temporaryFolder();
  const location = join(folder.path, 'store');
  await mkdir(location);
  if (!mountTiny(location)) context.skip('a small file system cannot be mounted here (not root)');
  try {
    const store = await openLocalStore(location);
    const small = await store.publish(requestOf(await writeFiles(join(folder.path, 'small'), { a: 'a' })));
    const large = await writeFiles(join(folder.path, 'large'), { a: 'x'.repeat(3 << 20) });
    await expect(store.publish(requestOf(large, 1))).rejects.toMatchObject({
      code: 'LAC5001',
      retryable: true,
      message: expect.stringContaining('train[seed=1]'),
    });
    expect(await readdir(join(location, 'tmp'))).toEqual([]);
    expect((await store.lookup([keyOf(recordOf(0)), keyOf(recordOf(1))])).size).toBe(1);
    await store.materialise(small.digest, join(folder.path, 'copy'));
  } finally {
    execFileSync('umount', [location]);
  }
});
