import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { sha256 } from '../../store/hash.ts';
import { descendants } from './processes.ts';
import { attemptsOf } from './puppet.ts';
import { type Rig, removeBundle, setUp, statesOf } from './rig.ts';

afterAll(removeBundle);

afterEach(() => {
  vi.unstubAllEnvs();
  for (const program of ['worker-main', 'puppet-child', 'start-dev'])
    expect(descendants(process.pid, program)).toEqual([]);
});

function messagesOf({ events }: Rig): string {
  return events.flatMap((event) => (event.kind === 'message' ? [event.text] : [])).join('\n');
}

/** Resolves when the task has told of its progress: its process is alive and supervised. */
function isUnderWay(rig: Rig, task: string): Promise<void> {
  return rig.until(() => rig.events.some((event) => event.kind === 'progress' && event.task === task));
}

test('a plan runs to its end, and running it again reuses everything', async () => {
  await using rig = await setUp();
  const plan = rig.plan({
    prepare: { operation: 'preprocess', queue: 'cpu' },
    'train[seed=0]': { reads: ['prepare'], says: 'zero' },
    'train[seed=1]': { reads: ['prepare'], says: 'one' },
    table: { reads: ['train[seed=0]', 'train[seed=1]'], operation: 'tabulate', queue: 'cpu' },
  });
  const first = await rig.run(plan);
  expect(first.state).toBe('done');
  expect(await rig.textOf(first.tasks.get('table')?.artifact)).toBe('table+zero+prepare+one+prepare');

  const second = await rig.run(plan);
  expect(statesOf(second)).toEqual({
    prepare: 'reused',
    'train[seed=0]': 'reused',
    'train[seed=1]': 'reused',
    table: 'reused',
  });
  expect(second.tasks.get('table')?.artifact).toBe(first.tasks.get('table')?.artifact);
  expect(await attemptsOf(rig.marks, 'prepare')).toHaveLength(1);
});

test('a process that is killed is started again, and the reason is told', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const running = rig.run(rig.plan({ train: { dies: 1, waitsFor: gate } }));
  await rig.until(() =>
    rig.events.some((event) => event.kind === 'retry' && event.failure.code === 'LAC6011'),
  );
  await writeFile(gate, '');
  expect((await running).state).toBe('done');
  expect(await attemptsOf(rig.marks, 'train')).toHaveLength(2);
  expect(rig.events).toContainEqual(
    expect.objectContaining({
      kind: 'retry',
      task: 'train',
      failure: expect.objectContaining({
        message: expect.stringContaining('SIGKILL, perhaps for lack of memory'),
      }),
    }),
  );
});

test('a failure that cannot change is not tried again; what depends on it is skipped and the rest goes on', async () => {
  await using rig = await setUp();
  const result = await rig.run(
    rig.plan({
      bad: { fails: 'LAC9001' },
      good: {},
      'after-bad': { after: ['bad'] },
      'reads-after-bad': { reads: ['after-bad', 'good'] },
      'reads-good': { reads: ['good'], operation: 'tabulate', queue: 'cpu' },
    }),
  );
  expect(result.state).toBe('failed');
  expect(statesOf(result)).toEqual({
    bad: 'failed',
    good: 'done',
    'after-bad': 'skipped',
    'reads-after-bad': 'skipped',
    'reads-good': 'done',
  });
  expect(result.tasks.get('bad')?.failure).toEqual({ code: 'LAC9001', message: 'bad failed on purpose' });
  expect(await attemptsOf(rig.marks, 'bad')).toHaveLength(1);
});

test('a failure of the world is tried again, in a process of its own and in the worker', async () => {
  await using rig = await setUp();
  const result = await rig.run(
    rig.plan({
      train: { fails: 'LAC5003', failures: 1 },
      prepare: { fails: 'LAC5003', failures: 1, operation: 'preprocess', queue: 'cpu' },
    }),
  );
  expect(statesOf(result)).toEqual({ train: 'done', prepare: 'done' });
  expect(await attemptsOf(rig.marks, 'prepare')).toHaveLength(2);
});

test('a chain is reused as far as bytes stay the same, and runs again only where they differ', async () => {
  await using rig = await setUp();
  const plan = (head: string, second: string) =>
    rig.plan({
      head: { says: 'same', failures: head.length },
      middle: { reads: ['head'], says: second },
      tail: { reads: ['middle'] },
    });
  await rig.run(plan('a', 'x'));
  // Another parameter of the head, the same bytes: the chain ends there.
  expect(statesOf(await rig.run(plan('ab', 'x')))).toEqual({
    head: 'done',
    middle: 'reused',
    tail: 'reused',
  });
  expect(statesOf(await rig.run(plan('ab', 'y')))).toEqual({ head: 'reused', middle: 'done', tail: 'done' });
});

test('a damaged input is made again within the run, unasked', async () => {
  await using rig = await setUp();
  const plan = (says: string) => rig.plan({ prepare: { says: 'data' }, train: { reads: ['prepare'], says } });
  await rig.run(plan('one'));
  const hex = sha256('data').slice(7);
  const blob = join(rig.store.location, 'blobs', hex.slice(0, 2), hex);
  await chmod(blob, 0o644);
  await writeFile(blob, 'dada');

  const result = await rig.run(plan('two'));
  expect(statesOf(result)).toEqual({ prepare: 'done', train: 'done' });
  expect(await rig.textOf(result.tasks.get('train')?.artifact)).toBe('two+data');
  expect(messagesOf(rig)).toContain(`damaged: ${blob}`);
});

test('a run that continues as new ends as if it had not', async () => {
  await using rig = await setUp();
  const chain = Object.fromEntries(
    Array.from({ length: 7 }, (_, place) => [
      `t${place}`,
      { reads: place === 0 ? [] : [`t${place - 1}`], operation: 'tabulate' as const, queue: 'cpu' },
    ]),
  );
  const result = await rig.run(rig.plan({ bad: { fails: 'LAC9001' }, never: { reads: ['bad'] }, ...chain }), {
    parts: { continueAfter: 2 },
  });
  expect(result.state).toBe('failed');
  expect(result.tasks.get('bad')?.failure?.message).toBe('bad failed on purpose');
  expect(statesOf(result)).toEqual({
    bad: 'failed',
    never: 'skipped',
    ...Object.fromEntries(Object.keys(chain).map((name) => [name, 'done'])),
  });
  for (const name of ['bad', ...Object.keys(chain)])
    expect(await attemptsOf(rig.marks, name)).toHaveLength(1);
});

test('a worker that is killed is replaced and the run goes on', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const running = rig.run(rig.plan({ train: { waitsFor: gate } }));
  await isUnderWay(rig, 'train');
  const [trainer] = await attemptsOf(rig.marks, 'train');
  for (const { pid } of descendants(process.pid, 'worker-main')) process.kill(pid, 'SIGKILL');
  await rig.until(() => messagesOf(rig).includes('the worker process died (SIGKILL)'));
  await writeFile(gate, '');
  expect((await running).state).toBe('done');
  const attempts = await attemptsOf(rig.marks, 'train');
  expect(attempts.length).toBeGreaterThan(1);
  expect(attempts).toContain(trainer);
});

test('a worker that dies between publishing and saying so does no work twice', async () => {
  await using rig = await setUp();
  vi.stubEnv('LACUNA_FAULT', 'activity:after-publish');
  const result = await rig.run(rig.plan({ train: {} }));
  expect(messagesOf(rig)).toContain('the worker process died (SIGKILL)');
  expect(statesOf(result)).toEqual({ train: 'done' });
  expect(await attemptsOf(rig.marks, 'train')).toHaveLength(1);
});

test('a server that is killed is restarted on its database and the run goes on', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const running = rig.run(
    rig.plan({ first: {}, train: { reads: ['first'], waitsFor: gate }, last: { reads: ['train'] } }),
  );
  await isUnderWay(rig, 'train');
  for (const { pid } of descendants(process.pid, 'start-dev')) process.kill(pid, 'SIGKILL');
  await rig.until(() => messagesOf(rig).includes('the embedded Temporal server died (SIGKILL)'));
  await writeFile(gate, '');
  expect(statesOf(await running)).toEqual({ first: 'done', train: 'done', last: 'done' });
  expect(await attemptsOf(rig.marks, 'first')).toHaveLength(1);
});

test('an interrupted run stops its processes and the next call goes on with it', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const plan = rig.plan({ first: {}, train: { reads: ['first'], waitsFor: gate } });
  const stop = new AbortController();
  const running = rig.run(plan, { signal: stop.signal });
  await isUnderWay(rig, 'train');
  stop.abort();
  const interrupted = await running;
  expect(interrupted.state).toBe('interrupted');
  expect(statesOf(interrupted)).toEqual({ first: 'done', train: 'waiting' });
  expect(descendants(process.pid, 'puppet-child')).toEqual([]);

  await writeFile(gate, '');
  expect((await rig.run(plan)).state).toBe('done');
  expect(messagesOf(rig)).toContain('going on with the run that was cut off');
  expect(await attemptsOf(rig.marks, 'first')).toHaveLength(1);
});

test('a second run on the same store is refused and says who is there', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const running = rig.run(rig.plan({ train: { waitsFor: gate } }));
  await isUnderWay(rig, 'train');
  await expect(rig.run(rig.plan({ other: {} }))).rejects.toMatchObject({
    code: 'LAC6003',
    message: expect.stringContaining(`process ${process.pid}`),
  });
  await writeFile(gate, '');
  expect((await running).state).toBe('done');
});

test('what a process prints is kept in a log that its failure names', async () => {
  await using rig = await setUp();
  const result = await rig.run(rig.plan({ train: {} }), {
    parts: { program: { module: '/nonexistent/trainer.mjs', execArgv: [] } },
  });
  const { code, message } = result.tasks.get('train')?.failure ?? expect.unreachable();
  expect(code).toBe('LAC6012');
  expect(message).toContain('Cannot find module');
  const log = /Its log is (\S+)$/.exec(message)?.[1] ?? '';
  expect(await readFile(log, 'utf8')).toContain('/nonexistent/trainer.mjs');
});
