import type { Digest, Key } from './digest.ts';
import { keyRecordOf, predecessors } from './key.ts';
import type { KeyRecord, Task, TaskId } from './plan.ts';

/** What settling needs from outside: a hash, and the store's answer for many keys at once. */
export interface SettleEffects {
  readonly keyOf: (record: KeyRecord) => Key;
  readonly lookup: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, { readonly digest: Digest }>>;
}

export interface KeyedTask {
  readonly task: Task;
  readonly key: Key;
  readonly record: KeyRecord;
}

export interface Settled {
  /** Tasks whose result the store has, with its digest; the tasks given as known are not repeated. */
  readonly reused: ReadonlyMap<TaskId, KeyedTask & { readonly artifact: Digest }>;
  /** Tasks whose inputs are all known and whose result is not there: to be executed now. */
  readonly ready: readonly KeyedTask[];
}

/**
 * Follows chains of reuse as far as they go: every task among `candidates` whose predecessors are known or
 * reused is keyed and looked up, one round of the store per level of the graph.
 *
 * `known` holds the artifacts of finished tasks. Order of `candidates`: each after what it reads.
 */
export async function settle(
  candidates: readonly Task[],
  known: ReadonlyMap<TaskId, Digest>,
  effects: SettleEffects,
): Promise<Settled> {
  const artifacts = new Map(known);
  const reused = new Map<TaskId, KeyedTask & { artifact: Digest }>();
  const ready: KeyedTask[] = [];
  const successors = successorsAmong(candidates);
  const open = new Map(candidates.map((task) => [task.id, countOpen(task, known)]));
  let level = candidates.filter((task) => open.get(task.id) === 0);
  while (level.length > 0) {
    const keyed = level.map((task) => keyTask(task, artifacts, effects));
    const found = await effects.lookup(keyed.map(({ key }) => key));
    const next: Task[] = [];
    for (const entry of keyed) {
      const artifact = found.get(entry.key)?.digest;
      if (artifact === undefined) {
        ready.push(entry);
        continue;
      }
      artifacts.set(entry.task.id, artifact);
      reused.set(entry.task.id, { ...entry, artifact });
      for (const successor of successors.get(entry.task.id) ?? []) {
        const left = (open.get(successor.id) ?? 0) - 1;
        open.set(successor.id, left);
        if (left === 0) next.push(successor);
      }
    }
    level = next;
  }
  return { reused, ready };
}

function keyTask(task: Task, artifacts: ReadonlyMap<TaskId, Digest>, effects: SettleEffects): KeyedTask {
  const record = keyRecordOf(task, artifacts);
  // Invariant: a task comes here only when all its predecessors are known.
  if (record === undefined) throw new Error(`${task.id} was settled before its inputs`);
  return { task, record, key: effects.keyOf(record) };
}

/** What keeps a task from being keyed; bytes from outside that are not there do so for good. */
function countOpen(task: Task, known: ReadonlyMap<TaskId, Digest>): number {
  if (task.inputs.some((input) => 'absent' in input)) return Number.POSITIVE_INFINITY;
  return new Set(predecessors(task).filter((id) => !known.has(id))).size;
}

function successorsAmong(tasks: readonly Task[]): ReadonlyMap<TaskId, readonly Task[]> {
  const successors = new Map<TaskId, Task[]>();
  for (const task of tasks) {
    for (const id of new Set(predecessors(task))) {
      const list = successors.get(id);
      if (list) list.push(task);
      else successors.set(id, [task]);
    }
  }
  return successors;
}
