import { readFileSync } from 'node:fs';
import { SetupProblem } from './setup-problem.mjs';

/**
 * A file of a package registry, known before it is fetched. `bytes` is the size of the download, `unpacked`
 * the most that members taken from it have.
 * @typedef {{
 *   readonly kind: 'pypi' | 'npm', readonly name: string, readonly version: string, readonly file: string,
 *   readonly bytes: number, readonly unpacked?: number, readonly sha256: string,
 *   readonly purpose?: string, readonly licence?: string,
 * }} Pin
 */

/** Everything that Lacuna fetches besides the npm packages of its lock file, from `pins.json`. */
export const pins = /** @type {{ packages: readonly Pin[] }} */ (
  JSON.parse(readFileSync(new URL('./pins.json', import.meta.url), 'utf8'))
).packages;

/**
 * The pin of a package by its name.
 * @param {string} name
 * @returns {Pin}
 */
export function pinned(name) {
  const pin = pins.find((candidate) => candidate.name === name);
  if (!pin)
    throw new SetupProblem(
      'configuration',
      `setup/pins.json has no package "${name}". It has ${pins.map((each) => each.name).join(', ')}.`,
    );
  return pin;
}
