import { hostname } from 'node:os';
import { failure } from '../diagnostics/failure.ts';
import type { RunRecord, Store } from '../store/store.ts';

/** Runs that a person may shorten to so many in a message. */
const listed = 5;

/** All runs, newest first. */
export async function listRuns(store: Store): Promise<readonly RunRecord[]> {
  const runs = [...(await store.listRuns())].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  return runs.map(settleState);
}

/** The run whose id begins so; one that is meant exactly is found though others begin with it. */
export async function findRun(store: Store, id: string): Promise<RunRecord> {
  const exact = await store.getRun(id);
  if (exact !== undefined) return settleState(exact);
  const found = (await listRuns(store)).filter((run) => run.id.startsWith(id));
  const [run, second] = found;
  if (run === undefined) throw failure('LAC1906', { run: id, store: store.location });
  if (second === undefined) return run;
  const names = found.slice(0, listed).map((one) => one.id);
  const runs = names.join(', ') + (found.length > listed ? ', ...' : '');
  throw failure('LAC1930', { run: id, count: found.length, runs });
}

/** A record that says "running" while its process is gone was cut off: nobody was left to write the end. */
export function settleState<Run extends Pick<RunRecord, 'state' | 'host' | 'pid'>>(run: Run): Run {
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
