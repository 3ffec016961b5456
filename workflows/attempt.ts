import { ActivityFailure, ApplicationFailure, isCancellation, TimeoutFailure } from '@temporalio/workflow';
import type { TaskFailure } from '../plan/schedule.ts';

/** Artifacts that a task reads are damaged or gone: making them again helps, trying again does not. */
const damagedInputs: ReadonlySet<string> = new Set(['LAC5004', 'LAC5006']);

/** Its worker was told to stop, and handed it back as it was told to. */
const givenBack = 'LAC6018';

/** What became of an attempt that did not succeed. */
export type Verdict =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'given-back'; readonly failure: TaskFailure }
  | { readonly kind: 'damaged'; readonly failure: TaskFailure }
  | { readonly kind: 'failed'; readonly failure: TaskFailure };

/** Reads what Temporal reports of a failed activity. The text of a lost worker is filled in by the client. */
export function verdictOf(error: unknown): Verdict {
  if (isCancellation(error)) return { kind: 'cancelled' };
  const cause = error instanceof ActivityFailure ? error.cause : error;
  // Invariant: what is not an activity's failure is a bug of ours and must fail the run, not a task.
  if (!(cause instanceof ApplicationFailure || cause instanceof TimeoutFailure)) throw error;
  const failure = failureOf(cause);
  if (failure.code === givenBack) return { kind: 'given-back', failure };
  return { kind: damagedInputs.has(failure.code) ? 'damaged' : 'failed', failure };
}

function failureOf(cause: ApplicationFailure | TimeoutFailure): TaskFailure {
  if (cause instanceof TimeoutFailure) return { code: 'LAC6010', message: '' };
  return { code: cause.type ?? 'LAC9001', message: cause.message };
}
