import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ownerName, ownerState } from './process-owner.mjs';

const dayMs = 86_400_000;

/**
 * A new empty folder below `<cache>/tmp`, on the file system of the cache so that its content can be renamed
 * into place. It carries its owner's name: what a killed process left is told from work that goes on.
 * @param {string} cache
 */
export function makeWorkFolder(cache) {
  const folder = join(cache, 'tmp', `${ownerName}-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Removes what ended processes left below `<cache>/tmp`. Folders of owners that cannot be judged (another
 * machine or container on the same cache) go after a day.
 * @param {string} cache
 */
export function sweepWorkFolders(cache) {
  const parent = join(cache, 'tmp');
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    if (isLeftover(name, folder)) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} name
 * @param {string} folder
 */
function isLeftover(name, folder) {
  const state = ownerState(name);
  if (state !== 'unknown') return state === 'gone';
  const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  return changed !== undefined && Date.now() - changed > dayMs;
}
