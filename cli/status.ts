import type { RunRecord } from '../store/store.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { findRun, listRuns } from './find-run.ts';
import { type LiveSight, lookLive, renderLiveRun } from './live-status.ts';
import { nextCommand } from './next-command.ts';
import { openStore } from './open-store.ts';
import { loadSettings } from './settings.ts';
import { alignColumns, duration, type Terminal } from './terminal.ts';

export interface StatusOptions {
  readonly json: boolean;
  readonly run?: string;
}

/**
 * Lists runs, newest first, from our own record, so that no server is needed; or the tasks of one run, as the run
 * itself says while it is under way and can be reached.
 */
export async function status(options: StatusOptions, terminal: Terminal): Promise<ExitStatus> {
  const store = await openStore(loadSettings(), terminal);
  if (options.run !== undefined) {
    const run = await findRun(store, options.run);
    const live = await lookLive(run, store);
    if (options.json) terminal.out(JSON.stringify({ ...run, ...live.json }, null, 2));
    else terminal.out(renderOne(run, live));
    return exitCodes.done;
  }
  const runs = await listRuns(store);
  if (options.json) terminal.out(JSON.stringify(runs, null, 2));
  else
    terminal.out(
      runs.length === 0 ? `No runs in ${store.location} yet. Start one: lacuna run FILE` : renderRuns(runs),
    );
  return exitCodes.done;
}

function renderRuns(runs: readonly RunRecord[]): string {
  const rows = runs.map((run) => {
    const tasks = Object.values(run.tasks);
    const finished = tasks.filter(({ state }) => state === 'done' || state === 'reused').length;
    return [
      `  ${run.id}`,
      run.pipeline,
      run.state,
      // Until the end is written a record is as old as the start: of a run under way, and of one that was cut off.
      run.finishedAt === undefined ? `-/${tasks.length}` : `${finished}/${tasks.length}`,
      run.startedAt.slice(0, 16).replace('T', ' '),
      nextCommand(run),
    ];
  });
  return alignColumns(
    [['  run', 'pipeline', 'state', 'tasks', 'started (UTC)', 'next'], ...rows],
    new Set([3]),
  ).join('\n');
}

function renderOne(run: RunRecord, live: LiveSight): string {
  if (live.sight !== undefined) return renderLiveRun(run, live.sight);
  const why = live.reason === undefined ? [] : [`  not reached: ${live.reason}; this is what was recorded`];
  return [...renderRecord(run), ...why].join('\n');
}

function renderRecord(run: RunRecord): readonly string[] {
  const rows = Object.entries(run.tasks).map(([id, task]) => [
    `  ${id}`,
    task.state,
    task.seconds === undefined ? '' : duration(task.seconds),
    task.failure ? `${task.failure.code}: ${task.failure.message}` : '',
  ]);
  return [
    `${run.pipeline}   run ${run.id}   ${run.state}   started ${run.startedAt}`,
    ...alignColumns(rows, new Set([2])),
  ];
}
