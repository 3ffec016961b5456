import type { Tensor } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { tf } from '../model/backend.ts';
import type { Optimizer } from '../schemas/generated/resolved.ts';

/** Learnable tensors by name. */
export type Parameters = { readonly [name: string]: Tensor };

/** Tensors of one shape; they are updated as one stack, which costs a dozen operations instead of a dozen each. */
interface Group {
  readonly names: readonly string[];
  readonly decays: boolean;
  /** Running mean of the gradient and of its square: [names, ...shape]. */
  readonly first: Tensor;
  readonly second: Tensor;
}

/**
 * AdamW (Loshchilov and Hutter 2019) as PyTorch has it: decay is decoupled and scaled by the learning rate of the
 * step, tensors of one dimension do not decay. Owns the parameters that it is given, until `dispose`.
 */
export class AdamW {
  readonly #options: Optimizer;
  #parameters: Parameters;
  #groups: readonly Group[];
  #steps = 0;

  constructor(initial: Parameters, options: Optimizer) {
    this.#options = options;
    this.#parameters = initial;
    this.#groups = groupByShape(initial);
  }

  /** The current values; replaced, and the old ones disposed, by each step. */
  get parameters(): Parameters {
    return this.#parameters;
  }

  /** One update with the gradient of each parameter, by name; gives the norm of all gradients together. */
  step(gradients: Parameters, learningRate: number): number {
    this.#steps += 1;
    const updated: Record<string, Tensor> = {};
    let squares = 0;
    this.#groups = this.#groups.map((group) => {
      const { first, second, values, square } = this.#updateGroup(group, gradients, learningRate);
      for (const [index, name] of group.names.entries()) updated[name] = tf.keep(own(values[index], name));
      squares += square.dataSync()[0] ?? Number.NaN;
      tf.dispose([group.first, group.second, square]);
      return { ...group, first: tf.keep(first), second: tf.keep(second) };
    });
    tf.dispose(this.#parameters as Record<string, Tensor>);
    this.#parameters = updated;
    return Math.sqrt(squares);
  }

  dispose(): void {
    tf.dispose(this.#parameters as Record<string, Tensor>);
    for (const group of this.#groups) tf.dispose([group.first, group.second]);
  }

  #updateGroup(group: Group, gradients: Parameters, learningRate: number) {
    const { betas, eps, weightDecay } = this.#options;
    const [beta1, beta2] = betas;
    const bias1 = 1 - beta1 ** this.#steps;
    const bias2 = 1 - beta2 ** this.#steps;
    return tf.tidy(() => {
      const value = tf.stack(group.names.map((name) => own(this.#parameters[name], name))); // [names, ...shape]
      const gradient = tf.stack(group.names.map((name) => own(gradients[name], name)));
      const first = tf.add(tf.mul(group.first, beta1), tf.mul(gradient, 1 - beta1));
      const second = tf.add(tf.mul(group.second, beta2), tf.mul(tf.square(gradient), 1 - beta2));
      const denominator = tf.add(tf.div(tf.sqrt(second), Math.sqrt(bias2)), eps);
      const decayed = group.decays ? tf.mul(value, 1 - learningRate * weightDecay) : value;
      const values = tf.unstack(tf.sub(decayed, tf.mul(tf.div(first, denominator), learningRate / bias1)));
      return { first, second, values, square: tf.sum(tf.square(gradient)) };
    });
  }
}

function groupByShape(parameters: Parameters): Group[] {
  const byShape = new Map<string, { readonly shape: readonly number[]; readonly names: string[] }>();
  for (const name of Object.keys(parameters).sort()) {
    const { shape } = own(parameters[name], name);
    const group = byShape.get(shape.join('x')) ?? { shape, names: [] };
    byShape.set(shape.join('x'), { shape, names: [...group.names, name] });
  }
  return [...byShape.values()].map(({ shape, names }) => {
    const zeros = () => tf.zeros([names.length, ...shape]);
    return { names, decays: shape.length > 1, first: zeros(), second: zeros() };
  });
}

function own(tensor: Tensor | undefined, name: string): Tensor {
  if (tensor === undefined)
    throw failure('LAC9001', { what: `there is no tensor for the parameter "${name}"` });
  return tensor;
}
