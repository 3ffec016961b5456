import { groupBy } from '../plan/group-by.ts';
import type { Progress } from '../plan/job.ts';
import type { TaskState } from '../plan/schedule.ts';
import { alignColumns, duration } from './terminal.ts';

/** What is known of a task while a run is under way. */
export interface TaskView {
  readonly id: string;
  readonly step: string;
  readonly state: TaskState;
  readonly seconds?: number;
  readonly progress?: Progress;
}

/** A run as it is drawn: on the terminal, in plain lines and as JSON, always from this state. */
export interface RunView {
  readonly pipeline: string;
  readonly run: string;
  readonly tasks: readonly TaskView[];
  readonly seconds: number;
}

const finished: ReadonlySet<TaskState> = new Set(['reused', 'done']);

/** The live block: a head and a line per step, each with what its running tasks are at. */
export function renderLive(view: RunView): readonly string[] {
  const rows = [...groupBy(view.tasks, ({ step }) => step)].map(([step, tasks]) => {
    const made = tasks.filter(({ state }) => finished.has(state)).length;
    return [`  ${step}`, bar(made, tasks.length), `${made}/${tasks.length}`, describeStep(tasks)];
  });
  return [headline(view), ...alignColumns(rows, new Set([2]))];
}

/** `emoji   run 4f2a   3 reused, 2 done, 1 running, 9 to go   1 m 05 s`. */
export function headline(view: RunView): string {
  const counts = (['reused', 'done', 'running', 'failed', 'skipped'] as const)
    .map((state) => [state, view.tasks.filter((task) => task.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`);
  const left = view.tasks.filter(({ state }) => state === 'waiting').length;
  const all = left > 0 ? [...counts, `${left} to go`] : counts;
  return `${view.pipeline}   run ${view.run}   ${all.join(', ')}   ${duration(view.seconds)}`;
}

function describeStep(tasks: readonly TaskView[]): string {
  const running = tasks.filter(({ state }) => state === 'running');
  if (running.length > 0)
    return running.map((task) => `${axesOf(task)}${describeProgress(task.progress)}`).join('   ');
  const states = new Set(tasks.map(({ state }) => state));
  return states.size === 1 && states.has('reused') ? 'reused' : states.has('failed') ? 'failed' : '';
}

/** The part of an id that says which task of its step it is. */
function axesOf({ id, step }: TaskView): string {
  return id === step ? '' : `${id.slice(step.length + 1, -1).replaceAll(',', ' ')}  `;
}

/** `training 3/6 epochs  loss 0.412  38 samples/s`. */
export function describeProgress(progress: Progress | undefined): string {
  if (progress === undefined) return '';
  const metrics = Object.entries(progress.metrics ?? {}).map(([name, value]) => describeMetric(name, value));
  const done = Number.isInteger(progress.done) ? String(progress.done) : progress.done.toFixed(1);
  const left = secondsLeft(progress);
  return [
    `${progress.phase} ${done}/${progress.total} ${progress.unit}`,
    ...metrics,
    ...(left === undefined ? [] : [`${duration(left)} left`]),
    ...(progress.checkpoint === undefined ? [] : [`kept at step ${progress.checkpoint}`]),
  ].join('  ');
}

/** Known where what is counted is what the rate is of. */
function secondsLeft({ done, total, unit, metrics }: Progress): number | undefined {
  const rate = metrics?.['samplesPerSecond'] ?? 0;
  return unit === 'samples' && rate > 0 && done < total ? (total - done) / rate : undefined;
}

function describeMetric(name: string, value: number): string {
  if (name === 'samplesPerSecond') return `${value.toFixed(0)} samples/s`;
  return `${name} ${Math.abs(value) >= 0.01 || value === 0 ? value.toFixed(3) : value.toExponential(1)}`;
}

function bar(done: number, total: number): string {
  const full = Math.floor((12 * done) / Math.max(1, total));
  return '#'.repeat(full) + '.'.repeat(12 - full);
}

/** What changed between two views, a line per change: for logs and pipes. */
export function renderChanges(before: RunView | undefined, after: RunView): readonly string[] {
  const known = new Map(before?.tasks.map((task) => [task.id, task]));
  return after.tasks.flatMap((task) => {
    const was = known.get(task.id);
    if (was?.state === task.state || task.state === 'waiting') return [];
    const took = task.seconds === undefined || task.state === 'reused' ? '' : ` in ${duration(task.seconds)}`;
    return [`${duration(after.seconds).padStart(9)}  ${task.id}: ${task.state}${took}`];
  });
}

/** One line per running task, for a pipe that would otherwise be silent for minutes. */
export function renderProgressLines(view: RunView): readonly string[] {
  return view.tasks
    .filter(({ state }) => state === 'running')
    .map((task) => `${duration(view.seconds).padStart(9)}  ${task.id}: ${describeProgress(task.progress)}`);
}
