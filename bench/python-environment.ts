import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheRoot } from '../setup/cache-root.mjs';
import { checkTools } from '../setup/check-tools.mjs';
import { withLease } from '../setup/lease.mjs';
import { runCommand } from '../setup/run-command.mjs';
import { SetupProblem } from '../setup/setup-problem.mjs';
import { makeWorkFolder, sweepWorkFolders } from '../setup/work-folder.mjs';

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const requirementsFile = beside('requirements.txt');
const dataRequirementsFile = beside('requirements-data.txt');
const stubsFile = beside('cuda_stubs.py');

type Say = (line: string) => void;

/**
 * The interpreter of an environment with the packages of `requirements.txt`, made in the cache folder when it is
 * not there: about 1 GB of downloads and 2.2 GB on disk. `say` gets a line when something is done.
 */
export async function pythonEnvironment(say: Say): Promise<string> {
  await checkTools();
  const version = (await step('python3', ['-c', 'import sys; print(sys.version_info[:2])'])).trim();
  const contents = [readFileSync(requirementsFile), readFileSync(stubsFile), version];
  return environmentOf(contents, say, async (python, work) => {
    say('making a Python environment: about 1 GB of downloads, once');
    await install(python, requirementsFile, work);
    await step(python, [stubsFile, await packagesOf(python)]);
    await step(python, ['-c', 'import torch, transformers, peft']);
  });
}

/** The same with the packages of `requirements-data.txt` as well, which lie on top of the former: 15 MB more. */
export async function dataPythonEnvironment(say: Say): Promise<string> {
  const base = await pythonEnvironment(say);
  return environmentOf([base, readFileSync(dataRequirementsFile)], say, async (python, work) => {
    await install(python, dataRequirementsFile, work);
    writeFileSync(join(await packagesOf(python), 'base.pth'), `${await packagesOf(base)}\n`);
    await step(python, ['-c', 'import torchaudio, transformers; from PIL import Image']);
  });
}

/** Fills a new environment: gets its interpreter and a folder for temporary files. */
type Fill = (python: string, work: string) => Promise<void>;

/** The interpreter of the environment that `contents` decide, filled when it is not there. */
async function environmentOf(contents: readonly (string | Buffer)[], say: Say, fill: Fill): Promise<string> {
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
    if (!existsSync(interpreter)) await build(cache, folder, fill);
    say(`the Python environment ${folder} is ready`);
  });
  return interpreter;
}

/** Built under another name and renamed at the end: it is there whole or not at all. */
async function build(cache: string, folder: string, fill: Fill): Promise<void> {
  sweepWorkFolders(cache);
  const work = makeWorkFolder(cache);
  const environment = join(work, 'environment');
  try {
    await step('python3', ['-m', 'venv', environment]);
    await fill(join(environment, 'bin', 'python'), work);
    renameSync(environment, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function install(python: string, requirements: string, work: string): Promise<void> {
  const options = ['-m', 'pip', 'install', '--quiet', '--no-cache-dir', '--no-deps'];
  await step(python, [...options, '--only-binary', ':all:', '-r', requirements], { TMPDIR: work });
}

/** Where an environment's packages lie. */
async function packagesOf(python: string): Promise<string> {
  return (await step(python, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'])).trim();
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
