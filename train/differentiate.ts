import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { tf } from '../model/backend.ts';
import type { Parameters } from './adamw.ts';

/** A loss to differentiate, and the terms that it is made of, for the log. */
export interface Losses {
  readonly loss: Scalar;
  readonly terms: { readonly [name: string]: Scalar };
}

/**
 * Values of the loss and its terms, and the gradient of the loss by parameter, for parameters that it depends on;
 * the caller disposes gradients.
 */
export type Differentiated = {
  readonly values: { readonly loss: number; readonly [term: string]: number };
  readonly gradients: Parameters;
};

/**
 * Evaluates `lossOf` once, with gradients for `parameters` and nothing else; one that the loss does not reach has
 * none, as in PyTorch, so that it does not decay either. The numbers come to the host in one transfer.
 */
export function differentiate(
  parameters: Parameters,
  lossOf: (parameters: Parameters) => Losses,
): Differentiated {
  const names = Object.keys(parameters).sort();
  const tensors = names.map((name) => parameters[name] as Tensor);
  return tf.tidy(() => {
    let terms: [string, Scalar][] = [];
    const evaluate = () => {
      const losses = lossOf(parameters);
      terms = Object.entries(losses.terms).map(([name, term]) => [name, tf.keep(term)]);
      return losses.loss;
    };
    const { value, grads } = tf.engine().gradients(evaluate, tensors, undefined, true);
    const [loss = Number.NaN, ...numbers] = tf.stack([value, ...terms.map(([, term]) => term)]).dataSync();
    tf.dispose(terms.map(([, term]) => term));
    const reached = names.flatMap((name, index) => {
      const gradient = grads[index];
      return gradient ? [[name, tf.keep(gradient)] as const] : [];
    });
    return {
      values: {
        ...Object.fromEntries(terms.map(([name], index) => [name, numbers[index] ?? Number.NaN])),
        loss,
      },
      gradients: Object.fromEntries(reached),
    };
  });
}
