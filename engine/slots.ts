import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { workflowQueue } from '../workflows/contract.ts';

/** Queues, and tasks of each at once. */
export type Queues = { readonly [queue: string]: number };

/**
 * What a machine works on unless temporal.config.ts says otherwise. A GPU trains one model at a time. Without one,
 * two trainings side by side take less time than one after the other: TensorFlow gains little from more threads
 * in models of the size that a CPU is used for (measured in docs/decisions/0005-threads.md).
 */
export function defaultQueues(): Queues {
  return { [workflowQueue]: 4, gpu: hasGpu() ? 1 : Math.min(2, availableParallelism()) };
}

/** Environment of a program that computes: without a GPU the cores are shared out among the tasks at once. */
export function programEnvironment(queues: Queues): { readonly [name: string]: string } {
  if (hasGpu()) return {};
  const tasks = Object.entries(queues).reduce(
    (sum, [queue, count]) => (queue === workflowQueue ? sum : sum + count),
    0,
  );
  return {
    TF_NUM_INTRAOP_THREADS: String(Math.max(1, Math.floor(availableParallelism() / Math.max(1, tasks)))),
  };
}

/** Whether the driver of an NVIDIA GPU is loaded on this machine. */
function hasGpu(): boolean {
  return existsSync('/dev/nvidia0');
}
