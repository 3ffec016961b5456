import type { Tensor } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';

/*
 * Float32 tensors whose values lie in memory that threads share. TensorFlow takes values that are aligned to its
 * liking without a copy, so that the weights of an encoder exist once, however many threads compute with them.
 */

const values = new WeakMap<Tensor, Float32Array>();

/** Bytes by which TensorFlow wants values to be aligned. */
const alignment = 64;
/** Blocks of this size come from the system as pages of their own, behind 16 bytes of the allocator. */
const blockBytes = 2 ** 26;
const blockStart = alignment - 16;

let block = { buffer: new SharedArrayBuffer(0), used: 0 };

/** Shared memory for `size` numbers. */
export function sharedArray(size: number): Float32Array {
  const bytes = 4 * size;
  if (block.used + bytes > block.buffer.byteLength) {
    block = { buffer: new SharedArrayBuffer(Math.max(blockBytes, blockStart + bytes)), used: blockStart };
  }
  const array = new Float32Array(block.buffer, block.used, size);
  block.used += Math.ceil(bytes / alignment) * alignment;
  return array;
}

/** A tensor over shared memory; it stays until it is disposed of, and the memory until no thread has it. */
export function keepShared(data: Float32Array, shape: readonly number[]): Tensor {
  const tensor = tf.keep(tf.tensor(data, [...shape], 'float32'));
  values.set(tensor, data);
  return tensor;
}

/** The values of a tensor in shared memory: its own, or a copy. */
export function sharedValues(tensor: Tensor): Float32Array {
  const own = values.get(tensor);
  if (own !== undefined) return own;
  const copy = sharedArray(tensor.size);
  copy.set(tensor.dataSync() as Float32Array);
  values.set(tensor, copy);
  return copy;
}
