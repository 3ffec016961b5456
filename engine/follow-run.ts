import { setTimeout as wait } from 'node:timers/promises';
import {
  type Client,
  WorkflowFailedError,
  type WorkflowHandle,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { TerminatedFailure } from '@temporalio/common';
import { failure } from '../diagnostics/failure.ts';
import type { InterpretResult } from '../workflows/contract.ts';
import { abortable } from './abortable.ts';
import { reasonOf } from './connect.ts';
import { isPassing, patiently } from './patience.ts';
import type { RunResult } from './run-events.ts';
import { cancelled } from './steer-run.ts';
import { RunWatch, type WatchOptions } from './watch-run.ts';

export interface FollowOptions extends WatchOptions {
  /** Aborting ends the following as `interrupted`; the workflow is not touched. */
  readonly signal: AbortSignal;
  /** Rejects when what the run needs is gone for good. */
  readonly lost: Promise<never>;
}

const retryEveryMs = 500;

/** Follows a workflow to its end, telling what happens. */
export async function followRun(options: FollowOptions): Promise<RunResult> {
  const { client, handle, address, signal, lost } = options;
  const watching = new AbortController();
  const watch = new RunWatch({ ...options, signal: watching.signal });
  const following = watch.follow();
  const result = resultOf(client, handle, watching.signal);
  const endWatch = () => {
    watching.abort();
    return Promise.allSettled([following, result]);
  };
  try {
    const state = await Promise.race([result, interruption(signal), lost, following.then(never)]);
    await endWatch();
    if (state !== 'interrupted') await patiently(address, signal, () => watch.refresh());
    return { state, tasks: atRest(watch.board.tasks) };
  } finally {
    await endWatch();
  }
}

/**
 * Waits for the end of the run, through lost connections for as long as it takes: that Temporal stays away is
 * noticed by the watch. When the signal aborts, the call under way ends before its connection is closed.
 */
async function resultOf(
  client: Client,
  handle: WorkflowHandle,
  signal: AbortSignal,
): Promise<RunResult['state']> {
  while (!signal.aborted) {
    try {
      const result = await abortable(client.connection, signal, () => handle.result());
      return (result as InterpretResult).state;
    } catch (error) {
      if (isCancelled(error)) return 'interrupted';
      // Not found: the server lost what it had confirmed, as after a power cut. What is finished is in the store.
      if (error instanceof WorkflowFailedError || error instanceof WorkflowNotFoundError)
        throw failure('LAC6015', { reason: reasonOf(error) }, error);
      if (!signal.aborted && !isPassing(error)) throw error;
      await wait(retryEveryMs, undefined, { signal }).catch(() => {});
    }
  }
  return 'interrupted';
}

/** `lacuna cancel` where no worker answered. */
function isCancelled(error: unknown): boolean {
  const cause = error instanceof WorkflowFailedError ? error.cause : undefined;
  return cause instanceof TerminatedFailure && cause.message === cancelled;
}

function interruption(signal: AbortSignal): Promise<'interrupted'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('interrupted');
    signal.addEventListener('abort', () => resolve('interrupted'), { once: true });
  });
}

function never(): Promise<never> {
  return new Promise(() => {});
}

/** Nothing runs any more, so nothing may be recorded as running. */
function atRest(tasks: RunResult['tasks']): RunResult['tasks'] {
  const rest = [...tasks].map(([id, status]) =>
    status.state === 'running' ? ([id, { ...status, state: 'waiting' }] as const) : ([id, status] as const),
  );
  return new Map(rest);
}
