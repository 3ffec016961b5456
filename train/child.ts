import { Worker } from 'node:worker_threads';
import { asFailure, Failure, failure } from '../diagnostics/failure.ts';
import { orLackOfSpace } from '../diagnostics/lack-of-space.ts';
import type { Job, Progress, RunJob } from '../plan/job.ts';
import {
  type ChildMessage,
  childExit,
  type JobMessage,
  type SupervisorMessage,
} from '../plan/job-protocol.ts';
import { Requests } from './requests.ts';

/*
 * The process that runs one job for a supervisor, forked with an IPC channel. It holds no state worth saving:
 * whatever ends it, the supervisor starts another one with the same job.
 */

const watchEveryMs = 250;

/**
 * A step of TensorFlow blocks this thread for as long as it takes, and with it the channel's `disconnect`. A
 * thread of its own therefore looks whether the parent is still there, and ends the process when it is not.
 */
function endWithParent(): void {
  const watch = `
    const { workerData } = require('node:worker_threads');
    setInterval(() => {
      if (process.ppid !== workerData.parent) process.kill(process.pid, 'SIGKILL');
    }, workerData.everyMs);
  `;
  const workerData = { parent: process.ppid, everyMs: watchEveryMs };
  new Worker(watch, { eval: true, workerData, execArgv: [] }).unref();
  process.on('disconnect', () => process.exit(childExit.orphaned));
}

function tell(message: ChildMessage): void {
  process.send?.(message);
}

/** The last message must have left before the process may. */
function tellAndExit(message: ChildMessage, status: number): void {
  process.send?.(message, () => process.exit(status));
}

function failed(error: unknown): void {
  if (!(error instanceof Failure) && process.env['LACUNA_DEBUG'] !== undefined) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  const { code, message, retryable } = asFailure(error);
  tellAndExit({ failure: { code, message, retryable } }, childExit.failed);
}

/** Loaded only now: that TensorFlow cannot be loaded is an answer to the supervisor, not a crash. */
async function operationOf(job: Job): Promise<RunJob> {
  const { operations } = await import('./operations.ts');
  const load = operations[job.operation];
  if (load === undefined)
    throw failure('LAC9001', { what: `no child runs the operation "${job.operation}"` });
  return load();
}

async function runJob(message: JobMessage, requests: Requests, signal: AbortSignal): Promise<void> {
  const { job } = message;
  try {
    const run = await operationOf(job);
    const report = (progress: Progress) => tell({ progress });
    const outcome = await run(job, { report, signal, ...requests.keepers(message) });
    tellAndExit({ outcome }, childExit.done);
  } catch (error) {
    if (signal.aborted) process.exit(childExit.terminated);
    failed(orLackOfSpace(job, error));
  }
}

function main(): void {
  if (process.send === undefined) {
    process.stderr.write(
      'This program runs jobs for a Lacuna worker, which starts it; it is of no use by itself.\n',
    );
    process.exit(childExit.failed);
  }
  endWithParent();
  const stop = new AbortController();
  let isRunning = false;
  process.on('SIGTERM', () => (isRunning ? stop.abort() : process.exit(childExit.terminated)));
  process.on('uncaughtException', failed);
  const requests = new Requests(tell);
  process.on('message', (message: SupervisorMessage) => {
    if ('reply' in message) return requests.hear(message);
    isRunning = true;
    void runJob(message, requests, stop.signal);
  });
}

main();
