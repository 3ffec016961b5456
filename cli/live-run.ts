import { failure } from '../diagnostics/failure.ts';
import type { LiveRun, Reached } from '../engine/reach-run.ts';
import type { Plan } from '../plan/plan.ts';
import { choices, suggest } from '../spec/suggest.ts';
import type { RunRecord, Store } from '../store/store.ts';
import { findRun } from './find-run.ts';
import { openStore } from './open-store.ts';
import { loadSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

/** What every verb that steers a run is told. */
export interface SteerOptions {
  /** Run id or its beginning. */
  readonly run: string;
  readonly json: boolean;
}

/** A run that is under way, with its record and its plan. */
export interface SteeredRun extends LiveRun {
  readonly record: RunRecord;
  readonly plan: Plan;
  readonly store: Store;
}

/** Finds a run and the server that has it. Fails when it is over or cannot be reached, saying what to do then. */
export async function openLiveRun(id: string, verb: string, terminal: Terminal): Promise<SteeredRun> {
  const store = await openStore(loadSettings(), terminal);
  const record = await findRun(store, id);
  const { id: run, file, state } = record;
  const over = () => failure('LAC6020', { run, state, verb, file });
  if (state === 'done' || state === 'failed') throw over();
  const reached = await reach(record, store);
  if (reached.state === 'over') throw over();
  if (reached.state === 'unreachable') {
    const { reason, advice } = reached;
    throw failure('LAC6021', { run, reason, advice });
  }
  return { ...reached.run, record, store, plan: await readPlan(store, record) };
}

/** Looks for a run on the server that has it. Temporal's client is loaded only now. */
export async function reach(record: RunRecord, { workDirectory }: Store): Promise<Reached> {
  const [{ reachRun }, { config }] = await Promise.all([
    import('../engine/reach-run.ts'),
    import('../temporal.config.ts'),
  ]);
  return reachRun({ ...record, store: { workDirectory }, config, env: process.env });
}

// In functions of their own: the compiler leaves the paths of imports alone that stand in a function with `using`.

/** What steers a run. */
export function loadSteering(): Promise<typeof import('../engine/steer-run.ts')> {
  return import('../engine/steer-run.ts');
}

/** What looks at a run. */
export function loadSight(): Promise<typeof import('../engine/look-at-run.ts')> {
  return import('../engine/look-at-run.ts');
}

/** The plan that a run was started with. */
export async function readPlan(store: Store, { plan }: RunRecord): Promise<Plan> {
  return JSON.parse(new TextDecoder().decode(await store.getBytes(plan))) as Plan;
}

/** Places of a task, or of all tasks of a step. */
export function placesOf({ tasks }: Plan, name: string, run: string): readonly number[] {
  const places = [...tasks.keys()].filter(
    (place) => tasks[place]?.id === name || tasks[place]?.step === name,
  );
  if (places.length > 0) return places;
  const steps = [...new Set(tasks.map(({ step }) => step))];
  const near = suggest(name, [...steps, ...tasks.map(({ id }) => id)]);
  const hint = near === undefined ? `; its steps are ${choices(steps)}` : `; ${near.text}`;
  throw failure('LAC1931', { run, task: name, hint });
}

/** `3 tasks`, `1 task`. */
export function countOf(count: number, what = 'task'): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
