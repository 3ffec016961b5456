import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cacheRoot } from './cache-root.mjs';
import { withLease } from './lease.mjs';
import { bindingLinkIn } from './locate-tools.mjs';
import { lastLines, runCommand, saysDiskFull } from './run-command.mjs';
import { errnoOf, SetupProblem } from './setup-problem.mjs';
import { makeWorkFolder } from './work-folder.mjs';

/** @typedef {import('./locate-tools.mjs').TensorflowPlace} TensorflowPlace */

const bindingPackage = 'node_modules/@tensorflow/tfjs-node-gpu';
const headers = 'node_modules/node-api-headers';
const sources = ['binding/tfjs_backend.cc', 'binding/tfjs_binding.cc'];
const flags = ['-O2', '-std=c++17', '-fPIC', '-shared', '-DNAPI_VERSION=8'];
const fileName = 'tfjs_binding.node';

/**
 * Whether the package finds a binding that was compiled from these sources against this TensorFlow.
 * @param {string} root
 * @param {TensorflowPlace} tensorflow
 * @param {string} compiler version of g++
 * @param {string} [cache]
 */
export function isBindingLinked(root, tensorflow, compiler, cache = cacheRoot()) {
  const target = bindingPath(root, tensorflow, compiler, cache);
  return existsSync(target) && currentTarget(bindingLinkIn(root)) === target;
}

/**
 * Compiles the binding between Node and TensorFlow unless the cache has it, and links it to where the package
 * @tensorflow/tfjs-node-gpu looks.
 * @param {string} root
 * @param {TensorflowPlace & { readonly path: string }} tensorflow
 * @param {string} compiler version of g++
 * @param {{ cache?: string, onWait?: (pid: number) => void }} [options]
 * @returns {Promise<'compiled' | 'linked'>}
 */
export async function linkBinding(root, tensorflow, compiler, { cache = cacheRoot(), onWait } = {}) {
  const target = bindingPath(root, tensorflow, compiler, cache);
  const lease = {
    folder: join(cache, 'leases'),
    name: `binding-${relative(join(cache, 'bindings'), dirname(target))}`,
    ...(onWait && { onWait }),
  };
  const done = existsSync(target)
    ? 'linked'
    : await withLease(lease, () => compileOnce(root, tensorflow, target, cache));
  linkAtomically(target, bindingLinkIn(root));
  return done;
}

/**
 * The key holds everything that can change the compiled file.
 * @param {string} root
 * @param {TensorflowPlace} tensorflow
 * @param {string} compiler
 * @param {string} cache
 */
function bindingPath(root, tensorflow, compiler, cache) {
  const hash = createHash('sha256');
  const folder = join(root, bindingPackage, 'binding');
  for (const file of readdirSync(folder).sort())
    hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  const versions = [bindingPackage, headers].map(
    (each) => JSON.parse(readFileSync(join(root, each, 'package.json'), 'utf8')).version,
  );
  const { version, libraries, path } = tensorflow;
  hash.update(JSON.stringify([versions, version, libraries, path && runPath(path, cache), compiler, flags]));
  return join(cache, 'bindings', hash.digest('hex').slice(0, 16), fileName);
}

/**
 * Where the binding looks for its libraries: relative to itself for what lies in the cache, so that a cache
 * that is moved still works. It lies two folders deep in the cache, also while it is compiled.
 * @param {string} path
 * @param {string} cache
 */
function runPath(path, cache) {
  const inside = relative(cache, path);
  return inside.startsWith('..') ? path : `$ORIGIN/../../${inside}`;
}

/**
 * @param {string} root
 * @param {TensorflowPlace & { readonly path: string }} tensorflow
 * @param {string} target
 * @param {string} cache
 * @returns {Promise<'compiled' | 'linked'>}
 */
async function compileOnce(root, tensorflow, target, cache) {
  if (existsSync(target)) return 'linked';
  const work = makeWorkFolder(cache);
  try {
    await compile(root, tensorflow, join(work, fileName), cache);
    await requireLoadable(join(work, fileName), tensorflow);
    writeFileSync(join(work, 'binding.json'), `${JSON.stringify({ tensorflow, flags }, null, 2)}\n`);
    mkdirSync(dirname(dirname(target)), { recursive: true });
    rmSync(dirname(target), { recursive: true, force: true });
    renameSync(work, dirname(target));
    return 'compiled';
  } catch (error) {
    // Another machine on the same cache was first: its file is as good.
    if (['ENOTEMPTY', 'EEXIST'].includes(errnoOf(error) ?? '')) return 'linked';
    throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {TensorflowPlace & { readonly path: string }} tensorflow
 * @param {string} output
 * @param {string} cache
 */
async function compile(root, { path, include = '', libraries }, output, cache) {
  const includes = ['.', include, join(root, headers, 'include')].map((folder) => `-I${folder}`);
  const links = libraries.map((library) => `-l:${library}`);
  const args = [
    ...flags,
    ...includes,
    ...sources,
    '-o',
    output,
    `-L${path}`,
    ...links,
    `-Wl,-rpath,${runPath(path, cache)}`,
  ];
  const result = await runCommand('g++', args, { cwd: join(root, bindingPackage) });
  if (result.code === 0) return;
  if (saysDiskFull(result)) {
    throw new SetupProblem(
      'disk-full',
      `The disk is full: g++ could not write the TensorFlow binding to ${cache} or its temporary files. Nothing half-done was left. Free some space, then run the same command again.`,
    );
  }
  throw new SetupProblem(
    'build',
    `g++ could not compile the TensorFlow binding against ${path}. It said:\n${lastLines(result, 20)}\n  If LACUNA_TENSORFLOW_DIR or temporal.config.ts names this TensorFlow, leave it out to use the pinned one.`,
  );
}

/**
 * @param {string} path
 * @param {TensorflowPlace} tensorflow
 */
async function requireLoadable(path, tensorflow) {
  const script = `process.dlopen({ exports: {} }, ${JSON.stringify(path)})`;
  const result = await runCommand(process.execPath, [
    '-e',
    `try { ${script} } catch (error) { console.error(error.message); process.exit(1) }`,
  ]);
  if (result.code === 0) return;
  throw new SetupProblem(
    'build',
    `The TensorFlow binding was compiled but does not load with ${tensorflow.path} (from ${tensorflow.from}):\n${lastLines(result)}\n  A library that TensorFlow itself needs (CUDA, for example) is likely missing, or the memory does not suffice.`,
  );
}

/** @param {string} link */
function currentTarget(link) {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} target
 * @param {string} link replaced in one step: a process that starts meanwhile finds the old or the new one
 */
function linkAtomically(target, link) {
  if (currentTarget(link) === target) return;
  mkdirSync(dirname(link), { recursive: true });
  const fresh = `${link}.${randomBytes(4).toString('hex')}`;
  symlinkSync(target, fresh);
  renameSync(fresh, link);
}
