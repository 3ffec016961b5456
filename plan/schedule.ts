import type { Digest } from './digest.ts';
import type { Plan, TaskId } from './plan.ts';

/** The edges of a plan and nothing else. Tasks are named by their place in the plan; each follows what it needs. */
export interface Graph {
  readonly ids: readonly TaskId[];
  readonly queues: readonly string[];
  /** By task: the tasks whose artifacts it reads, once each, in the order of its inputs. */
  readonly reads: readonly (readonly number[])[];
  /** By task: the tasks that only have to finish before. */
  readonly after: readonly (readonly number[])[];
}

export type TaskState = 'waiting' | 'running' | 'reused' | 'done' | 'failed' | 'skipped';

export interface TaskFailure {
  readonly code: string;
  readonly message: string;
}

/** How a task stands. `revision` grows with every change of any task, so that a reader can ask what is new. */
export interface TaskStatus {
  readonly state: TaskState;
  readonly revision: number;
  readonly artifact?: Digest;
  readonly seconds?: number;
  readonly failure?: TaskFailure;
}

const isFinal: { readonly [state in TaskState]: boolean } = {
  waiting: false,
  running: false,
  reused: true,
  done: true,
  failed: true,
  skipped: true,
};

/** States of tasks that nothing can follow. */
const isLost: ReadonlySet<TaskState> = new Set(['failed', 'skipped']);

/** The edges of a plan. */
export function graphOf({ tasks }: Plan): Graph {
  const places = new Map(tasks.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly TaskId[]) =>
    [...new Set(ids)].map((id) => {
      const place = places.get(id);
      // Invariant: a plan names only its own tasks.
      if (place === undefined) throw new RangeError(`the plan has no task ${id}`);
      return place;
    });
  return {
    ids: tasks.map(({ id }) => id),
    queues: tasks.map(({ queue }) => queue),
    reads: tasks.map(({ inputs }) =>
      placesOf(inputs.flatMap((input) => ('task' in input ? [input.task] : []))),
    ),
    after: tasks.map(({ after }) => placesOf(after)),
  };
}

/**
 * What may run now, given what happened. A failed task skips everything that depends on it; its siblings go
 * on. The end state depends on what happened to each task, never on the order.
 *
 * Each change costs the number of edges of one task, so 10,000 tasks fit the few seconds that a workflow has.
 */
export class Schedule {
  readonly #graph: Graph;
  readonly #successors: readonly (readonly number[])[];
  readonly #statuses: TaskStatus[];
  /** By task: predecessors that are not reused or done yet. */
  readonly #open: number[];
  #ready = new Set<number>();
  #left: number;
  #revision = 0;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#left = graph.ids.length;
    this.#statuses = graph.ids.map(() => ({ state: 'waiting', revision: 0 }));
    const successors: number[][] = graph.ids.map(() => []);
    this.#open = graph.ids.map((_, place) => {
      const before = predecessorsOf(graph, place);
      for (const predecessor of before) successors[predecessor]?.push(place);
      return before.length;
    });
    this.#successors = successors;
    for (const [place, open] of this.#open.entries()) if (open === 0) this.#ready.add(place);
  }

  /** Every task is reused, done, failed or skipped. */
  get isFinished(): boolean {
    return this.#left === 0;
  }

  get hasReady(): boolean {
    return this.#ready.size > 0;
  }

  /** Whether a task waits for nothing any more. */
  isReady(place: number): boolean {
    return this.#open[place] === 0 && this.statusOf(place).state === 'waiting';
  }

  get revision(): number {
    return this.#revision;
  }

  statusOf(place: number): TaskStatus {
    const status = this.#statuses[place];
    if (status === undefined) throw new RangeError(`the graph has no task ${place}`);
    return status;
  }

  /** Tasks that became ready since the last call, in the order of the plan. */
  takeReady(): readonly number[] {
    const ready = [...this.#ready].sort((a, b) => a - b);
    this.#ready = new Set();
    return ready;
  }

  /** Tasks that changed after a revision, oldest change first. */
  changesSince(revision: number): readonly number[] {
    const changed: number[] = [];
    for (const [place, status] of this.#statuses.entries())
      if (status.revision > revision) changed.push(place);
    return changed.sort((a, b) => this.statusOf(a).revision - this.statusOf(b).revision);
  }

  /** An attempt was asked for. */
  start(place: number): void {
    this.#change(place, { state: 'running' });
  }

  /** The attempt was given up without a verdict: the task waits again, ready. */
  putBack(place: number): void {
    this.#change(place, { state: 'waiting' });
    this.#ready.add(place);
  }

  /** The task's result is known: found in the store or just made. */
  finish(
    place: number,
    result: { readonly state: 'reused' | 'done'; readonly artifact: Digest; readonly seconds?: number },
  ): void {
    if (isFinal[this.statusOf(place).state]) return;
    this.#ready.delete(place);
    this.#change(place, result);
    for (const successor of this.#successors[place] ?? []) {
      const open = (this.#open[successor] ?? 0) - 1;
      this.#open[successor] = open;
      if (open === 0 && this.statusOf(successor).state === 'waiting') this.#ready.add(successor);
    }
  }

  /** The task failed for good: all that depend on it are skipped. */
  fail(place: number, failure: TaskFailure): void {
    if (isFinal[this.statusOf(place).state]) return;
    this.#ready.delete(place);
    this.#change(place, { state: 'failed', failure });
    const doomed = [...(this.#successors[place] ?? [])];
    for (let next = doomed.pop(); next !== undefined; next = doomed.pop()) {
      if (isFinal[this.statusOf(next).state]) continue;
      this.#change(next, { state: 'skipped' });
      doomed.push(...(this.#successors[next] ?? []));
    }
  }

  /**
   * A failed task is open again, and so is every task that was skipped for it and for no other. Returns all of them;
   * none for a task that has not failed.
   */
  retry(place: number): readonly number[] {
    if (this.statusOf(place).state !== 'failed') return [];
    const opened = [place];
    for (const next of opened) {
      this.#change(next, { state: 'waiting' });
      if (this.#open[next] === 0) this.#ready.add(next);
      for (const successor of this.#successors[next] ?? [])
        if (this.#isFreed(successor)) opened.push(successor);
    }
    return opened;
  }

  /** Whether a task is skipped although nothing that it waits for failed or is skipped. */
  #isFreed(place: number): boolean {
    if (this.statusOf(place).state !== 'skipped') return false;
    return predecessorsOf(this.#graph, place).every((before) => !isLost.has(this.statusOf(before).state));
  }

  /**
   * The artifacts that a task reads turned out to be damaged: they have to be looked up, and if need be made,
   * again before it. Tasks that read them already keep their results, which are known by content.
   */
  reopenInputs(place: number): void {
    this.#change(place, { state: 'waiting' });
    for (const input of this.#graph.reads[place] ?? []) this.#reopen(input);
  }

  #reopen(place: number): void {
    const { state } = this.statusOf(place);
    if (state !== 'reused' && state !== 'done') return;
    this.#change(place, { state: 'waiting' });
    for (const successor of this.#successors[place] ?? []) {
      this.#open[successor] = (this.#open[successor] ?? 0) + 1;
      this.#ready.delete(successor);
    }
    if (this.#open[place] === 0) this.#ready.add(place);
  }

  #change(place: number, change: Omit<TaskStatus, 'revision'>): void {
    const before = isFinal[this.statusOf(place).state];
    this.#left += Number(before) - Number(isFinal[change.state]);
    this.#revision += 1;
    this.#statuses[place] = { ...change, revision: this.#revision };
  }
}

/** Tasks that must finish before a task, once each. */
export function predecessorsOf({ reads, after }: Graph, place: number): readonly number[] {
  return [...new Set([...(reads[place] ?? []), ...(after[place] ?? [])])];
}
