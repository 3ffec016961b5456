import type { Rank, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { type NativeBackend, native, tf } from './backend.ts';

/*
 * TensorFlow's operations by their own names, for code that writes its gradients by hand. They are never on the
 * gradient tape, and cost about half of what a call through TensorFlow.js does. All tensors are float32 unless a
 * function says otherwise; broadcasting follows TensorFlow.
 */

type Attributes = Parameters<NativeBackend['executeSingleOutput']>[1];

const { backend, binding } = (() => {
  const backend = native();
  return { backend, binding: backend.binding };
})();

const typeOf = (name: string, value: number) => ({ name, type: binding.TF_ATTR_TYPE, value });
const flag = (name: string, value: boolean) => ({ name, type: binding.TF_ATTR_BOOL, value });

const float = typeOf('T', binding.TF_FLOAT);
const floats = [float];
const integerIndex = typeOf('Tidx', binding.TF_INT32);
const reducing = [float, integerIndex, flag('keep_dims', true)];
const collapsing = [float, integerIndex, flag('keep_dims', false)];
const permuting = [float, typeOf('Tperm', binding.TF_INT32)];
const comparing = [typeOf('T', binding.TF_INT32)];
const drawing = [
  typeOf('dtype', binding.TF_INT32),
  typeOf('T', binding.TF_INT32),
  typeOf('Tseed', binding.TF_INT32),
];

const constants = new Map<string, Tensor>();

/** A small tensor that stays on the device for the life of the process. */
function lasting(key: string, make: () => Tensor): Tensor {
  let tensor = constants.get(key);
  if (tensor === undefined) {
    tensor = tf.keep(make());
    constants.set(key, tensor);
  }
  return tensor;
}

function integers(values: readonly number[]): Tensor {
  return lasting(`int32 ${values}`, () => tf.tensor1d([...values], 'int32'));
}

/** A float32 scalar that is uploaded once. */
export function scalar(value: number): Tensor {
  return lasting(`float32 ${value}`, () => tf.scalar(value));
}

function run<T extends Tensor>(name: string, x: readonly Tensor[], attributes: Attributes = floats): T {
  return backend.executeSingleOutput(name, attributes, x) as T;
}

export function add<T extends Tensor>(x: T, y: Tensor): T {
  return run('AddV2', [x, y]);
}

export function subtract<T extends Tensor>(x: T, y: Tensor): T {
  return run('Sub', [x, y]);
}

export function multiply<T extends Tensor>(x: T, y: Tensor): T {
  return run('Mul', [x, y]);
}

export function scaled<T extends Tensor>(x: T, factor: number): T {
  return factor === 1 ? x : run('Mul', [x, scalar(factor)]);
}

export function sigmoid<T extends Tensor>(x: T): T {
  return run('Sigmoid', [x]);
}

/** dy y (1 - y): the gradient of a sigmoid with value y. */
export function sigmoidGradient<T extends Tensor>(y: T, dy: Tensor): T {
  return run('SigmoidGrad', [y, dy]);
}

export function errorFunction<T extends Tensor>(x: T): T {
  return run('Erf', [x]);
}

export function exponential<T extends Tensor>(x: T): T {
  return run('Exp', [x]);
}

export function square<T extends Tensor>(x: T): T {
  return run('Square', [x]);
}

export function reciprocalRoot<T extends Tensor>(x: T): T {
  return run('Rsqrt', [x]);
}

/** Softmax over the last axis. */
export function softmax<T extends Tensor>(logits: T): T {
  return run('Softmax', [logits]);
}

/**
 * Softmax over the last axis, of many rows that are long: oneDNN's kernel takes a third of the time of TensorFlow's own
 * and differs in the last bits. Where the library has none for this device, TensorFlow's own.
 */
export function longSoftmax<T extends Tensor>(logits: T): T {
  return hasOneDnnSoftmax() ? oneDnnSoftmax(logits) : softmax(logits);
}

const oneDnn = [float, { name: '_kernel', type: binding.TF_ATTR_STRING, value: 'MklNameChangeOp' }];

function oneDnnSoftmax<T extends Tensor>(logits: T): T {
  return run('_MklSoftmax', [logits], oneDnn);
}

let isOneDnnThere: boolean | undefined;

/** Asked once, by trying. */
function hasOneDnnSoftmax(): boolean {
  isOneDnnThere ??= !binding.isUsingGpuDevice() && isComputed(() => oneDnnSoftmax(tf.tensor1d([0])));
  return isOneDnnThere;
}

function isComputed(compute: () => Tensor): boolean {
  try {
    tf.tidy(() => void compute());
    return true;
  } catch {
    return false;
  }
}

/** Mean over the last axis, which stays with length 1. */
export function lastMean<T extends Tensor>(x: T): T {
  return run('Mean', [x, integers([x.rank - 1])], reducing);
}

/** Sum over the last axis, which stays with length 1. */
export function lastSum<T extends Tensor>(x: T): T {
  return run('Sum', [x, integers([x.rank - 1])], reducing);
}

/** Sum over the first axis, which goes. */
export function firstSum<T extends Tensor>(x: Tensor): T {
  return run('Sum', [x, integers([0])], collapsing);
}

export function permute<T extends Tensor>(x: T, order: readonly number[]): T {
  return run('Transpose', [x, integers(order)], permuting);
}

/** The product of two matrices, either of them transposed on request. */
export function product(x: Tensor2D, y: Tensor2D, transposeX = false, transposeY = false): Tensor2D {
  const attributes = [float, flag('transpose_a', transposeX), flag('transpose_b', transposeY)];
  return backend.executeSingleOutput('MatMul', attributes, [x, y]) as Tensor2D;
}

/** Products of the matrices in the last two axes, either of them transposed on request. */
export function products<T extends Tensor>(x: T, y: T, transposeX = false, transposeY = false): T {
  const attributes = [float, flag('adj_x', transposeX), flag('adj_y', transposeY)];
  return backend.executeSingleOutput('BatchMatMulV2', attributes, [x, y]) as T;
}

/**
 * `x` passed through the steps. What a step was given, `x` too, is freed after it: the next one gets memory that is
 * still in a cache, and the pages it has are still known to the processor.
 */
export function chain<T extends Tensor>(x: T, ...steps: readonly ((x: T) => T)[]): T {
  return steps.reduce((x, step) => {
    const next = step(x);
    if (next !== x) x.dispose();
    return next;
  }, x);
}

/** The sum of tensors of one shape, in their order, in one pass over memory. */
export function sum<T extends Tensor>(terms: readonly T[]): T {
  const [first] = terms;
  if (first === undefined || terms.length === 1) return first as T;
  const count = { name: 'N', type: binding.TF_ATTR_INT, value: terms.length };
  return run('AddN', terms, [count, float]);
}

/** x where `condition`, of the same shape, holds, 0 elsewhere. */
export function zeroWhereNot<T extends Tensor>(condition: Tensor, x: T): T {
  return run('Select', [condition, x, zeros(x.shape)]);
}

/** Zeros that are not written anew: views, by shape, of as many as have ever been wanted. */
const noughts: { all?: Tensor1D; readonly views: Map<string, Tensor> } = { views: new Map() };

function zeros(shape: readonly number[]): Tensor {
  const key = shape.join();
  const known = noughts.views.get(key);
  if (known !== undefined) return known;
  const size = shape.reduce((product, side) => product * side, 1);
  if (noughts.all === undefined || noughts.all.size < size) {
    tf.dispose([...noughts.views.values()]);
    noughts.views.clear();
    noughts.all?.dispose();
    noughts.all = tf.keep(tf.zeros<Rank.R1>([2 ** Math.ceil(Math.log2(Math.max(size, 1)))]));
  }
  const all = noughts.all;
  const view = tf.keep(tf.tidy(() => tf.reshape(tf.slice(all, 0, size), [...shape])));
  noughts.views.set(key, view);
  return view;
}

/** int32, all bits random: a pure function of `shape` and `seed` on one kind of device. */
export function randomBits(shape: readonly number[], seed: readonly [number, number]): Tensor {
  return tf.tidy(() =>
    run('StatelessRandomUniformFullInt', [integers(shape), tf.tensor1d([...seed], 'int32')], drawing),
  );
}

/** Where int32 x is at least `threshold`: bool. */
export function atLeast(x: Tensor, threshold: number): Tensor {
  const limit = lasting(`int32 scalar ${threshold}`, () => tf.scalar(threshold, 'int32'));
  return run('GreaterEqual', [x, limit], comparing);
}

/** The bits of int32 x that `mask` has too: int32. */
export function commonBits(x: Tensor, mask: number): Tensor {
  const bits = lasting(`int32 scalar ${mask}`, () => tf.scalar(mask, 'int32'));
  return run('BitwiseAnd', [x, bits], comparing);
}
