import { CancelledFailure, type Context } from '@temporalio/activity';
import { failure } from '../diagnostics/failure.ts';
import type { JobContext, Progress } from '../plan/job.ts';

/** One second: an attempt that is cancelled hears of it with the answer to its next sign of life. */
const everyMs = 1_000;

/**
 * Signs of life of an attempt on a timer of its own, whatever the job does, with the latest progress. The
 * signal aborts when the attempt was cancelled, timed out, or its worker stops.
 */
export function beat(context: Context, task: string): JobContext & Disposable {
  let latest: Progress | null = null;
  const stop = new AbortController();
  const timer = setInterval(() => context.heartbeat(latest), everyMs);
  context.heartbeat(latest);
  context.cancellationSignal.addEventListener('abort', () => stop.abort(reasonOf(context, task)), {
    once: true,
  });
  return {
    signal: stop.signal,
    report: (progress) => {
      latest = progress;
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

/** A worker that stops gives the attempt back, which is no cancellation of the task. */
function reasonOf(context: Context, task: string): Error {
  if (context.cancellationDetails?.workerShutdown === true) return failure('LAC6018', { task });
  return new CancelledFailure(`${task} was cancelled`);
}
