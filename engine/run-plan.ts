import { Client, type WorkflowHandle } from '@temporalio/client';
import { Failure } from '../diagnostics/failure.ts';
import type { Digest } from '../plan/digest.ts';
import type { Plan } from '../plan/plan.ts';
import type { StorePlace } from '../store/open-store.ts';
import { type InterpretInput, names, workflowQueue } from '../workflows/contract.ts';
import type { LacunaConfig } from './config.ts';
import { connectTo, namedServer, type Place } from './connect.ts';
import { describeWorker, stateDirectory } from './describe-worker.ts';
import { followRun } from './follow-run.ts';
import { patiently } from './patience.ts';
import { isRunning } from './reach-run.ts';
import type { RunEvent, RunResult } from './run-events.ts';
import { type EmbeddedServer, startServer } from './server.ts';
import { defaultQueues } from './slots.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';
import type { WorkerSettings } from './worker-settings.ts';
import { workflowIdOf } from './workflow-id.ts';

export interface RunOptions {
  readonly plan: Plan;
  /** Digest of the plan's bytes in the store. */
  readonly planDigest: Digest;
  /** Id of the run record. */
  readonly run: string;
  /** The private server keeps its state in the store's work folder. */
  readonly store: StorePlace;
  readonly config: LacunaConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of the Temporal program, for the private server. */
  readonly temporalBinary: string;
  readonly versions: { readonly [name: string]: string };
  readonly onEvent: (event: RunEvent) => void;
  /** The workflow is there: from now on the run can be steered and followed by others. */
  readonly onUnderWay?: () => void;
  /** The first failure ends the run. */
  readonly failFast?: boolean;
  /** Aborting interrupts: workers stop, the run can be gone on with. */
  readonly signal: AbortSignal;
  /** Other parts than Lacuna's own. For tests. */
  readonly parts?: Partial<Pick<WorkerSettings, 'parts' | 'program' | 'bundle'>> &
    Pick<InterpretInput, 'continueAfter'>;
}

/**
 * Runs what is not in the store yet: server if none is named, worker, workflow; tells what happens; leaves no
 * process behind, however it ends. A run of the same plan that was cut off is gone on with.
 */
export async function runPlan(options: RunOptions): Promise<RunResult> {
  try {
    return await serveAndRun(options);
  } catch (error) {
    // Interrupted while it was still being started: what was waited for then ends with the signal's reason.
    if (!options.signal.aborted || error instanceof Failure) throw error;
    const tasks = options.plan.tasks.map(({ id }) => [id, { state: 'waiting', revision: 0 }] as const);
    return { state: 'interrupted', tasks: new Map(tasks) };
  }
}

async function serveAndRun(options: RunOptions): Promise<RunResult> {
  const named = namedServer(options.config, options.env);
  const loss = new Loss();
  if (named) {
    const result = await runOn(named, undefined, options, loss);
    const isLeft = result.state === 'interrupted' && options.signal.aborted;
    return isLeft ? { ...result, goesOn: true } : result;
  }
  const processes: { worker?: WorkerProcess } = {};
  const server = await startServer({
    binary: options.temporalBinary,
    directory: stateDirectory(options.store),
    onMessage: (text) => options.onEvent({ kind: 'message', text }),
    onProcess: (process) => processes.worker?.noteServer(process),
    onLost: loss.report,
  });
  try {
    return await runOn(server, server, options, loss, processes);
  } finally {
    await server.stop();
  }
}

/** What runs in the background is gone for good: that ends the run, whatever it waits for at the moment. */
class Loss {
  readonly promise: Promise<never>;
  report: (failure: Failure) => void = () => {};

  constructor() {
    this.promise = new Promise<never>((_, reject) => {
      this.report = reject;
    });
    // It may happen while nobody waits for it yet.
    this.promise.catch(() => {});
  }
}

async function runOn(
  place: Place,
  server: EmbeddedServer | undefined,
  options: RunOptions,
  loss: Loss,
  processes: { worker?: WorkerProcess } = {},
): Promise<RunResult> {
  // First of all: it can say why there is no connection, and a worker cannot.
  const connection = await connectTo(place);
  try {
    if (server !== undefined || worksItself(options)) {
      processes.worker = await startWorkerProcess({
        settings: workerSettings(place, server, options),
        onMessage: (text) => options.onEvent({ kind: 'message', text }),
        onLost: loss.report,
      });
    }
    const client = new Client({ connection, namespace: place.namespace });
    return await follow(client, place, server !== undefined, options, loss);
  } finally {
    await processes.worker?.stop();
    await connection.close();
  }
}

/** Whether this machine helps with a run on a named server, besides the workers there. */
function worksItself({ env, config }: RunOptions): boolean {
  if (env['LACUNA_WORKER'] === 'none') return false;
  return Object.values({ ...defaultQueues(), ...config.queues }).some((tasks) => tasks > 0);
}

function workerSettings(
  place: Place,
  server: EmbeddedServer | undefined,
  options: RunOptions,
): WorkerSettings {
  const { store, versions, parts } = options;
  const queues = queuesToServe(options, server !== undefined);
  const settings = describeWorker({ place, store, versions, queues, parts });
  return server ? { ...settings, server: server.process } : settings;
}

/** With a private server nobody else can take a task, so every queue of the plan is ours. */
function queuesToServe({ config, plan }: RunOptions, isAlone: boolean): WorkerSettings['queues'] {
  const own = { ...defaultQueues(), ...config.queues };
  if (!isAlone) return Object.fromEntries(Object.entries(own).filter(([, tasks]) => tasks > 0));
  const asked = plan.tasks.map(({ queue }) => [queue, own[queue] ?? 1] as const);
  return { [workflowQueue]: own[workflowQueue] ?? 1, ...Object.fromEntries(asked) };
}

async function follow(
  client: Client,
  { address }: Place,
  isAlone: boolean,
  options: RunOptions,
  loss: Loss,
): Promise<RunResult> {
  const { plan, onEvent, signal } = options;
  signal.throwIfAborted();
  const handle = await patiently(address, signal, () => startOrAttach(client, isAlone, options));
  if (options.failFast === true) await patiently(address, signal, () => handle.signal(names.failFast));
  options.onUnderWay?.();
  return followRun({ client, handle, plan, address, onEvent, signal, lost: loss.promise });
}

async function startOrAttach(client: Client, isAlone: boolean, options: RunOptions): Promise<WorkflowHandle> {
  const { plan, planDigest, run, parts, onEvent } = options;
  const workflowId = workflowIdOf(plan.pipeline, planDigest);
  const { continueAfter } = parts ?? {};
  const input: InterpretInput = {
    planDigest,
    pipeline: plan.pipeline,
    run,
    ...(continueAfter !== undefined && { continueAfter }),
  };
  if (await isRunning(client, client.workflow.getHandle(workflowId))) {
    const text = isAlone
      ? 'going on with the run that was cut off'
      : 'this plan is being run already; following it';
    onEvent({ kind: 'message', text });
  }
  return client.workflow.start(names.workflow, {
    workflowId,
    taskQueue: workflowQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
}
