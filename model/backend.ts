import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type * as tfjs from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import type { SeedPair } from '../random/seed.ts';

/*
 * The only place that loads TensorFlow. Everything else imports `tf` from here, and types from tfjs-core.
 */

/** What the binding offers beyond the public interface: any TensorFlow operation by its name. */
interface NativeBackend {
  readonly binding: {
    readonly TF_ATTR_BOOL: number;
    readonly TF_ATTR_TYPE: number;
    readonly TF_FLOAT: number;
    readonly TF_INT32: number;
    readonly TF_Version: string;
    isUsingGpuDevice(): boolean;
  };
  executeSingleOutput(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly tfjs.Tensor[],
  ): tfjs.Tensor;
}

interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: number | boolean;
}

function load(): typeof tfjs {
  // Set before the library is mapped. Only warnings that precede its own logging remain on stderr.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '3';
  try {
    return createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu');
  } catch (cause) {
    const [reason = ''] = String(cause instanceof Error ? cause.message : cause).split('\n');
    throw failure('LAC4101', { reason: reason.trim().replace(/\.$/, '') }, cause);
  }
}

/** TensorFlow.js on the native library. */
export const tf: typeof tfjs = load();

function native(): NativeBackend {
  return tf.backend() as unknown as NativeBackend;
}

/** The TensorFlow library in use, for run records. */
export interface LibraryVersion {
  readonly tensorflow: string;
  readonly tfjs: string;
  readonly gpu: boolean;
  /** Threads of one operation on the CPU. The library takes TF_NUM_INTRAOP_THREADS from the environment. */
  readonly threads: number;
}

/** Version of the library, whether it found a GPU, and how many threads it uses. */
export function libraryVersion(): LibraryVersion {
  const { binding } = native();
  const threads = Number(process.env['TF_NUM_INTRAOP_THREADS']) || availableParallelism();
  return { tensorflow: binding.TF_Version, tfjs: tf.version_core, gpu: binding.isUsingGpuDevice(), threads };
}

/**
 * Uniform numbers in [0, 1), a pure function of `shape` and `seed` on one kind of device. Not on the gradient
 * tape.
 */
export function statelessUniform(shape: readonly number[], seed: SeedPair): tfjs.Tensor {
  const { binding } = native();
  const attributes = [
    { name: 'dtype', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
    { name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_INT32 },
    { name: 'Tseed', type: binding.TF_ATTR_TYPE, value: binding.TF_INT32 },
  ];
  return tf.tidy(() => {
    const size = tf.tensor1d([...shape], 'int32');
    return native().executeSingleOutput('StatelessRandomUniform', attributes, [
      size,
      tf.tensor1d([...seed], 'int32'),
    ]);
  });
}

/**
 * The product of two matrices, either of them transposed on request. tf.matMul takes them for batches of one,
 * which costs four times as much where one is as narrow as an adapter. Not on the gradient tape.
 */
export function matrixProduct(
  x: tfjs.Tensor2D,
  y: tfjs.Tensor2D,
  transposeX = false,
  transposeY = false,
): tfjs.Tensor2D {
  const { binding } = native();
  const attributes = [
    { name: 'transpose_a', type: binding.TF_ATTR_BOOL, value: transposeX },
    { name: 'transpose_b', type: binding.TF_ATTR_BOOL, value: transposeY },
    { name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
  ];
  return native().executeSingleOutput('MatMul', attributes, [x, y]) as tfjs.Tensor2D;
}

/** x where `condition` holds, 0 elsewhere, in one operation. Not differentiable: for hand-written gradients. */
export function zeroWhereNot<T extends tfjs.Tensor>(condition: tfjs.Tensor, x: T): T {
  const { binding } = native();
  const attributes = [{ name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT }];
  return tf.tidy(
    () => native().executeSingleOutput('SelectV2', attributes, [condition, x, tf.scalar(0)]) as T,
  );
}

/** True where an element survives dropout at `rate`; a function of the arguments only. */
export function survivors(shape: readonly number[], rate: number, seed: SeedPair): tfjs.Tensor {
  return tf.tidy(() => tf.greaterEqual(statelessUniform(shape, seed), rate));
}

/** Zeroes elements with probability `rate` and scales the others by 1 / (1 - rate). */
export function dropout<T extends tfjs.Tensor>(x: T, rate: number, seed: SeedPair): T {
  if (rate === 0) return x;
  return tf.tidy(() => {
    const factors = tf.mul(tf.cast(survivors(x.shape, rate, seed), 'float32'), 1 / (1 - rate));
    return tf.mul(x, factors) as T;
  });
}

/** The result of `compute` as a constant: no gradient passes through it, whatever it was computed from. */
export function constant<T extends tfjs.Tensor>(compute: () => T): T {
  // The tape sees one operation of a scalar that nobody differentiates, and nothing of what happens inside.
  const operation = tf.customGrad(() => ({ value: compute(), gradFunc: () => tf.scalar(0) }));
  return operation(tf.scalar(0)) as T;
}
