import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** What a program left when it ended; `exit` is null when a signal ended it. */
export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs; its output is collected. */
export interface Program {
  readonly pid: number;
  /** Rejects when it takes longer than allowed; it is killed then. */
  readonly finished: Promise<Ended>;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly hasEnded: () => boolean;
}

export interface ProgramOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly limitMs: number;
  /** Network namespace to run in; left out, that of this process. */
  readonly namespace?: string | undefined;
}

/** Starts a program in a process group of its own. */
export function startProgram(argv: readonly string[], options: ProgramOptions): Program {
  const { cwd, env, limitMs, namespace } = options;
  const [command = '', ...args] =
    namespace === undefined ? argv : ['ip', 'netns', 'exec', namespace, ...argv];
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  // That it could not be started shows in the missing number.
  child.on('error', () => {});
  const { pid } = child;
  if (pid === undefined) throw new Error(`cannot start ${[command, ...args].join(' ')} in ${cwd}`);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  let ended = false;
  const exit = once(child, 'exit').then(async ([code]) => {
    ended = true;
    // A process that stayed behind may hold the pipes open.
    await Promise.race([once(child, 'close'), wait(5000)]);
    return { exit: code as number | null, ...output };
  });
  const finished = within(limitMs, exit, () => {
    child.kill('SIGKILL');
    return `${argv.slice(-3).join(' ')} hung: no end within ${limitMs / 1000} s\n${output.stderr}`;
  });
  finished.catch(() => {});
  return { pid, finished, stdout: () => output.stdout, stderr: () => output.stderr, hasEnded: () => ended };
}

async function within<Result>(ms: number, result: Promise<Result>, onLate: () => string): Promise<Result> {
  const stop = new AbortController();
  const late = wait(ms, undefined, { signal: stop.signal }).then(() => {
    throw new Error(onLate());
  });
  late.catch(() => {});
  try {
    return await Promise.race([result, late]);
  } finally {
    stop.abort();
  }
}

/** Looks every 20 ms until there is something; an error that names `what` when it takes too long. */
export async function until<Found>(
  what: string,
  withinMs: number,
  look: () => Found | undefined | Promise<Found | undefined>,
): Promise<Found> {
  const end = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited ${withinMs / 1000} s in vain for ${what}`);
    // There is no event for what other processes do.
    await wait(20);
  }
}
