import type { RunEvent } from '../engine/run-events.ts';
import type { Progress } from '../plan/job.ts';
import type { Plan, TaskId } from '../plan/plan.ts';
import type { TaskState } from '../plan/schedule.ts';
import {
  describeProgress,
  headline,
  type RunView,
  renderChanges,
  renderLive,
  renderProgressLines,
  type TaskView,
} from './run-view.ts';
import type { Terminal } from './terminal.ts';

const redrawEveryMs = 250;
/** A pipe gets a sign of life this often. */
const progressEveryMs = 10_000;

/** Draws a run from its events: a live block on a terminal, plain lines in a pipe, JSON lines with --json. */
export class RunReport {
  readonly #terminal: Terminal;
  readonly #json: boolean;
  readonly #startedAt = performance.now();
  readonly #timer: NodeJS.Timeout;
  #view: RunView;
  #shown: RunView | undefined;
  #drawnLines = 0;

  /** `stateOf`: how a task stands before anything is told. */
  constructor(
    { pipeline, tasks }: Plan,
    run: string,
    stateOf: (task: TaskId) => TaskState,
    json: boolean,
    terminal: Terminal,
  ) {
    this.#terminal = terminal;
    this.#json = json;
    const views = tasks.map(({ id, step }): TaskView => ({ id, step, state: stateOf(id) }));
    this.#view = { pipeline, run, tasks: views, seconds: 0 };
    this.#shown = this.#view;
    if (!json) terminal.talk(headline(this.#view));
    this.#timer = setInterval(() => this.#tick(), terminal.live && !json ? redrawEveryMs : progressEveryMs);
  }

  tell(event: RunEvent): void {
    if (this.#json) this.#terminal.out(JSON.stringify(serialisable(event)));
    const seconds = (performance.now() - this.#startedAt) / 1000;
    this.#view = { ...this.#view, seconds, tasks: apply(this.#view.tasks, event) };
    if (this.#json) return;
    const text = describeEvent(event, this.#view.run);
    if (text !== undefined) this.#say(text);
    if (this.#terminal.live) return;
    for (const line of renderChanges(this.#shown, this.#view)) this.#terminal.talk(line);
    this.#shown = this.#view;
  }

  /** Stops drawing; the last state stays on the screen. */
  end(): void {
    clearInterval(this.#timer);
    if (this.#json) return;
    this.#view = { ...this.#view, seconds: (performance.now() - this.#startedAt) / 1000 };
    if (this.#terminal.live) this.#draw();
    else this.#terminal.talk(headline(this.#view));
  }

  #tick(): void {
    this.#view = { ...this.#view, seconds: (performance.now() - this.#startedAt) / 1000 };
    if (this.#json) return;
    if (this.#terminal.live) this.#draw();
    else for (const line of renderProgressLines(this.#view)) this.#terminal.talk(line);
  }

  /** A line that stays above the live block. */
  #say(text: string): void {
    this.#erase();
    this.#terminal.talk(text);
    if (this.#terminal.live) this.#draw();
  }

  #draw(): void {
    this.#erase();
    const lines = renderLive(this.#view).map((line) => line.slice(0, this.#terminal.width - 1));
    this.#terminal.talk(lines.join('\n'));
    this.#drawnLines = lines.length;
  }

  #erase(): void {
    // Up to the first line of the block, then clear to the end of the screen.
    if (this.#drawnLines > 0) process.stderr.write(`\u001b[${this.#drawnLines}A\u001b[0J`);
    this.#drawnLines = 0;
  }
}

function apply(tasks: readonly TaskView[], event: RunEvent): readonly TaskView[] {
  if (event.kind === 'progress') {
    return tasks.map((task) => (task.id === event.task ? withProgress(task, event.progress) : task));
  }
  if (event.kind === 'retry') return tasks.map((task) => (task.id === event.task ? tryingAgain(task) : task));
  if (event.kind !== 'tasks') return tasks;
  return tasks.map((task) => {
    const status = event.tasks.get(task.id);
    // "Reused" was said by the plan; the engine settles the same tasks again.
    if (status === undefined || task.state === 'reused') return task;
    const { state, seconds } = status;
    // The engine calls a task running once it is handed out; it may wait for a free worker for long.
    if (state === 'running' && task.progress === undefined) return task;
    return { ...task, state, ...(seconds !== undefined && { seconds }) };
  });
}

function withProgress(task: TaskView, progress: Progress): TaskView {
  const isOpen = task.state === 'waiting' || task.state === 'running';
  return isOpen ? { ...task, state: 'running', progress } : task;
}

/** It waits for a worker, maybe for long; the progress was that of the attempt before. */
function tryingAgain(task: TaskView): TaskView {
  const { progress: _, ...rest } = task;
  return task.state === 'running' ? { ...rest, state: 'waiting' } : rest;
}

function describeEvent(event: RunEvent, run: string): string | undefined {
  switch (event.kind) {
    case 'message':
      return event.text;
    case 'retry':
      return describeRetry(event);
    case 'paused':
      return event.isPaused
        ? `paused: what is under way goes on, nothing new starts; go on with: lacuna resume ${run}`
        : 'resumed';
    case 'no-worker':
      return describeQueue(event.queue, event.tasks);
    case 'tasks':
    case 'progress':
      return undefined;
  }
}

function describeRetry({ task, attempt, failure, checkpoint }: Extract<RunEvent, { kind: 'retry' }>): string {
  const next = checkpoint === undefined ? 'trying again' : `it goes on from step ${checkpoint}`;
  return `${task}: attempt ${attempt - 1} failed (${failure.code} ${failure.message}); ${next}`;
}

/** What to do about a queue that nobody works on. */
export function describeQueue(queue: string, tasks: number): string {
  const wait = tasks === 1 ? '1 task waits' : `${tasks} tasks wait`;
  return `no worker polls queue "${queue}", for which ${wait}; start one with: lacuna worker --queue ${queue}`;
}

function serialisable(event: RunEvent): object {
  if (event.kind === 'tasks') return { ...event, tasks: Object.fromEntries(event.tasks) };
  if (event.kind === 'progress') return { ...event, text: describeProgress(event.progress) };
  return event;
}
