import { fileURLToPath } from 'node:url';
import { lastLines, runCommand, saysDiskFull } from './run-command.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** @typedef {{ readonly path: string, readonly bytes: number }} Member */

const script = fileURLToPath(new URL('./unpack.py', import.meta.url));

/**
 * The regular files of a wheel or npm package. Refuses an archive that names a place outside itself or that
 * holds anything but files and folders, whether or not that member is wanted.
 * @param {string} archive
 * @returns {Promise<Member[]>}
 */
export async function listMembers(archive) {
  const result = await runCommand('python3', ['-I', script, 'list', archive]);
  if (result.code !== 0) throw archiveProblem(archive, result);
  /** @type {[string, number, string][]} */
  const entries = JSON.parse(result.stdout);
  const refused = entries.find(([path, , kind]) => !isSafe(path) || kind === 'other');
  if (refused) {
    throw new SetupProblem(
      'archive',
      `${archive} holds ${JSON.stringify(refused[0])}, which is a link or leads outside the folder it is unpacked to. Nothing was unpacked. The package is not what was pinned: do not use it.`,
    );
  }
  return entries.filter(([, , kind]) => kind === 'file').map(([path, bytes]) => ({ path, bytes }));
}

/**
 * Writes the named members below `folder` and returns when the disk has them.
 * @param {string} archive
 * @param {readonly string[]} paths names that `listMembers` gave
 * @param {string} folder
 * @param {AbortSignal} [signal]
 */
export async function unpackMembers(archive, paths, folder, signal) {
  const input = JSON.stringify(paths);
  const result = await runCommand('python3', ['-I', script, 'unpack', archive, folder], { input, signal });
  if (result.code !== 0) throw archiveProblem(archive, result);
}

/** @param {string} path */
function isSafe(path) {
  return path !== '' && !path.startsWith('/') && !/[\\\0]/.test(path) && !path.split('/').includes('..');
}

/**
 * @param {string} archive
 * @param {import('./run-command.mjs').CommandResult} result
 */
function archiveProblem(archive, result) {
  if (saysDiskFull(result)) return new SetupProblem('disk-full', lastLines(result));
  return new SetupProblem('archive', `${archive} cannot be unpacked:\n${lastLines(result)}`);
}
