import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ExecuteReply } from '../../activities/contract.ts';
import { type Attempt, runTask } from '../../activities/run-task.ts';
import { failure } from '../../diagnostics/failure.ts';
import type { JobContext, Operation, Progress, RunJob } from '../../plan/job.ts';
import { keyRecordOf } from '../../plan/key.ts';
import { keyOf } from '../../store/hash.ts';
import { openLocalStore } from '../../store/local-store.ts';
import type { Store } from '../../store/store.ts';
import { temporaryFolder } from '../store/sample.ts';
import { attemptOf, quickClaims } from './claimed.ts';

/** A store and operations that say when they begin and end when the test lets them. */
async function setUp() {
  const folder = await temporaryFolder();
  const location = join(folder.path, 'store');
  const store = await openLocalStore(location);
  const begun: string[] = [];
  const gates = new Map<string, PromiseWithResolvers>();
  const gateOf = (name: string) => {
    const gate = gates.get(name) ?? withResolvers();
    gates.set(name, gate);
    return gate;
  };
  const run = (
    attempt: Attempt,
    { claims = store, signal = new AbortController().signal, report = (_: Progress) => {} } = {},
  ): Promise<ExecuteReply> => {
    const work: RunJob = async (job) => {
      begun.push(attempt.run);
      await gateOf(attempt.run).promise;
      await writeFile(join(job.outputDirectory, 'by.txt'), attempt.run);
      return { mediaType: 'text/plain', summary: {} };
    };
    const context: JobContext = { report, signal };
    const operations: { [operation in Operation]?: RunJob } = { [attempt.task.operation]: work };
    return runTask(
      attempt,
      {
        store: claims,
        operations,
        program: { module: '', execArgv: [] },
        fetchInput: async () => undefined,
        versions: {},
        claimTiming: quickClaims,
      },
      context,
    );
  };
  return {
    location,
    store,
    begun,
    run,
    end: (name: string) => gateOf(name).resolve(),
    fail: (name: string, error: unknown) => gateOf(name).reject(error),
    until: async (condition: () => boolean | Promise<boolean>) => {
      while (!(await condition())) await wait(5);
    },
    claims: () => readdir(join(location, 'claims')).catch(() => []),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}

function keyOfAttempt({ task }: Attempt) {
  return keyOf(keyRecordOf(task, new Map()) ?? expect.unreachable());
}

test('two runs that need one result make it once, and the one that waits says for what', async () => {
  await using rig = await setUp();
  const reports: Progress[] = [];
  const first = rig.run(attemptOf('a'));
  await rig.until(() => rig.begun.length === 1);
  const second = rig.run(attemptOf('b'), { report: (progress) => reports.push(progress) });
  // Longer than a claim may stand still: the one of `a` moves.
  await wait(2 * quickClaims.staleAfterMs);
  expect(rig.begun).toEqual(['a']);
  rig.end('a');
  const [made, found] = await Promise.all([first, second]);
  expect(found).toEqual({ artifact: made.artifact, seconds: 0 });
  expect(rig.begun).toEqual(['a']);
  expect(reports[0]).toMatchObject({ phase: 'waiting for another run', unit: 's' });
  expect(await rig.claims()).toEqual([]);
});

test('ten runs at once on one key: the work is done once', async () => {
  await using rig = await setUp();
  const names = Array.from({ length: 10 }, (_, index) => `run-${index}`);
  for (const name of names) rig.end(name);
  const replies = await Promise.all(names.map((name) => rig.run(attemptOf(name))));
  expect(rig.begun).toHaveLength(1);
  expect(new Set(replies.map(({ artifact }) => artifact)).size).toBe(1);
});

test('when the holder fails, the one that waits does the work itself', async () => {
  await using rig = await setUp();
  const first = rig.run(attemptOf('a'));
  await rig.until(() => rig.begun.length === 1);
  const second = rig.run(attemptOf('b'));
  rig.fail('a', failure('LAC5003', { location: 'x', what: 'y', reason: 'z' }));
  await expect(first).rejects.toMatchObject({ code: 'LAC5003' });
  rig.end('b');
  expect((await second).seconds).toBeGreaterThan(0);
  expect(rig.begun).toEqual(['a', 'b']);
});

test('different keys never wait for each other', async () => {
  await using rig = await setUp();
  const first = rig.run(attemptOf('a'));
  await rig.until(() => rig.begun.length === 1);
  rig.end('b');
  await rig.run(attemptOf('b', { seed: 1 }));
  rig.end('a');
  await first;
  expect(rig.begun).toEqual(['a', 'b']);
});

test.each<Operation>(['evaluate', 'tabulate', 'plot'])(
  '%s is not waited for and leaves no claim',
  async (operation) => {
    await using rig = await setUp();
    const first = rig.run(attemptOf('a', { operation }));
    await rig.until(() => rig.begun.length === 1);
    expect(await rig.claims()).toEqual([]);
    rig.end('b');
    await rig.run(attemptOf('b', { operation }));
    rig.end('a');
    await first;
  },
);

test('the next attempt of the very same task does not wait for the one that was given up', async () => {
  await using rig = await setUp();
  const given = rig.run(attemptOf('a'));
  await rig.until(() => rig.begun.length === 1);
  // The second attempt of run `a` begins at once and ends; both write the same bytes.
  const again = rig.run(attemptOf('a'));
  await rig.until(() => rig.begun.length === 2);
  rig.end('a');
  expect((await again).artifact).toBe((await given).artifact);
  expect(await rig.claims()).toEqual([]);
});

test('waiting ends with the reason of the signal, and the claim of the other stays', async () => {
  await using rig = await setUp();
  const first = rig.run(attemptOf('a'));
  await rig.until(() => rig.begun.length === 1);
  const stop = new AbortController();
  const second = rig.run(attemptOf('b'), { signal: stop.signal });
  await wait(100);
  stop.abort(new Error('cancelled by the test'));
  await expect(second).rejects.toThrow('cancelled by the test');
  expect(await rig.claims()).toHaveLength(1);
  rig.end('a');
  await first;
});

test('a claim that is no JSON counts as one that does not move', async () => {
  await using rig = await setUp();
  const attempt = attemptOf('b');
  const name = `${keyOfAttempt(attempt).slice('sha256-'.length)}.json`;
  await rig.store.claims.take(keyOfAttempt(attempt), { run: 'x', task: 'x', holder: 'x', count: 0 });
  const path = join(rig.location, 'claims', name);
  await rm(path);
  await writeFile(path, 'nonsense');
  rig.end('b');
  const began = performance.now();
  await rig.run(attempt);
  expect(performance.now() - began).toBeGreaterThan(quickClaims.staleAfterMs * 0.9);
});

test('a holder that was overtaken while it stood still neither renews nor removes the claim of its successor', async () => {
  await using rig = await setUp();
  const attempt = attemptOf('a');
  const first = rig.run(attempt);
  await rig.until(() => rig.begun.length === 1);
  const key = keyOfAttempt(attempt);
  const successor = { run: 'b', task: 'prepare', holder: 'successor', count: 7 };
  await rig.store.claims.write(key, successor);
  await wait(5 * quickClaims.renewEveryMs);
  expect(await rig.store.claims.read(key)).toEqual(successor);
  rig.end('a');
  await first;
  expect(await rig.store.claims.read(key)).toEqual(successor);
});

test('a store that refuses renewals costs the claim and not the work', async () => {
  await using rig = await setUp();
  const claims: Store['claims'] = {
    ...rig.store.claims,
    read: () => Promise.reject(new Error('no network')),
  };
  const store = new Proxy(rig.store, {
    get: (target, name) => {
      if (name === 'claims') return claims;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const first = rig.run(attemptOf('a'), { claims: store });
  await wait(4 * quickClaims.renewEveryMs);
  rig.end('a');
  expect((await first).artifact).toMatch(/^sha256-/);
});

test('the claim of a process that was killed is taken over once it has stood still', async () => {
  await using rig = await setUp();
  const script = new URL('./claim-child.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, rig.location, 'killed'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const second = rig.run(attemptOf('b'));
  rig.end('b');
  await wait(2 * quickClaims.staleAfterMs);
  expect(rig.begun).toEqual([]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const killedAt = performance.now();
  await second;
  const waitedMs = performance.now() - killedAt;
  expect(rig.begun).toEqual(['b']);
  expect(waitedMs).toBeGreaterThan(quickClaims.staleAfterMs * 0.5);
  expect(await rig.claims()).toEqual([]);
});
