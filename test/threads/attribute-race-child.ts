import { createRequire } from 'node:module';
import { isMainThread, workerData } from 'node:worker_threads';
import { attributeNames, nameAttributes } from '../../threads/attribute-names.ts';
import { startThread } from '../../threads/start-thread.ts';

/*
 * Two threads that give TensorFlow's binding the name of each attribute at the same moment; with `known` as argument, names
 * that it has. A crash or endless search of theirs is one of this process.
 */

process.env['CUDA_VISIBLE_DEVICES'] = '-1';
process.env['TF_CPP_MIN_LOG_LEVEL'] = '3';
const binding = createRequire(import.meta.url)('@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node');

function race(arrived: Int32Array): void {
  for (const [index, name] of attributeNames.entries()) {
    Atomics.add(arrived, 0, 1);
    // Not Atomics.wait: a thread that has to be woken up does not meet the other.
    while (Atomics.load(arrived, 0) < 2 * (index + 1));
    binding.executeOp('NoOp', [{ name, type: binding.TF_ATTR_INT, value: 0 }], [], 0);
  }
}

if (isMainThread) {
  if (process.argv[2] === 'known') nameAttributes(binding);
  const arrived = new Int32Array(new SharedArrayBuffer(4));
  for (let thread = 0; thread < 2; thread += 1)
    startThread(new URL('./attribute-race-child', import.meta.url), { workerData: arrived });
} else race(workerData as Int32Array);
