import { chmod, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type GcOptions, gc } from '../../cli/gc.ts';
import { describeBytes, parseAge } from '../../cli/sizes.ts';
import { type TagOptions, tag } from '../../cli/tag.ts';
import { verify } from '../../cli/verify.ts';
import type { Digest } from '../../plan/digest.ts';
import { keyOf } from '../../store/hash.ts';
import { openLocalStore } from '../../store/local-store.ts';
import type { Store } from '../../store/store.ts';
import { listFiles, recordOf, requestOf, temporaryFolder, writeFiles } from '../store/sample.ts';
import { listen } from './in-process.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
const before = process.env['LACUNA_STORE'];

/** Runs `4f2a0001` of 2020 and `7b000002` of today, each with a model that it alone made. */
beforeEach(async () => {
  folder = await temporaryFolder();
  process.env['LACUNA_STORE'] = join(folder.path, 'store');
  store = await openLocalStore(join(folder.path, 'store'));
  await makeRun('4f2a0001', 0, '2020-01-01T00:00:00Z');
  await makeRun('7b000002', 1, new Date().toISOString());
  for (const name of await listFiles(store.location)) await utimes(join(store.location, name), 1, 1);
});

afterEach(async () => {
  if (before === undefined) delete process.env['LACUNA_STORE'];
  else process.env['LACUNA_STORE'] = before;
  await folder[Symbol.asyncDispose]();
});

async function makeRun(id: string, seed: number, startedAt: string): Promise<void> {
  const output = await writeFiles(join(folder.path, id), { 'model.bin': `weights ${seed}` });
  const { digest } = await store.publish(requestOf(output, seed, id));
  await store.putRun({
    id,
    pipeline: 'emoji',
    file: 'emoji.yaml',
    plan: `sha256-${'0'.repeat(64)}` as Digest,
    state: 'done',
    startedAt,
    host: 'h',
    pid: 1,
    versions: {},
    tasks: { [`train[seed=${seed}]`]: { state: 'done', artifact: digest } },
  });
}

const collect = (options: Partial<GcOptions> = {}) => {
  const heard = listen();
  const asked = { dryRun: false, json: false, grace: '1h', ...options };
  return gc(asked, heard).then((status) => ({ status, stdout: heard.stdout(), stderr: heard.stderr() }));
};

const tagging = (options: Partial<TagOptions>) => {
  const heard = listen();
  return tag({ json: false, ...options }, heard).then((status) => ({ status, stdout: heard.stdout() }));
};

const hasModel = async (seed: number) => (await store.lookup([keyOf(recordOf(seed))])).size === 1;

test('gc says how large each kind is and, without a rule for runs, removes nothing of theirs', async () => {
  const { status, stdout, stderr } = await collect();
  expect(status).toBe(0);
  expect(stdout).toMatch(/2 runs kept \(0 tagged\), 0 to remove/);
  expect(stdout).toMatch(/^ {2}models +4 +\S+ kB|^ {2}models +4 +\d+ B/m);
  expect(stderr).toBe('removed: 0 objects');
  expect([await hasModel(0), await hasModel(1)]).toEqual([true, true]);
});

test('a dry run says what would go and leaves it; without it, the same goes', async () => {
  const before = await listFiles(store.location);
  const dry = await collect({ olderThan: '30d', dryRun: true });
  expect(dry.stdout).toContain('run 4f2a0001  emoji  2020-01-01T00:00Z');
  expect(dry.stderr).toContain('nothing was removed');
  expect(await listFiles(store.location)).toEqual(before);
  const real = await collect({ olderThan: '30d' });
  expect(real.stdout).toBe(dry.stdout);
  // The record; entry, list of files and file.
  expect(real.stderr).toBe('removed: 4 objects');
  expect([await hasModel(0), await hasModel(1)]).toEqual([false, true]);
});

test('--json gives the same as one document', async () => {
  const { stdout, stderr } = await collect({ keepRuns: '1', json: true });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({
    removed: 4,
    damaged: 0,
    retired: [{ id: '4f2a0001', pipeline: 'emoji' }],
    kept: [{ id: '7b000002' }],
    tallies: expect.arrayContaining([expect.objectContaining({ kind: 'models', count: 4, goingCount: 2 })]),
  });
});

test('a tag keeps a run from being collected; without it the run may go', async () => {
  await tagging({ run: '4f2a', name: 'submitted' });
  expect((await tagging({})).stdout).toMatch(/^submitted +4f2a0001 +emoji +done/);
  await collect({ olderThan: '30d', grace: '0s' });
  expect(await hasModel(0)).toBe(true);
  await tagging({ remove: 'submitted' });
  expect((await tagging({})).stdout).toBe('No run has a tag.');
  await collect({ olderThan: '30d', grace: '0s' });
  expect(await hasModel(0)).toBe(false);
});

test.each<[string, Partial<TagOptions>, string]>([
  ['a name with a slash', { run: '4f2a', name: 'a/b' }, 'LAC1923'],
  ['a run that does not exist', { run: 'ffff', name: 'a' }, 'LAC1906'],
  ['a run without a name', { run: '4f2a' }, 'LAC1922'],
  ['a run and a name to take away', { run: '4f2a', name: 'a', remove: 'a' }, 'LAC1922'],
  ['a name that no run has', { remove: 'a' }, 'LAC1925'],
])('tag refuses %s', async (_, options, code) => {
  await expect(tagging(options)).rejects.toMatchObject({ code });
});

test('a tag names one run', async () => {
  await tagging({ run: '4f2a', name: 'a' });
  await expect(tagging({ run: '7b00', name: 'a' })).rejects.toMatchObject({
    code: 'LAC1924',
    message: expect.stringContaining('4f2a0001'),
  });
});

test('verify exits 3, names what is damaged, and 0 once it is set aside and made again', async () => {
  const sound = listen();
  expect(await verify({ json: false }, sound)).toBe(0);
  expect(sound.stdout()).toContain('all sound; read 4 blobs');
  const folders = await readdir(join(store.location, 'blobs'));
  const [blob = ''] = (await listFiles(store.location)).filter((name) =>
    name.startsWith(`blobs/${folders[0]}/`),
  );
  await chmod(join(store.location, blob), 0o644);
  await writeFile(join(store.location, blob), 'damaged');
  const heard = listen();
  expect(await verify({ json: false }, heard)).toBe(3);
  expect(heard.stdout()).toContain(`damaged: ${join(store.location, blob)}: its bytes do not match its name`);
  expect(heard.stderr()).toContain('run your pipelines again');
  await makeRun('4f2a0001', 0, '2020-01-01T00:00:00Z');
  await makeRun('7b000002', 1, '2020-01-01T00:00:00Z');
  const again = listen();
  expect(await verify({ json: true }, again)).toBe(0);
  expect(JSON.parse(again.stdout())).toMatchObject({ findings: [], read: { blobs: { count: 4 } } });
});

test('ages and sizes are read and written as people do', () => {
  expect(['90s', '30m', '1h', '30d', '2w', '1.5h'].map(parseAge)).toEqual([
    90_000, 1_800_000, 3_600_000, 2_592_000_000, 1_209_600_000, 5_400_000,
  ]);
  for (const text of ['', '1', 'h', '-1h', '1y', '1 h']) {
    expect(() => parseAge(text)).toThrow(expect.objectContaining({ code: 'LAC1920' }));
  }
  expect([0, 999, 1000, 12_345_678, 9.9e14].map(describeBytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 kB',
    '12.3 MB',
    '990.0 TB',
  ]);
});
