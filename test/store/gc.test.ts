import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../plan/canonical-json.ts';
import type { Digest, JsonObject } from '../../plan/digest.ts';
import { keyRecordOf } from '../../plan/key.ts';
import type { KeyRecord, Task } from '../../plan/plan.ts';
import { retire } from '../../store/gc-runs.ts';
import { keyOf } from '../../store/hash.ts';
import type { GcPolicy, GcRun } from '../../store/keeping.ts';
import type { Kind } from '../../store/kinds.ts';
import { openLocalStore } from '../../store/local-store.ts';
import type { Entry, RunRecord } from '../../store/store.ts';
import { listFiles, temporaryFolder, writeFiles } from './sample.ts';

const everything: GcPolicy = { graceMs: -1000, isUnderWay: () => false };

/** A store in which runs of chains `prepare -> train -> evaluate -> main` can be made, each task a file of its own. */
async function setUp() {
  const folder = await temporaryFolder();
  const location = join(folder.path, 'store');
  const store = await openLocalStore(location);
  let count = 0;
  const publish = async (run: string, record: KeyRecord, text: string): Promise<Entry> => {
    count += 1;
    const directory = await writeFiles(join(folder.path, `out-${count}`), { 'file.txt': text });
    const provenance = { run, task: text, finishedAt: '2026-01-01T00:00:00Z', seconds: 1, versions: {} };
    return store.publish({
      key: keyOf(record),
      record,
      directory,
      mediaType: 'text/plain',
      summary: {},
      provenance,
    });
  };
  const chain = (seed: number): readonly Task[] => {
    const task = (id: string, operation: Task['operation'], reads: readonly string[]): Task => ({
      id,
      step: id,
      operation,
      queue: 'cpu',
      axes: {},
      params: operation === 'preprocess' ? {} : { seed },
      inputs: reads.map((one) => ({ role: one, task: one })),
      after: [],
    });
    return [
      task('prepare', 'preprocess', []),
      task('train', 'train', ['prepare']),
      task('evaluate', 'evaluate', ['train']),
      task('main', 'tabulate', ['evaluate']),
    ];
  };
  /** Makes the first `finished` tasks of a chain, as a run that ended so, or was cut off. */
  const run = async (
    id: string,
    seed: number,
    {
      finished = 4,
      startedAt = new Date().toISOString(),
      pipeline = `p${seed}`,
      ...more
    }: Partial<RunRecord> & { readonly finished?: number } = {},
  ): Promise<void> => {
    const tasks = chain(seed);
    const plan = { version: 1, pipeline, tasks } as unknown as JsonObject;
    const digest = await store.putBytes(new TextEncoder().encode(canonicalJson(plan)));
    const artifacts = new Map<string, Digest>();
    const history = new Map(await store.readHistory(pipeline));
    for (const task of tasks.slice(0, finished)) {
      const record = keyRecordOf(task, artifacts) ?? expect.unreachable();
      artifacts.set(
        task.id,
        (await publish(id, record, `${task.id} ${task.operation === 'preprocess' ? '' : seed}`)).digest,
      );
      history.set(task.id, record);
    }
    const isDone = finished === 4;
    if (isDone) {
      await store.writeHistory(pipeline, history);
      // As old as the run that wrote it.
      await utimes(join(location, 'histories', `${pipeline}.json`), new Date(startedAt), new Date(startedAt));
    }
    const named = isDone
      ? [...artifacts].map(([task, artifact]) => [task, { state: 'done' as const, artifact }])
      : [];
    await store.putRun({
      id,
      pipeline,
      file: 'p.yaml',
      plan: digest,
      state: isDone ? 'done' : 'running',
      startedAt,
      host: 'h',
      pid: 1,
      versions: {},
      tasks: Object.fromEntries(named),
      ...more,
    });
    await mkdir(join(location, 'logs', id), { recursive: true });
    await writeFile(join(location, 'logs', id, '0-prepare.1.log'), 'log');
  };
  /** Which tasks of a chain the store has. */
  const finishedOf = async (seed: number): Promise<readonly string[]> => {
    const artifacts = new Map<string, Digest>();
    const found: string[] = [];
    for (const task of chain(seed)) {
      const record = keyRecordOf(task, artifacts);
      const entry = record && (await store.lookup([keyOf(record)])).get(keyOf(record));
      if (!entry) break;
      await store.materialise(entry.digest, join(folder.path, `copy-${Math.random()}`));
      artifacts.set(task.id, entry.digest);
      found.push(task.id);
    }
    return found;
  };
  const collect = async (policy: Partial<GcPolicy> = {}): Promise<number> =>
    (await store.findGarbage({ ...everything, ...policy })).remove();
  return {
    location,
    store,
    publish,
    run,
    finishedOf,
    collect,
    chain,
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

const all = ['prepare', 'train', 'evaluate', 'main'];

test('without a rule that lets runs go, everything that a run made stays', async () => {
  await using rig = await setUp();
  await rig.run('a', 0);
  await rig.run('b', 1);
  expect(await rig.collect()).toBe(0);
  expect(await rig.finishedOf(0)).toEqual(all);
  expect(await rig.finishedOf(1)).toEqual(all);
});

test('a run that is let go takes along what only it made; what others were made from stays', async () => {
  await using rig = await setUp();
  await rig.run('old', 0, { startedAt: '2020-01-01T00:00:00Z' });
  await rig.run('new', 1);
  // `prepare` was made by the old run, and the new one rests on it.
  const garbage = await rig.store.findGarbage({ ...everything, olderThanMs: 365 * 86_400_000 });
  expect(garbage.retired.map(({ id }) => id)).toEqual(['old']);
  await garbage.remove();
  expect(await rig.finishedOf(1)).toEqual(all);
  expect(await rig.finishedOf(0)).toEqual(['prepare']);
  expect(await readdir(join(rig.location, 'logs'))).toEqual(['new']);
  expect((await rig.store.listRuns()).map(({ id }) => id)).toEqual(['new']);
  expect(await rig.store.verify()).toMatchObject({ findings: [] });
  expect(await rig.collect({ olderThanMs: 365 * 86_400_000 })).toBe(0);
});

test('of one pipeline, an older run goes and what its tables show now stays', async () => {
  await using rig = await setUp();
  await rig.run('first', 0, { pipeline: 'p' });
  await rig.run('second', 1, { pipeline: 'p', startedAt: new Date(Date.now() + 1000).toISOString() });
  await rig.collect({ keepRuns: 1 });
  expect(await rig.finishedOf(0)).toEqual(['prepare']);
  expect(await rig.finishedOf(1)).toEqual(all);
  // The history still names the results of the second run after the record of that one is lost.
  await rig.store.putRun({ ...((await rig.store.getRun('second')) ?? expect.unreachable()), tasks: {} });
  await rig.collect();
  expect(await rig.finishedOf(1)).toEqual(all);
});

test.each([
  ['tagged', { tag: 'paper' }, {}],
  [
    'under way',
    { state: 'running' },
    { isUnderWay: ({ state }: { readonly state: string }) => state === 'running' },
  ],
] as const)('a run that is %s stays whatever the rules say', async (_, more, policy) => {
  await using rig = await setUp();
  await rig.run('a', 0, { ...more, startedAt: '2020-01-01T00:00:00Z' });
  await rig.collect({ keepRuns: 0, olderThanMs: 0, ...policy });
  expect(await rig.finishedOf(0)).toEqual(all);
});

test('what a run that was cut off has made stays, under whichever run it was published, and so do its checkpoints', async () => {
  await using rig = await setUp();
  await rig.run('lost', 0, { finished: 1, startedAt: '2020-01-01T00:00:00Z' });
  await rig.run('again', 0, { finished: 0 });
  const [prepare, train] = rig.chain(0);
  const artifact = (await rig.store.lookup([keyOf(keyRecordOf(prepare as Task, new Map()) as KeyRecord)]))
    .values()
    .next().value?.digest as Digest;
  const open = keyOf(keyRecordOf(train as Task, new Map([['prepare', artifact]])) as KeyRecord);
  const closed = keyOf(keyRecordOf(prepare as Task, new Map()) as KeyRecord);
  const state = await writeFiles(join(rig.location, '..', 'state'), { 'weights.bin': 'w' });
  await rig.store.saveCheckpoint(open, 7, state);
  await rig.store.saveCheckpoint(closed, 7, state);
  await rig.collect({ olderThanMs: 365 * 86_400_000 });
  expect((await rig.store.listRuns()).map(({ id }) => id)).toEqual(['again']);
  expect(await rig.finishedOf(0)).toEqual(['prepare']);
  expect(await rig.store.takeCheckpoint(open, join(rig.location, '..', 'taken'))).toBe(7);
  expect(await rig.store.takeCheckpoint(closed, join(rig.location, '..', 'taken2'))).toBeUndefined();
});

test('whatever is younger than the grace time stays: a blob without an entry, an entry without a run', async () => {
  await using rig = await setUp();
  await rig.store.putBytes(new TextEncoder().encode('between blob and entry'));
  await rig.publish('nobody', { operation: 'train', operationVersion: 1, params: {}, inputs: {} }, 'x');
  const before = await listFiles(rig.location);
  expect(await rig.collect({ graceMs: 60_000 })).toBe(0);
  expect(await listFiles(rig.location)).toEqual(before);
  // One blob; an entry, its list and its file.
  expect(await rig.collect()).toBe(4);
  expect(await listFiles(rig.location)).toEqual([]);
});

test('blobs of a young entry stay however old they are', async () => {
  await using rig = await setUp();
  const entry = await rig.publish(
    'nobody',
    { operation: 'train', operationVersion: 1, params: {}, inputs: {} },
    'x',
  );
  for (const file of await listFiles(rig.location)) {
    if (file.startsWith('blobs/')) await utimes(join(rig.location, file), 1, 1);
  }
  await rig.collect({ graceMs: 60_000 });
  await rig.store.materialise(entry.digest, join(rig.location, '..', 'copy'));
});

test('code of a command is kept with the entries and the open tasks that name it', async () => {
  await using rig = await setUp();
  const put = (text: string) => rig.store.putBytes(new TextEncoder().encode(text));
  const codeOf = async (text: string) => {
    const file = await put(text);
    return put(JSON.stringify({ version: 1, files: [{ path: 'a.py', digest: file, executable: false }] }));
  };
  const [made, planned] = [await codeOf('print(1)'), await codeOf('print(2)')];
  await rig.run('a', 0);
  await rig.publish(
    'a',
    { operation: 'train', operationVersion: 1, params: {}, inputs: { code: [made] } },
    'c',
  );
  const task = { ...(rig.chain(5)[0] as Task), inputs: [{ role: 'code', digest: planned, source: 'a.py' }] };
  const plan = await put(
    canonicalJson({ version: 1, pipeline: 'q', tasks: [task] } as unknown as JsonObject),
  );
  await rig.store.putRun({
    ...((await rig.store.getRun('a')) ?? expect.unreachable()),
    id: 'b',
    pipeline: 'q',
    plan,
    state: 'interrupted',
    tasks: {},
  });
  expect(await rig.collect()).toBe(0);
});

test('a dry look changes nothing, and says exactly what is removed afterwards', async () => {
  await using rig = await setUp();
  await rig.run('a', 0, { startedAt: '2020-01-01T00:00:00Z' });
  await rig.run('b', 1);
  const before = await listFiles(rig.location);
  const policy = { ...everything, olderThanMs: 86_400_000 };
  const garbage = await rig.store.findGarbage(policy);
  expect(await listFiles(rig.location)).toEqual(before);
  const counts = Object.fromEntries(garbage.tallies.map(({ kind, goingCount }) => [kind, goingCount]));
  const expected: { readonly [kind in Kind]?: number } = {
    models: 2,
    datasets: 0,
    scores: 2,
    tables: 2,
    'plans and code': 1,
    entries: 3,
    'run records': 1,
    histories: 1,
    logs: 1,
  };
  expect(counts).toMatchObject(expected);
  const going = garbage.tallies.reduce((sum, { goingCount }) => sum + goingCount, 0);
  expect(await garbage.remove()).toBe(going);
  const left = (await rig.store.findGarbage(policy)).tallies.reduce(
    (sum, tally) => sum + tally.goingCount,
    0,
  );
  expect(left).toBe(0);
});

test('a damaged run record stops collecting: it may name what must stay', async () => {
  await using rig = await setUp();
  await rig.run('a', 0);
  const path = join(rig.location, 'runs', 'a.json');
  const before = await listFiles(rig.location);
  await writeFile(`${path}.new`, '{"id": ');
  await rename(`${path}.new`, path);
  await expect(rig.collect({ keepRuns: 0 })).rejects.toMatchObject({
    code: 'LAC5201',
    message: expect.stringContaining(path),
  });
  expect(await listFiles(rig.location)).toEqual(before);
});

test('when a run begins between looking and removing, nothing is removed', async () => {
  await using rig = await setUp();
  await rig.run('a', 0, { startedAt: '2020-01-01T00:00:00Z' });
  const garbage = await rig.store.findGarbage({ ...everything, keepRuns: 0 });
  await rig.run('b', 1);
  const before = await listFiles(rig.location);
  await expect(garbage.remove()).rejects.toMatchObject({ code: 'LAC5202', retryable: true });
  expect(await listFiles(rig.location)).toEqual(before);
});

test('what is published anew between looking and removing stays', async () => {
  await using rig = await setUp();
  const record: KeyRecord = { operation: 'train', operationVersion: 1, params: {}, inputs: {} };
  await rig.publish('nobody', record, 'x');
  for (const file of await listFiles(rig.location)) await utimes(join(rig.location, file), 1, 1);
  const garbage = await rig.store.findGarbage({ ...everything, graceMs: 60_000 });
  // The same bytes under another key: blobs are written again.
  const other = { ...record, params: { seed: 1 } };
  const entry = await rig.publish('nobody', other, 'x');
  expect(await garbage.remove()).toBe(1);
  await rig.store.materialise(entry.digest, join(rig.location, '..', 'copy'));
  expect((await rig.store.lookup([keyOf(record)])).size).toBe(0);
});

test('killed anywhere while it removes, collecting leaves a sound store and ends the next time', async () => {
  for (const survived of [1, 2, 4, 7, 10]) {
    await using rig = await setUp();
    await rig.run('old', 0, { startedAt: '2020-01-01T00:00:00Z' });
    await rig.run('new', 1);
    const garbage = await rig.store.findGarbage({ ...everything, olderThanMs: 86_400_000 }, undefined);
    await stopAfter(rig.location, survived, garbage.remove);
    expect(await rig.store.verify()).toMatchObject({ findings: [] });
    expect(await rig.finishedOf(1)).toEqual(all);
    await rig.collect({ olderThanMs: 86_400_000 });
    expect(await rig.finishedOf(0)).toEqual(['prepare']);
    expect(existsSync(join(rig.location, 'runs', 'old.json'))).toBe(false);
  }
});

/** Lets a removal take away so many files, then none, as if it had been killed there. */
async function stopAfter(location: string, count: number, remove: () => Promise<number>): Promise<void> {
  const { FolderMedium } = await import('../../store/folder-medium.ts');
  const original = FolderMedium.prototype.remove;
  let left = count;
  FolderMedium.prototype.remove = function (name: string) {
    if (this.location !== location) return original.call(this, name);
    left -= 1;
    return left < 0 ? Promise.reject(new Error('killed')) : original.call(this, name);
  };
  await remove().catch((error: unknown) => expect(String(error)).toContain('killed'));
  FolderMedium.prototype.remove = original;
}

test('rules for runs: the newest of each pipeline stay, fixed ones always, both rules must agree', () => {
  const run = fc.record({
    id: fc.uuid(),
    pipeline: fc.constantFrom('p', 'q'),
    startedAt: fc.integer({ min: 0, max: 100 }).map((day) => new Date(day * 86_400_000).toISOString()),
    isFixed: fc.boolean(),
  });
  const now = 100 * 86_400_000;
  fc.assert(
    fc.property(
      fc.uniqueArray(run, { selector: ({ id }) => id }),
      fc.option(fc.nat(5), { nil: undefined }),
      fc.option(fc.nat(100), { nil: undefined }),
      (some, keepRuns, days) => {
        const runs = some as unknown as readonly GcRun[];
        const rules = {
          ...(keepRuns !== undefined && { keepRuns }),
          ...(days !== undefined && { olderThanMs: days * 86_400_000 }),
        };
        const retired = retire(runs, rules, now);
        if (keepRuns === undefined && days === undefined) expect(retired).toEqual([]);
        for (const gone of retired) {
          expect(gone.isFixed).toBe(false);
          if (days !== undefined) expect(now - Date.parse(gone.startedAt)).toBeGreaterThan(days * 86_400_000);
        }
        for (const pipeline of ['p', 'q']) {
          const own = runs.filter((one) => one.pipeline === pipeline);
          const left = own.filter((one) => !retired.includes(one));
          expect(left.length).toBeGreaterThanOrEqual(Math.min(own.length, keepRuns ?? 0));
        }
        // What stays by the rules stays when they are applied again.
        expect(
          retire(
            runs.filter((one) => !retired.includes(one)),
            { ...rules, ...(keepRuns !== undefined && { keepRuns }) },
            now,
          ),
        ).toEqual([]);
      },
    ),
  );
});
