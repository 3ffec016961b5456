import type { Tensor2D } from '@tensorflow/tfjs-core';
import {
  add,
  chain,
  firstSum,
  lastMean,
  multiply,
  reciprocalRoot,
  scalar,
  square,
  subtract,
} from './kernels.ts';
import { computeAgainFor, holdFor, learns, type Pass, type RowsLayer, scoped, vector } from './pass.ts';

/**
 * The layer normalisation `name` of the checkpoint over rows [rows, dim], with the biased variance (Ba et al. 2016).
 * Kept for the backward pass: the rows at mean 0 and variance 1, and their reciprocal deviations [rows, 1].
 */
export function norm(pass: Pass, x: Tensor2D, name: string, epsilon: number): RowsLayer {
  return scoped(pass, () => normLayer(pass, x, name, epsilon));
}

function normLayer(pass: Pass, x: Tensor2D, name: string, epsilon: number): RowsLayer {
  const [scale, shift] = [vector(pass, `${name}.weight`), vector(pass, `${name}.bias`)];
  const centred = subtract(x, lastMean(x)); // [rows, dim]
  const variance = chain(square(centred), lastMean);
  const inverse = reciprocalRoot(add(variance, scalar(epsilon))); // [rows, 1]
  const unit = chain(centred, (rows) => multiply(rows, inverse));
  const [unitLater, inverseLater] = [holdFor(pass, unit), holdFor(pass, inverse)];
  const outputOf = (unit: Tensor2D) => chain(multiply(unit, scale), (rows) => add(rows, shift));
  // Two cheap passes over the rows instead of one more tensor kept.
  const again = computeAgainFor(pass, () => outputOf(unitLater()));
  return {
    value: outputOf(unit),
    later: () => again,
    back: (dy) => {
      const unit = unitLater();
      if (learns(pass, `${name}.weight`)) {
        pass.trace?.give(`${name}.weight`, firstSum(multiply(dy, unit)));
      }
      if (learns(pass, `${name}.bias`)) pass.trace?.give(`${name}.bias`, firstSum(dy));
      return inputGradient(multiply(dy, scale), unit, inverseLater());
    },
  };
}

/** dx = inverse (g - mean(g) - unit mean(g unit)), means over the row, for the gradient g of the unit rows. */
function inputGradient(g: Tensor2D, unit: Tensor2D, inverse: Tensor2D): Tensor2D {
  const alongUnit = chain(multiply(g, unit), lastMean, (mean) => multiply(unit, mean));
  return chain(
    subtract(g, lastMean(g)),
    (d) => subtract(d, alongUnit),
    (d) => multiply(d, inverse),
  );
}
