import { join } from 'node:path';
import type { ClaimTiming } from '../../activities/claim.ts';
import type { Attempt } from '../../activities/run-task.ts';
import type { Operation } from '../../plan/job.ts';

/** Claims that are renewed often, so that a test need not wait for long. */
export const quickClaims: ClaimTiming = { renewEveryMs: 40, lookEveryMs: 25, staleAfterMs: 600 };

/** An attempt at a task whose key depends on the operation and `seed` alone. */
export function attemptOf(
  run: string,
  { seed = 0, operation = 'pretrain' as Operation, task = 'prepare' } = {},
): Attempt {
  return {
    task: {
      id: task,
      step: 'prepare',
      operation,
      queue: 'cpu',
      axes: {},
      params: { seed },
      inputs: [],
      after: [],
    },
    artifacts: new Map(),
    run,
    log: join('/nowhere', `${run}.log`),
  };
}
