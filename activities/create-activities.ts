import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Context } from '@temporalio/activity';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { asFailure, failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import { plainName } from '../plan/plain-name.ts';
import type { Plan, Task, TaskId } from '../plan/plan.ts';
import { graphOf } from '../plan/schedule.ts';
import { settle } from '../plan/settle.ts';
import { keyOf } from '../store/hash.ts';
import { logFolderOf } from '../store/logs.ts';
import { refusing } from '../store/refusal.ts';
import type { Activities, ExecuteRequest, Found, SettleReply, SettleRequest } from './contract.ts';
import { beat } from './heartbeat.ts';
import { runTask, type TaskDependencies } from './run-task.ts';

/** Plans kept in memory: a worker serves few runs at a time. */
const keptPlans = 4;

/** The activities of a worker process, on one store. */
export function createActivities(dependencies: TaskDependencies): Activities {
  const { store } = dependencies;
  const plans = new PlanShelf((digest) => store.getBytes(digest));
  return {
    loadGraph: (planDigest) => reporting(async () => graphOf(await plans.load(planDigest))),
    settle: (request) =>
      reporting(async () => settleTasks(await plans.load(request.planDigest), request, dependencies)),
    execute: (request) =>
      reporting(async () => {
        const plan = await plans.load(request.planDigest);
        const task = taskAt(plan, request.task, request.planDigest);
        const context = Context.current();
        using job = beat(context, task.id);
        const log = await logFile(store.workDirectory, request, task, context.info.attempt);
        return await runTask(
          { task, run: request.run, artifacts: artifactsById(plan, request.reads), log },
          dependencies,
          job,
        );
      }),
  };
}

async function settleTasks(
  plan: Plan,
  { candidates, known, planDigest }: SettleRequest,
  { store }: TaskDependencies,
): Promise<SettleReply> {
  const tasks = candidates?.map((place) => taskAt(plan, place, planDigest)) ?? plan.tasks;
  const { reused, ready } = await settle(tasks, artifactsById(plan, known), {
    keyOf,
    lookup: (keys) => store.lookup(keys),
  });
  const places = new Map(
    (candidates ?? [...plan.tasks.keys()]).map((place, index) => [tasks[index]?.id, place]),
  );
  const placeOf = (id: TaskId) => places.get(id) as number;
  return {
    reused: [...reused].map(([id, { artifact }]) => [placeOf(id), artifact]),
    missing: ready.map(({ task }) => placeOf(task.id)),
  };
}

function artifactsById(plan: Plan, found: readonly Found[]): ReadonlyMap<TaskId, Digest> {
  return new Map(found.map(([place, artifact]) => [plan.tasks[place]?.id ?? '', artifact]));
}

function taskAt(plan: Plan, place: number, planDigest: Digest): Task {
  const task = plan.tasks[place];
  if (task === undefined) throw failure('LAC6017', { task: place, plan: planDigest });
  return task;
}

/** `logs/<run>/<place>-<task>.<attempt>.log`, its folder made. */
async function logFile(
  location: string,
  { run, task: place }: ExecuteRequest,
  task: Task,
  attempt: number,
): Promise<string> {
  const folder = join(location, 'logs', logFolderOf(run));
  await refusing({ location, what: 'write the folder of logs' }, () => mkdir(folder, { recursive: true }));
  return join(folder, `${place}-${fileName(task.id)}.${attempt}.log`);
}

/** Short enough for every file system; the place before it keeps it unique. */
function fileName(name: string): string {
  return plainName(name).slice(0, 120);
}

class PlanShelf {
  readonly #read: (digest: Digest) => Promise<Uint8Array>;
  readonly #plans = new Map<Digest, Promise<Plan>>();

  constructor(read: (digest: Digest) => Promise<Uint8Array>) {
    this.#read = read;
  }

  load(digest: Digest): Promise<Plan> {
    const kept = this.#plans.get(digest);
    if (kept) return kept;
    const plan = this.#read(digest).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Plan);
    this.#plans.set(digest, plan);
    // A failed read is not kept: the file may be there the next time.
    plan.catch(() => this.#plans.delete(digest));
    for (const oldest of [...this.#plans.keys()].slice(0, -keptPlans)) this.#plans.delete(oldest);
    return plan;
  }
}

/** The one place where our failures become Temporal's: `type` is the code, `nonRetryable` what the catalogue says. */
async function reporting<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asTemporal(error);
  }
}

function asTemporal(error: unknown): unknown {
  if (error instanceof CancelledFailure || error instanceof ApplicationFailure) return error;
  const known = asFailure(error);
  return ApplicationFailure.create({
    type: known.code,
    message: known.message,
    nonRetryable: !known.retryable,
  });
}
