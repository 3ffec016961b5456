import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { awaitNone, killAll, type ProcessEntry, processesOf } from './processes.ts';

/** The command line as it is shipped: what `npm run build` wrote. */
const mainFile = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** A folder that is removed with everything in it at the end of the block that holds it by `await using`. */
export interface TempFolder extends AsyncDisposable {
  readonly path: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** Added to the environment of the tests; undefined removes a name. */
  readonly env?: { readonly [name: string]: string | undefined };
  /** What the program reads from stdin, which is empty otherwise. */
  readonly input?: string;
  readonly timeoutMs?: number;
}

/** What a program left: exit code (null when a signal ended it) and everything that it wrote. */
export interface RunResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program under way. `finished` rejects when it leaves a process or a Node warning behind, or takes too long. */
export interface RunningProgram {
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly finished: Promise<RunResult>;
}

/** An empty folder under the system's folder for temporary files. */
export async function tempFolder(): Promise<TempFolder> {
  const path = await mkdtemp(join(tmpdir(), 'lacuna-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Writes text files below a folder, making the folders between. */
export async function writeFiles(folder: string, files: { readonly [path: string]: string }): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Runs `lacuna` with these arguments to its end. */
export function runCli(args: readonly string[], options: RunOptions): Promise<RunResult> {
  return startCli(args, options).finished;
}

/** Starts `lacuna` with these arguments, for tests that interrupt or kill it. */
export function startCli(args: readonly string[], options: RunOptions): RunningProgram {
  return startNode([mainFile, ...args], options);
}

/**
 * Starts Node in a process group of its own. A marker in the environment is passed on to every descendant, so
 * that one which left the group (a trainer, a server) is found too; whatever stays is killed and reported.
 */
export function startNode(args: readonly string[], options: RunOptions): RunningProgram {
  const marker = `LACUNA_TEST_RUN=${randomUUID()}`;
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    detached: true,
    env: environment(marker, options.env),
    stdio: 'pipe',
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`cannot start ${process.execPath} in ${options.cwd}`);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  // A program that ends without reading its input closes the pipe; its exit code tells the story.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const closed = once(child, 'close');
  const stop = () => killAll(processesOf(pid, marker));
  const finished = exitOf(child, stop, options.timeoutMs ?? 120_000).then(async (exit) => {
    const strays = await awaitNone(() => processesOf(pid, marker), 2000);
    killAll(strays);
    // Only now: a stray that holds the pipes keeps them from closing.
    await closed;
    refuseLeftovers(strays, output.stderr);
    return { ...exit, ...output };
  });
  return { pid, kill: (signal) => void child.kill(signal), finished };
}

function exitOf(
  child: ReturnType<typeof spawn>,
  stop: () => void,
  timeoutMs: number,
): Promise<Pick<RunResult, 'exitCode' | 'signal'>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${child.spawnargs.join(' ')} ran longer than ${timeoutMs} ms and was killed`));
    }, timeoutMs);
    child.once('error', reject);
    child.once('exit', (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal });
    });
  });
}

function refuseLeftovers(strays: readonly ProcessEntry[], stderr: string): void {
  const listed = strays.map(({ pid, command }) => `${pid} ${command}`).join('; ');
  if (listed !== '') throw new Error(`processes stayed behind: ${listed}`);
  const warning = /^\(node:\d+\) .*Warning.*$/m.exec(stderr);
  if (warning) throw new Error(`Node warned: ${warning[0]}`);
}

/** The tests' environment without what the test runner and a terminal put there. */
function environment(marker: string, added: RunOptions['env'] = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_OPTIONS$|NODE_ENV$|FORCE_COLOR$|CI$|TEST$)/.test(name),
  );
  const [name = '', value] = marker.split('=');
  return { ...Object.fromEntries(inherited), ...added, [name]: value };
}
