import type { Tensor2D } from '@tensorflow/tfjs-core';
import {
  add,
  errorFunction,
  exponential,
  multiply,
  scalar,
  scaled,
  sigmoid,
  sigmoidGradient,
  square,
} from './kernels.ts';
import { computeAgainFor, holdFor, once, type Pass, type RowsLayer, scoped } from './pass.ts';
import type { Activation } from './transformer-kind.ts';

interface Curve {
  readonly value: Tensor2D;
  readonly derivative: () => Tensor2D;
}

/** x Phi(x) with the normal distribution function Phi; derivative Phi(x) + x phi(x) (Hendrycks & Gimpel 2016). */
function gelu(x: Tensor2D): Curve {
  const cumulative = add(scaled(errorFunction(scaled(x, Math.SQRT1_2)), 0.5), scalar(0.5));
  const density = () => scaled(exponential(scaled(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
  return { value: multiply(x, cumulative), derivative: () => add(cumulative, multiply(x, density())) };
}

const quickGeluSlope = 1.702;

/** x s with s = sigmoid(1.702 x); derivative s + 1.702 x s (1 - s) (CLIP). */
function quickGelu(x: Tensor2D): Curve {
  const slope = scaled(x, quickGeluSlope);
  const gate = sigmoid(slope);
  return { value: multiply(x, gate), derivative: () => add(gate, sigmoidGradient(gate, slope)) };
}

const curves = { gelu, quick_gelu: quickGelu } as const;

/**
 * An activation as a layer. Its derivative is kept, because it shares most of its work with the value; its input only
 * where a later layer needs the value again.
 */
export function activate(pass: Pass, x: Tensor2D, activation: Activation): RowsLayer {
  const curve = curves[activation];
  return scoped(pass, () => {
    const { value, derivative } = curve(x);
    const derivativeLater = pass.trace?.hold(derivative());
    const later = once(() => {
      const xLater = holdFor(pass, x);
      return computeAgainFor(pass, () => curve(xLater()).value);
    });
    return { value, later, back: (dy) => multiply(dy, derivativeLater?.() ?? dy) };
  });
}
