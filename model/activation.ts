import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';

/** Names of activations as `hidden_act` of a Hugging Face configuration spells them. */
export type Activation = 'gelu' | 'quick_gelu';

/** Value of an activation and, on request, its derivative. */
interface Curve {
  readonly value: Tensor;
  derivative(): Tensor;
}

/** x Phi(x) with the normal distribution function Phi; derivative Phi(x) + x phi(x) (Hendrycks & Gimpel 2016). */
function geluCurve(x: Tensor): Curve {
  const scaled = tf.mul(x, Math.SQRT1_2);
  const cumulative = tf.add(tf.mul(tf.erf(scaled), 0.5), 0.5);
  const density = () => tf.mul(tf.exp(tf.neg(tf.square(scaled))), 1 / Math.sqrt(2 * Math.PI));
  return { value: tf.mul(x, cumulative), derivative: () => tf.add(cumulative, tf.mul(x, density())) };
}

const quickGeluSlope = 1.702;

/** x s with s = sigmoid(1.702 x); derivative s + 1.702 x s (1 - s) (CLIP). */
function quickGeluCurve(x: Tensor): Curve {
  const gate = tf.sigmoid(tf.mul(x, quickGeluSlope));
  const value = tf.mul(x, gate);
  return { value, derivative: () => tf.add(gate, tf.mul(tf.mul(value, quickGeluSlope), tf.sub(1, gate))) };
}

const curves = { gelu: geluCurve, quick_gelu: quickGeluCurve } as const;

/** Applies an activation. On a gradient tape only its derivative is kept, one tensor of the size of x. */
export function activate(x: Tensor2D, activation: Activation): Tensor2D {
  const curve = curves[activation];
  if (tf.engine().state.gradientDepth === 0) return tf.tidy(() => curve(x).value as Tensor2D);
  const operation = tf.customGrad((...all) => {
    const [input, save] = all as unknown as [Tensor, (tensors: Tensor[]) => void];
    const { value, derivative } = curve(input);
    save([derivative()]);
    return { value, gradFunc: (dy: Tensor, saved: Tensor[]) => tf.mul(dy, saved[0] as Tensor) };
  });
  return operation(x) as Tensor2D;
}
