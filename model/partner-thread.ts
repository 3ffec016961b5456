import { parentPort, workerData } from 'node:worker_threads';
import type { Tensor3D } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';
import type { Weights } from './encoder.ts';
import { ended, type PartnerData } from './partner.ts';
import {
  fromPlainCall,
  type PartnerReply,
  type PartnerRequest,
  type PlainTensor,
  type PlainTensors,
  toPlain,
  toTensor,
} from './partner-protocol.ts';
import { keepShared } from './shared-tensor.ts';
import { type Leaves, Trace } from './trace.ts';
import { leavesOf, runTransformer } from './transformer.ts';

/*
 * The thread of a `Partner`: forward and backward passes of half batches, one after the other. What a traced forward
 * pass leaves for its backward pass stays here.
 */

/** A forward pass that waits for its backward pass. */
type Pending = (dy: Tensor3D) => Leaves;

const { port, replies } = workerData as PartnerData;
const weightsById = new Map<number, Weights>();
const pending = new Map<number, Pending>();

type Request<Kind extends PartnerRequest['kind']> = Extract<PartnerRequest, { readonly kind: Kind }>;

function forward(request: Request<'forward'>): PlainTensors {
  const { transformer, isTraced } = request;
  const weights = weightsById.get(request.weights) ?? {};
  const call = fromPlainCall(request);
  const leaves = leavesOf(transformer, weights, call.embedded, call.options);
  const free = () => tf.dispose([call.embedded as object, Object.values(leaves)] as never);
  if (!isTraced) {
    const outputs = tf.tidy(
      () => runTransformer(transformer, call.embedded, { weights, options: call.options }).value,
    );
    free();
    return takePlain({ outputs });
  }
  const trace = new Trace(leaves);
  const { value, back } = trace.open(() =>
    runTransformer(transformer, call.embedded, { weights, options: call.options, trace }),
  );
  pending.set(request.call, (dy) => {
    const gradients = trace.close(() => back(dy));
    free();
    return gradients;
  });
  return takePlain({ outputs: value });
}

function backward({ call, dy }: Request<'backward'>): PlainTensors {
  const run = pending.get(call);
  pending.delete(call);
  if (run === undefined) throw new Error('there is no forward pass to go back over');
  const upstream = toTensor(dy) as Tensor3D;
  const gradients = takePlain(run(upstream));
  upstream.dispose();
  return gradients;
}

/** The values of tensors, which are freed. */
function takePlain(tensors: Leaves): { readonly [name: string]: PlainTensor } {
  const plain = Object.entries(tensors).map(([name, tensor]) => [name, toPlain(tensor)] as const);
  tf.dispose(tensors as object as never);
  return Object.fromEntries(plain);
}

function replyTo(request: Request<'forward'> | Request<'backward'>): PartnerReply {
  try {
    return { tensors: request.kind === 'forward' ? forward(request) : backward(request) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

port.on('message', (request: PartnerRequest) => {
  if (request.kind === 'weights') {
    const tensors = Object.entries(request.weights).map(([name, { shape, data }]) => [
      name,
      keepShared(data as Float32Array, shape),
    ]);
    weightsById.set(request.id, Object.fromEntries(tensors));
    return;
  }
  port.postMessage(replyTo(request));
  Atomics.add(replies, 0, 1);
  Atomics.notify(replies, 0);
});

process.on('exit', () => {
  Atomics.store(replies, 0, ended);
  Atomics.notify(replies, 0);
});
parentPort?.postMessage('ready');
