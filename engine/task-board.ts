import { message } from '../diagnostics/message.ts';
import type { TaskId } from '../plan/plan.ts';
import type { TaskStatus } from '../plan/schedule.ts';
import { maximumAttempts, type StatusPage } from '../workflows/contract.ts';

/** Asks the workflow for what changed after a revision. */
export type AskStatus = (revision: number) => Promise<StatusPage>;

/** What is known of the tasks of a run, kept up to date by asking for changes only. */
export class TaskBoard {
  readonly #ids: readonly TaskId[];
  readonly #tasks = new Map<TaskId, TaskStatus>();
  #execution = '';
  #revision = 0;
  #isPaused = false;

  constructor(ids: readonly TaskId[]) {
    this.#ids = ids;
    for (const id of ids) this.#tasks.set(id, { state: 'waiting', revision: 0 });
  }

  get tasks(): ReadonlyMap<TaskId, TaskStatus> {
    return this.#tasks;
  }

  /** Whether somebody paused the run. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** Takes in all changes; returns the tasks that stand differently now. */
  async refresh(ask: AskStatus): Promise<ReadonlyMap<TaskId, TaskStatus>> {
    const changed = new Map<TaskId, TaskStatus>();
    for (let hasMore = true; hasMore; ) {
      const page = await ask(this.#revision);
      hasMore = page.hasMore;
      this.#isPaused = page.isPaused;
      if (page.execution === this.#execution) this.#takeIn(page, changed);
      else {
        // The run continued as new: its revisions start again, so what we asked for was meaningless.
        hasMore = true;
        this.#execution = page.execution;
        this.#revision = 0;
      }
    }
    return changed;
  }

  #takeIn({ tasks, revision }: StatusPage, changed: Map<TaskId, TaskStatus>): void {
    this.#revision = revision;
    for (const [place, status] of tasks) {
      const id = this.#ids[place];
      if (id === undefined) continue;
      const told = withText(id, status);
      const before = this.#tasks.get(id);
      this.#tasks.set(id, told);
      if (before?.state !== told.state || before.artifact !== told.artifact) changed.set(id, told);
    }
  }
}

/** The workflow cannot know the text of a lost worker: catalogues are not part of it. */
function withText(task: TaskId, status: TaskStatus): TaskStatus {
  const { failure } = status;
  if (failure?.code !== 'LAC6010') return status;
  return {
    ...status,
    failure: { ...failure, message: message('LAC6010', { task, attempts: maximumAttempts }) },
  };
}
