import { setTimeout as wait } from 'node:timers/promises';
import { isGrpcServiceError, ServiceError } from '@temporalio/client';
import { failure } from '../diagnostics/failure.ts';
import { reasonOf } from './connect.ts';

const retryEveryMs = 500;
/** A restart of server or worker takes a few seconds; a network may be gone for longer. */
export const giveUpAfterMs = 120_000;

/** gRPC: cancelled, unknown, deadline exceeded, resource exhausted, aborted, internal, unavailable. */
const passingCodes: ReadonlySet<number> = new Set([1, 2, 4, 8, 10, 13, 14]);

/** Whether a call was lost on the way, so that the next one may succeed. A refusal is not passing. */
export function isPassing(error: unknown): boolean {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) ? passingCodes.has(cause.code) : error instanceof ServiceError;
}

/** Makes a call again until it gets through, the signal aborts, or Temporal has been away for too long. */
export async function patiently<Result>(
  address: string,
  signal: AbortSignal,
  call: () => Promise<Result>,
): Promise<Result> {
  const start = performance.now();
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!isPassing(error)) throw error instanceof ServiceError ? refused(address, error) : error;
      signal.throwIfAborted();
      const silentMs = performance.now() - start;
      if (silentMs > giveUpAfterMs) throw lost(address, silentMs, error);
    }
    await wait(retryEveryMs, undefined, { signal });
  }
}

/** Temporal did not answer for so long. */
export function lost(address: string, silentMs: number, error: unknown): Error {
  return failure(
    'LAC6016',
    { address, seconds: Math.round(silentMs / 1000), reason: reasonOf(error) },
    error,
  );
}

function refused(address: string, error: Error): Error {
  return failure('LAC6005', { address, reason: reasonOf(error) }, error);
}
