import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ownerName, ownerPid, ownerState } from './process-owner.mjs';
import { errnoOf } from './setup-problem.mjs';

/*
 * A lease is a numbered file that holds its owner's name; the highest number counts. When its owner has ended
 * or given it back (empty file), the next number may be created, which the file system lets one process do.
 *
 * Invariant: the highest number never goes down, because only the owner of a higher one removes lower ones.
 * So nobody can take over on an outdated look: they would create a lower number than the highest, see it, and
 * withdraw. Removing a dead owner's file and creating it anew would let two waiters both succeed.
 */

const pollMs = 100;

/**
 * @param {string} folder
 * @param {string} name
 * @returns {number[]} ascending
 */
function leaseNumbers(folder, name) {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => Number(file.slice(name.length + 1)))
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
}

/**
 * @param {string} path
 * @returns {string} the owner's name; empty when given back or cleared away meanwhile
 */
function readOwner(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/**
 * @param {string} own file that holds our name; linking it makes the lease appear with its content
 * @param {string} path
 */
function tryLink(own, path) {
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} own
 * @returns {{ lease: string } | { holder: string }}
 */
function tryAcquire(folder, name, own) {
  const last = leaseNumbers(folder, name).at(-1) ?? 0;
  const holder = last === 0 ? '' : readOwner(join(folder, `${name}.${last}`));
  if (ownerState(holder) === 'running') return { holder };
  const lease = join(folder, `${name}.${last + 1}`);
  if (!tryLink(own, lease)) return { holder: '' };
  const numbers = leaseNumbers(folder, name);
  if (numbers.at(-1) !== last + 1) {
    rmSync(lease);
    return { holder: '' };
  }
  for (const number of numbers.slice(0, -1)) rmSync(join(folder, `${name}.${number}`), { force: true });
  return { lease };
}

/**
 * Runs `body` while no other process (or call) holds the lease `name` in `folder`. A holder that died never
 * blocks. Owners in other containers or machines cannot be judged and do not block either, so what `body`
 * publishes must survive a race.
 * @template T
 * @param {{ folder: string, name: string, onWait?: (pid: number) => void }} options
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withLease({ folder, name, onWait }, body) {
  mkdirSync(folder, { recursive: true });
  const own = join(folder, `.${name}-${ownerName}-${randomBytes(4).toString('hex')}`);
  /** @type {string} */
  let lease;
  try {
    writeFileSync(own, ownerName);
    lease = await acquire(folder, name, own, onWait);
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await body();
  } finally {
    truncateSync(lease);
  }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} own
 * @param {((pid: number) => void) | undefined} onWait
 */
async function acquire(folder, name, own, onWait) {
  for (let announced = false; ; ) {
    const result = tryAcquire(folder, name, own);
    if ('lease' in result) return result.lease;
    if (result.holder !== '' && !announced) {
      onWait?.(ownerPid(result.holder));
      announced = true;
    }
    await pause(result.holder === '' ? 0 : pollMs);
  }
}
