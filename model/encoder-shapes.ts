import type { TensorShape } from './encoder.ts';
import { type BlockNames, namesOfBlock } from './transformer-kind.ts';

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

/** The tensors of all transformer blocks. */
export function blockShapes(
  layers: number,
  pattern: BlockNames,
  { dim, mlp }: { readonly dim: number; readonly mlp: number },
): Shapes {
  const shapes = Array.from({ length: layers }, (_, layer) => {
    const { query, key, value, output, mlpIn, mlpOut, norms } = namesOfBlock(pattern, layer);
    return {
      ...Object.assign({}, ...[query, key, value, output].map((name) => linearShapes(name, dim, dim))),
      ...linearShapes(mlpIn, dim, mlp),
      ...linearShapes(mlpOut, mlp, dim),
      ...Object.assign({}, ...norms.map((name) => normShapes(name, dim))),
    };
  });
  return Object.assign({}, ...shapes);
}

/** Number of values of a tensor. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
