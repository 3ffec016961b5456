import type { Span } from '../diagnostics/diagnostic.ts';
import type { Digest, Json } from './digest.ts';
import { keyRecordOf, predecessors } from './key.ts';
import type { Change, Decision, KeyRecord, Plan, Task, TaskId } from './plan.ts';
import { type SettleEffects, settle } from './settle.ts';

export interface DecideEffects extends SettleEffects {
  /** The key record of each task when it last ran. */
  readonly history: ReadonlyMap<TaskId, KeyRecord>;
  /** Where a value stands in the pipeline file; undefined for a default. */
  readonly spanOf: (task: Task, path: string) => Span | undefined;
  /** The pipeline file; a place in a file that it includes is named with that file. */
  readonly file?: string;
}

/** What will happen to each task of a plan, and why, in the order of the plan. */
export async function decide(plan: Plan, effects: DecideEffects): Promise<ReadonlyMap<TaskId, Decision>> {
  const { reused, ready } = await settle(plan.tasks, new Map(), effects);
  const keys = new Map(ready.map(({ task, key }) => [task.id, key]));
  const artifacts = new Map([...reused].map(([id, { artifact }]) => [id, artifact]));
  const decisions = new Map<TaskId, Decision>();
  for (const task of plan.tasks) {
    const settled = reused.get(task.id);
    if (settled) {
      decisions.set(task.id, {
        action: 'reuse',
        reason: 'same key',
        key: settled.key,
        artifact: settled.artifact,
        changes: [],
      });
      continue;
    }
    const key = keys.get(task.id);
    const changes = changesOf(task, artifacts, effects);
    const reason = key
      ? reasonToExecute(task, changes, effects)
      : reasonToDefer(task, decisions, describeChanges(changes, effects.file));
    decisions.set(task.id, { action: key ? 'execute' : 'deferred', reason, changes, ...(key && { key }) });
  }
  return decisions;
}

function reasonToExecute(task: Task, changes: readonly Change[], effects: DecideEffects): string {
  if (!effects.history.has(task.id)) return 'never run';
  if (changes.length === 0) return 'result is not in the store';
  return describeChanges(changes, effects.file).join(', ');
}

function reasonToDefer(
  task: Task,
  decisions: ReadonlyMap<TaskId, Decision>,
  changes: readonly string[],
): string {
  const absent = task.inputs.flatMap((input) => ('absent' in input ? [input.source] : []));
  if (absent.length > 0) return `${absent.join(', ')}: not there`;
  const open = predecessors(task).filter((id) => decisions.get(id)?.action !== 'reuse');
  const steps = new Set(open.map((id) => id.replace(/\[.*$/, '')));
  return [`follows ${[...steps].join(', ')}`, ...changes].join('; ');
}

/** Changes that a reason names; `lacuna plan --json` lists all. */
const mostChanges = 4;
/** Characters of a value that a reason shows. */
const mostCharacters = 60;

function describeChanges(changes: readonly Change[], file: string | undefined): readonly string[] {
  const more = changes.length - mostChanges;
  const shown = changes.slice(0, mostChanges).map((change) => describeChange(change, file));
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}

/** `with.lr 0.0001 -> 0.0003 (line 17)`. */
function describeChange({ path, before, after, at }: Change, file: string | undefined): string {
  const change = `${path} ${clip(before)} -> ${clip(after)}`;
  if (at === undefined) return change;
  const other = file === undefined || at.file === file ? '' : ` of ${at.file}`;
  return `${change} (line ${at.line}${other})`;
}

function clip(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}

function changesOf(
  task: Task,
  artifacts: ReadonlyMap<TaskId, Digest>,
  effects: DecideEffects,
): readonly Change[] {
  const before = effects.history.get(task.id);
  if (before === undefined) return [];
  const changes = differences(before.params, task.params, '').map((change) => {
    const at = effects.spanOf(task, change.path);
    return { ...change, path: `with.${change.path}`, ...(at && { at }) };
  });
  const after = keyRecordOf(task, artifacts);
  if (after === undefined) return changes;
  const versions = differences(before.operationVersion, after.operationVersion, 'version of the operation');
  return [...changes, ...versions, ...differences(before.inputs, after.inputs, 'input')];
}

type Difference = Pick<Change, 'path' | 'before' | 'after'>;

/** The smallest values that differ, as dotted paths; lists are compared whole. */
function differences(before: Json | undefined, after: Json | undefined, path: string): readonly Difference[] {
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) =>
      differences(before[name], after[name], path === '' ? name : `${path}.${name}`),
    );
  }
  const [was, is] = [shown(before), shown(after)];
  return was === is ? [] : [{ path, before: was, after: is }];
}

function isRecord(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  // A digest is long and says nothing to a person beyond being another one.
  return JSON.stringify(value)
    .replace(/sha256-([0-9a-f]{8})[0-9a-f]*/g, '$1')
    .replaceAll('"', '');
}
