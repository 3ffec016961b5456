import { setMaxListeners } from 'node:events';
import type { ConnectionLike } from '@temporalio/client';

/**
 * Makes calls to Temporal that end when the signal aborts. The library adds a listener per call and removes
 * none, so the calls get a signal of their own, which is gone when they are done.
 */
export async function abortable<Result>(
  connection: ConnectionLike,
  signal: AbortSignal,
  calls: () => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const own = new AbortController();
  setMaxListeners(0, own.signal);
  const relay = () => own.abort(signal.reason);
  signal.addEventListener('abort', relay, { once: true });
  try {
    return await connection.withAbortSignal(own.signal, calls);
  } finally {
    signal.removeEventListener('abort', relay);
  }
}
