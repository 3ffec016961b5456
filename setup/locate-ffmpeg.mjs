import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { cacheRoot } from './cache-root.mjs';
import { pinned } from './pins.mjs';
import { findPackage } from './published-package.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** The wheel that holds ffmpeg as one file, and which of its members that is. */
export const ffmpegPackage = 'imageio-ffmpeg';

/** @param {string} path */
export const ffmpegMembers = (path) => path.startsWith('imageio_ffmpeg/binaries/ffmpeg-');

/**
 * The ffmpeg that LACUNA_FFMPEG names; nothing when it is unset. A name that is no program is a `SetupProblem`, for another
 * program in its place could give other sounds.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} absolute
 */
export function chosenFfmpeg(env = process.env) {
  const chosen = env['LACUNA_FFMPEG'];
  if (!chosen) return undefined;
  if (isProgram(resolve(chosen))) return resolve(chosen);
  throw new SetupProblem(
    'configuration',
    `LACUNA_FFMPEG names ${resolve(chosen)}, which is not a program that can be run. Name the file of ffmpeg, or unset the variable`,
  );
}

/**
 * The first ffmpeg on PATH.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} absolute
 */
export function ffmpegOnPath(env = process.env) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, 'ffmpeg')).find(isProgram);
}

/**
 * The folder of the pinned ffmpeg if it has been fetched; fetches nothing.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} absolute
 */
export function fetchedFfmpeg(env = process.env) {
  return findPackage(pinned(ffmpegPackage), { members: ffmpegMembers, cache: cacheRoot(env) });
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
