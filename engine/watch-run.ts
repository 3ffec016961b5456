import { setTimeout as wait } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { Plan, TaskId } from '../plan/plan.ts';
import { names, type StatusPage } from '../workflows/contract.ts';
import { abortable } from './abortable.ts';
import { waitingForWorkers } from './look-at-run.ts';
import { giveUpAfterMs, lost } from './patience.ts';
import { type PendingTask, pendingTasks } from './pending-tasks.ts';
import { queuesWithoutWorker } from './queue-pollers.ts';
import type { RunEvent } from './run-events.ts';
import { TaskBoard } from './task-board.ts';

export interface WatchOptions {
  readonly client: Client;
  readonly handle: WorkflowHandle;
  readonly plan: Plan;
  readonly address: string;
  readonly onEvent: (event: RunEvent) => void;
  /** Ends the watching; the run itself is not touched. */
  readonly signal: AbortSignal;
}

const lookEveryMs = 500;
const callWithinMs = 3_000;
/** A worker that has just started needs a moment to be seen. */
const lookForWorkersEveryMs = 3_000;

/** Follows a run by asking: tells what changes until the signal aborts, and knows how all tasks stand. */
export class RunWatch {
  readonly board: TaskBoard;
  readonly #options: WatchOptions;
  readonly #ids: readonly TaskId[];
  readonly #told = new Map<TaskId, string>();
  /** By task: the last state that an attempt told of. */
  readonly #checkpoints = new Map<TaskId, number>();
  #isPaused = false;
  #unpolled: ReadonlySet<string> = new Set();
  #workersSeenAt = performance.now();
  #answeredAt = performance.now();

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#ids = options.plan.tasks.map(({ id }) => id);
    this.board = new TaskBoard(this.#ids);
  }

  /** Looks twice a second. Rejects when Temporal stays away for too long. */
  async follow(): Promise<void> {
    const { signal } = this.#options;
    while (!signal.aborted) {
      await this.#look();
      await wait(lookEveryMs, undefined, { signal }).catch(() => {});
    }
  }

  /** Asks how all tasks stand and tells what changed; also after the end of the run. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { handle, onEvent } = this.#options;
    const ask = (revision: number) =>
      this.#call(() => handle.query<StatusPage, [number]>(names.status, revision), signal);
    const tasks = await this.board.refresh(ask);
    if (tasks.size > 0) onEvent({ kind: 'tasks', tasks });
    if (this.board.isPaused === this.#isPaused) return;
    this.#isPaused = this.board.isPaused;
    onEvent({ kind: 'paused', isPaused: this.#isPaused });
  }

  /** A query that meets the last step of a run is never answered: no call may be waited for without limit. */
  #call<Result>(call: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    const { client } = this.#options;
    const limited = () => client.withDeadline(Date.now() + callWithinMs, call);
    return signal ? abortable(client.connection, signal, limited) : limited();
  }

  async #look(): Promise<void> {
    const results = await Promise.allSettled([this.refresh(this.#options.signal), this.#lookAtAttempts()]);
    const refused = results.find((result) => result.status === 'rejected');
    // One of the two is enough: a query needs a worker, the description only the server.
    if (results.some((result) => result.status === 'fulfilled')) this.#answeredAt = performance.now();
    const silentMs = performance.now() - this.#answeredAt;
    if (refused === undefined || silentMs < giveUpAfterMs || this.#options.signal.aborted) return;
    throw lost(this.#options.address, silentMs, refused.reason);
  }

  async #lookAtAttempts(): Promise<void> {
    const { handle, signal } = this.#options;
    const description = await this.#call(() => handle.describe(), signal);
    const pending = pendingTasks(description, this.#ids);
    for (const attempt of pending) this.#tell(attempt);
    await this.#lookForWorkers(pending);
  }

  #tell({ task, attempt, isStarted, progress, lastFailure }: PendingTask): void {
    const key = `${task} ${attempt}`;
    const kept = this.#checkpoints.get(task);
    // Decided once per attempt: later states are those of the attempt that follows.
    if (lastFailure && !this.#told.has(`retry ${key}`)) {
      const checkpoint = kept === undefined ? {} : { checkpoint: kept };
      this.#once(`retry ${key}`, { kind: 'retry', task, attempt, failure: lastFailure, ...checkpoint });
    }
    if (progress?.checkpoint !== undefined) this.#checkpoints.set(task, progress.checkpoint);
    // Of one that waits for a worker the server shows what the attempt before it said last.
    if (progress && isStarted) this.#once(`progress ${task}`, { kind: 'progress', task, attempt, progress });
  }

  /** Tells an event unless the last one on this subject was the same. */
  #once(subject: string, event: RunEvent): void {
    const text = JSON.stringify(event);
    if (this.#told.get(subject) === text) return;
    this.#told.set(subject, text);
    this.#options.onEvent(event);
  }

  async #lookForWorkers(pending: readonly PendingTask[]): Promise<void> {
    if (performance.now() - this.#workersSeenAt < lookForWorkersEveryMs) return;
    this.#workersSeenAt = performance.now();
    const { client, plan, onEvent } = this.#options;
    const unpolled = await queuesWithoutWorker(client, plan, waitingForWorkers(plan, pending));
    for (const [queue, tasks] of unpolled) {
      if (!this.#unpolled.has(queue)) onEvent({ kind: 'no-worker', queue, tasks });
    }
    this.#unpolled = new Set(unpolled.keys());
  }
}
