import { catalog } from './generated/catalog.ts';
import { type Code, message, type Values } from './message.ts';

/**
 * The world refused: a full disk, a lost worker, a corrupt file, a loss that is NaN. Thrown at I/O edges.
 * `retryable` says whether the same attempt may succeed later; it decides what Temporal does.
 */
export class Failure extends Error {
  readonly code: Code;
  readonly retryable: boolean;

  constructor(code: Code, text: string, cause?: unknown) {
    super(text, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    this.code = code;
    this.retryable = catalog[code].retryable;
  }
}

/** The failure that was thrown; anything else that was thrown is a bug of ours (LAC9001). */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return failure('LAC9001', { what: error instanceof Error ? error.message : String(error) }, error);
}

/** A failure with the catalogue's text for `code`: `throw failure('LAC4007', { step: 12 })`. */
export function failure<C extends Code>(code: C, values: Values<C>, cause?: unknown): Failure {
  return new Failure(code, message(code, values), cause);
}
