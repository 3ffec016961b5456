import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { runLog } from './log-files.ts';
import type { RunCommandOptions } from './run-options.ts';
import type { Terminal } from './terminal.ts';

/** What the process in the background says to the one that started it. */
interface UnderWay {
  readonly underWay: true;
}

const wordsOfLog = 12;

/**
 * Starts the same command as a process of its own session, which outlives this one, and returns when its run is under
 * way. What it says goes to a log.
 */
export async function detach(
  options: RunCommandOptions,
  run: string,
  workDirectory: string,
  terminal: Terminal,
): Promise<ExitStatus> {
  const log = runLog(workDirectory, run);
  await mkdir(dirname(log), { recursive: true });
  const child = await startInBackground(argumentsOf(options, run), log);
  const exit = await underWayOrEnded(child);
  if (exit !== undefined) {
    const words = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-wordsOfLog).join('\n');
    terminal.talk(`error[LAC6023] ${failure('LAC6023', { exit, words, log }).message}`);
    return statusOf(exit);
  }
  const { pid } = child;
  if (options.json === true) terminal.out(JSON.stringify({ run, pid, log }));
  else {
    terminal.out(run);
    terminal.talk(
      `run ${run} is under way in the background (process ${pid}); its log is ${log}\nFollow it: lacuna attach ${run}   Stop it: lacuna cancel ${run}`,
    );
  }
  return exitCodes.done;
}

/** Says to the process that waits in `detach`, if there is one, that it may leave. */
export function tellUnderWay(): void {
  const news: UnderWay = { underWay: true };
  // It may be gone: then nobody waits.
  if (process.connected) process.send?.(news, () => process.disconnect?.());
}

function argumentsOf(options: RunCommandOptions, run: string): readonly string[] {
  const { file, plan, set = [], report, failFast } = options;
  return [
    ...['run', file, '--run-id', run],
    ...set.flatMap((pair) => ['--set', pair]),
    ...(plan === undefined ? [] : ['--plan', plan]),
    ...(report === true ? ['--report'] : []),
    ...(failFast === true ? ['--fail-fast'] : []),
  ];
}

async function startInBackground(args: readonly string[], log: string): Promise<ChildProcess> {
  await using file = await open(log, 'a');
  const [program = ''] = process.argv.slice(1);
  return spawn(process.execPath, [...process.execArgv, program, ...args], {
    detached: true,
    stdio: ['ignore', file.fd, file.fd, 'ipc'],
  });
}

/** Undefined when the run is under way; the exit code of a process that ended before. */
function underWayOrEnded(child: ChildProcess): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? exitCodes.failed));
    child.once('message', () => {
      child.disconnect();
      child.unref();
      resolve(undefined);
    });
  });
}

function statusOf(exit: number): ExitStatus {
  return Object.values(exitCodes).find((code) => code === exit) ?? exitCodes.failed;
}
