import type { TransferListItem } from 'node:worker_threads';

/** What a pool sends to one of its threads. */
export interface Request<Work> {
  readonly work: Work;
}

/** What a thread answers: how far it is, and at last a result or why there is none. */
export type Reply<Result> =
  | { readonly progress: unknown }
  | { readonly result: Result }
  | { readonly failure: { readonly code: string; readonly message: string } };

/** A result, and the buffers in it that change hands instead of being copied. */
export interface Answer<Result> {
  readonly result: Result;
  readonly transfer?: readonly TransferListItem[];
}
