import type { Tensor } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Optimizer } from '../schemas/generated/resolved.ts';

/** Learnable tensors by name. */
export type Parameters = { readonly [name: string]: Tensor };

/** Tensors that are updated together, and their state. */
interface Group {
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

/**
 * Up to this many elements, tensors of one shape are updated as one stack: a dozen operations instead of a dozen
 * each. Above, operations cost nothing beside the memory that they move, and a stack would only copy.
 */
const largestStacked = 1 << 16;
/** Parameters of up to so many bytes are also kept as they were before the last update. */
const largestKept = 1 << 26;
/** As PyTorch's `clip_grad_norm_` has it. */
const clipEps = 1e-6;

/**
 * AdamW (Loshchilov and Hutter 2019) as PyTorch has it: decay is decoupled and scaled by the learning rate of the
 * step, tensors of one dimension do not decay, and a tensor without a gradient is left alone, decay and step count
 * included. Owns the parameters that it is given, until `dispose`.
 */
export class AdamW {
  readonly #options: Optimizer;
  readonly #keepsPrevious: boolean;
  #parameters: Parameters;
  #groups: readonly Group[];

  constructor(initial: Parameters, options: Optimizer) {
    this.#options = options;
    this.#parameters = initial;
    this.#groups = groupsOf(initial);
    const bytes = Object.values(initial).reduce((sum, { size }) => sum + 4 * size, 0);
    this.#keepsPrevious = bytes <= largestKept;
  }

  /** The current values; replaced, and the old ones disposed, by each step. */
  get parameters(): Parameters {
    return this.#parameters;
  }

  /**
   * One update with the gradients that there are, by name; gives the norm of all of them together, before it is
   * clipped. A norm that is not finite changes nothing.
   */
  step(gradients: Parameters, learningRate: number): number {
    this.#groups = this.#groups
      .map(forget)
      .flatMap((group) => splitByPresence(group, gradients, this.#parameters));
    const reached = this.#groups.filter(({ names }) => gradients[names[0] ?? ''] !== undefined);
    return tf.tidy(() => {
      const stacks = reached.map(({ names }) => stack(names.map((name) => own(gradients[name], name))));
      const norm = normOf(stacks);
      if (!Number.isFinite(norm)) return norm;
      const { clipNorm } = this.#options;
      const scale = clipNorm === undefined ? 1 : Math.min(1, clipNorm / (norm + clipEps));
      for (const [index, group] of reached.entries()) {
        const gradient = own(stacks[index], 'of a group');
        this.#replace(group, this.#update(group, gradient, scale, learningRate));
      }
      return norm;
    });
  }

  /**
   * The values before the last update, which are the caller's; undefined when they were too large to be kept or
   * nothing was updated since the last call of `step`.
   */
  previous(): Parameters | undefined {
    if (this.#groups.every(({ previous }) => previous === undefined)) return undefined;
    const entries = this.#groups.flatMap(({ names, value, previous = value }) => {
      const values = names.length === 1 ? [tf.clone(previous)] : tf.unstack(previous);
      return names.map((name, index) => [name, own(values[index], name)] as const);
    });
    return Object.fromEntries(entries);
  }

  /** Puts other values, by the same names and of the same shapes, in the place of the current ones. */
  restore(values: Parameters): void {
    this.dispose();
    this.#parameters = values;
    this.#groups = groupsOf(values);
  }

  dispose(): void {
    tf.dispose(this.#parameters as Record<string, Tensor>);
    for (const { value, first, second, previous } of this.#groups) {
      tf.dispose([value, first, second, ...(previous === undefined ? [] : [previous])]);
    }
  }

  /** The state of a group after one more update. */
  #update(group: Group, unclipped: Tensor, scale: number, learningRate: number): Group {
    const { betas, eps, weightDecay } = this.#options;
    const [beta1, beta2] = betas;
    const steps = group.steps + 1;
    const bias1 = 1 - beta1 ** steps;
    const bias2 = 1 - beta2 ** steps;
    const [value, first, second] = tf.tidy(() => {
      const gradient = scale < 1 ? tf.mul(unclipped, scale) : unclipped;
      const mean = tf.add(tf.mul(group.first, beta1), tf.mul(gradient, 1 - beta1));
      const square = tf.add(tf.mul(group.second, beta2), tf.mul(tf.square(gradient), 1 - beta2));
      const denominator = tf.add(tf.div(tf.sqrt(square), Math.sqrt(bias2)), eps);
      const decayed = group.decays ? tf.mul(group.value, 1 - learningRate * weightDecay) : group.value;
      return [tf.sub(decayed, tf.mul(tf.div(mean, denominator), learningRate / bias1)), mean, square];
    }) as [Tensor, Tensor, Tensor];
    const [keptValue, keptFirst, keptSecond] = [tf.keep(value), tf.keep(first), tf.keep(second)];
    return { ...group, steps, value: keptValue, first: keptFirst, second: keptSecond };
  }

  #replace(old: Group, updated: Group): void {
    const { names, value } = updated;
    const values = names.length === 1 ? [value] : tf.unstack(value).map((one) => tf.keep(one));
    const replaced = names.map((name) => own(this.#parameters[name], name));
    this.#parameters = {
      ...this.#parameters,
      ...Object.fromEntries(names.map((name, index) => [name, own(values[index], name)])),
    };
    tf.dispose([old.first, old.second, ...(names.length === 1 ? [] : replaced)]);
    if (!this.#keepsPrevious) tf.dispose(old.value);
    const next = this.#keepsPrevious ? { ...updated, previous: old.value } : updated;
    this.#groups = this.#groups.map((group) => (group === old ? next : group));
  }
}

/** Small tensors of one shape together, each large one alone. */
function groupsOf(parameters: Parameters): Group[] {
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

/** [names, ...shape], or the tensor itself when there is one. */
function stack(tensors: readonly Tensor[]): Tensor {
  const [only] = tensors;
  return tensors.length === 1 && only !== undefined ? only : tf.stack([...tensors]);
}

function forget(group: Group): Group {
  const { previous, ...rest } = group;
  if (previous !== undefined) tf.dispose(previous);
  return rest;
}

/** The group as it is, or, when only some of its tensors have a gradient, in two, which go on apart. */
function splitByPresence(group: Group, gradients: Parameters, parameters: Parameters): Group[] {
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

/** Euclidean norm over all tensors, one number brought to the host. */
function normOf(tensors: readonly Tensor[]): number {
  if (tensors.length === 0) return 0;
  const squares = tensors.map((tensor) => tf.sum(tf.square(tensor)));
  return Math.sqrt(tf.addN(squares).dataSync()[0] ?? Number.NaN);
}

function own(tensor: Tensor | undefined, name: string): Tensor {
  if (tensor === undefined)
    throw failure('LAC9001', { what: `there is no tensor for the parameter "${name}"` });
  return tensor;
}
