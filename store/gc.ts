import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { claimsFolder } from './claims.ts';
import { sweepTemporary } from './disk.ts';
import { keyInName, type Reached, reach } from './gc-reach.ts';
import { type SortedRuns, sortRuns } from './gc-runs.ts';
import type { Garbage, GcPolicy, GcRun, OnGcProgress, Tally } from './keeping.ts';
import { foldersOf, type Kind, kinds } from './kinds.ts';
import { inLanes } from './lanes.ts';
import { findLogs, removeLogs } from './logs.ts';
import type { Listed, Medium } from './medium.ts';

/** A part of the store: folders that are listed one by one, and what is said of each thing in them. */
interface Area {
  readonly what: string;
  readonly folders: readonly string[];
  readonly judge: (listed: Listed) => { readonly kind: Kind; readonly goes: boolean };
}

const dayMs = 86_400_000;
/** How long what was set aside is kept for whoever looks for the cause, where the policy says nothing. */
const quarantineMs = 30 * dayMs;
const removeLanes = 16;

/** Looks for everything that no kept run and no table reaches. Reads only, but for a probe of the medium's clock. */
export async function findGarbage(
  medium: Medium,
  workDirectory: string,
  policy: GcPolicy,
  onProgress: OnGcProgress = () => {},
): Promise<Garbage> {
  const now = await clockOf(medium);
  const isYoung = ({ modifiedAt }: Listed) => modifiedAt > now - policy.graceMs;
  const records = await medium.list('runs/');
  const runs = await sortRuns(medium, records, policy, now);
  const unusedSince = now - Math.max(policy.graceMs, policy.olderThanMs ?? 0);
  const histories = sortHistories(await medium.list('histories/'), runs, unusedSince);
  const reached = await reach(medium, runs, histories.kept, isYoung, (done, total) =>
    onProgress('read entries', done, total),
  );
  const retired = { runs: new Set(runs.retired.map(({ name }) => name)), histories: histories.retired };
  const areas = areasOf(reached, retired, now - (policy.olderThanMs ?? quarantineMs)).map(
    (area): Area => ({
      ...area,
      judge: (listed) => ({ ...area.judge(listed), ...(isYoung(listed) && { goes: false }) }),
    }),
  );
  const logs = await findLogs(workDirectory, new Set(runs.kept.map(({ id }) => id)), now - policy.graceMs);
  const tallies = new Tallies();
  for (const { what, folders, judge } of areas) {
    for (const [index, folder] of folders.entries()) {
      for (const listed of await medium.list(folder)) tallies.add(judge(listed), listed.bytes);
      onProgress(`count ${what}`, index + 1, folders.length);
    }
  }
  for (const { bytes, goes } of logs) tallies.add({ kind: 'logs', goes }, bytes);
  return {
    ...runs,
    tallies: tallies.all(),
    damaged: reached.damaged,
    remove: async () => {
      await refuseIfChanged(medium, records);
      const removed = await removeAll(medium, areas, onProgress);
      await removeLogs(logs);
      await sweepTemporary(join(workDirectory, 'tmp'));
      await medium.sweep?.(Math.max(policy.graceMs, dayMs));
      return removed + logs.filter(({ goes }) => goes).length;
    },
  };
}

/**
 * In the order in which things are removed: what names something goes before what it names, so that after a crash
 * nothing is named that is not there.
 */
function areasOf(
  { graph, openKeys }: Reached,
  retired: { readonly runs: ReadonlySet<string>; readonly histories: ReadonlySet<string> },
  longAgo: number,
): readonly Area[] {
  return [
    {
      what: 'histories',
      folders: ['histories/'],
      judge: ({ name }) => ({ kind: 'histories', goes: retired.histories.has(name) }),
    },
    {
      what: 'run records',
      folders: ['runs/'],
      judge: ({ name }) => ({ kind: 'run records', goes: retired.runs.has(name) }),
    },
    {
      what: 'entries',
      folders: foldersOf('entries'),
      judge: ({ name }) => {
        const key = keyInName(name);
        return { kind: 'entries', goes: graph.has(key) && !graph.isReached(key) };
      },
    },
    {
      what: 'blobs',
      folders: foldersOf('blobs'),
      judge: ({ name }) => {
        const hex = basename(name);
        const { kind, reached } = graph.blob(hex);
        return { kind, goes: !reached && /^[0-9a-f]{64}$/.test(hex) };
      },
    },
    {
      what: 'checkpoints',
      folders: foldersOf('checkpoints'),
      judge: ({ name }) => ({
        kind: 'checkpoints',
        goes: !openKeys.has(keyInName(name.split('/')[2] ?? '')),
      }),
    },
    {
      what: 'quarantine',
      folders: ['quarantine/'],
      judge: ({ modifiedAt }) => ({ kind: 'quarantine', goes: modifiedAt < longAgo }),
    },
    // Of living holders they are renewed every few seconds, and so are younger than the grace time.
    { what: 'claims', folders: [claimsFolder], judge: () => ({ kind: 'claims', goes: true }) },
  ];
}

/**
 * The history of a pipeline, which says what its tables are made of, goes with the last of its runs, unless the pipeline
 * was run since: a run that finds nothing to do writes a history and no record. One without any run stays.
 */
function sortHistories(
  listed: readonly Listed[],
  runs: SortedRuns,
  unusedSince: number,
): { readonly kept: readonly Listed[]; readonly retired: ReadonlySet<string> } {
  const nameOf = ({ pipeline }: GcRun) => `histories/${encodeURIComponent(pipeline)}.json`;
  const living = new Set(runs.kept.map(nameOf));
  const withoutRun = new Set(runs.retired.map(nameOf).filter((name) => !living.has(name)));
  const retired = listed.filter(({ name, modifiedAt }) => withoutRun.has(name) && modifiedAt < unusedSince);
  const names = new Set(retired.map(({ name }) => name));
  return { kept: listed.filter(({ name }) => !names.has(name)), retired: names };
}

/** The time by the clock that stamps what is in the medium, which may be another machine's. */
async function clockOf(medium: Medium): Promise<number> {
  const folder = 'gc/';
  const name = `${folder}${randomBytes(8).toString('hex')}`;
  await medium.write(name, 'what time is it?\n');
  try {
    const probe = (await medium.list(folder)).find((listed) => listed.name === name);
    return probe?.modifiedAt ?? Date.now();
  } finally {
    await medium.remove(name);
  }
}

/** A run that began meanwhile may reuse what was found to be reached by nobody. */
async function refuseIfChanged(medium: Medium, before: readonly Listed[]): Promise<void> {
  const textOf = (listed: readonly Listed[]) =>
    JSON.stringify(listed.map(({ name, modifiedAt }) => [name, modifiedAt]).sort());
  if (textOf(await medium.list('runs/')) !== textOf(before)) {
    throw failure('LAC5202', { location: medium.location });
  }
}

/** Lists again, so that what was published anew in the meantime is seen to be young and stays. */
async function removeAll(medium: Medium, areas: readonly Area[], onProgress: OnGcProgress): Promise<number> {
  let removed = 0;
  for (const { what, folders, judge } of areas) {
    for (const [index, folder] of folders.entries()) {
      const going = (await medium.list(folder)).filter((listed) => judge(listed).goes);
      // The list of a state before its files: without it a state does not count.
      const [lists, others] = [going.filter(isList), going.filter((listed) => !isList(listed))];
      for (const part of [lists, others]) {
        await inLanes(part, removeLanes, ({ name }) => medium.remove(name));
      }
      removed += going.length;
      onProgress(`remove ${what}`, index + 1, folders.length);
    }
  }
  return removed;
}

function isList({ name }: Listed): boolean {
  return name.endsWith('/files.json');
}

class Tallies {
  readonly #tallies = new Map<Kind, { -readonly [field in keyof Tally]: Tally[field] }>();

  add({ kind, goes }: { readonly kind: Kind; readonly goes: boolean }, bytes: number): void {
    const tally = this.#tallies.get(kind) ?? { kind, count: 0, bytes: 0, goingCount: 0, goingBytes: 0 };
    this.#tallies.set(kind, tally);
    tally.count += 1;
    tally.bytes += bytes;
    if (!goes) return;
    tally.goingCount += 1;
    tally.goingBytes += bytes;
  }

  all(): readonly Tally[] {
    return [...this.#tallies.values()].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  }
}
