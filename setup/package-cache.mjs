import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { listMembers, unpackMembers } from './archive.mjs';
import { folderBytes, megabytes } from './bytes.mjs';
import { cacheRoot } from './cache-root.mjs';
import { download, label } from './download.mjs';
import { withLease } from './lease.mjs';
import { findPackage, packageName, publishPackage } from './published-package.mjs';
import { errnoOf, SetupProblem } from './setup-problem.mjs';
import { makeWorkFolder, sweepWorkFolders } from './work-folder.mjs';

export { cacheRoot } from './cache-root.mjs';
export { locateTools } from './locate-tools.mjs';

/**
 * @typedef {import('./pins.mjs').Pin} Pin
 * @typedef {{ readonly phase: string, readonly done: number, readonly total: number, readonly unit: string }} Progress
 * @typedef {{
 *   members?: import('./published-package.mjs').MemberFilter | undefined, cache?: string | undefined,
 *   report?: ((progress: Progress) => void) | undefined, signal?: AbortSignal | undefined,
 * }} FetchOptions
 *   `members` chooses by path inside the archive (npm paths start with `package/`); all when left out.
 */

const reportMs = 500;

/**
 * The folder of members of a pinned package, fetched and verified when the cache lacks it. It appears whole or
 * not at all, for any number of processes at once; treat it as read-only. Refusals are `SetupProblem`s.
 * @param {Pin} pin
 * @param {FetchOptions} [options]
 * @returns {Promise<string>} absolute
 */
export async function fetchPackage(pin, { members = () => true, cache = cacheRoot(), report, signal } = {}) {
  const found = findPackage(pin, { members, cache });
  if (found !== undefined) return found;
  /** @param {number} pid */
  const onWait = (pid) =>
    report?.({
      phase: `wait for process ${pid}, which fetches ${label(pin)}`,
      done: 0,
      total: 1,
      unit: 'package',
    });
  try {
    return await withLease({ folder: join(cache, 'leases'), name: packageName(pin), onWait }, async () => {
      return (
        findPackage(pin, { members, cache }) ??
        (await fetchAndPublish(pin, { members, cache, report, signal }))
      );
    });
  } catch (error) {
    throw explained(error, pin, cache);
  }
}

/**
 * @param {Pin} pin
 * @param {{ members: import('./published-package.mjs').MemberFilter, cache: string, report: FetchOptions['report'], signal: AbortSignal | undefined }} options
 * @returns {Promise<string>}
 */
async function fetchAndPublish(pin, { members, cache, report, signal }) {
  sweepWorkFolders(cache);
  requireSpace(pin, cache);
  const work = makeWorkFolder(cache);
  const watch = watchBytes(work, pin, report);
  try {
    const archive = await download(pin, work, signal);
    watch.phase('unpack', pin.unpacked ?? pin.bytes);
    const all = await listMembers(archive);
    const wanted = all.filter(({ path }) => members(path));
    if (wanted.length === 0)
      throw new SetupProblem('archive', `${pin.file} has none of the members that were asked for.`);
    const content = join(work, 'content');
    mkdirSync(content);
    await unpackMembers(
      archive,
      wanted.map(({ path }) => path),
      content,
      signal,
    );
    return publishPackage(pin, { archive: all, wanted, content, work, cache });
  } finally {
    watch.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {Pin} pin
 * @param {string} cache
 */
function requireSpace(pin, cache) {
  const { bavail, bsize } = statfsSync(cache);
  if (bavail * bsize < spaceNeeded(pin))
    throw new SetupProblem('disk-full', `${megabytes(bavail * bsize)} are free`);
}

/**
 * The archive and what is unpacked from it lie side by side for a moment.
 * @param {Pin} pin
 */
function spaceNeeded(pin) {
  return pin.bytes + (pin.unpacked ?? pin.bytes);
}

/**
 * Reports how many bytes the work folder holds, twice a second: neither pip nor npm says it to a program.
 * @param {string} work
 * @param {Pin} pin
 * @param {FetchOptions['report']} report
 */
function watchBytes(work, pin, report) {
  let [doing, total, before] = ['download', pin.bytes, 0];
  const tell = () => {
    const done = Math.min(total, Math.max(0, folderBytes(work) - before));
    report?.({ phase: `${doing} ${label(pin)}`, done, total, unit: 'bytes' });
  };
  const timer = setInterval(tell, reportMs);
  tell();
  return {
    /** @param {string} name @param {number} bytes */
    phase: (name, bytes) => {
      [doing, total, before] = [name, bytes, folderBytes(work)];
      tell();
    },
    stop: () => clearInterval(timer),
  };
}

/**
 * Adds what the reader needs to know of the place: only here are cache and package known together.
 * @param {unknown} error
 * @param {Pin} pin
 * @param {string} cache
 */
function explained(error, pin, cache) {
  const errno = errnoOf(error) ?? '';
  const full =
    ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errno) ||
    (error instanceof SetupProblem && error.kind === 'disk-full');
  if (full && error instanceof Error) return diskFull(error, pin, cache);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(errno) && error instanceof Error)
    return noAccess(error, cache);
  return error;
}

/**
 * @param {Error} error
 * @param {Pin} pin
 * @param {string} cache
 */
function diskFull(error, pin, cache) {
  return new SetupProblem(
    'disk-full',
    `The disk that holds ${cache} is full: ${label(pin)} needs ${megabytes(spaceNeeded(pin))} there for a moment, ${megabytes(pin.unpacked ?? pin.bytes)} for good (${error.message.trim()}).\n  Nothing half-done was left. Free some space, or name a folder on a larger disk with LACUNA_CACHE, and run the same command again.`,
    error,
  );
}

/**
 * @param {Error} error
 * @param {string} cache
 */
function noAccess(error, cache) {
  return new SetupProblem(
    'no-access',
    `The cache folder ${cache} cannot be written (${error.message}). Give yourself the right to write there, or name another folder with LACUNA_CACHE, and run the same command again.`,
    error,
  );
}
