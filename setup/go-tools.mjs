import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheRoot } from './cache-root.mjs';
import { withLease } from './lease.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { errnoOf, SetupProblem } from './setup-problem.mjs';
import { makeWorkFolder } from './work-folder.mjs';

/** @typedef {import('./pins.mjs').GoPin} GoPin */

/**
 * The program of a pin if it has been built on this machine.
 * @param {GoPin} pin
 * @param {string} [cache]
 * @returns {string | undefined} absolute
 */
export function findGoTool(pin, cache = cacheRoot()) {
  const path = placeOf(pin, cache);
  return existsSync(path) ? path : undefined;
}

/**
 * Whether Go is there.
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function hasGo(env = process.env) {
  return (await runCommand('go', ['version'], { env })).code === 0;
}

/**
 * Builds the program of a pin unless it is there, and says where it is. All that Go downloads and compiles on the way
 * goes into a folder of the cache that is removed afterwards: a gigabyte for a file of a hundred megabytes.
 * @param {GoPin} pin
 * @param {{ cache?: string, env?: NodeJS.ProcessEnv, onWait?: (pid: number) => void }} [options]
 * @returns {Promise<string>} absolute
 */
export async function buildGoTool(pin, { cache = cacheRoot(), env = process.env, onWait } = {}) {
  const lease = {
    folder: join(cache, 'leases'),
    name: `go-${pin.name}-${pin.version}`,
    ...(onWait && { onWait }),
  };
  return (
    findGoTool(pin, cache) ??
    (await withLease(lease, async () => findGoTool(pin, cache) ?? (await build(pin, cache, env))))
  );
}

/**
 * @param {GoPin} pin
 * @param {string} cache
 */
function placeOf({ name, module, version }, cache) {
  return join(cache, 'go-tools', `${name}-${version}`, basename(module));
}

/**
 * @param {GoPin} pin
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>}
 */
async function build(pin, cache, env) {
  const work = makeWorkFolder(cache);
  const bin = join(work, 'bin');
  const place = placeOf(pin, cache);
  const folders = { GOPATH: work, GOMODCACHE: join(work, 'modules'), GOCACHE: join(work, 'compiled') };
  try {
    const packages = [pin.module, ...(pin.alongside ?? [])].map((each) => `${each}@${pin.version}`);
    const result = await runCommand('go', ['install', ...packages], {
      // The user's own flags may forbid what this needs; modules are writable so that they can be removed.
      env: { ...env, ...folders, GOBIN: bin, GOTMPDIR: work, GOFLAGS: '-modcacherw -buildvcs=false' },
      cwd: work,
    });
    if (result.code !== 0) {
      throw new SetupProblem(
        'build',
        `\`go install ${packages.join(' ')}\` failed. It said:\n${lastLines(result)}`,
      );
    }
    mkdirSync(join(cache, 'go-tools'), { recursive: true });
    publish(bin, join(place, '..'));
    return place;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} bin
 * @param {string} folder
 */
function publish(bin, folder) {
  try {
    renameSync(bin, folder);
  } catch (error) {
    // Another machine on the same cache was first: its file is as good.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errnoOf(error) ?? '')) throw error;
  }
}
