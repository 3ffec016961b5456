import { hostname } from 'node:os';
import { failure } from '../diagnostics/failure.ts';
import type { RunRecord, Store } from '../store/store.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { openStore } from './open-store.ts';
import { loadSettings } from './settings.ts';
import { alignColumns, duration, type Terminal } from './terminal.ts';

export interface StatusOptions {
  readonly json: boolean;
  readonly run?: string;
}

/** Lists runs, newest first, or the tasks of one run. Reads our own record, so no server is needed. */
export async function status(options: StatusOptions, terminal: Terminal): Promise<ExitStatus> {
  const settings = loadSettings();
  const store = await openStore(settings, terminal);
  const runs = [...(await store.listRuns())]
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    .map(settleState);
  const shown = options.run === undefined ? runs : [findRun(runs, options.run, store)];
  if (options.json) terminal.out(JSON.stringify(options.run === undefined ? shown : shown[0], null, 2));
  else if (options.run !== undefined) terminal.out(shown.map(renderRun).join('\n'));
  else
    terminal.out(
      runs.length === 0 ? `No runs in ${store.location} yet. Start one: lacuna run FILE` : renderRuns(runs),
    );
  return exitCodes.done;
}

function findRun(runs: readonly RunRecord[], id: string, store: Store): RunRecord {
  const run = runs.find((one) => one.id.startsWith(id));
  if (run === undefined) throw failure('LAC1906', { run: id, store: store.location });
  return run;
}

/** A record that says "running" while its process is gone was cut off: nobody was left to write the end. */
function settleState(run: RunRecord): RunRecord {
  return run.state === 'running' && run.host === hostname() && !isAlive(run.pid)
    ? { ...run, state: 'interrupted' }
    : run;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function renderRuns(runs: readonly RunRecord[]): string {
  const rows = runs.map((run) => {
    const tasks = Object.values(run.tasks);
    const finished = tasks.filter(({ state }) => state === 'done' || state === 'reused').length;
    return [
      `  ${run.id}`,
      run.pipeline,
      run.state,
      `${finished}/${tasks.length}`,
      run.startedAt.slice(0, 16).replace('T', ' '),
      nextCommand(run),
    ];
  });
  return alignColumns(
    [['  run', 'pipeline', 'state', 'tasks', 'started (UTC)', 'next'], ...rows],
    new Set([3]),
  ).join('\n');
}

function nextCommand(run: RunRecord): string {
  if (run.state === 'running') return `lacuna status ${run.id}`;
  return run.state === 'done' ? `lacuna table ${run.file}` : `lacuna run ${run.file}`;
}

function renderRun(run: RunRecord): string {
  const rows = Object.entries(run.tasks).map(([id, task]) => [
    `  ${id}`,
    task.state,
    task.seconds === undefined ? '' : duration(task.seconds),
    task.failure ? `${task.failure.code}: ${task.failure.message}` : '',
  ]);
  return [
    `${run.pipeline}   run ${run.id}   ${run.state}   started ${run.startedAt}`,
    ...alignColumns(rows, new Set([2])),
  ].join('\n');
}
