import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type * as tfjs from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import type { SeedPair } from '../random/seed.ts';
import type { NamingBinding } from '../threads/attribute-names.ts';

/*
 * The only place that loads TensorFlow.js. Everything else imports `tf` from here, and types from tfjs-core;
 * `data/media/tensorflow-jpeg.ts` has one operation of the native library, without TensorFlow.js.
 */

/** What the binding offers beyond the public interface: any TensorFlow operation by its name. */
export interface NativeBackend {
  readonly binding: NamingBinding & {
    readonly TF_ATTR_BOOL: number;
    readonly TF_ATTR_STRING: number;
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
  readonly value: number | boolean | string;
}

/** Threads that computing may take together. TF_NUM_INTRAOP_THREADS of the environment, or as many as there are cores. */
const threadBudget = Number(process.env['TF_NUM_INTRAOP_THREADS']) || availableParallelism();

function load(): typeof tfjs {
  // Set before the library is mapped. Only warnings that precede its own logging remain on stderr.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '3';
  // Large batches are computed in halves by two threads, which share the cores that this process may use.
  if (isMainThread) process.env['TF_NUM_INTRAOP_THREADS'] = String(Math.max(1, Math.floor(threadBudget / 2)));
  try {
    return createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu');
  } catch (cause) {
    const [reason = ''] = String(cause instanceof Error ? cause.message : cause).split('\n');
    throw failure('LAC4101', { reason: reason.trim().replace(/\.$/, '') }, cause);
  }
}

/** TensorFlow.js on the native library. */
export const tf: typeof tfjs = load();

/** What TensorFlow.js does not show of its native library. */
export function native(): NativeBackend {
  return tf.backend() as unknown as NativeBackend;
}

/** The TensorFlow library in use, for run records. */
export interface LibraryVersion {
  readonly tensorflow: string;
  readonly tfjs: string;
  readonly gpu: boolean;
  /** Threads of the CPU that computing may take together. */
  readonly threads: number;
}

/** Version of the library, whether it found a GPU, and how many threads it uses. */
export function libraryVersion(): LibraryVersion {
  const { binding } = native();
  return {
    tensorflow: binding.TF_Version,
    tfjs: tf.version_core,
    gpu: binding.isUsingGpuDevice(),
    threads: threadBudget,
  };
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

/** The result of `compute` as a constant: no gradient passes through it, whatever it was computed from. */
export function constant<T extends tfjs.Tensor>(compute: () => T): T {
  // The tape sees one operation of a scalar that nobody differentiates, and nothing of what happens inside.
  const operation = tf.customGrad(() => ({ value: compute(), gradFunc: () => tf.scalar(0) }));
  return operation(tf.scalar(0)) as T;
}
