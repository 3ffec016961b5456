import { appendFileSync } from 'node:fs';
import { ApplicationFailure } from '@temporalio/common';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';
import type { Activities } from '../activities/contract.ts';
import { createActivities } from '../activities/create-activities.ts';
import type { WorkerParts } from '../activities/worker-parts.ts';
import type { Damage } from '../store/blobs.ts';
import { openStore } from '../store/open-store.ts';
import { workflowQueue } from '../workflows/contract.ts';
import { modulePath } from './modules.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** A worker that polls its queues until it is stopped. */
export interface RunningWorker {
  /** Ends when the worker has stopped, with the number of attempts given back; rejects when it broke. */
  readonly finished: Promise<number>;
  stop(): void;
}

/** What an attempt fails with that a stopping worker gives back. */
const givenBackCode = 'LAC6018';
/** An activity that does not end when asked is left behind after this time; the process must then exit. */
const stopWithin = '15 s';

/** Starts a worker in this process. There may be only one: the library's runtime is global. */
export async function startWorker(
  settings: WorkerSettings,
  environment: Readonly<Record<string, string | undefined>>,
  onDamage: (damage: Damage) => void,
): Promise<RunningWorker> {
  installRuntime(settings.log);
  const { address, namespace, connection } = settings.place;
  const native = await NativeConnection.connect({ address, ...connection } as Parameters<
    typeof NativeConnection.connect
  >[0]);
  const { parts } = (await import(settings.parts)) as { readonly parts: WorkerParts };
  const store = await openStore(settings.store, environment, onDamage);
  const { program, versions } = settings;
  const { activities, givenBack } = counting(createActivities({ ...parts, store, program, versions }));
  const common: Omit<WorkerOptions, 'taskQueue'> = {
    connection: native,
    namespace,
    activities,
    shutdownForceTime: stopWithin,
    // Progress reaches whoever watches within a second, and a lost attempt is noticed as fast.
    maxHeartbeatThrottleInterval: '1 s',
  };
  const workers = await Promise.all(
    Object.entries(settings.queues).map(([taskQueue, tasks]) =>
      Worker.create({
        ...common,
        taskQueue,
        ...slots(tasks),
        ...(taskQueue === workflowQueue && workflows(settings)),
      }),
    ),
  );
  const finished = Promise.all(workers.map((worker) => worker.run())).then(async () => {
    await native.close();
    return givenBack();
  });
  return { finished, stop: () => workers.forEach(stopWorker) };
}

/** Counts the attempts that end because their worker was told to stop. */
function counting(made: Activities): { readonly activities: Activities; readonly givenBack: () => number } {
  let count = 0;
  const execute: Activities['execute'] = async (request) => {
    try {
      return await made.execute(request);
    } catch (error) {
      if (error instanceof ApplicationFailure && error.type === givenBackCode) count += 1;
      throw error;
    }
  };
  return { activities: { ...made, execute }, givenBack: () => count };
}

function stopWorker(worker: Worker): void {
  if (worker.getState() === 'RUNNING') worker.shutdown();
}

function slots(tasks: number): Partial<WorkerOptions> {
  // Every poller holds a slot while it waits; the rest is for tasks that the workflow hands over directly.
  return {
    maxConcurrentActivityTaskExecutions: tasks,
    maxConcurrentActivityTaskPolls: Math.max(1, Math.min(2, tasks - 1)),
  };
}

function workflows({ bundle }: WorkerSettings): Partial<WorkerOptions> {
  return {
    ...(bundle === undefined
      ? { workflowsPath: modulePath('workflows/index') }
      : { workflowBundle: { codePath: bundle } }),
    maxEagerActivityReservationsPerWorkflowTask: 50,
    workflowThreadPoolSize: 1,
  };
}

function installRuntime(log: string): void {
  const write = (line: string) => appendFileSync(log, `${line}\n`);
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      write(`${new Date().toISOString()} ${level} ${message} ${JSON.stringify(meta ?? {}, describeErrors)}`),
    ),
    telemetryOptions: {
      logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }) },
    },
    // Signals are the business of the process: ours stops on a word of its parent.
    shutdownSignals: [],
  });
}

/** Errors have no enumerable members, so JSON would show them as {}. */
function describeErrors(_: string, value: unknown): unknown {
  if (value instanceof Error) return value.stack ?? value.message;
  return typeof value === 'bigint' ? String(value) : value;
}
