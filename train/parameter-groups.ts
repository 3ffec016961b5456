import type { Tensor } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';

/** Learnable tensors by name. */
export type Parameters = { readonly [name: string]: Tensor };

/** Tensors that are updated together, and their state. */
export interface Group {
  readonly names: readonly string[];
  readonly decays: boolean;
  /** Updates so far: tensors without a gradient are passed over and do not count the step. */
  readonly steps: number;
  /** Several tensors of one shape as [names, ...shape]; one alone as it is, the very tensor of the parameters. */
  readonly value: Tensor;
  /** Running mean of the gradient and of its square, shaped as `value`. */
  readonly first: Tensor;
  readonly second: Tensor;
  /** `value` before the last update, where it was kept. */
  readonly previous?: Tensor;
}

/** What AdamW remembers between two steps beside the parameters, by name. */
export interface Moments {
  /** Which tensors are updated together, in order, and how often they were: the norm is summed in this order. */
  readonly groups: readonly { readonly names: readonly string[]; readonly steps: number }[];
  readonly first: Parameters;
  readonly second: Parameters;
}

/**
 * Up to this many elements, tensors of one shape are updated as one stack: a dozen operations instead of a dozen
 * each. Above, operations cost nothing beside the memory that they move, and a stack would only copy.
 */
const largestStacked = 1 << 16;

/** Small tensors of one shape together, each large one alone. */
export function groupsOf(parameters: Parameters): Group[] {
  const together = new Map<string, string[]>();
  for (const name of Object.keys(parameters).sort()) {
    const { shape, size } = own(parameters[name], name);
    const key = size > largestStacked ? name : shape.join('x');
    together.set(key, [...(together.get(key) ?? []), name]);
  }
  return [...together.values()].map((names) => {
    const tensors = names.map((name) => own(parameters[name], name));
    const value = stack(tensors);
    const zeros = () => tf.zeros(value.shape);
    return { names, decays: (tensors[0]?.rank ?? 0) > 1, steps: 0, value, first: zeros(), second: zeros() };
  });
}

/** The groups that had these moments, whose tensors are taken over. */
export function regroup(parameters: Parameters, { groups, first, second }: Moments): Group[] {
  return groups.map(({ names, steps }) => {
    const of = (tensors: Parameters) => names.map((name) => own(tensors[name], name));
    const values = of(parameters);
    const takeOver = (tensors: Tensor[]): Tensor => {
      const stacked = stack(tensors);
      if (tensors.length > 1) tf.dispose(tensors);
      return stacked;
    };
    const moments = { first: takeOver(of(first)), second: takeOver(of(second)) };
    return { names, decays: (values[0]?.rank ?? 0) > 1, steps, value: stack(values), ...moments };
  });
}

/** [names, ...shape], or the tensor itself when there is one. */
export function stack(tensors: readonly Tensor[]): Tensor {
  const [only] = tensors;
  return tensors.length === 1 && only !== undefined ? only : tf.stack([...tensors]);
}

/** Tensors of a group by name, the caller's. */
export function unstack(stacked: Tensor, names: readonly string[]): (readonly [string, Tensor])[] {
  const tensors = names.length === 1 ? [tf.clone(stacked)] : tf.unstack(stacked);
  return names.map((name, index) => [name, own(tensors[index], name)] as const);
}

/** The group as it is, or, when only some of its tensors have a gradient, in two, which go on apart. */
export function splitByPresence(group: Group, gradients: Parameters, parameters: Parameters): Group[] {
  const places = group.names.map((_, place) => place);
  const isReached = (place: number) => gradients[group.names[place] ?? ''] !== undefined;
  const reached = places.filter(isReached);
  if (reached.length === 0 || reached.length === places.length) return [group];
  const parts = [reached, places.filter((place) => !isReached(place))].map((rows) => {
    const names = rows.map((place) => group.names[place] ?? '');
    const value = tf.keep(stack(names.map((name) => own(parameters[name], name))));
    return { ...group, names, value, first: take(group.first, rows), second: take(group.second, rows) };
  });
  tf.dispose([group.value, group.first, group.second]);
  return parts;
}

/** Rows of a stack; one row without the axis of the stack. */
function take(stacked: Tensor, rows: readonly number[]): Tensor {
  return tf.tidy(() => {
    const taken = tf.gather(stacked, tf.tensor1d([...rows], 'int32'));
    return tf.keep(rows.length === 1 ? tf.squeeze(taken, [0]) : taken);
  });
}

/** The tensor of a name, which must be there. */
export function own(tensor: Tensor | undefined, name: string): Tensor {
  if (tensor === undefined)
    throw failure('LAC9001', { what: `there is no tensor for the parameter "${name}"` });
  return tensor;
}
