import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest } from '../../plan/digest.ts';
import { keyOf, sha256 } from '../../store/hash.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { seal, unseal } from '../../store/seal.ts';
import type { Entry, RunRecord } from '../../store/store.ts';
import { listFiles, recordOf, requestOf, temporaryFolder, writeFiles } from './sample.ts';

const key = keyOf(recordOf(0));

/** A store with an entry of two files, a checkpoint, a history and a run that names the artifact. */
async function setUp() {
  const folder = await temporaryFolder();
  const store = await openLocalStore(join(folder.path, 'store'));
  const output = await writeFiles(join(folder.path, 'output'), {
    'model.bin': 'weights',
    'card.md': 'about',
  });
  const entry = await store.publish(requestOf(output));
  await store.saveCheckpoint(keyOf(recordOf(1)), 3, output);
  await store.writeHistory('p', new Map([['train[seed=0]', recordOf(0)]]));
  await store.putRun(runOf(entry));
  return {
    store,
    output,
    entry,
    location: store.location,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

function runOf({ digest }: Entry): RunRecord {
  return {
    id: 'run-1',
    pipeline: 'p',
    file: 'p.yaml',
    plan: digest,
    state: 'done',
    startedAt: '2026-01-01T00:00:00Z',
    host: 'h',
    pid: 1,
    versions: {},
    tasks: { 'train[seed=0]': { state: 'done', artifact: digest } },
  };
}

async function overwrite(path: string, change: (text: string) => string): Promise<void> {
  await chmod(path, 0o644);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

const pathOfBlob = (location: string, digest: Digest) =>
  join(location, 'blobs', digest.slice(7, 9), digest.slice(7));

test('a sound store has no findings, and everything in it was read', async () => {
  await using rig = await setUp();
  const before = await listFiles(rig.location);
  const { findings, read } = await rig.store.verify();
  expect(findings).toEqual([]);
  const counts = Object.fromEntries(Object.entries(read).map(([what, { count }]) => [what, count]));
  expect(counts).toEqual({ blobs: 3, entries: 1, checkpoints: 3, histories: 1, runs: 1 });
  expect(await listFiles(rig.location)).toEqual(before);
});

test.each([
  ['a blob', (rig: Rig) => pathOfBlob(rig.location, sha256('weights')), (text: string) => text.toUpperCase()],
  ['an entry', (rig: Rig) => entryPath(rig.location), (text: string) => text.replace('run-1', 'run-2')],
  [
    'a run record',
    (rig: Rig) => join(rig.location, 'runs', 'run-1.json'),
    (text: string) => text.replace('p.yaml', 'q.yaml'),
  ],
  [
    'a history',
    (rig: Rig) => join(rig.location, 'histories', 'p.json'),
    (text: string) => text.replace('"seed": 0', '"seed": 8'),
  ],
])(
  'damage of %s is named and set aside; verified again, the store is as sound as what is left',
  async (_, place, change) => {
    await using rig = await setUp();
    const path = place(rig);
    await overwrite(path, change);
    const { findings } = await rig.store.verify();
    expect(findings[0]).toMatchObject({ what: 'damaged', path });
    expect(await readFile(findings[0]?.quarantine ?? '', 'utf8')).toContain('');
    expect(await listFiles(rig.location)).not.toContain(path.slice(rig.location.length + 1));
    await rig.store.publish(requestOf(rig.output));
    expect((await rig.store.verify()).findings).toEqual([]);
  },
);

test('a changed file of a checkpoint sets the state aside, and the one before it is taken', async () => {
  await using rig = await setUp();
  const open = keyOf(recordOf(1));
  await rig.store.saveCheckpoint(open, 4, rig.output);
  const states = (await listFiles(rig.location)).filter(
    (name) => name.startsWith('checkpoints/') && name.includes('/000000000004-'),
  );
  const list = states.find((name) => name.endsWith('files.json')) ?? expect.unreachable();
  await overwrite(join(rig.location, dirname(list), '0'), (text) => `${text}!`);
  expect((await rig.store.verify()).findings).toMatchObject([
    { what: 'damaged', path: join(rig.location, list) },
  ]);
  expect(await rig.store.takeCheckpoint(open, join(rig.location, '..', 'taken'))).toBe(3);
});

test('a blob that was deleted takes its entry along; a list of files that was deleted is made again', async () => {
  await using rig = await setUp();
  const list = pathOfBlob(rig.location, rig.entry.digest);
  await rm(list);
  expect((await rig.store.verify()).findings).toMatchObject([{ what: 'missing', path: list }]);
  expect((await rig.store.verify()).findings).toEqual([]);
  await rm(pathOfBlob(rig.location, sha256('about')));
  const { findings } = await rig.store.verify();
  expect(findings).toMatchObject([{ what: 'damaged', reason: expect.stringContaining('card.md') }]);
  expect(await rig.store.lookup([key])).toEqual(new Map());
});

test('a list of files that was damaged is made again by the next look-up', async () => {
  await using rig = await setUp();
  await overwrite(pathOfBlob(rig.location, rig.entry.digest), (text) => text.replace('model', 'modem'));
  const copy = (name: string) => join(rig.location, '..', name);
  await expect(rig.store.materialise(rig.entry.digest, copy('one'))).rejects.toMatchObject({
    code: 'LAC5004',
  });
  expect((await rig.store.lookup([key])).get(key)).toEqual(rig.entry);
  await rig.store.materialise(rig.entry.digest, copy('two'));
});

test('an artifact that only a run names and that is gone is missing', async () => {
  await using rig = await setUp();
  await rm(entryPath(rig.location));
  await rm(pathOfBlob(rig.location, rig.entry.digest));
  expect((await rig.store.verify()).findings).toMatchObject([
    { what: 'missing', reason: 'run run-1 names it as the result of train[seed=0]' },
  ]);
});

test('a file in the place of a blob whose name is no digest is set aside', async () => {
  await using rig = await setUp();
  const folder = (await readdir(join(rig.location, 'blobs')))[0] ?? '';
  await writeFile(join(rig.location, 'blobs', folder, 'notes.txt'), 'mine');
  expect((await rig.store.verify()).findings).toMatchObject([{ reason: 'its name is no SHA-256' }]);
});

test('a sealed record comes back; with any byte changed it does not, whatever the byte and the change', () => {
  const record = fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.integer(), fc.dictionary(fc.string(), fc.string())),
  );
  fc.assert(
    fc.property(record, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, place, mask) => {
      const plain = JSON.parse(JSON.stringify(value)) as typeof value;
      const bytes = new TextEncoder().encode(seal(plain));
      expect(unseal(bytes)).toEqual({ value: plain });
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ mask;
      expect(unseal(bytes)).toHaveProperty('flaw');
    }),
    { numRuns: 3000 },
  );
});

test('records of versions that sealed nothing are read; what is no record is not', () => {
  const read = (text: string) => unseal(new TextEncoder().encode(text));
  expect(read('{"id": "a", "plan": "sha256-x"}')).toEqual({ value: { id: 'a', plan: 'sha256-x' } });
  for (const text of ['', '[]', 'null', '{"id":', '1']) expect(read(text)).toHaveProperty('flaw');
});

type Rig = Awaited<ReturnType<typeof setUp>>;

function entryPath(location: string): string {
  return join(location, 'entries', key.slice(7, 9), `${key.slice(7)}.json`);
}
