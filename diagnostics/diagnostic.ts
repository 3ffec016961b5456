import type { Code } from './message.ts';

/** A range in a text file; lines and columns count from 1, `end` is exclusive. Offsets are UTF-16 units. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A way out: words to show and, where it is one edit, the text that replaces the span. */
export interface Hint {
  readonly text: string;
  readonly replace?: string;
}

/** A problem that the author of a pipeline can fix. Returned, never thrown; a room reports all that it finds. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly at?: Span;
  /** Further places or facts, printed below the excerpt. */
  readonly notes: readonly string[];
  readonly hint?: Hint;
}
