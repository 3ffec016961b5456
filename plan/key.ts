import type { Digest } from './digest.ts';
import { operationVersions } from './operations.ts';
import type { KeyRecord, Task, TaskId, TaskInput } from './plan.ts';

/** What identifies the result of a task, or undefined while the bytes of an input are not known yet. */
export function keyRecordOf(task: Task, artifacts: ReadonlyMap<TaskId, Digest>): KeyRecord | undefined {
  const inputs: Record<string, Digest[]> = {};
  for (const input of task.inputs) {
    const digest = digestOf(input, artifacts);
    if (digest === undefined) return undefined;
    inputs[input.role] ??= [];
    inputs[input.role]?.push(digest);
  }
  const operationVersion = operationVersions[task.operation];
  return { operation: task.operation, operationVersion, params: task.params, inputs };
}

function digestOf(input: TaskInput, artifacts: ReadonlyMap<TaskId, Digest>): Digest | undefined {
  if ('task' in input) return artifacts.get(input.task);
  return 'digest' in input ? input.digest : undefined;
}

/** Tasks that must finish before a task, those that it reads first. */
export function predecessors(task: Task): readonly TaskId[] {
  return [...task.inputs.flatMap((input) => ('task' in input ? [input.task] : [])), ...task.after];
}
