import { failure } from '../diagnostics/failure.ts';
import { namedServer } from '../engine/connect.ts';
import { describeWorker } from '../engine/describe-worker.ts';
import { defaultQueues } from '../engine/slots.ts';
import { startWorkerProcess } from '../engine/worker-process.ts';
import { config } from '../temporal.config.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';
import { readVersions } from './versions.ts';

/** Works on queues of a named Temporal server until it is told to stop; attempts under way are given back. */
export async function worker(
  options: { readonly queue: readonly string[] },
  terminal: Terminal,
): Promise<ExitStatus> {
  const place = namedServer(config, process.env);
  if (place === undefined) throw failure('LAC1908', {});
  const { store } = loadSettings();
  const own = { ...defaultQueues(), ...config.queues };
  const queues = Object.fromEntries(options.queue.map((queue) => [queue, own[queue] ?? 1]));
  let giveUp: (reason: Error) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const working = await startWorkerProcess({
    settings: describeWorker({ place, store, queues, versions: readVersions() }),
    onMessage: terminal.talk,
    onLost: (reason) => giveUp(reason),
  });
  terminal.talk(`working on ${options.queue.join(', ')} for ${place.address}; ^C stops`);
  try {
    await Promise.race([untilStopped(), lost]);
  } finally {
    await working.stop();
  }
  return exitCodes.done;
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve());
  });
}
