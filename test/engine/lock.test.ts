import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { holderOf, takeLock } from '../../engine/lock.ts';
import { isAlive, type Owner, ownerOf, self } from '../../store/owner.ts';
import { temporaryFolder } from '../store/sample.ts';

const never = async () => expect.unreachable('nobody was here before');

/** Takes a lock in a process that dies without releasing it. */
async function lockAndDie(folder: string, server?: Owner): Promise<number> {
  const url = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const code = `
    const { takeLock } = await import(${url('../../engine/lock.ts')});
    const lock = await takeLock(${JSON.stringify(folder)}, async () => {});
    ${server ? `await lock.noteServer(${JSON.stringify(server)});` : ''}
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: 'inherit',
  });
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('a lock is refused while its holder lives, and free after release', async () => {
  await using folder = await temporaryFolder();
  const lock = await takeLock(folder.path, never);
  await expect(takeLock(folder.path, never)).rejects.toMatchObject({
    code: 'LAC6003',
    message: expect.stringContaining(`process ${process.pid}`),
  });
  await lock.release();
  await (await takeLock(folder.path, never)).release();
  expect(await readdir(folder.path)).toEqual(['lock.2']);
});

test('the lock of a dead process is taken over, with word of the server that it left', async () => {
  await using folder = await temporaryFolder();
  const server = { ...self(), pid: 1, start: '12' };
  const pid = await lockAndDie(folder.path, server);
  const stale: unknown[] = [];
  const lock = await takeLock(folder.path, async (holder) => void stale.push(holder));
  expect(stale).toEqual([{ pid, server }]);
  await lock.release();
});

test('of many that take over at once one wins', async () => {
  await using folder = await temporaryFolder();
  await lockAndDie(folder.path);
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => takeLock(folder.path, async () => {})),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a process number that is used again is not taken for the holder', async () => {
  const mine = ownerOf(process.pid);
  expect(mine).toEqual(self());
  expect(isAlive(self())).toBe(true);
  expect(isAlive({ ...self(), start: '1' })).toBe(false);
  expect(isAlive({ ...self(), boot: 'another' })).toBe(false);
  expect(isAlive({ ...self(), host: 'elsewhere', start: '1' })).toBe(true);
});

test('who holds a lock is told with the address of its server, until it is released or the holder dies', async () => {
  await using folder = await temporaryFolder();
  expect(await holderOf(folder.path)).toBeUndefined();
  expect(await holderOf(`${folder.path}/absent`)).toBeUndefined();
  const lock = await takeLock(folder.path, never);
  await lock.noteServer(self(), '127.0.0.1:7233');
  expect(await holderOf(folder.path)).toMatchObject({ owner: self(), address: '127.0.0.1:7233' });
  await lock.release();
  expect(await holderOf(folder.path)).toBeUndefined();
  await lockAndDie(folder.path);
  expect(await holderOf(folder.path)).toBeUndefined();
});
