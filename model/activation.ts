import type { Tensor2D } from '@tensorflow/tfjs-core';
import {
  add,
  chain,
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
  const cumulative = chain(
    scaled(x, Math.SQRT1_2),
    errorFunction,
    (e) => scaled(e, 0.5),
    (e) => add(e, scalar(0.5)),
  );
  const derivative = () =>
    chain(
      square(x),
      (d) => scaled(d, -0.5),
      exponential,
      (d) => scaled(d, 1 / Math.sqrt(2 * Math.PI)), // phi(x)
      (d) => multiply(x, d),
      (d) => add(cumulative, d),
    );
  return { value: multiply(x, cumulative), derivative };
}

const quickGeluSlope = 1.702;

/** x s with s = sigmoid(1.702 x); derivative s + 1.702 x s (1 - s) (CLIP). */
function quickGelu(x: Tensor2D): Curve {
  const slope = scaled(x, quickGeluSlope);
  const gate = sigmoid(slope);
  return {
    value: multiply(x, gate),
    derivative: () => chain(sigmoidGradient(gate, slope), (d) => add(gate, d)),
  };
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
