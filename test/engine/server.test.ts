import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, expect, test } from 'vitest';
import { queuesWithoutWorker } from '../../engine/queue-pollers.ts';
import { startServer } from '../../engine/server.ts';
import { isAlive } from '../../store/owner.ts';
import { temporaryFolder, writeFiles } from '../store/sample.ts';
import { msUntilGone } from '../workflows/processes.ts';
import { quiet, removeBundle, setUp, statesOf, temporalBinary } from '../workflows/rig.ts';

afterAll(removeBundle);

test('the private server answers, keeps everything in its folder, remembers runs for a month, and stops', async () => {
  await using folder = await temporaryFolder();
  const directory = join(folder.path, 'temporal');
  const server = await startServer({ ...quiet, binary: temporalBinary, directory });
  const connection = await Connection.connect({ address: server.address });
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 3600);
  await connection.close();
  expect(server.address).toMatch(/^127\.0\.0\.1:/);
  await server.stop();
  expect(isAlive(server.process)).toBe(false);
  expect(await readdir(directory)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^temporal-[\d.]+\.db$/), 'server.log']),
  );
});

test('a server that keeps dying is given up after three restarts, with its log', async () => {
  await using folder = await temporaryFolder();
  const lost = new Promise<Error>((resolve, reject) => {
    const options = {
      binary: temporalBinary,
      directory: folder.path,
      onMessage: () => {},
      onProcess: ({ pid }: { readonly pid: number }) => process.kill(pid, 'SIGKILL'),
      onLost: resolve,
    };
    startServer(options).then((server) => process.kill(server.process.pid, 'SIGKILL'), reject);
  });
  expect(await lost).toMatchObject({ code: 'LAC6004', message: expect.stringContaining('server.log') });
});

test.each([
  ['that is not there', '/nonexistent/temporal', 'LAC6002'],
  ['that is another program', '/bin/true', 'LAC6002'],
])('a server program %s is refused with its path, and the lock is free again', async (_, binary, code) => {
  await using folder = await temporaryFolder();
  const options = { ...quiet, binary, directory: folder.path };
  await expect(startServer(options)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(binary),
  });
  await expect(startServer(options)).rejects.toMatchObject({ code });
});

test('a program that starts and ends is told with the last line of its log', async () => {
  await using folder = await temporaryFolder();
  const { path } = folder;
  await writeFiles(path, {
    fake: '#!/bin/sh\n[ "$1" = --version ] && echo temporal version 9 && exit\necho out of luck\nexit 3\n',
  });
  await chmod(join(path, 'fake'), 0o755);
  await expect(
    startServer({ ...quiet, binary: join(path, 'fake'), directory: join(path, 'state') }),
  ).rejects.toMatchObject({
    code: 'LAC6001',
    message: expect.stringContaining('out of luck'),
  });
});

test('a server that panics while it starts is started again, twice, and then told with what it panicked about', async () => {
  await using folder = await temporaryFolder();
  const { path } = folder;
  const said: string[] = [];
  await writeFiles(path, {
    fake: '#!/bin/sh\n[ "$1" = --version ] && echo temporal version 9 && exit\nsleep 0.3\necho start >> "$HOME/starts"\necho "panic: out of luck"\necho "\tservice.go:279 +0x287"\nexit 2\n',
  });
  await chmod(join(path, 'fake'), 0o755);
  const directory = join(path, 'state');
  const options = {
    ...quiet,
    binary: join(path, 'fake'),
    directory,
    onMessage: (line: string) => said.push(line),
  };
  await expect(startServer(options)).rejects.toMatchObject({
    code: 'LAC6001',
    message: expect.stringContaining('(panic: out of luck)'),
  });
  expect(await readFile(join(directory, 'starts'), 'utf8')).toBe('start\n'.repeat(3));
  expect(said).toHaveLength(2);
});

test('with a server of the user, a queue without a worker is told within seconds, and others go on', async () => {
  await using rig = await setUp();
  const server = await startServer({
    ...quiet,
    binary: temporalBinary,
    directory: join(rig.folder, 'theirs'),
  });
  try {
    const stop = new AbortController();
    const plan = rig.plan({ here: {}, there: { queue: 'gpu-a100' }, 'there-too': { queue: 'gpu-a100' } });
    const running = rig.run(plan, { config: { address: server.address }, signal: stop.signal });
    await rig.until(() => rig.events.some(({ kind }) => kind === 'no-worker'));
    expect(rig.events.filter(({ kind }) => kind === 'no-worker')).toEqual([
      { kind: 'no-worker', queue: 'gpu-a100', tasks: 2 },
    ]);
    const isDone = () =>
      rig.events.some((event) => event.kind === 'tasks' && event.tasks.get('here')?.state === 'done');
    await rig.until(isDone);
    stop.abort();
    const result = await running;
    expect(statesOf(result)).toEqual({ here: 'done', there: 'waiting', 'there-too': 'waiting' });
    expect(result.goesOn).toBe(true);
    expect(isAlive(server.process)).toBe(true);
  } finally {
    await server.stop();
  }
});

test('a queue whose workers are all at tasks of other runs is not one without a worker', async () => {
  await using rig = await setUp();
  const options = { ...quiet, binary: temporalBinary, directory: join(rig.folder, 'theirs') };
  const server = await startServer(options);
  const connection = await Connection.connect({ address: server.address });
  try {
    const stop = new AbortController();
    const plan = rig.plan({ train: { queue: 'gpu', waitsFor: join(rig.folder, 'never') } });
    const running = rig.run(plan, { config: { address: server.address }, signal: stop.signal });
    await rig.until(() => rig.events.some(({ kind }) => kind === 'progress'));
    const other = rig.plan({ train: { queue: 'gpu' }, 'train-there': { queue: 'gpu-a100' } });
    const waiting = new Set(['train', 'train-there']);
    const client = new Client({ connection });
    // No poll is young enough: as if all slots had been taken for long.
    const unpolled = await queuesWithoutWorker(client, other, waiting, 0);
    expect([...unpolled]).toEqual([
      ['gpu-a100', 1],
      ['cpu', 2],
    ]);
    stop.abort();
    await running;
    expect([...(await queuesWithoutWorker(client, other, waiting, 0)).keys()]).toContain('gpu');
  } finally {
    await connection.close();
    await server.stop();
  }
});

test('the signal `cancel` stops what is under way and ends the run as interrupted', async () => {
  await using rig = await setUp();
  const server = await startServer({
    ...quiet,
    binary: temporalBinary,
    directory: join(rig.folder, 'theirs'),
  });
  try {
    const plan = rig.plan({ train: { waitsFor: join(rig.folder, 'never') } });
    const running = rig.run(plan, { config: { address: server.address } });
    await rig.until(() => rig.events.some(({ kind }) => kind === 'progress'));
    const connection = await Connection.connect({ address: server.address });
    const client = new Client({ connection });
    for await (const { workflowId } of client.workflow.list())
      await client.workflow.getHandle(workflowId).signal('cancel');
    const result = await running;
    await connection.close();
    expect(result.state).toBe('interrupted');
    expect(statesOf(result)).toEqual({ train: 'waiting' });
  } finally {
    await server.stop();
    await msUntilGone([server.process]);
  }
});
