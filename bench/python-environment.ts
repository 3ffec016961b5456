import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheRoot } from '../setup/cache-root.mjs';
import { checkTools } from '../setup/check-tools.mjs';
import { withLease } from '../setup/lease.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';
import { makeWorkFolder, sweepWorkFolders } from '../setup/work-folder.mjs';

const requirementsFile = fileURLToPath(new URL('requirements.txt', import.meta.url));
const stubsFile = fileURLToPath(new URL('cuda_stubs.py', import.meta.url));

/**
 * The interpreter of an environment with the packages of `requirements.txt`, made in the cache folder when it is
 * not there: about 1 GB of downloads and 2.2 GB on disk. `say` gets a line when something is done.
 */
export async function pythonEnvironment(say: (line: string) => void): Promise<string> {
  await checkTools();
  const version = (await step('python3', ['-c', 'import sys; print(sys.version_info[:2])'])).trim();
  const contents = [readFileSync(requirementsFile), readFileSync(stubsFile), version];
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  const name = `python-${hash.digest('hex').slice(0, 16)}`;
  const cache = cacheRoot();
  const folder = join(cache, name);
  const interpreter = join(folder, 'bin', 'python');
  if (existsSync(interpreter)) return interpreter;
  mkdirSync(join(cache, 'leases'), { recursive: true });
  const onWait = (pid: number) => say(`waiting for process ${pid}, which makes the Python environment`);
  await withLease({ folder: join(cache, 'leases'), name, onWait }, async () => {
    if (!existsSync(interpreter)) await build(cache, folder, say);
  });
  return interpreter;
}

/** Built under another name and renamed at the end: it is there whole or not at all. */
async function build(cache: string, folder: string, say: (line: string) => void): Promise<void> {
  sweepWorkFolders(cache);
  const work = makeWorkFolder(cache);
  const environment = join(work, 'environment');
  const python = join(environment, 'bin', 'python');
  try {
    say(`making a Python environment in ${folder}: about 1 GB of downloads, once`);
    await step('python3', ['-m', 'venv', environment]);
    const install = ['-m', 'pip', 'install', '--quiet', '--no-cache-dir', '--no-deps'];
    await step(python, [...install, '--only-binary', ':all:', '-r', requirementsFile], { TMPDIR: work });
    const site = (
      await step(python, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'])
    ).trim();
    await step(python, [stubsFile, site]);
    await step(python, ['-c', 'import torch, transformers, peft']);
    renameSync(environment, folder);
    say('the Python environment is ready');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What a command printed; one that fails is a problem with its last lines. */
async function step(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const result = await runCommand(command, args, { env: { ...process.env, ...env } });
  if (result.code === 0) return result.stdout;
  const said = `${result.stdout}\n${result.stderr}`.trim().split('\n').slice(-8).join('\n    ');
  throw new SetupProblem(
    'build',
    `The Python environment could not be made; nothing half-done was left. This failed (exit ${result.code}):\n  ${command} ${args.join(' ')}\n  It said:\n    ${said}\n  It needs Python 3.10 to 3.13 with venv (Debian and Ubuntu: \`apt-get install python3-venv\`), gcc, 5 GB of free disk and a package index that pip can reach.`,
  );
}
