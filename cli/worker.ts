import { failure } from '../diagnostics/failure.ts';
import { connectTo, namedServer } from '../engine/connect.ts';
import { describeWorker } from '../engine/describe-worker.ts';
import { listGpus, shareQueues, type WorkerShare } from '../engine/gpus.ts';
import { defaultQueues } from '../engine/slots.ts';
import {
  startWorkerProcess,
  type WorkerProcess,
  type WorkerProcessOptions,
} from '../engine/worker-process.ts';
import { config } from '../temporal.config.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { countOf } from './live-run.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';
import { readVersions } from './versions.ts';

export interface WorkerOptions {
  readonly queue: readonly string[];
  /** GPUs to work on, as CUDA_VISIBLE_DEVICES names them, with commas between. */
  readonly gpus?: string;
}

/**
 * Works on queues of a named Temporal server until it is told to stop; then it takes nothing new and gives back what
 * it has under way. One process per GPU.
 */
export async function worker(options: WorkerOptions, terminal: Terminal): Promise<ExitStatus> {
  const place = namedServer(config, process.env);
  if (place === undefined) throw failure('LAC1908', {});
  // The library of the worker process cannot say why it gets no connection.
  await (await connectTo(place)).close();
  const { store } = loadSettings();
  const own = { ...defaultQueues(), ...config.queues };
  const queues = Object.fromEntries(options.queue.map((queue) => [queue, own[queue] ?? 1]));
  const shares = shareQueues(queues, await listGpus(options.gpus, process.env));
  const stopped = untilStopped();
  let giveUp: (reason: Error) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const describe = (share: WorkerShare): WorkerProcessOptions => ({
    settings: describeWorker({ place, store, queues: share.queues, versions: readVersions() }),
    ...(share.gpu !== undefined && { env: { CUDA_VISIBLE_DEVICES: share.gpu } }),
    onMessage: terminal.talk,
    onLost: (reason) => giveUp(reason),
  });
  const working: WorkerProcess[] = [];
  try {
    // One after the other: the first start may still have to bundle, and all share the machine.
    for (const share of shares) working.push(await startWorkerProcess(describe(share)));
    terminal.talk(`working on ${shares.map(nameOf).join('; ')} for ${place.address}; ^C stops`);
    await Promise.race([stopped, lost]);
  } finally {
    await drain(working, terminal);
  }
  return exitCodes.done;
}

function nameOf({ queues, gpu }: WorkerShare): string {
  const names = Object.keys(queues).join(', ');
  return gpu === undefined ? names : `${names} with GPU ${gpu}`;
}

async function drain(working: readonly WorkerProcess[], terminal: Terminal): Promise<void> {
  if (working.length === 0) return;
  terminal.talk('stopping: no new tasks are taken, and those under way are told to save what they have');
  const givenBack = await Promise.all(working.map((worker) => worker.stop()));
  const attempts = givenBack.reduce((sum, count) => sum + count, 0);
  terminal.talk(`stopped; ${countOf(attempts, 'attempt')} given back`);
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve());
  });
}
