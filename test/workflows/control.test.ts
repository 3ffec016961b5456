import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { lookAtRun } from '../../engine/look-at-run.ts';
import { type LiveRun, reachRun } from '../../engine/reach-run.ts';
import { cancelRun, pauseRun, prioritiseTasks, resumeRun, retryTasks } from '../../engine/steer-run.ts';
import type { Plan } from '../../plan/plan.ts';
import { descendants } from './processes.ts';
import { attemptsOf, orderFile } from './puppet.ts';
import { type Rig, removeBundle, setUp, statesOf, storePlan } from './rig.ts';

/* Runs with a private server, steered from a second connection as another terminal would. */

// Several runs, one after the other, each with a server and a worker of its own.
vi.setConfig({ testTimeout: 240_000 });

afterAll(removeBundle);

afterEach(() => {
  for (const program of ['worker-main', 'puppet-child', 'start-dev'])
    expect(descendants(process.pid, program)).toEqual([]);
});

async function reach(rig: Rig, plan: Plan): Promise<LiveRun> {
  const reached = await reachRun({
    pipeline: plan.pipeline,
    plan: await storePlan(rig.store, plan),
    file: 'puppets.yaml',
    store: { workDirectory: rig.store.location },
    config: {},
    env: {},
  });
  return reached.state === 'live' ? reached.run : expect.unreachable(JSON.stringify(reached));
}

function isUnderWay(rig: Rig, task: string): Promise<void> {
  return rig.until(() => rig.events.some((event) => event.kind === 'progress' && event.task === task));
}

function hasState(rig: Rig, task: string, state: string): Promise<void> {
  return rig.until(() =>
    rig.events.some((event) => event.kind === 'tasks' && event.tasks.get(task)?.state === state),
  );
}

test('a paused run starts nothing new, not even what waits for a worker already, and goes on when resumed', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const plan = rig.plan({
    one: { queue: 'solo', waitsFor: gate },
    two: { queue: 'solo', waitsFor: gate },
    follows: { reads: ['one', 'two'], queue: 'cpu', operation: 'tabulate' },
  });
  const running = rig.run(plan);
  // Which of two equals the server hands out first is its own affair.
  const names = ['one', 'two'];
  await Promise.race(names.map((name) => isUnderWay(rig, name)));
  {
    await using live = await reach(rig, plan);
    const { underWay, ...rest } = await pauseRun(live, plan);
    expect(rest).toEqual({ held: 1, isTaken: true });
    const [first = '', queued = ''] = underWay[0] === 'one' ? names : ['two', 'one'];
    expect(underWay).toEqual([first]);
    await rig.until(() => rig.events.some((event) => event.kind === 'paused' && event.isPaused));
    await writeFile(gate, '');
    await hasState(rig, first, 'done');
    // Long enough for what is free to run: each of these takes some tens of milliseconds.
    await wait(2_000);
    expect(await attemptsOf(rig.marks, queued)).toEqual([]);
    expect(await attemptsOf(rig.marks, 'follows')).toEqual([]);
    const sight = await lookAtRun(live, plan);
    expect(sight.isPaused).toBe(true);
    expect(sight.pending).toMatchObject([{ task: queued, isPaused: true, isStarted: false }]);
    expect(await resumeRun(live, plan)).toBe(1);
  }
  const result = await running;
  expect(statesOf(result)).toEqual({ one: 'done', two: 'done', follows: 'done' });
  expect(rig.events).toContainEqual({ kind: 'paused', isPaused: false });
});

test('a pause outlives continue-as-new and the interruption of the run', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const plan = rig.plan({ one: { waitsFor: gate }, next: { reads: ['one'] } });
  const stop = new AbortController();
  const parts = { continueAfter: 1 };
  const running = rig.run(plan, { parts, signal: stop.signal });
  await isUnderWay(rig, 'one');
  {
    await using live = await reach(rig, plan);
    await pauseRun(live, plan);
  }
  await writeFile(gate, '');
  await hasState(rig, 'one', 'done');
  await wait(1_000);
  stop.abort();
  expect(statesOf(await running)).toEqual({ one: 'done', next: 'waiting' });

  rig.events.length = 0;
  const again = rig.run(plan, { parts });
  await rig.until(() => rig.events.some(({ kind }) => kind === 'paused'));
  await wait(1_000);
  expect(await attemptsOf(rig.marks, 'next')).toEqual([]);
  {
    await using live = await reach(rig, plan);
    await resumeRun(live, plan);
  }
  expect(statesOf(await again)).toEqual({ one: 'done', next: 'done' });
});

test('failed tasks are tried again with what was skipped for them, and the run ends as done', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const plan = rig.plan({
    bad: { fails: 'LAC9001', failures: 1 },
    worse: { fails: 'LAC9001', failures: 1 },
    'after-bad': { reads: ['bad'] },
    'after-both': { reads: ['after-bad', 'worse'] },
    keep: { queue: 'cpu', operation: 'preprocess', waitsFor: gate },
  });
  const running = rig.run(plan);
  await hasState(rig, 'bad', 'failed');
  await hasState(rig, 'worse', 'failed');
  {
    await using live = await reach(rig, plan);
    await retryTasks(live, [0, 99]);
    await hasState(rig, 'after-bad', 'done');
    // Its other input has failed and was not named.
    expect((await lookAtRun(live, plan)).tasks?.get('after-both')?.state).toBe('skipped');
    await retryTasks(live, [1]);
    await hasState(rig, 'after-both', 'done');
  }
  await writeFile(gate, '');
  const result = await running;
  expect(result.state).toBe('done');
  expect(new Set(Object.values(statesOf(result)))).toEqual(new Set(['done']));
  expect(await attemptsOf(rig.marks, 'bad')).toHaveLength(2);
});

test('tasks that wait for a worker start in the order of their priorities', async () => {
  await using rig = await setUp();
  const [opens, gate] = [join(rig.folder, 'opens'), join(rig.folder, 'gate')];
  const solo = { queue: 'solo', operation: 'tabulate' as const };
  const waiting = { ...solo, after: ['opener'] };
  const plan = rig.plan({
    first: { ...solo, waitsFor: gate },
    opener: { queue: 'cpu', operation: 'preprocess', waitsFor: opens },
    ...{ a: waiting, b: waiting, c: waiting, d: waiting },
    'late-a': { ...solo, after: ['first'] },
    'late-b': { ...solo, after: ['first'] },
  });
  const place = (name: string) => plan.tasks.findIndex(({ id }) => id === name);
  const running = rig.run(plan);
  // The one slot is taken before anything else asks for it.
  await isUnderWay(rig, 'first');
  await writeFile(opens, '');
  {
    await using live = await reach(rig, plan);
    while ((await lookAtRun(live, plan)).pending.length < 5) await wait(100);
    expect(await prioritiseTasks(live, plan, [place('c')], 1)).toBe(1);
    expect(await prioritiseTasks(live, plan, [place('a'), place('late-a')], 5)).toBe(1);
    expect(await prioritiseTasks(live, plan, [place('late-b')], 2)).toBe(0);
  }
  await writeFile(gate, '');
  expect((await running).state).toBe('done');
  const order = (await readFile(join(rig.marks, orderFile), 'utf8')).trim().split('\n');
  expect(order.filter((name) => name !== 'opener').slice(0, 2)).toEqual(['first', 'c']);
  expect(order.indexOf('late-b')).toBeLessThan(order.indexOf('late-a'));
  expect(order.indexOf('b')).toBeLessThan(order.indexOf('a'));
  expect(order.indexOf('d')).toBeLessThan(order.indexOf('a'));
});

test('a paused run can be cancelled', async () => {
  await using rig = await setUp();
  const waiting = { queue: 'solo', waitsFor: join(rig.folder, 'never') };
  const plan = rig.plan({ one: waiting, two: waiting });
  const running = rig.run(plan);
  // Which of two equals the server hands out first is its own affair.
  await Promise.race(['one', 'two'].map((name) => isUnderWay(rig, name)));
  {
    await using live = await reach(rig, plan);
    expect((await pauseRun(live, plan)).held).toBe(1);
    await cancelRun(live);
  }
  const result = await running;
  expect(result.state).toBe('interrupted');
  expect(statesOf(result)).toEqual({ one: 'waiting', two: 'waiting' });
  expect((await readFile(join(rig.marks, orderFile), 'utf8')).trim()).toMatch(/^(one|two)$/);
});

test('with fail-fast a failure stops what is under way, and nothing else starts', async () => {
  await using rig = await setUp();
  const never = join(rig.folder, 'never');
  const plan = rig.plan({
    long: { waitsFor: never },
    bad: { fails: 'LAC9001' },
    queued: { queue: 'cpu', operation: 'tabulate', after: ['long'] },
  });
  const result = await rig.run(plan, { failFast: true });
  expect(result.state).toBe('failed');
  expect(statesOf(result)).toEqual({ long: 'waiting', bad: 'failed', queued: 'waiting' });
});

test('a task may be given back more often than it may fail', async () => {
  await using rig = await setUp();
  const gate = join(rig.folder, 'gate');
  const plan = rig.plan({ train: { waitsFor: gate } });
  for (let times = 0; times < 6; times += 1) {
    const stop = new AbortController();
    rig.events.length = 0;
    const running = rig.run(plan, { signal: stop.signal });
    await isUnderWay(rig, 'train');
    stop.abort();
    expect((await running).state).toBe('interrupted');
  }
  await writeFile(gate, '');
  expect((await rig.run(plan)).state).toBe('done');
  expect(await attemptsOf(rig.marks, 'train')).toHaveLength(7);
});

test('a run that nobody runs cannot be reached, and the message says how to go on', async () => {
  await using rig = await setUp();
  const plan = rig.plan({ train: {} });
  const where = {
    pipeline: plan.pipeline,
    plan: await storePlan(rig.store, plan),
    file: 'puppets.yaml',
    store: { workDirectory: rig.store.location },
    env: {},
  };
  const expected = { state: 'unreachable', advice: 'To go on with it: lacuna run puppets.yaml' };
  expect(await reachRun({ ...where, config: {} })).toMatchObject(expected);
  await rig.run(plan);
  expect(await reachRun({ ...where, config: {} })).toMatchObject(expected);
  const nowhere = await reachRun({ ...where, config: { address: '127.0.0.1:1' } });
  expect(nowhere).toMatchObject({ state: 'unreachable', reason: expect.stringContaining('127.0.0.1:1') });
});
