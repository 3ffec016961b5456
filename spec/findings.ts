import type { Diagnostic, Hint, Span } from '../diagnostics/diagnostic.ts';
import type { Code, Values } from '../diagnostics/message.ts';
import { problem } from '../diagnostics/problem.ts';
import type { Places, Side } from './places.ts';
import { parentPointer } from './pointer.ts';

/** How a finding is shown besides its message. `at` overrides the place of the pointer. */
export interface FindingDetails {
  readonly side?: Side;
  readonly at?: Span | undefined;
  readonly hint?: Hint | undefined;
  readonly notes?: readonly string[];
  /** Tells apart findings of one code at one place. */
  readonly subject?: string;
}

const mostNotes = 5;

/** Collects the problems of a file by JSON pointer: each once, and none that only follows from another. */
export class Findings {
  readonly #places: Places;
  readonly #found = new Map<string, Diagnostic>();
  readonly #pointers = new Set<string>();
  readonly #broken = new Set<string>();
  readonly #copies = new Map<string, string>();

  constructor(places: Places) {
    this.#places = places;
  }

  /** The value at a pointer is not known: nothing more is said of it or of what it contains. */
  markBroken(pointer: string): void {
    this.#broken.add(pointer);
  }

  /** The value at a pointer is the one at `origin`: what was found there is not said again. */
  markCopy(pointer: string, origin: string): void {
    this.#copies.set(pointer, origin);
  }

  /** Whether something was already found at exactly this pointer. */
  has(pointer: string): boolean {
    return this.#pointers.has(pointer);
  }

  /** Adds a problem; the same again, of another matrix value say, only adds its notes. */
  add<C extends Code>(code: C, values: Values<C>, pointer: string, details: FindingDetails = {}): void {
    if (this.#isSilenced(pointer)) return;
    const { side = 'value', at = this.#places.nearestSpan(pointer, side), hint, notes = [] } = details;
    const id = `${code} ${pointer} ${details.subject ?? ''}`;
    const before = this.#found.get(id);
    const merged = [...new Set([...(before?.notes ?? []), ...notes])].slice(0, mostNotes);
    this.#found.set(
      id,
      before ? { ...before, notes: merged } : problem(code, values, { at, hint, notes: merged }),
    );
    this.#pointers.add(pointer);
  }

  /** Adds a problem of meaning, unless the form of the same value is already at fault. */
  addUnlessFound<C extends Code>(
    code: C,
    values: Values<C>,
    pointer: string,
    details?: FindingDetails,
  ): void {
    const before = this.has(pointer);
    const isRepeat = this.#found.has(`${code} ${pointer} ${details?.subject ?? ''}`);
    if (!before || isRepeat) this.add(code, values, pointer, details);
  }

  /** All problems, sorted by position. */
  sorted(): readonly Diagnostic[] {
    return [...this.#found.values()].sort(
      (a, b) => (a.at?.start ?? -1) - (b.at?.start ?? -1) || a.code.localeCompare(b.code),
    );
  }

  #isSilenced(pointer: string): boolean {
    for (let around = pointer; around !== ''; around = parentPointer(around)) {
      const origin = this.#copies.get(around);
      if (this.#broken.has(around) || (origin !== undefined && this.#hasWithin(origin))) return true;
    }
    return false;
  }

  #hasWithin(pointer: string): boolean {
    return [...this.#pointers].some((found) => found === pointer || found.startsWith(`${pointer}/`));
  }
}
