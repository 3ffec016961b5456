import type { JobContext, Operation, RunJob } from '../plan/job.ts';
import type { ExternalInput } from './run-task.ts';

/** What a worker process is made of besides its store. A module that exports this as `parts` is loaded by path. */
export interface WorkerParts {
  /** Operations that run in the worker process itself. */
  readonly operations: { readonly [operation in Operation]?: RunJob };
  readonly fetchInput: (input: ExternalInput, context: JobContext) => Promise<string | undefined>;
}
