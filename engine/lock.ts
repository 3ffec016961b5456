import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { orNothing } from '../store/disk.ts';
import { isAlive, type Owner, self, temporaryName } from '../store/owner.ts';
import { codeOf, refusing } from '../store/refusal.ts';

/** What a lock file says: who holds it, since when, and the server that belongs to it. */
interface Held {
  readonly owner: Owner;
  readonly since: string;
  readonly server?: Owner;
  /** Where the server listens. */
  readonly address?: string;
  readonly released?: true;
}

/** The state folder is ours until `release`. */
export interface Lock {
  /** Notes the server process, so that whoever finds us dead can stop it, and where others can reach it. */
  noteServer(server: Owner, address?: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the lock of a folder, or fails naming the process that has it. The lock of a dead process is taken
 * over; `onStale` hears of it and of the server that the dead one left behind.
 *
 * Lock files are numbered. To take over number n is to create n + 1, which the file system grants to one
 * process only; the highest number counts. So nobody ever deletes a lock that another has just taken.
 */
export async function takeLock(
  directory: string,
  onStale: (holder: { readonly pid: number; readonly server?: Owner }) => Promise<void>,
): Promise<Lock> {
  await mkdir(directory, { recursive: true });
  for (;;) {
    const last = await lastNumber(directory);
    const held = last === 0 ? undefined : await read(lockPath(directory, last));
    if (held && held.released !== true && isAlive(held.owner)) throw inUse(directory, held);
    const next = last + 1;
    const mine: Held = { owner: self(), since: new Date().toISOString() };
    if (!(await create(directory, next, mine))) continue;
    if (held && held.released !== true) {
      await onStale({ pid: held.owner.pid, ...(held.server && { server: held.server }) });
    }
    await removeBelow(directory, next);
    return lockOf(directory, next, mine);
  }
}

/** Who uses a folder now, and where its server listens; undefined when nobody does. */
export async function holderOf(
  directory: string,
): Promise<{ readonly owner: Owner; readonly address?: string } | undefined> {
  const last = await lastNumber(directory);
  const held = last === 0 ? undefined : await read(lockPath(directory, last));
  return held && held.released !== true && isAlive(held.owner) ? held : undefined;
}

function lockOf(directory: string, number: number, mine: Held): Lock {
  let held = mine;
  return {
    async noteServer(server, address) {
      held = { ...held, server, ...(address !== undefined && { address }) };
      await replace(directory, number, held);
    },
    // Marked and not removed: numbers must never start again while someone may be about to create the next.
    // On a full disk it stays unmarked, and is taken over as that of a dead process: no reason to fail what was done.
    release: () => replace(directory, number, { ...held, released: true }).catch(() => undefined),
  };
}

function inUse(directory: string, { owner, since }: Held): Error {
  return failure('LAC6003', { directory, pid: owner.pid, host: owner.host, since });
}

function lockPath(directory: string, number: number): string {
  return join(directory, `lock.${number}`);
}

async function lastNumber(directory: string): Promise<number> {
  const names = await readdir(directory).catch(orNothing<string[]>([]));
  const numbers = names.map((name) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

/** Undefined for a lock that cannot be read, which is as good as none: its holder is not known. */
async function read(path: string): Promise<Held | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Held;
  } catch {
    return undefined;
  }
}

async function create(directory: string, number: number, held: Held): Promise<boolean> {
  const temporary = await write(directory, held);
  try {
    await link(temporary, lockPath(directory, number));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function replace(directory: string, number: number, held: Held): Promise<void> {
  await rename(await write(directory, held), lockPath(directory, number));
}

async function write(directory: string, held: Held): Promise<string> {
  const path = join(directory, `lock-${temporaryName()}`);
  try {
    await refusing({ location: directory, what: 'write the lock of the private server' }, () =>
      writeFile(path, `${JSON.stringify(held)}\n`),
    );
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
}

async function removeBelow(directory: string, number: number): Promise<void> {
  for (const name of await readdir(directory)) {
    const found = /^lock\.(\d+)$/.exec(name)?.[1];
    if (found !== undefined && Number(found) < number) await rm(join(directory, name), { force: true });
  }
}
