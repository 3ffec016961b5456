import type { Key } from '../plan/digest.ts';
import type { JobContext, Progress } from '../plan/job.ts';
import type { Task } from '../plan/plan.ts';
import type { Store } from '../store/store.ts';

/**
 * The checkpoints of a task in the store, where the task keeps any, and reports that say which one was kept last: signs
 * of life carry this number, the state itself stays in the store.
 */
export function checkpointsIn(
  store: Store,
  key: Key,
  { checkpoint: every }: Pick<Task, 'checkpoint'>,
  report: JobContext['report'],
): Pick<JobContext, 'report' | 'checkpoints'> {
  if (every === undefined) return { report };
  let last: number | undefined;
  return {
    report: (progress: Progress) => report(last === undefined ? progress : { ...progress, checkpoint: last }),
    checkpoints: {
      every,
      take: async (directory) => {
        last = await store.takeCheckpoint(key, directory);
        return last;
      },
      keep: async (step, directory) => {
        // A job that began before the state that it was given could not use it, and nor could the next attempt; being
        // the newest, it would be the one that is kept.
        if (last !== undefined && step < last) await store.dropCheckpoints(key);
        await store.saveCheckpoint(key, step, directory);
        last = step;
      },
    },
  };
}
