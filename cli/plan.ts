import { groupBy } from '../plan/group-by.ts';
import type { Decision, Plan, Task, TaskId } from '../plan/plan.ts';
import { type ExitStatus, exitCodes } from './exit-codes.ts';
import { type LoadedPlan, loadPlan } from './load-plan.ts';
import { describeSize, sizeOf } from './plan-size.ts';
import type { FileOptions } from './read-file.ts';
import { renderResolved } from './render-resolved.ts';
import { alignColumns, type Terminal } from './terminal.ts';

export interface PlanOptions extends FileOptions {
  readonly resolved: boolean;
}

/** Says what a run would do and why. Runs nothing and contacts no server. */
export async function plan(options: PlanOptions, terminal: Terminal): Promise<ExitStatus> {
  const loaded = await loadPlan(options, terminal, 'allow');
  if (loaded === undefined) return exitCodes.invalid;
  if (options.json) terminal.out(JSON.stringify(planJson(loaded), null, 2));
  else if (options.resolved) terminal.out(renderResolved(loaded.pipeline));
  else terminal.out(renderPlan(loaded, options.file, terminal));
  return exitCodes.done;
}

function planJson({ plan, digest, decisions }: LoadedPlan): object {
  const { pipeline, tasks } = plan;
  return {
    pipeline,
    digest,
    size: sizeOf(plan),
    tasks: tasks.map((task) => ({ ...task, decision: decisions.get(task.id) })),
  };
}

/** One line per step, its tasks counted, with the reasons for what will run. */
function renderPlan(loaded: LoadedPlan, file: string, terminal: Terminal): string {
  const { plan: value, digest, decisions } = loaded;
  const { bold, dim } = terminal.colours;
  const rows = stepsOf(value).map(([step, tasks]) => describeStep(step, tasks, decisions));
  const lines = alignColumns([['  step', 'tasks', 'reuse', 'run', 'because'], ...rows], new Set([1, 2, 3]));
  const short = shortDigest(digest);
  const open = countOpen(decisions);
  const head = `${bold(value.pipeline)}   plan ${short}   ${value.tasks.length} tasks`;
  return [
    head,
    dim(lines[0] ?? ''),
    ...lines.slice(1),
    ...(open === 0 ? [] : describeSize(sizeOf(value))),
    ...describeAbsent(value),
    lastLine(value, open, `lacuna run ${file} --plan ${short.slice(0, 8)}`),
  ].join('\n');
}

/** What the plan reads and is not there, each once, with the reason. */
function describeAbsent(value: Plan): readonly string[] {
  const absent = absentInputs(value).map(({ source, absent }) => `  ${source}: ${absent}`);
  return absent.length === 0 ? [] : ['Not there:', ...new Set(absent)];
}

function absentInputs({ tasks }: Plan) {
  return tasks.flatMap(({ inputs }) => inputs.flatMap((input) => ('absent' in input ? [input] : [])));
}

function lastLine(value: Plan, open: number, command: string): string {
  if (open === 0) return 'Nothing to run: every result is in the store.';
  return absentInputs(value).length > 0
    ? 'It can be run when all of this is there.'
    : `Run exactly this: ${command}`;
}

/** How many tasks are not settled yet. */
export function countOpen(decisions: ReadonlyMap<TaskId, Decision>): number {
  return [...decisions.values()].filter(({ action }) => action !== 'reuse').length;
}

/** The first hex digits of a digest: enough to name it, short enough to read. */
export function shortDigest(digest: string, length = 12): string {
  return digest.replace(/^sha256-/, '').slice(0, length);
}

function stepsOf(value: Plan): readonly (readonly [string, readonly Task[]])[] {
  return [...groupBy(value.tasks, ({ step }) => step)];
}

function describeStep(
  step: string,
  tasks: readonly Task[],
  decisions: ReadonlyMap<TaskId, Decision>,
): readonly string[] {
  const made = tasks.flatMap(({ id }) => decisions.get(id) ?? []);
  const reused = made.filter(({ action }) => action === 'reuse').length;
  const open = made.length - reused;
  const because = open === 0 ? '' : summariseReasons(made.filter(({ action }) => action !== 'reuse'));
  return [`  ${step}`, String(made.length), String(reused), open === 0 ? '-' : String(open), because];
}

/** Each reason once, the most common first, at most three. */
function summariseReasons(decisions: readonly Decision[]): string {
  const groups = [...groupBy(decisions, ({ reason }) => reason)].sort(([, a], [, b]) => b.length - a.length);
  const shown = groups
    .slice(0, 3)
    .map(([reason, of]) => (groups.length > 1 ? `${reason} (${of.length})` : reason));
  return (
    shown.join('; ') + (groups.length > 3 ? `; and ${groups.length - 3} more reasons (--json lists all)` : '')
  );
}
