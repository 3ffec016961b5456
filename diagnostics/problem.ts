import type { Diagnostic, Hint, Span } from './diagnostic.ts';
import { type Code, message, type Values } from './message.ts';

/** What a diagnostic may carry besides its message. */
export interface ProblemDetails {
  readonly at?: Span | undefined;
  readonly hint?: Hint | undefined;
  readonly notes?: readonly string[];
}

/** A diagnostic of severity error with the catalogue's text for `code`. */
export function problem<C extends Code>(
  code: C,
  values: Values<C>,
  details: ProblemDetails = {},
): Diagnostic {
  const { at, hint, notes = [] } = details;
  return {
    code,
    severity: 'error',
    message: message(code, values),
    notes,
    ...(at && { at }),
    ...(hint && { hint }),
  };
}
