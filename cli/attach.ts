import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { failure } from '../diagnostics/failure.ts';
import type { RunEvent, RunResult } from '../engine/run-events.ts';
import type { Plan } from '../plan/plan.ts';
import type { RunRecord, RunTask, Store } from '../store/store.ts';
import type { Table } from '../table/table.ts';
import { renderTerminal } from '../table/terminal.ts';
import { withArtifact } from './artifact.ts';
import type { ExitStatus } from './exit-codes.ts';
import { findRun } from './find-run.ts';
import { loadSight, openLiveRun, type SteeredRun, type SteerOptions } from './live-run.ts';
import { RunReport } from './run-report.ts';
import { tellEnd, tellLeft } from './tell-end.ts';
import type { Terminal } from './terminal.ts';

const lookEveryMs = 500;
/** The process that runs the pipeline writes its record when everything has stopped. */
const recordWithinMs = 20_000;

/** Follows a run that is under way to its end, as `run` shows it. ^C leaves the run alone. */
export async function attach(options: SteerOptions, terminal: Terminal): Promise<ExitStatus> {
  using leave = leaving();
  await using run = await openLiveRun(options.run, 'follow', terminal);
  const { record, plan } = run;
  const { lookAtRun } = await loadSight();
  const { tasks } = await lookAtRun(run, plan);
  const stateOf = (id: string) => (tasks ?? new Map()).get(id)?.state ?? 'waiting';
  const report = new RunReport(plan, record.id, stateOf, options.json, terminal);
  const followed = await follow(run, leave.signal, (event) => report.tell(event));
  report.end();
  if (followed === 'left') return tellLeft(record.id, terminal);
  return conclude(await endOf(run, followed), run, options, terminal);
}

/** ^C and what else asks a program to leave. */
function leaving(): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const leave = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.once(name, leave);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => signals.forEach((name) => void process.off(name, leave)),
  };
}

/** `gone`: the private server went away, with the run or before its end. */
async function follow(
  { client, handle, address, isPrivate, plan, store }: SteeredRun,
  leave: AbortSignal,
  onEvent: (event: RunEvent) => void,
): Promise<RunResult | 'left' | 'gone'> {
  const [{ followRun }, { hasPrivateServer }] = await Promise.all([
    import('../engine/follow-run.ts'),
    import('../engine/reach-run.ts'),
  ]);
  const gone = new AbortController();
  const timer = setInterval(async () => {
    if (isPrivate && !(await hasPrivateServer(store))) gone.abort();
  }, lookEveryMs);
  const signal = AbortSignal.any([leave, gone.signal]);
  const lost = new Promise<never>(() => {});
  try {
    const result = await followRun({ client, handle, plan, address, onEvent, signal, lost });
    if (result.state !== 'interrupted' || !signal.aborted) return result;
  } catch (error) {
    // What was waited for when the server went, or somebody left, ends with an error of its own.
    if (!signal.aborted) throw error;
  } finally {
    clearInterval(timer);
  }
  return leave.aborted ? 'left' : 'gone';
}

interface End {
  readonly state: RunResult['state'];
  readonly tasks: readonly (readonly [id: string, task: RunTask])[];
}

/** How the run ended: what its process recorded, as far as there is one; else what was seen. */
async function endOf({ store, record }: SteeredRun, followed: RunResult | 'gone'): Promise<End> {
  const until = performance.now() + recordWithinMs;
  for (;;) {
    const now = await findRun(store, record.id);
    if (now.state !== 'running' && now.finishedAt !== undefined)
      return { state: now.state, tasks: Object.entries(now.tasks) };
    const isWritten = now.state === 'running' && isHere(now) && performance.now() < until;
    if (!isWritten) break;
    await wait(lookEveryMs / 5);
  }
  if (followed === 'gone') throw failure('LAC6022', { run: record.id, file: record.file });
  return { state: followed.state, tasks: [...followed.tasks] };
}

/** Of a process on another machine it is not known whether it will write. */
function isHere({ host }: RunRecord): boolean {
  return host === hostname();
}

async function conclude(
  { state, tasks }: End,
  { plan, record, store }: SteeredRun,
  { json }: SteerOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (!json) await printTables(plan, new Map(tasks), store, terminal);
  return tellEnd(state, tasks, { kept: 'Finished tasks are kept', file: record.file }, terminal);
}

/** The tables of the run; their files are written by the process that runs the pipeline. */
async function printTables(
  plan: Plan,
  tasks: ReadonlyMap<string, RunTask>,
  store: Store,
  terminal: Terminal,
): Promise<void> {
  for (const { id, operation } of plan.tasks) {
    const artifact = tasks.get(id)?.artifact;
    if (operation !== 'tabulate' || artifact === undefined) continue;
    const table = await withArtifact(store, artifact, (folder) =>
      readFile(join(folder, 'table.json'), 'utf8'),
    );
    terminal.out(renderTerminal(JSON.parse(table) as Table, terminal.colours).trimEnd());
  }
}
