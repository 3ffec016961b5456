import { fstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Picture } from '../../signal/resize-picture.ts';
import { nameAttributes } from '../../threads/attribute-names.ts';

/*
 * JPEGs by the decoder in TensorFlow's library, which is libjpeg-turbo on the calling thread: libvips takes twice as
 * long, as it hands rows from thread to thread. The binding is used without TensorFlow.js, whose sources take seconds to load.
 */

/** What is used of tfjs-node's native module; tensors are named by numbers. */
interface Binding {
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_INT32: number;
  readonly TF_STRING: number;
  readonly TF_UINT8: number;
  createTensor(shape: readonly number[], type: number, values: Int32Array | readonly Uint8Array[]): number;
  executeOp(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly number[],
    outputs: number,
  ): readonly Output[];
  tensorDataSync(id: number): Int32Array;
  deleteTensor(id: number): void;
}

interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: number | string;
}

interface Output {
  readonly id: number;
  readonly shape: readonly number[];
}

let binding: Binding | undefined;

/**
 * Loads TensorFlow's library, which takes 200 MB, so that this thread decodes with it. Called by the main thread first:
 * the library must outlive the threads that decode, reads the environment, which only that thread can change, and must
 * know the names of attributes before two threads use it. Where it cannot be loaded all is decoded by sharp, to the same
 * pixels.
 */
export function useTensorflow(): void {
  // A GPU would be taken whole by a process that has no use for it.
  process.env['CUDA_VISIBLE_DEVICES'] = '-1';
  process.env['TF_NUM_INTRAOP_THREADS'] = '1';
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '3';
  try {
    const loaded = createRequire(import.meta.url)(
      '@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node',
    ) as Binding;
    nameAttributes(loaded);
    binding = loaded;
  } catch {
    // Slower, and no different.
  }
}

/**
 * The pixels of a plain JPEG (see `readJpegHead`) that has not the slightest defect. Nothing for any other, and where
 * there is no telling: defects are for sharp to judge.
 */
export function decodePlainJpeg(
  bytes: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Picture | undefined {
  const before = binding && bytesOnStderr();
  if (binding === undefined || before === undefined) return undefined;
  try {
    const data = pixelsOf(binding, bytes, [height, width, 3]);
    return data && bytesOnStderr() === before ? { width, height, channels: 3, data } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The operation hides what libjpeg warns of (it fills in grey for data that are damaged), but libjpeg writes its first
 * warning of a picture to the process's stderr, unbuffered. Where that is a file, as in a supervised process, it grows by
 * the time that the operation returns. Nothing where it is no file.
 */
function bytesOnStderr(): number | undefined {
  const status = fstatSync(2);
  return status.isFile() ? status.size : undefined;
}

/** Nothing when the picture has another shape than its head says. */
function pixelsOf(tf: Binding, bytes: Uint8Array, shape: readonly number[]): Uint8Array | undefined {
  const ids: number[] = [];
  try {
    const { id, shape: found } = run(tf, ids, 'DecodeJpeg', [tensor(tf, ids, [], [bytes])], {
      channels: [tf.TF_ATTR_INT, 3],
      dct_method: [tf.TF_ATTR_STRING, 'INTEGER_ACCURATE'],
    });
    return found.join() === shape.join() ? bytesOf(tf, ids, id, product(shape)) : undefined;
  } finally {
    for (const id of ids) tf.deleteTensor(id);
  }
}

/** The binding gives out no bytes, but the same memory as numbers of four bytes each. */
function bytesOf(tf: Binding, ids: number[], pixels: number, size: number): Uint8Array {
  const numbers = Math.ceil(size / 4);
  const reshape = (input: number, shape: readonly number[]) =>
    run(tf, ids, 'Reshape', [input, tensor(tf, ids, [shape.length], Int32Array.from(shape))], {
      T: [tf.TF_ATTR_TYPE, tf.TF_UINT8],
      Tshape: [tf.TF_ATTR_TYPE, tf.TF_INT32],
    }).id;
  const pad = (input: number) =>
    run(tf, ids, 'Pad', [input, tensor(tf, ids, [1, 2], Int32Array.of(0, numbers * 4 - size))], {
      T: [tf.TF_ATTR_TYPE, tf.TF_UINT8],
      Tpaddings: [tf.TF_ATTR_TYPE, tf.TF_INT32],
    }).id;
  const whole = size % 4 === 0 ? pixels : pad(reshape(pixels, [size]));
  const cast = run(tf, ids, 'Bitcast', [reshape(whole, [numbers, 4])], {
    T: [tf.TF_ATTR_TYPE, tf.TF_UINT8],
    type: [tf.TF_ATTR_TYPE, tf.TF_INT32],
  });
  return new Uint8Array(tf.tensorDataSync(cast.id).buffer, 0, size);
}

/** Numbers or texts as a tensor, noted in `ids` to be freed. */
function tensor(
  tf: Binding,
  ids: number[],
  shape: readonly number[],
  values: Int32Array | readonly Uint8Array[],
): number {
  const type = values instanceof Int32Array ? tf.TF_INT32 : tf.TF_STRING;
  const id = tf.createTensor(shape, type, values);
  ids.push(id);
  return id;
}

/** What an operation of one result gives, noted in `ids` to be freed. */
function run(
  tf: Binding,
  ids: number[],
  name: string,
  inputs: readonly number[],
  attributes: { readonly [name: string]: readonly [type: number, value: number | string] },
): Output {
  const list = Object.entries(attributes).map(([name, [type, value]]) => ({ name, type, value }));
  // Invariant: an operation that does not throw gives as many results as it is asked for.
  const [output] = tf.executeOp(name, list, inputs, 1) as readonly [Output];
  ids.push(output.id);
  return output;
}

function product(shape: readonly number[]): number {
  return shape.reduce((all, side) => all * side, 1);
}
