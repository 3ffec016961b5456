import { basename } from 'node:path';
import type { Digest, Key } from '../plan/digest.ts';
import type { KeyRecord, Plan } from '../plan/plan.ts';
import { settle } from '../plan/settle.ts';
import { nameOfBlob } from './blobs.ts';
import { readEntry } from './entries.ts';
import { Graph } from './gc-graph.ts';
import { readAll, type SortedRuns } from './gc-runs.ts';
import { keyOf, sha256 } from './hash.ts';
import type { GcRun } from './keeping.ts';
import { foldersOf } from './kinds.ts';
import { inLanes } from './lanes.ts';
import type { Listed, Medium } from './medium.ts';
import type { Artifact, RunRecord } from './store.ts';

/** What is reached, and the keys of tasks that a kept run has not finished. */
export interface Reached {
  readonly graph: Graph;
  readonly openKeys: ReadonlySet<Key>;
  /** Entries that cannot be read; they stay. */
  readonly damaged: number;
}

/** How many entries are read at once. */
const lanes = 32;

/** Follows everything that kept runs and histories name, back to the first artifact that it was made from. */
export async function reach(
  medium: Medium,
  { kept, retired }: SortedRuns,
  histories: readonly Listed[],
  isYoung: (listed: Listed) => boolean,
  onFolder: (done: number, total: number) => void,
): Promise<Reached> {
  const graph = new Graph();
  const { damaged, young } = await readEntries(medium, graph, isYoung, onFolder);
  for (const { plan } of retired) graph.noteBlob(plan, 'plans and code', false);
  for (const { plan } of kept) graph.noteBlob(plan, 'plans and code', true);
  for (const key of young) graph.reachKey(key);
  graph.reachRuns(new Set(kept.map(({ id }) => id)));
  await reachRecords(medium, graph, kept);
  await readAll(medium, histories, (history: { readonly [task: string]: KeyRecord }) => {
    for (const record of Object.values(history)) graph.reachKey(keyOf(record));
  });
  const openKeys = await reachOpenRuns(medium, graph, kept);
  await reachUnmade(medium, graph);
  return { graph, openKeys, damaged };
}

async function readEntries(
  medium: Medium,
  graph: Graph,
  isYoung: (listed: Listed) => boolean,
  onFolder: (done: number, total: number) => void,
): Promise<{ readonly damaged: number; readonly young: readonly Key[] }> {
  let damaged = 0;
  const young: Key[] = [];
  const folders = foldersOf('entries');
  for (const [index, folder] of folders.entries()) {
    await inLanes(await medium.list(folder), lanes, async (listed) => {
      const key = keyInName(listed.name);
      const bytes = await medium.read(listed.name);
      if (bytes === undefined) return;
      const read = readEntry(bytes, key);
      if ('flaw' in read) damaged += 1;
      else graph.add(read.entry);
      if (isYoung(listed)) young.push(key);
    });
    onFolder(index + 1, folders.length);
  }
  return { damaged, young };
}

/** The key of `entries/ab/abcd.json` and of anything else whose name is the digits of one. */
export function keyInName(name: string): Key {
  return `sha256-${basename(name, '.json')}` as Key;
}

async function reachRecords(medium: Medium, graph: Graph, kept: readonly GcRun[]): Promise<void> {
  const listed = kept.map(({ name }) => ({ name, bytes: 0, modifiedAt: 0 }));
  await readAll(medium, listed, ({ tasks }: RunRecord) => {
    for (const { artifact } of Object.values(tasks)) if (artifact) graph.reachArtifact(artifact);
  });
}

/**
 * What a run that did not end well needs to go on: a run that was cut off has recorded no artifacts, and what it goes
 * on with may have been published under the name of another run.
 */
async function reachOpenRuns(
  medium: Medium,
  graph: Graph,
  kept: readonly GcRun[],
): Promise<ReadonlySet<Key>> {
  const openKeys = new Set<Key>();
  const plans = new Set(kept.filter(({ state }) => state !== 'done').map(({ plan }) => plan));
  for (const digest of plans) {
    const bytes = await medium.read(nameOfBlob(digest));
    // Cut off before its plan was there, or damaged: such a run has to be begun anew.
    if (bytes === undefined || sha256(bytes) !== digest) continue;
    const plan = JSON.parse(new TextDecoder().decode(bytes)) as Plan;
    for (const key of await reachPlan(graph, plan)) openKeys.add(key);
  }
  return openKeys;
}

/** Keeps what tasks of a plan have made and the code that others will read; returns the keys of those that can begin. */
async function reachPlan(graph: Graph, { tasks }: Plan): Promise<readonly Key[]> {
  const { reused, ready } = await settle(tasks, new Map(), {
    keyOf,
    lookup: async (keys) => graph.lookup(keys),
  });
  for (const { key } of reused.values()) graph.reachKey(key);
  const outside = tasks.flatMap(({ inputs }) =>
    inputs.flatMap((one) => ('digest' in one ? [one.digest] : [])),
  );
  for (const digest of new Set(outside)) graph.reachArtifact(digest);
  return ready.map(({ key }) => key);
}

/** Code of commands, and artifacts whose entry is gone: their lists of files say what belongs to them. */
async function reachUnmade(medium: Medium, graph: Graph): Promise<void> {
  await inLanes([...graph.unmade], lanes, async (digest) => {
    const bytes = await medium.read(nameOfBlob(digest));
    const list = bytes && listIn(bytes, digest);
    if (list === undefined) return;
    const kind = list.mediaType === undefined ? 'plans and code' : 'other results';
    graph.noteBlob(digest, kind, true);
    for (const file of list.files) graph.noteBlob(file.digest, kind, true);
  });
}

function listIn(
  bytes: Uint8Array,
  digest: Digest,
): (Pick<Artifact, 'files'> & Partial<Pick<Artifact, 'mediaType'>>) | undefined {
  if (sha256(bytes) !== digest) return undefined;
  try {
    const list = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Artifact>;
    return Array.isArray(list.files) ? { ...list, files: list.files } : undefined;
  } catch {
    // Bytes of another kind that happen to be kept under the digest of something from outside.
    return undefined;
  }
}
