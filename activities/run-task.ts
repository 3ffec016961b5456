import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { orLackOfSpace } from '../diagnostics/lack-of-space.ts';
import type { Digest, Key } from '../plan/digest.ts';
import type { Job, JobContext, JobInput, Operation, Outcome, RunJob } from '../plan/job.ts';
import { keyRecordOf } from '../plan/key.ts';
import type { KeyRecord, Task, TaskId, TaskInput } from '../plan/plan.ts';
import { reach } from '../store/fault-points.ts';
import { keyOf } from '../store/hash.ts';
import { temporaryName } from '../store/owner.ts';
import { refusing } from '../store/refusal.ts';
import type { Store } from '../store/store.ts';
import { checkpointsIn } from './checkpoints.ts';
import { type ClaimTiming, isWorthWaitingFor, underClaim } from './claim.ts';
import type { ExecuteReply } from './contract.ts';
import { layOutCode } from './lay-out-code.ts';
import { partsIn } from './parts.ts';
import { type Program, supervise } from './supervise.ts';

/** Bytes from outside that a task reads. */
export type ExternalInput = Extract<TaskInput, { readonly source: string; readonly digest: Digest }>;

/** What running tasks needs from outside. */
export interface TaskDependencies {
  readonly store: Store;
  /** Operations that run in this process. All others run in the supervised program. */
  readonly operations: { readonly [operation in Operation]?: RunJob };
  readonly program: Program;
  /** The folder of bytes from outside; nothing for those that the operation reads by itself. */
  readonly fetchInput: (input: ExternalInput, context: JobContext) => Promise<string | undefined>;
  /** Versions of code and libraries, for provenance. */
  readonly versions: { readonly [name: string]: string };
  /** Other times than those of `claim.ts`. For tests. */
  readonly claimTiming?: ClaimTiming;
}

export interface Attempt {
  readonly task: Task;
  /** Artifacts of the tasks that it reads. */
  readonly artifacts: ReadonlyMap<TaskId, Digest>;
  readonly run: string;
  /** File that takes what the supervised program prints; `.files` beside it takes what else the job leaves. */
  readonly log: string;
}

/**
 * Runs a task and publishes what it made, or waits for another run that is at the same task. Of an attempt that is
 * aborted nothing is published.
 */
export async function runTask(
  attempt: Attempt,
  dependencies: TaskDependencies,
  context: JobContext,
): Promise<ExecuteReply> {
  const { task, artifacts, run } = attempt;
  const { store, claimTiming: timing } = dependencies;
  const record = keyRecordOf(task, artifacts);
  if (record === undefined) throw failure('LAC9001', { what: `${task.id} was started before its inputs` });
  const key = keyOf(record);
  const found = (await store.lookup([key])).get(key);
  if (found) return { artifact: found.digest, seconds: 0 };
  const work = () => makeResult({ key, record }, attempt, dependencies, context);
  if (!isWorthWaitingFor(task.operation)) return work();
  const made = await underClaim({ store, key, run, task: task.id, timing }, context, work);
  return 'foundInstead' in made ? { artifact: made.foundInstead, seconds: 0 } : made;
}

/** What a result is known by. */
interface Keyed {
  readonly key: Key;
  readonly record: KeyRecord;
}

async function makeResult(
  { key, record }: Keyed,
  attempt: Attempt,
  dependencies: TaskDependencies,
  context: JobContext,
): Promise<ExecuteReply> {
  const { task, run } = attempt;
  const { store, versions } = dependencies;
  const started = performance.now();
  await using folder = await attemptFolder(store);
  const job = await prepareJob(attempt, dependencies, context, folder.path);
  const provenance = () => ({
    run,
    task: task.id,
    finishedAt: new Date().toISOString(),
    seconds: (performance.now() - started) / 1000,
    versions,
  });
  const parts = partsIn(store, record, provenance);
  const checkpoints = checkpointsIn(store, key, task, context.report);
  const outcome = await runJob(job, attempt, dependencies, { ...context, ...checkpoints, parts });
  // An attempt that was given up may still get here: the network was cut, and another one is under way.
  context.signal.throwIfAborted();
  reach('activity:after-job-before-publish');
  const made = provenance();
  const entry = await store.publish({
    key,
    record,
    directory: job.outputDirectory,
    mediaType: outcome.mediaType,
    summary: outcome.summary,
    provenance: made,
  });
  reach('activity:after-publish');
  if (task.checkpoint !== undefined) await store.dropCheckpoints(key);
  return { artifact: entry.digest, seconds: made.seconds };
}

/** A folder beside the store's temporary files: on the same disk, and swept if this process dies. */
async function attemptFolder(store: Store): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = join(store.workDirectory, 'tmp', temporaryName());
  await refusing({ location: store.workDirectory, what: 'write the folder of an attempt' }, async () => {
    for (const part of ['inputs', 'output', 'scratch']) await mkdir(join(path, part), { recursive: true });
  });
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

async function prepareJob(
  { task, artifacts, log }: Attempt,
  dependencies: TaskDependencies,
  context: JobContext,
  folder: string,
): Promise<Job> {
  const inputs: Record<string, JobInput[]> = {};
  for (const [index, input] of task.inputs.entries()) {
    context.signal.throwIfAborted();
    const ready = await layOut(
      input,
      join(folder, 'inputs', String(index)),
      artifacts,
      dependencies,
      context,
    );
    if (ready === undefined) continue;
    inputs[input.role] ??= [];
    inputs[input.role]?.push(ready);
  }
  return {
    operation: task.operation,
    params: task.params,
    inputs,
    outputDirectory: join(folder, 'output'),
    scratchDirectory: join(folder, 'scratch'),
    logDirectory: log.replace(/(\.log)?$/, '.files'),
    logFile: log,
  };
}

async function layOut(
  input: TaskInput,
  directory: string,
  artifacts: ReadonlyMap<TaskId, Digest>,
  { store, fetchInput }: TaskDependencies,
  context: JobContext,
): Promise<JobInput | undefined> {
  if ('digest' in input && input.role === 'code') {
    await layOutCode(store, input.digest, directory);
    return { digest: input.digest, directory };
  }
  if ('digest' in input) {
    const fetched = await fetchInput(input, context);
    return fetched === undefined ? undefined : { digest: input.digest, directory: fetched };
  }
  if ('absent' in input) throw failure('LAC9001', { what: `${input.source} was asked for: ${input.absent}` });
  // Invariant: the key was computed from the same map, so the artifact is in it.
  const digest = artifacts.get(input.task) as Digest;
  await store.materialise(digest, directory);
  return { digest, directory };
}

async function runJob(
  job: Job,
  { task, log }: Attempt,
  { operations, program }: TaskDependencies,
  context: JobContext,
): Promise<Outcome> {
  const run = operations[task.operation];
  if (run === undefined) return supervise({ ...context, program, task: task.id, job, log });
  try {
    return await run(job, context);
  } catch (error) {
    throw orLackOfSpace(job, error);
  }
}
