import type { Tensor } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { Optimizer } from '../schemas/generated/resolved.ts';
import {
  type Group,
  groupsOf,
  type Moments,
  own,
  type Parameters,
  regroup,
  splitByPresence,
  stack,
  unstack,
} from './parameter-groups.ts';

export type { Moments, Parameters } from './parameter-groups.ts';

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
      return unstack(previous, names);
    });
    return Object.fromEntries(entries);
  }

  /** What is remembered beside the parameters; the tensors are the caller's. */
  moments(): Moments {
    const all = (of: 'first' | 'second') =>
      Object.fromEntries(this.#groups.flatMap((group) => unstack(group[of], group.names)));
    const groups = this.#groups.map(({ names, steps }) => ({ names, steps }));
    return { groups, first: all('first'), second: all('second') };
  }

  /** Goes on from the parameters and moments of another run, of the same names and shapes; takes them over. */
  goOn(parameters: Parameters, moments: Moments): void {
    this.dispose();
    this.#parameters = parameters;
    this.#groups = regroup(parameters, moments);
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

function forget(group: Group): Group {
  const { previous, ...rest } = group;
  if (previous !== undefined) tf.dispose(previous);
  return rest;
}

/** Euclidean norm over all tensors, one number brought to the host. */
function normOf(tensors: readonly Tensor[]): number {
  if (tensors.length === 0) return 0;
  const squares = tensors.map((tensor) => tf.sum(tf.square(tensor)));
  return Math.sqrt(tf.addN(squares).dataSync()[0] ?? Number.NaN);
}
