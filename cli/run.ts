import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { failure } from '../diagnostics/failure.ts';
import type { RunEvent, RunResult } from '../engine/run-events.ts';
import type { RunOptions } from '../engine/run-plan.ts';
import { canonicalJson } from '../plan/canonical-json.ts';
import type { Digest, JsonObject } from '../plan/digest.ts';
import { keyRecordOf } from '../plan/key.ts';
import type { KeyRecord, TaskId } from '../plan/plan.ts';
import { reach } from '../store/fault-points.ts';
import type { RunRecord, Store } from '../store/store.ts';
import { detach, tellUnderWay } from './detach.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { artifactsOf, type LoadedPlan, loadPlan } from './load-plan.ts';
import { countOpen, shortDigest } from './plan.ts';
import { writeReport } from './report.ts';
import { printResults } from './result-files.ts';
import type { RunCommandOptions } from './run-options.ts';
import { RunReport } from './run-report.ts';
import { loadSettings } from './settings.ts';
import { tellEnd, tellLeft } from './tell-end.ts';
import type { Terminal } from './terminal.ts';
import { readVersions } from './versions.ts';

/**
 * Runs what is not in the store yet, then prints and writes the tables. With nothing to do no server is
 * contacted. After a crash or ^C the same call goes on.
 */
export async function run(options: RunCommandOptions, terminal: Terminal): Promise<ExitStatus> {
  // Events go to stdout with --json, so problems of the file must not look like events.
  const loaded = await loadPlan(options, terminal);
  if (loaded === undefined) return exitCodes.invalid;
  if (
    options.plan !== undefined &&
    !shortDigest(loaded.digest, 64).startsWith(options.plan.replace(/^sha256-/, ''))
  ) {
    terminal.talk(
      `error[LAC1903] ${failure('LAC1903', { expected: options.plan, found: shortDigest(loaded.digest) }).message}`,
    );
    return exitCodes.differs;
  }
  if (countOpen(loaded.decisions) === 0) {
    terminal.talk(
      `${loaded.plan.pipeline}: all ${loaded.plan.tasks.length} tasks are in the store, nothing to run`,
    );
    await rememberRecords(loaded, artifactsOf(loaded));
    return tellResults(loaded, artifactsOf(loaded), options, terminal);
  }
  if (options.detach === true) return detach(options, newId(), loaded.store.workDirectory, terminal);
  return execute(loaded, options, terminal);
}

async function execute(
  loaded: LoadedPlan,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const interrupt = interruption(terminal);
  const record = newRecord(loaded, options);
  const stateOf = (task: TaskId) => record.tasks[task]?.state ?? 'waiting';
  const report = new RunReport(loaded.plan, record.id, stateOf, options.json === true, terminal);
  await loaded.store.putRun(record);
  reach('cli:before-start');
  try {
    const onEvent = (event: RunEvent) => report.tell(event);
    const watching = { signal: interrupt.signal, onEvent };
    const { result, artifacts } = await runAndRecord(loaded, record, options, watching, report);
    return await conclude(result, loaded, artifacts, { ...options, runId: record.id }, terminal);
  } finally {
    interrupt.release();
  }
}

/** The record says how the run ended; a table that cannot be written afterwards changes nothing about that. */
async function runAndRecord(
  loaded: LoadedPlan,
  record: RunRecord,
  options: RunCommandOptions,
  watching: Pick<RunOptions, 'signal' | 'onEvent'>,
  report: RunReport,
): Promise<{ readonly result: RunResult; readonly artifacts: ReadonlyMap<TaskId, Digest> }> {
  try {
    const result = await start(loaded, record, options, watching);
    report.end();
    const artifacts = artifactsAfter(loaded, result);
    reach('cli:before-record');
    await rememberRecords(loaded, artifacts);
    await endRecord(loaded.store, finished(record, result));
    return { result, artifacts };
  } catch (error) {
    report.end();
    // What ended the run is told, also when its record cannot be written for the same reason.
    const failed = { ...record, state: 'failed' as const, finishedAt: new Date().toISOString() };
    await endRecord(loaded.store, failed).catch(() => undefined);
    throw error;
  }
}

async function start(
  { plan, store, code }: LoadedPlan,
  record: RunRecord,
  { failFast = false }: RunCommandOptions,
  watching: Pick<RunOptions, 'signal' | 'onEvent'>,
): Promise<RunResult> {
  // Loaded only now: a run with nothing to do must not pay for Temporal's client.
  const [{ runPlan }, { locateTemporal }, { config }] = await Promise.all([
    import('../engine/run-plan.ts'),
    import('./locate-temporal.ts'),
    import('../temporal.config.ts'),
  ]);
  for (const { blobs } of code) for (const bytes of blobs) await store.putBytes(bytes);
  const planDigest = await store.putBytes(
    new TextEncoder().encode(canonicalJson(plan as unknown as JsonObject)),
  );
  return runPlan({
    plan,
    planDigest,
    run: record.id,
    // The place and not the open store: it is handed to other processes.
    store: loadSettings().store,
    config,
    env: process.env,
    temporalBinary: locateTemporal(config),
    versions: record.versions,
    failFast,
    onUnderWay: tellUnderWay,
    ...watching,
  });
}

async function conclude(
  result: RunResult,
  loaded: LoadedPlan,
  artifacts: ReadonlyMap<TaskId, Digest>,
  options: RunCommandOptions & { readonly runId: string },
  terminal: Terminal,
): Promise<ExitStatus> {
  const told = await tellResults(loaded, artifacts, options, terminal);
  if (result.state === 'done') return told;
  if (result.goesOn === true) return tellLeft(options.runId, terminal);
  const kept = `Finished tasks are kept; logs are in ${loaded.store.workDirectory}/logs`;
  return tellEnd(result.state, result.tasks, { kept, file: options.file }, terminal);
}

async function tellResults(
  loaded: LoadedPlan,
  artifacts: ReadonlyMap<TaskId, Digest>,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  await printResults(loaded, artifacts, options, terminal);
  if (options.report !== true) return exitCodes.done;
  return writeReport(loaded, artifacts, options.file, terminal);
}

function newId(): string {
  return randomBytes(4).toString('hex');
}

function newRecord(loaded: LoadedPlan, { file, runId }: RunCommandOptions): RunRecord {
  const tasks = loaded.plan.tasks.map(({ id }) => {
    // Named from the beginning, so that what the run rests on is kept while it is under way.
    const artifact = loaded.decisions.get(id)?.artifact;
    const task = artifact ? { state: 'reused' as const, artifact } : { state: 'waiting' as const };
    return [id, task] as const;
  });
  return {
    id: runId ?? newId(),
    pipeline: loaded.plan.pipeline,
    file,
    plan: loaded.digest,
    state: 'running',
    startedAt: new Date().toISOString(),
    host: hostname(),
    pid: process.pid,
    versions: readVersions(),
    tasks: Object.fromEntries(tasks),
  };
}

/** Writes the last word on a run; a tag that it was given meanwhile stays. */
async function endRecord(store: Store, record: RunRecord): Promise<void> {
  const tag = (await store.getRun(record.id))?.tag;
  await store.putRun({ ...record, ...(tag !== undefined && { tag }) });
}

function finished(record: RunRecord, { state, tasks }: RunResult): RunRecord {
  const entries = [...tasks].map(([id, { revision: _, ...task }]) => [id, task] as const);
  return { ...record, state, finishedAt: new Date().toISOString(), tasks: Object.fromEntries(entries) };
}

/** Every artifact that is known: those found before the run, and those that it made. */
function artifactsAfter(loaded: LoadedPlan, { tasks }: RunResult): ReadonlyMap<TaskId, Digest> {
  const made = [...tasks].flatMap(([id, { artifact }]) => (artifact ? [[id, artifact] as const] : []));
  return new Map([...artifactsOf(loaded), ...made]);
}

/** Remembers what was run, so that the next plan can say what changed since. Tasks that are gone are kept. */
async function rememberRecords(
  { plan, store }: LoadedPlan,
  artifacts: ReadonlyMap<TaskId, Digest>,
): Promise<void> {
  const records = new Map<TaskId, KeyRecord>(await store.readHistory(plan.pipeline));
  for (const task of plan.tasks) {
    const record = artifacts.has(task.id) ? keyRecordOf(task, artifacts) : undefined;
    if (record) records.set(task.id, record);
  }
  await store.writeHistory(plan.pipeline, records);
}

/** ^C once stops the run in good order; twice leaves at once. */
function interruption(terminal: Terminal): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    terminal.talk('stopping; what is finished is kept (^C again leaves at once)');
    controller.abort();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.on(name, stop);
  return {
    signal: controller.signal,
    release: () => signals.forEach((name) => void process.off(name, stop)),
  };
}
