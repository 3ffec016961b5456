import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readStamp } from './checkout.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** The rooms with code. Folders of the user's beside them may be large and are nothing to a build. */
export const rooms = [
  ...[
    'activities',
    'cli',
    'data',
    'diagnostics',
    'engine',
    'evaluate',
    'figure',
    'grid',
    'model',
    'plan',
    'random',
    'schemas',
    'score',
  ],
  ...['setup', 'signal', 'spec', 'store', 'table', 'tensor', 'threads', 'train', 'workflows'],
];
const sourceFile = /\.(?:ts|mjs|cjs|json|py)$|^diagnostics\/catalog\/.*\.md$/;
/** What code in dist/ reads at run time and the compiler does not write. */
const copiedFile = /\/.*\.(?:json|cjs|py)$/;
const compiledFile = /\.(?:ts|mjs)$/;
const testFile = /^vitest\.config\.ts$|\.d\.ts$/;

/** Apart from that of a type check, which has other files and would make each the other's first run. */
const compilerMemory = 'dist/.build.tsbuildinfo';

/** @typedef {{ readonly files: readonly string[], readonly digest: string }} Sources */

/**
 * Everything that the build depends on, relative to the checkout, and the SHA-256 of names and contents.
 * @param {string} root
 * @returns {Sources}
 */
export function readSources(root) {
  const beside = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());
  const inside = rooms
    .filter((room) => existsSync(join(root, room)))
    .flatMap((room) => filesBelow(root, room));
  const files = [...beside.map(({ name }) => name), ...inside];
  const sources = files.filter((file) => sourceFile.test(file)).sort();
  const hash = createHash('sha256');
  for (const file of sources)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return { files: sources, digest: hash.digest('hex') };
}

/**
 * Whether dist/ was made from these sources and has every file.
 * @param {string} root
 * @param {Sources} sources
 */
export function isBuilt(root, sources) {
  return (
    readStamp(stampPath(root, 'build')) === sources.digest &&
    outputs(sources).every((file) => existsSync(join(root, 'dist', file)))
  );
}

/**
 * Compiles into dist/ and copies what code there reads at run time. A type error is a problem with its text.
 * @param {string} root
 * @param {Sources} sources
 * @returns {Promise<void>}
 */
export async function build(root, sources) {
  prune(root, sources);
  const typescript = join(root, 'node_modules/typescript/bin/tsc');
  const result = await runCommand(
    process.execPath,
    [typescript, '-p', 'tsconfig.build.json', '--tsBuildInfoFile', join(root, compilerMemory)],
    { cwd: root },
  );
  if (result.code !== 0) {
    throw new SetupProblem(
      'build',
      `The code in ${root} does not compile:\n${lastLines(result, 40)}\n  dist/ was not updated as a whole. Correct this, then run the same command again.`,
    );
  }
  for (const file of sources.files.filter((each) => copiedFile.test(each))) {
    mkdirSync(dirname(join(root, 'dist', file)), { recursive: true });
    copyFileSync(join(root, file), join(root, 'dist', file));
  }
  writeFileSync(stampPath(root, 'build'), sources.digest);
}

/**
 * Whether there is no bundle to write, or the one in dist/ was made from these sources.
 * @param {string} root
 * @param {Sources} sources
 */
export function isBundled(root, sources) {
  if (!existsSync(bundler(root))) return true;
  return (
    readStamp(stampPath(root, 'bundle')) === sources.digest &&
    existsSync(join(root, 'dist/workflow-bundle.js'))
  );
}

/**
 * Writes dist/workflow-bundle.js, the workflow code as a Temporal worker loads it.
 * @param {string} root
 * @param {Sources} sources
 * @returns {Promise<void>}
 */
export async function bundle(root, sources) {
  const result = await runCommand(process.execPath, [bundler(root)], { cwd: root });
  if (result.code !== 0)
    throw new SetupProblem('build', `The workflow bundle could not be made:\n${lastLines(result, 40)}`);
  writeFileSync(stampPath(root, 'bundle'), sources.digest);
}

/** @param {string} root */
function bundler(root) {
  return join(root, 'dist/engine/bundle.js');
}

/**
 * @param {string} root
 * @param {'build' | 'bundle'} step
 */
function stampPath(root, step) {
  return join(root, 'dist', `.${step}-stamp`);
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} relative to the checkout
 */
function filesBelow(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/**
 * @param {Sources} sources
 * @returns {string[]} relative to dist/
 */
function outputs({ files }) {
  const compiled = files
    .filter((file) => compiledFile.test(file) && !testFile.test(file))
    .map((file) => file.replace(/\.ts$/, '.js'));
  return [...compiled, ...files.filter((file) => copiedFile.test(file))];
}

/**
 * Removes what deleted or renamed sources left in dist/, and the compiler's memory when something is missing:
 * it would not write a file again that it has written before.
 * @param {string} root
 * @param {Sources} sources
 */
function prune(root, sources) {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  const wanted = new Set(outputs(sources).flatMap((file) => [file, `${file}.map`]));
  for (const file of filesBelow(root, 'dist').map((path) => relative('dist', path))) {
    if (!file.startsWith('.') && file !== 'workflow-bundle.js' && !wanted.has(file)) rmSync(join(dist, file));
  }
  if (!isWhole(dist, sources)) rmSync(join(root, compilerMemory), { force: true });
}

/**
 * @param {string} dist
 * @param {Sources} sources
 */
function isWhole(dist, sources) {
  return outputs(sources).every((file) => existsSync(join(dist, file)));
}
