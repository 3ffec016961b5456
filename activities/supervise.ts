import { type ChildProcess, fork } from 'node:child_process';
import { open } from 'node:fs/promises';
import { Failure, failure } from '../diagnostics/failure.ts';
import { catalog } from '../diagnostics/generated/catalog.ts';
import type { Job, JobContext, Outcome } from '../plan/job.ts';
import { type ChildMessage, childExit, type FailureMessage, type JobMessage } from '../plan/job-protocol.ts';
import { reach } from '../store/fault-points.ts';
import { answer } from './answer.ts';
import { withoutSecrets } from './child-environment.ts';
import { type End, endOf, holdGroup, lastWords, maybe } from './process-group.ts';

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

/**
 * Runs a job in a process group of its own, so that a crash of a native library takes down that process and
 * nothing else. An aborted signal becomes SIGTERM, after the grace time SIGKILL; then `signal.reason` is thrown.
 */
export async function supervise(supervision: Supervision): Promise<Outcome> {
  const { task, signal } = supervision;
  signal.throwIfAborted();
  const { child, group, end } = await startChild(supervision);
  using held = holdGroup(group, signal, supervision.graceMs);
  let last: ChildMessage | undefined;
  child.on('message', (message: ChildMessage) => {
    if ('progress' in message) return supervision.report(message.progress);
    if ('request' in message) return void answer(message, supervision, child);
    last = message;
    // It has said its last word. If it does not end now it hangs, in a library's exit handler for example.
    held.stop('SIGCONT');
  });
  reach('activity:before-job');
  child.send(jobMessage(supervision), () => {});
  const ended = await end;
  signal.throwIfAborted();
  return await judge(ended, last, { task, log: supervision.log });
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
    env: { ...program.env, ...withoutSecrets(process.env) },
    stdio: ['ignore', file.fd, file.fd, 'ipc'],
  });
  // Listened to from the first moment: it may end while the log is being closed here.
  const end = endOf(child);
  end.catch(() => {});
  if (child.pid !== undefined) return { child, group: child.pid, end };
  const reason = await end.then(String, (error: Error) => error.message);
  throw failure('LAC6013', { task, reason });
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
  throw failure('LAC6011', { ...named, signal, maybe: maybe(signal) });
}

/** A failure of the child, whose code this process knows unless their versions differ. */
function failureOf({ failure: { code, message } }: FailureMessage): Failure {
  return code in catalog ? new Failure(code, message) : failure('LAC9001', { what: `${code}: ${message}` });
}
