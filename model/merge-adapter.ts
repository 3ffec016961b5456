import type { TensorValue } from '../tensor/element-type.ts';

/** Matrices of one adapter, row-major: A [rank, in], B [out, rank]. */
export interface AdapterMatrices {
  readonly A: TensorValue;
  readonly B: TensorValue;
}

/** W' = W + scale B A, in double precision before rounding; W is [out, in] and stays as it is (Hu et al. 2022). */
export function mergeAdapter(weight: TensorValue, { A, B }: AdapterMatrices, scale: number): TensorValue {
  const [rank = 0, width = 0] = A.shape;
  const data = Float32Array.from(weight.data, (value, index) => {
    const row = Math.floor(index / width);
    const column = index % width;
    let update = 0;
    for (let k = 0; k < rank; k += 1)
      update += (B.data[row * rank + k] ?? 0) * (A.data[k * width + column] ?? 0);
    return value + scale * update;
  });
  return { shape: weight.shape, data };
}
