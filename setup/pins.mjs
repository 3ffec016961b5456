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

/**
 * A program that only tests need, built from a Go module where Go is there; Go's checksum database vouches for its
 * bytes. `alongside` names further programs of the same Go module, which come to lie beside it. `seconds` is what a first
 * build takes on two cores.
 * @typedef {{
 *   readonly name: string, readonly module: string, readonly alongside?: readonly string[],
 *   readonly version: string, readonly seconds: number,
 *   readonly purpose: string, readonly licence: string,
 * }} GoPin
 */

const file = /** @type {{ packages: readonly Pin[], goTools: readonly GoPin[] }} */ (
  JSON.parse(readFileSync(new URL('./pins.json', import.meta.url), 'utf8'))
);

/** Everything that Lacuna fetches besides the npm packages of its lock file, from `pins.json`. */
export const pins = file.packages;

/** The programs that only tests need. */
export const goPins = file.goTools;

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
