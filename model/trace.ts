import type { Tensor, TensorContainer } from '@tensorflow/tfjs-core';
import { tf } from './backend.ts';
import { add } from './kernels.ts';

/** Tensors that learn, by a name that is unique within one call of an encoder. */
export type Leaves = { readonly [name: string]: Tensor };

/** Gives a tensor that the forward pass held; only the backward pass may ask. */
export type Recall<T extends Tensor = Tensor> = () => T;

/** Bytes that one pass may keep to save time: probabilities of 5 of AST's 12 blocks, of one sample. */
const roomToSaveTime = 384 * 2 ** 20;

/**
 * What connects the two passes of one call of an encoder: tensors that the forward pass leaves for the backward
 * pass, and gradients that the backward pass finds. TensorFlow.js sees one operation whose inputs are the leaves.
 */
export class Trace {
  readonly #leaves: Leaves;
  readonly #held: Tensor[] = [];
  #room: number;
  #recalled: readonly Tensor[] = [];
  readonly #gradients: { [name: string]: Tensor } = {};
  #depth = 0;
  #again: Tensor[] = [];

  constructor(leaves: Leaves, room = roomToSaveTime) {
    this.#leaves = leaves;
    this.#room = room;
  }

  learns(name: string): boolean {
    return Object.hasOwn(this.#leaves, name);
  }

  /** Keeps a tensor until the backward pass has used it. */
  hold<T extends Tensor>(x: T): Recall<T> {
    const index = this.#held.push(x) - 1;
    return () => this.#recalled[index] as T;
  }

  /** True for a tensor that the backward pass will ask for. */
  holds(x: Tensor): boolean {
    return this.#held.includes(x);
  }

  /** True where there is room for `bytes` more, which the backward pass could compute again; then they are taken. */
  spend(bytes: number): boolean {
    const fits = bytes <= this.#room;
    if (fits) this.#room -= bytes;
    return fits;
  }

  /** Adds to the gradient of a leaf. */
  give(name: string, gradient: Tensor): void {
    const given = this.#gradients[name];
    this.#gradients[name] = given === undefined ? gradient : add(given, gradient);
  }

  /** Runs a part of the forward pass; of the tensors it makes, its value and what it holds survive. */
  forward<R extends { readonly value: Tensor }>(part: () => R): R {
    const from = this.#held.length;
    let result: R | undefined;
    tf.tidy(() => {
      result = part();
      return [result.value, ...this.#held.slice(from)];
    });
    return result as R;
  }

  /**
   * Runs a part of the backward pass; its result and the gradients it gives survive. Parts contain parts: what
   * one of them computes again survives until the outermost ends.
   */
  backward<T extends TensorContainer>(part: () => T): T {
    const before = { ...this.#gradients };
    let result: T | undefined;
    this.#depth += 1;
    tf.tidy(() => {
      result = part();
      const fresh = Object.entries(this.#gradients).filter(([name, tensor]) => before[name] !== tensor);
      return [result, fresh.map(([, tensor]) => tensor), this.#depth > 1 ? this.#again : []];
    });
    this.#depth -= 1;
    if (this.#depth === 0) this.#again = [];
    return result as T;
  }

  /** A tensor that the backward pass computes again when it is first asked for, in place of one held. */
  computeAgain<T extends Tensor>(compute: () => T): Recall<T> {
    let made: T | undefined;
    return () => {
      if (made === undefined) {
        made = compute();
        this.#again.push(made);
      }
      return made;
    };
  }

  /** Runs a forward pass outside any scope: its value and what it holds stay until `close`. */
  open<R extends { readonly value: Tensor }>(forward: () => R): R {
    const result = this.forward(forward);
    this.#recalled = this.#held;
    return result;
  }

  /** Runs the backward pass of one that was opened, and frees what that held. The gradients are the caller's. */
  close(back: () => void): Leaves {
    this.backward(() => {
      back();
      return [];
    });
    tf.dispose(this.#held);
    return this.#gradients;
  }

  /**
   * One operation on the gradient tape: `forward` computes the value and gives the function that takes the
   * gradient of it back to the leaves. A leaf that no gradient reaches gets zeros.
   */
  static differentiable<T extends Tensor>(
    leaves: Leaves,
    forward: (trace: Trace) => { readonly value: T; readonly back: (dy: T) => void },
  ): T {
    const names = Object.keys(leaves);
    const operation = tf.customGrad((...all) => {
      const save = all.at(-1) as unknown as (tensors: Tensor[]) => void;
      const trace = new Trace(leaves);
      const { value, back } = forward(trace);
      save(trace.#held);
      const gradFunc = (dy: Tensor, saved: Tensor[]) => {
        trace.#recalled = saved;
        back(dy as T);
        return names.map((name) => trace.#gradients[name] ?? tf.zerosLike(leaves[name] as Tensor));
      };
      return { value, gradFunc };
    });
    return operation(...Object.values(leaves)) as T;
  }
}
