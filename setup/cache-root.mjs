import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The folder for what is downloaded and built once per machine: `$LACUNA_CACHE`, else `lacuna` below
 * `$XDG_CACHE_HOME` or `~/.cache`.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} absolute
 */
export function cacheRoot(env = process.env) {
  if (env['LACUNA_CACHE']) return resolve(env['LACUNA_CACHE']);
  // The XDG specification has relative paths ignored.
  const base = env['XDG_CACHE_HOME']?.startsWith('/')
    ? env['XDG_CACHE_HOME']
    : join(env['HOME'] || homedir(), '.cache');
  return join(base, 'lacuna');
}
