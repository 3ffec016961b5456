import { once } from 'node:events';
import { MessageChannel, type MessagePort, receiveMessageOnPort, type Worker } from 'node:worker_threads';
import type { Tensor, Tensor3D } from '@tensorflow/tfjs-core';
import { failure } from '../diagnostics/failure.ts';
import { nameAttributes } from '../threads/attribute-names.ts';
import { startThread } from '../threads/start-thread.ts';
import { libraryVersion, native } from './backend.ts';
import type { EncodeOptions, HalfBatches, Weights } from './encoder.ts';
import { type BatchSize, isLarge } from './halves.ts';
import {
  type PartnerReply,
  type PartnerRequest,
  type PlainTensors,
  toPlain,
  toPlainCall,
  toTensor,
} from './partner-protocol.ts';
import { sharedValues } from './shared-tensor.ts';
import type { Embedded, Transformer } from './transformer-kind.ts';

/** What the thread is started with. */
export interface PartnerData {
  readonly port: MessagePort;
  /** int32 [1]: how many replies were sent so far, or `ended`. */
  readonly replies: Int32Array;
}

/** In the place of the number of replies: the thread has ended. */
export const ended = -1;

const program = new URL('./partner-thread', import.meta.url);

/**
 * A second thread with a TensorFlow of its own that computes half of a large batch while the calling thread computes
 * the other. Calls start at once and are waited for: training is one synchronous step after the other. Errors of
 * the thread are thrown here. End it with `close`.
 */
export class Partner implements HalfBatches {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #replies = new Int32Array(new SharedArrayBuffer(4));
  readonly #weights = new WeakMap<Weights, number>();
  #uploaded = 0;
  #calls = 0;
  #received = 0;

  private constructor() {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: PartnerData = { port: port2, replies: this.#replies };
    this.#worker = startThread(program, { workerData, transferList: [port2] });
  }

  /**
   * Starts the thread and waits until TensorFlow is loaded there. Undefined where there is nothing for it to do: on
   * one core, on a GPU, or when no batch of `sizes` is large.
   */
  static async start(sizes: readonly BatchSize[]): Promise<Partner | undefined> {
    const { gpu, threads } = libraryVersion();
    if (gpu || threads < 2 || !sizes.some(isLarge)) return undefined;
    nameAttributes(native().binding);
    const partner = new Partner();
    await once(partner.#worker, 'message');
    // From here on a thread that ends is noticed by the one that waits for its reply.
    partner.#worker.on('error', () => undefined);
    partner.#worker.unref();
    partner.#port.unref();
    return partner;
  }

  /** Starts a forward pass; `outputs` waits for it. With `isTraced`, one backward pass must follow. */
  forward(
    transformer: Transformer,
    weights: Weights,
    embedded: Embedded,
    options: EncodeOptions,
    isTraced: boolean,
  ): number {
    const call = this.#calls;
    this.#calls += 1;
    const plain = toPlainCall(embedded, options);
    this.#send({ kind: 'forward', transformer, weights: this.#idOf(weights), isTraced, call, ...plain });
    return call;
  }

  /** The outputs of the forward pass that was started. */
  outputs(): Tensor3D {
    const { outputs } = this.#receive();
    if (outputs === undefined) throw failure('LAC9001', { what: 'a partner thread gave no outputs' });
    return toTensor(outputs) as Tensor3D;
  }

  /** Starts the backward pass of a traced call; `gradients` waits for it. */
  backward(call: number, dy: Tensor): void {
    this.#send({ kind: 'backward', call, dy: toPlain(dy) });
  }

  /** The gradients of the backward pass that was started, by leaf. */
  gradients(): { readonly [leaf: string]: Tensor } {
    return Object.fromEntries(
      Object.entries(this.#receive()).map(([name, tensor]) => [name, toTensor(tensor)]),
    );
  }

  async close(): Promise<void> {
    this.#port.close();
    await this.#worker.terminate();
  }

  #idOf(weights: Weights): number {
    const known = this.#weights.get(weights);
    if (known !== undefined) return known;
    const id = this.#uploaded;
    this.#uploaded += 1;
    this.#weights.set(weights, id);
    const values = Object.entries(weights)
      .filter(([name]) => !name.startsWith('embeddings.'))
      .map(([name, tensor]) => [name, { shape: tensor.shape, data: sharedValues(tensor) }] as const);
    this.#send({ kind: 'weights', id, weights: Object.fromEntries(values) });
    return id;
  }

  #send(request: PartnerRequest): void {
    this.#port.postMessage(request);
  }

  #receive(): PlainTensors {
    Atomics.wait(this.#replies, 0, this.#received);
    this.#received += 1;
    const reply: PartnerReply | undefined = receiveMessageOnPort(this.#port)?.message;
    if (reply === undefined) throw failure('LAC9001', { what: 'a partner thread ended' });
    if ('error' in reply) throw failure('LAC9001', { what: `a partner thread failed: ${reply.error}` });
    return reply.tensors;
  }
}
