import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { Failure, failure } from '../diagnostics/failure.ts';
import { catalog } from '../diagnostics/generated/catalog.ts';
import type { Job, JobContext, Outcome } from '../plan/job.ts';
import { type ChildMessage, childExit, type FailureMessage, type JobMessage } from '../plan/job-protocol.ts';
import { answer } from './answer.ts';

/** The program that runs one job: a module that speaks `plan/job-protocol.ts`. */
export interface Program {
  readonly module: string;
  /** Options of Node itself, such as a loader. */
  readonly execArgv: readonly string[];
  /** Added to the environment; what is set there already stays. */
  readonly env?: { readonly [name: string]: string };
}

export interface Supervision extends JobContext {
  readonly program: Program;
  /** Name of the task, for messages. */
  readonly task: string;
  readonly job: Job;
  /** File that takes everything that the program prints. */
  readonly log: string;
  /** How long the program may take to stop when asked. */
  readonly graceMs?: number;
}

const defaultGraceMs = 10_000;
const wordsOfLog = 12;

/** Process groups of programs that run now. When this process ends in an orderly way, it takes them along. */
const groups = new Set<number>();
process.on('exit', () => {
  for (const group of groups) signalGroup(group, 'SIGKILL');
});

/**
 * Runs a job in a process group of its own, so that a crash of a native library takes down that process and
 * nothing else. An aborted signal becomes SIGTERM, after the grace time SIGKILL; then `signal.reason` is thrown.
 */
export async function supervise(supervision: Supervision): Promise<Outcome> {
  const { task, signal } = supervision;
  signal.throwIfAborted();
  const { child, group, end } = await startChild(supervision);
  groups.add(group);
  let last: ChildMessage | undefined;
  const { stop, settled } = stopper(group, supervision.graceMs ?? defaultGraceMs);
  child.on('message', (message: ChildMessage) => {
    if ('progress' in message) return supervision.report(message.progress);
    if ('request' in message) return void answer(message, supervision, child);
    last = message;
    // It has said its last word. If it does not end now it hangs, in a library's exit handler for example.
    stop('SIGCONT');
  });
  const onAbort = () => stop('SIGTERM');
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    child.send(jobMessage(supervision), () => {});
    const ended = await end;
    signal.throwIfAborted();
    return await judge(ended, last, { task, log: supervision.log });
  } finally {
    settled();
    signal.removeEventListener('abort', onAbort);
    signalGroup(group, 'SIGKILL');
    groups.delete(group);
  }
}

function jobMessage({ job, parts, checkpoints }: Supervision): JobMessage {
  return {
    job,
    keepsParts: parts !== undefined,
    ...(checkpoints && { checkpointEvery: checkpoints.every }),
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly group: number;
  readonly end: Promise<End>;
}

async function startChild({ program, task, log }: Supervision): Promise<Started> {
  await using file = await open(log, 'a');
  const child = fork(program.module, [], {
    detached: true,
    execArgv: [...program.execArgv],
    env: { ...program.env, ...process.env },
    stdio: ['ignore', file.fd, file.fd, 'ipc'],
  });
  // Listened to from the first moment: it may end while the log is being closed here.
  const end = endOf(child);
  end.catch(() => {});
  if (child.pid !== undefined) return { child, group: child.pid, end };
  const reason = await end.then(String, (error: Error) => error.message);
  throw failure('LAC6013', { task, reason });
}

/** Asks once, then insists. */
function stopper(group: number, graceMs: number) {
  let timer: NodeJS.Timeout | undefined;
  return {
    stop(first: NodeJS.Signals) {
      signalGroup(group, first);
      timer ??= setTimeout(() => signalGroup(group, 'SIGKILL'), graceMs);
    },
    settled: () => clearTimeout(timer),
  };
}

interface End {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
}

async function endOf(child: ChildProcess): Promise<End> {
  const [exit, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  // The last message may still be in the channel when the process is gone.
  if (child.connected) await once(child, 'disconnect');
  return { exit, signal };
}

interface Named {
  readonly task: string;
  readonly log: string;
}

async function judge(end: End, last: ChildMessage | undefined, named: Named): Promise<Outcome> {
  if (last !== undefined && 'outcome' in last) return last.outcome;
  if (last !== undefined && 'failure' in last) throw failureOf(last);
  const signal = end.exit === childExit.terminated ? 'SIGTERM' : end.signal;
  if (signal === null) {
    throw failure('LAC6012', { ...named, exit: end.exit ?? -1, words: await lastWords(named.log) });
  }
  const maybe = signal === 'SIGKILL' ? ', perhaps for lack of memory' : '';
  throw failure('LAC6011', { ...named, signal, maybe });
}

/** A failure of the child, whose code this process knows unless their versions differ. */
function failureOf({ failure: { code, message } }: FailureMessage): Failure {
  return code in catalog ? new Failure(code, message) : failure('LAC9001', { what: `${code}: ${message}` });
}

async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-wordsOfLog);
  const text = lines.join('\n').trim();
  return text === '' ? 'none' : text;
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch {
    // Nobody of the group is left: what was wanted.
  }
}
