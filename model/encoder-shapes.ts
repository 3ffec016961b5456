import type { TensorShape } from './encoder.ts';

type Shapes = { readonly [name: string]: TensorShape };

/** Weight [out, in] and bias [out] of a linear layer. */
export function linearShapes(name: string, from: number, to: number): Shapes {
  return {
    [`${name}.weight`]: { shape: [to, from], initial: 'normal' },
    [`${name}.bias`]: { shape: [to], initial: 'zeros' },
  };
}

/** Weight [dim] and bias [dim] of a layer norm. */
export function normShapes(name: string, dim: number): Shapes {
  return {
    [`${name}.weight`]: { shape: [dim], initial: 'ones' },
    [`${name}.bias`]: { shape: [dim], initial: 'zeros' },
  };
}

/** An embedding table or another tensor drawn from the normal distribution. */
export function tableShape(name: string, shape: readonly number[]): Shapes {
  return { [name]: { shape, initial: 'normal' } };
}

/** The shapes of every layer, merged. */
export function layerShapes(count: number, shapesOf: (layer: number) => Shapes): Shapes {
  return Object.assign({}, ...Array.from({ length: count }, (_, layer) => shapesOf(layer)));
}

/** Number of values of a tensor. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
