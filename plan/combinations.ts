import type { PipelineStep } from '../spec/pipeline.ts';
import type { Axes } from './params.ts';
import type { TaskId } from './plan.ts';

/** `train[method=u2a,seed=0]`; the bare name where there are no axes. */
export function taskId(step: string, axes: Axes): TaskId {
  const values = Object.entries(axes).map(([axis, value]) => `${axis}=${value}`);
  return values.length === 0 ? step : `${step}[${values.join(',')}]`;
}

/** Axes in the order of their names, so that the order in which a file lists them changes nothing. */
export function combinationsOfMatrix(step: PipelineStep): readonly Axes[] {
  return sortedEntries(step.matrix).reduce<readonly Axes[]>(
    (combinations, [axis, values]) =>
      combinations.flatMap((axes) => values.map((value) => ({ ...axes, [axis]: value }))),
    [{}],
  );
}

/** All unions of a left and a right combination that do not contradict each other. */
export function join(left: readonly Axes[], right: readonly Axes[]): readonly Axes[] {
  const joined = left.flatMap((one) =>
    right
      .filter((other) => agree(one, other))
      .map((other): Axes => Object.fromEntries(sortedEntries({ ...other, ...one }))),
  );
  return [...new Map(joined.map((axes) => [taskId('', axes), axes])).values()];
}

function sortedEntries<Value>(record: { readonly [name: string]: Value }): readonly [string, Value][] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}

function agree(one: Axes, other: Axes): boolean {
  return Object.entries(one).every(([axis, value]) => other[axis] === undefined || other[axis] === value);
}
