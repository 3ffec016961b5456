import { failure } from '../diagnostics/failure.ts';
import type { GcPolicy, GcRun } from './keeping.ts';
import { inLanes } from './lanes.ts';
import type { Listed, Medium } from './medium.ts';
import { unseal } from './seal.ts';
import type { RunRecord } from './store.ts';

export interface SortedRuns {
  readonly kept: readonly GcRun[];
  readonly retired: readonly GcRun[];
}

/** How many records are read at once: those of large runs are megabytes. */
const lanes = 8;

/** Reads every record of a folder without setting anything aside. A damaged one is a failure: it may name what must stay. */
export async function readAll<Value, Result>(
  medium: Medium,
  listed: readonly Listed[],
  use: (value: Value, listed: Listed) => Result,
): Promise<readonly Result[]> {
  const results = await inLanes(listed, lanes, async (one) => {
    const bytes = await medium.read(one.name);
    if (bytes === undefined) return [];
    const record = unseal(bytes);
    if ('value' in record) return [use(record.value as Value, one)];
    throw failure('LAC5201', { path: medium.describe(one.name), reason: record.flaw });
  });
  return results.flat();
}

/** The runs of a store, sorted into those that stay and those that the policy lets go. `now` is the medium's. */
export async function sortRuns(
  medium: Medium,
  listed: readonly Listed[],
  policy: GcPolicy,
  now: number,
): Promise<SortedRuns> {
  const runs = await readAll(medium, listed, (run: RunRecord, { name, modifiedAt }): GcRun => {
    const { id, pipeline, startedAt, plan, state, tag } = run;
    const isFixed = tag !== undefined || policy.isUnderWay(run) || modifiedAt > now - policy.graceMs;
    return { id, pipeline, startedAt, plan, state, name, isFixed, ...(tag !== undefined && { tag }) };
  });
  const retired = new Set(retire(runs, policy, now));
  return { kept: runs.filter((run) => !retired.has(run)), retired: [...retired] };
}

/** Runs that may go: by both rules where both are given. */
export function retire(
  runs: readonly GcRun[],
  { keepRuns, olderThanMs }: Pick<GcPolicy, 'keepRuns' | 'olderThanMs'>,
  now: number,
): readonly GcRun[] {
  if (keepRuns === undefined && olderThanMs === undefined) return [];
  const newestFirst = [...runs].sort((a, b) => compare(b.startedAt, a.startedAt) || compare(b.id, a.id));
  const seen = new Map<string, number>();
  return newestFirst.filter((run) => {
    const newer = seen.get(run.pipeline) ?? 0;
    seen.set(run.pipeline, newer + 1);
    if (run.isFixed || newer < (keepRuns ?? 0)) return false;
    return olderThanMs === undefined || Date.parse(run.startedAt) < now - olderThanMs;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
