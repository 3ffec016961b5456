import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { endOf } from '../../engine/end-of.ts';
import { lastLines, runCommand } from '../../setup/run-command.mjs';

type Environment = Readonly<Record<string, string | undefined>>;

/** Runs a command to its end and gives what it printed; any exit code but 0 is an error with its last words. */
export async function call(
  [program = '', ...args]: readonly string[],
  options: { readonly cwd?: string; readonly env?: Environment } = {},
): Promise<string> {
  const { env, ...rest } = options;
  const result = await runCommand(program, args, {
    ...rest,
    ...(env && { env: { ...process.env, ...env } }),
  });
  if (result.code !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${lastLines(result)}`);
  return result.stdout;
}

/** A program that runs until it is stopped, with what it prints in a file. */
export interface Service extends AsyncDisposable {
  readonly pid: number;
  readonly log: string;
  readonly isRunning: boolean;
  /** How it ended: `exit code 0`, or the signal. */
  readonly end: Promise<string>;
  /** Sends the signal and waits for the end; after half a minute it is SIGKILL. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a program of its own process group. */
export function startService(
  [program = '', ...args]: readonly string[],
  { log, cwd, env }: { readonly log: string; readonly cwd?: string; readonly env?: Environment },
): Service {
  const file = openSync(log, 'a');
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', file, file],
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, ...env },
  });
  closeSync(file);
  const end = endOf(child);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (!isRunning(child)) return;
    child.kill(signal);
    const insist = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await end;
    clearTimeout(insist);
  };
  return {
    pid: child.pid ?? 0,
    log,
    end,
    get isRunning() {
      return isRunning(child);
    },
    stop,
    [Symbol.asyncDispose]: () => stop(),
  };
}

function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

/** Far longer than anything takes, also on a machine that has much else to do. */
const patienceMs = 180_000;

/** Asks every tenth of a second until the answer is yes; a service that has ended meanwhile is an error with its log. */
export async function until(what: string, isSo: () => Promise<boolean>, service?: Service): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (service?.isRunning === false) throw new Error(`${what}: it ended.\n${await tail(service.log)}`);
    if (performance.now() > end) throw new Error(`${what}: not in time.\n${await tail(service?.log)}`);
    await wait(100);
  }
}

async function tail(log: string | undefined): Promise<string> {
  if (log === undefined) return '';
  return (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-12).join('\n');
}
