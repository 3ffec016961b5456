import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { failure } from '../diagnostics/failure.ts';
import type { RunEvent, RunResult } from '../engine/run-events.ts';
import { canonicalJson } from '../plan/canonical-json.ts';
import type { Digest, JsonObject } from '../plan/digest.ts';
import { keyRecordOf } from '../plan/key.ts';
import type { KeyRecord, TaskId } from '../plan/plan.ts';
import type { RunRecord } from '../store/store.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { artifactsOf, type LoadedPlan, loadPlan } from './load-plan.ts';
import { countOpen, shortDigest } from './plan.ts';
import type { FileOptions } from './read-file.ts';
import { writeReport } from './report.ts';
import { printResults } from './result-files.ts';
import { RunReport } from './run-report.ts';
import type { Terminal } from './terminal.ts';
import { readVersions } from './versions.ts';

export interface RunCommandOptions extends FileOptions {
  /** Beginning of the digest that the plan must have. */
  readonly plan?: string;
  /** Write the LaTeX document of all results as well, see `report`. */
  readonly report?: boolean;
}

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
  return execute(loaded, options, terminal);
}

async function execute(
  loaded: LoadedPlan,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const interrupt = interruption(terminal);
  const record = newRecord(loaded, options.file);
  const report = new RunReport(loaded, record.id, options.json === true, terminal);
  await loaded.store.putRun(record);
  try {
    const result = await start(loaded, record, interrupt.signal, (event) => report.tell(event));
    report.end();
    const artifacts = artifactsAfter(loaded, result);
    await rememberRecords(loaded, artifacts);
    await loaded.store.putRun(finished(record, result));
    return await conclude(result, loaded, artifacts, options, terminal);
  } catch (error) {
    report.end();
    await loaded.store.putRun({ ...record, state: 'failed', finishedAt: new Date().toISOString() });
    throw error;
  } finally {
    interrupt.release();
  }
}

async function start(
  { plan, store }: LoadedPlan,
  record: RunRecord,
  signal: AbortSignal,
  onEvent: (event: RunEvent) => void,
): Promise<RunResult> {
  // Loaded only now: a run with nothing to do must not pay for Temporal's client.
  const [{ runPlan }, { locateTemporal }, { config }] = await Promise.all([
    import('../engine/run-plan.ts'),
    import('./locate-temporal.ts'),
    import('../temporal.config.ts'),
  ]);
  const planDigest = await store.putBytes(
    new TextEncoder().encode(canonicalJson(plan as unknown as JsonObject)),
  );
  return runPlan({
    plan,
    planDigest,
    run: record.id,
    store,
    config,
    env: process.env,
    temporalBinary: locateTemporal(config),
    versions: record.versions,
    onEvent,
    signal,
  });
}

async function conclude(
  result: RunResult,
  loaded: LoadedPlan,
  artifacts: ReadonlyMap<TaskId, Digest>,
  options: RunCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const told = await tellResults(loaded, artifacts, options, terminal);
  if (result.state === 'done') return told;
  for (const [id, { failure: reason }] of result.tasks) {
    if (reason) terminal.talk(`${terminal.colours.red('failed')} ${id}: ${reason.code} ${reason.message}`);
  }
  const what = result.state === 'interrupted' ? 'Interrupted' : 'The run failed';
  terminal.talk(
    `${what}. Finished tasks are kept; logs are in ${loaded.store.workDirectory}/logs. Go on with: lacuna run ${options.file}`,
  );
  return result.state === 'interrupted' ? exitCodes.interrupted : exitCodes.failed;
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

function newRecord(loaded: LoadedPlan, file: string): RunRecord {
  const tasks = loaded.plan.tasks.map(({ id }) => {
    const reused = loaded.decisions.get(id)?.action === 'reuse';
    return [id, { state: reused ? ('reused' as const) : ('waiting' as const) }] as const;
  });
  return {
    id: randomBytes(4).toString('hex'),
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
