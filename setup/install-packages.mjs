import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStamp } from './checkout.mjs';
import { lastLines, runCommand, saysDiskFull } from './run-command.mjs';
import { SetupProblem } from './setup-problem.mjs';

const stampFile = 'node_modules/.lacuna-stamp';

/**
 * Whether node_modules is what package-lock.json says, for this major version of Node. An interrupted
 * installation leaves no stamp.
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  return readStamp(join(root, stampFile)) === packagesStamp(root);
}

/**
 * Installs exactly what package-lock.json names. Downloads are kept in the cache for the next checkout.
 * @param {string} root
 * @param {string} cache
 * @returns {Promise<void>}
 */
export async function installPackages(root, cache) {
  const stamp = packagesStamp(root);
  // Development packages hold the compiler; NODE_ENV=production would leave them out.
  const choices = ['--ignore-scripts', '--include=dev', '--include=optional', '--prefer-offline'];
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--logs-max=0', '--loglevel=error'];
  const result = await runCommand('npm', ['ci', ...choices, ...quiet, '--cache', join(cache, 'npm')], {
    cwd: root,
  });
  if (result.code !== 0) throw installProblem(root, cache, result);
  writeFileSync(join(root, stampFile), stamp);
}

/** @param {string} root */
function packagesStamp(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} node ${process.versions.node.split('.')[0]}\n`;
}

/**
 * @param {string} root
 * @param {string} cache
 * @param {import('./run-command.mjs').CommandResult} result
 */
function installProblem(root, cache, result) {
  const state = 'node_modules is incomplete; the next set-up starts it afresh.';
  if (saysDiskFull(result)) {
    return new SetupProblem(
      'disk-full',
      `The disk is full: npm needs about 1 GB in ${root}/node_modules and ${cache}/npm together. ${state} Free some space, then run the same command again.`,
    );
  }
  return new SetupProblem(
    'download',
    `npm could not install the packages of package-lock.json. It said:\n${lastLines(result)}\n  ${state} Check that \`npm\` reaches its registry from here, then run the same command again.`,
  );
}
