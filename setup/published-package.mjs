import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheRoot } from './cache-root.mjs';
import { errnoOf } from './setup-problem.mjs';

/**
 * @typedef {import('./pins.mjs').Pin} Pin
 * @typedef {import('./archive.mjs').Member} Member
 * @typedef {(path: string) => boolean} MemberFilter
 * @typedef {{
 *   readonly sha256: string, readonly archive: readonly string[], readonly files: readonly (readonly [string, number])[],
 * }} Marker
 */

const markerName = '.lacuna-package.json';

/**
 * The folder of members of a pinned package if the cache has it whole; touches neither network nor disk.
 * @param {Pin} pin
 * @param {{ members?: MemberFilter, cache?: string }} [options]
 * @returns {string | undefined} absolute
 */
export function findPackage(pin, { members = () => true, cache = cacheRoot() } = {}) {
  const parent = join(cache, 'packages');
  const archive = listing(parent, packageName(pin));
  if (archive === undefined) return undefined;
  const folder = join(parent, folderName(pin, archive.filter(members)));
  return isWhole(folder) ? folder : undefined;
}

/**
 * What a package's folders and its lease begin with.
 * @param {Pin} pin
 */
export function packageName(pin) {
  return `${pin.kind}-${pin.name.replace(/\W+/g, '-')}-${pin.version}-${pin.sha256.slice(0, 12)}`;
}

/**
 * Two selections of one package have two folders, named by what was selected.
 * @param {Pin} pin
 * @param {readonly string[]} paths
 */
function folderName(pin, paths) {
  return `${packageName(pin)}-${createHash('sha256')
    .update([...paths].sort().join('\n'))
    .digest('hex')
    .slice(0, 8)}`;
}

/**
 * All members of a package's archive, as any of its folders remembers them.
 * @param {string} parent
 * @param {string} name
 */
function listing(parent, name) {
  const folders = readdirOrNothing(parent).filter((folder) => folder.startsWith(`${name}-`));
  for (const folder of folders) {
    const marker = readMarker(join(parent, folder));
    if (marker) return marker.archive;
  }
  return undefined;
}

/** @param {string} folder */
function readdirOrNothing(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * @param {string} folder
 * @returns {Marker | undefined}
 */
function readMarker(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, markerName), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Publishing is atomic, so a missing file means that somebody tidied up by hand.
 * @param {string} folder
 */
function isWhole(folder) {
  const files = readMarker(folder)?.files;
  return (
    files?.every(
      ([path, bytes]) => statSync(join(folder, path), { throwIfNoEntry: false })?.size === bytes,
    ) ?? false
  );
}

/**
 * Seals `content` with a marker and renames it to its place, so that it appears whole or not at all.
 * @param {Pin} pin
 * @param {{ archive: readonly Member[], wanted: readonly Member[], content: string, work: string, cache: string }} unpacked
 *   `work` is the folder that holds `content`; what stood damaged in the place goes there.
 * @returns {string} the place
 */
export function publishPackage(pin, { archive, wanted, content, work, cache }) {
  const marker = {
    sha256: pin.sha256,
    archive: archive.map(({ path }) => path),
    files: wanted.map(({ path, bytes }) => [path, bytes]),
  };
  writeDurably(join(content, markerName), JSON.stringify(marker));
  return publish(
    content,
    join(
      cache,
      'packages',
      folderName(
        pin,
        wanted.map(({ path }) => path),
      ),
    ),
    work,
  );
}

/**
 * @param {string} content
 * @param {string} target
 * @param {string} work
 */
function publish(content, target, work) {
  mkdirSync(dirname(target), { recursive: true });
  if (!isWhole(target)) moveAside(target, join(work, 'damaged'));
  try {
    renameSync(content, target);
  } catch (error) {
    // Another process published the same bytes first: theirs stays.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errnoOf(error) ?? '')) throw error;
  }
  flushFolder(dirname(target));
  return target;
}

/**
 * @param {string} target
 * @param {string} aside
 */
function moveAside(target, aside) {
  try {
    renameSync(target, aside);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
function writeDurably(path, text) {
  writeFileSync(path, text, { flush: true });
  flushFolder(dirname(path));
}

/** @param {string} folder */
function flushFolder(folder) {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
