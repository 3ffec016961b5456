import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { optionalTsToMs } from '@temporalio/common/lib/time.js';
import { afterAll, expect, test, vi } from 'vitest';
import { startServer } from '../../engine/server.ts';
import { signalProcess } from '../../engine/stop-process.ts';
import { keyRecordOf } from '../../plan/key.ts';
import { keyOf } from '../../store/hash.ts';
import { isAlive, type Owner, ownerOf } from '../../store/owner.ts';
import { cutProxyTo } from './cut-proxy.ts';
import { descendants, msUntilGone } from './processes.ts';
import { attemptsOf } from './puppet.ts';
import { quiet, type Rig, removeBundle, setUp, sharedBundle, temporalBinary } from './rig.ts';

/* Two worker processes on one server, as two machines: what becomes of a task whose worker is lost. */

vi.setConfig({ testTimeout: 240_000 });
afterAll(removeBundle);

const queue = 'lab';
/** What a task may take to be under way elsewhere: its heartbeat timeout, and five seconds. */
const recoverWithinMs = 15_000;

/** A machine that works on the queue: all of its processes, and what it says. */
interface Machine extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly news: string;
  signal(name: NodeJS.Signals): void;
}

async function startMachine(rig: Rig, name: string, address: string): Promise<Machine> {
  const news = join(rig.folder, `news-${name}`);
  const script = new URL('./worker-child.ts', import.meta.url).pathname;
  const args = [rig.store.location, address, await sharedBundle(), queue, news];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'inherit' });
  while ((await readFile(news, 'utf8').catch(() => '')) === '') await wait(50);
  const everything = () => [
    ...descendants(child.pid ?? 0),
    ...[ownerOf(child.pid ?? 0)].flatMap((one) => one ?? []),
  ];
  return {
    child,
    news,
    signal: (name) => {
      for (const { pid } of everything()) process.kill(pid, name);
    },
    [Symbol.asyncDispose]: () => endMachine(child, everything()),
  };
}

/** Ends a machine, whatever is left of it. */
async function endMachine(child: ChildProcess, everything: readonly Owner[]): Promise<void> {
  const isOver = child.exitCode !== null || child.signalCode !== null;
  const exit = isOver ? undefined : once(child, 'exit');
  for (const owner of everything) signalProcess(owner, 'SIGKILL');
  await exit;
  await msUntilGone(everything);
}

async function attemptNumber(rig: Rig, number: number): Promise<number> {
  for (;;) {
    const pid = (await attemptsOf(rig.marks, 'train'))[number - 1];
    if (pid !== undefined) return pid;
    await wait(20);
  }
}

/** When the server handed out an attempt of the one task, in milliseconds: how fast its process starts is not asked here. */
async function startOfAttempt(address: string, number: number): Promise<number> {
  const connection = await Connection.connect({ address });
  try {
    const client = new Client({ connection });
    for await (const { workflowId } of client.workflow.list()) {
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      const pending = raw.pendingActivities?.[0];
      if (pending?.attempt === number) return optionalTsToMs(pending.lastStartedTime) ?? 0;
    }
  } finally {
    await connection.close();
  }
  return expect.unreachable('the attempt is not there');
}

async function withServer(use: (rig: Rig, address: string) => Promise<void>): Promise<void> {
  await using rig = await setUp();
  const server = await startServer({
    ...quiet,
    binary: temporalBinary,
    directory: join(rig.folder, 'theirs'),
  });
  try {
    await use(rig, server.address);
  } finally {
    await server.stop();
  }
}

test.each(['is killed', 'loses its network'])(
  'the task of a worker that %s is under way elsewhere within the heartbeat timeout and five seconds',
  (what) =>
    withServer(async (rig, address) => {
      const gate = join(rig.folder, 'gate');
      const plan = rig.plan({ train: { queue, waitsFor: gate, signs: true } });
      await using proxy = await cutProxyTo(address);
      const running = rig.run(plan, { config: { address } });
      await using first = await startMachine(rig, 'first', proxy.address);
      await attemptNumber(rig, 1);
      await using _second = await startMachine(rig, 'second', address);
      // So that the server has heard of the attempt.
      await rig.until(() => rig.events.some(({ kind }) => kind === 'progress'));
      const lost = Date.now();
      if (what === 'is killed') first.signal('SIGKILL');
      else proxy.cut();
      const heir = await attemptNumber(rig, 2);
      const ms = (await startOfAttempt(address, 2)) - lost;
      console.log(`worker that ${what}: its task was under way elsewhere after ${(ms / 1000).toFixed(1)} s`);
      expect(ms).toBeLessThan(recoverWithinMs);
      await writeFile(gate, '');
      const result = await running;
      expect(result.state).toBe('done');
      expect(await attemptsOf(rig.marks, 'train')).toContain(heir);
    }),
);

test('an attempt that was taken for lost and wakes up does not publish over its successor', () =>
  withServer(async (rig, address) => {
    const gate = join(rig.folder, 'gate');
    const plan = rig.plan({ train: { queue, waitsFor: gate, signs: true } });
    const running = rig.run(plan, { config: { address } });
    await using first = await startMachine(rig, 'first', address);
    const zombie = await attemptNumber(rig, 1);
    await rig.until(() => rig.events.some(({ kind }) => kind === 'progress'));
    first.signal('SIGSTOP');
    await using _second = await startMachine(rig, 'second', address);
    const heir = await attemptNumber(rig, 2);
    await writeFile(gate, '');
    const result = await running;
    const artifact = result.tasks.get('train')?.artifact;
    expect(await rig.textOf(artifact)).toBe(`train+${heir}`);

    // The gate is open: the first attempt finds its work done and hands in a result of its own.
    const zombieProcess = ownerOf(zombie) ?? expect.unreachable('the stopped attempt is gone');
    first.signal('SIGCONT');
    await msUntilGone([zombieProcess]);
    await wait(2_000);
    const task = plan.tasks[0] ?? expect.unreachable();
    const key = keyOf(keyRecordOf(task, new Map()) ?? expect.unreachable());
    expect((await rig.store.lookup([key])).get(key)?.digest).toBe(artifact);
    expect(await rig.textOf(artifact)).toBe(`train+${heir}`);
  }));

test('a worker that is told to stop gives its attempt back, says so, and another one goes on at once', () =>
  withServer(async (rig, address) => {
    const gate = join(rig.folder, 'gate');
    const plan = rig.plan({ train: { queue, waitsFor: gate }, next: { queue, reads: ['train'] } });
    const running = rig.run(plan, { config: { address } });
    await using first = await startMachine(rig, 'first', address);
    await attemptNumber(rig, 1);
    await using _second = await startMachine(rig, 'second', address);
    const exit = once(first.child, 'exit');
    first.child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(await readFile(first.news, 'utf8')).toBe('gave back 1\n');
    const heir = await attemptNumber(rig, 2);
    expect(isAlive(ownerOf(heir) ?? expect.unreachable())).toBe(true);
    await writeFile(gate, '');
    expect((await running).state).toBe('done');
    expect(rig.events.filter(({ kind }) => kind === 'retry')).toEqual([]);
  }));
