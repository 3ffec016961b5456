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
  /** In the order in which problems are shown. */
  readonly #files: string[];
  readonly #found = new Map<string, Diagnostic>();
  readonly #pointers = new Set<string>();
  readonly #broken = new Set<string>();
  readonly #copies = new Map<string, string>();

  constructor(places: Places) {
    this.#places = places;
    this.#files = [places.source.file];
  }

  /** The value at a pointer is not known: nothing more is said of it or of what it contains. */
  markBroken(pointer: string): void {
    this.#broken.add(pointer);
  }

  /** The value at a pointer is the one at `origin`: what was found there is not said again. */
  markCopy(pointer: string, origin: string): void {
    this.#copies.set(pointer, origin);
  }

  /** Takes over what was found while an included file was read. */
  absorb(included: Findings): void {
    this.#files.push(...included.#files);
    for (const [id, diagnostic] of included.#found) this.#found.set(id, diagnostic);
    for (const pointer of included.#pointers) this.#pointers.add(pointer);
    for (const pointer of included.#broken) this.#broken.add(pointer);
  }

  /** Whether something was already found at exactly this pointer. */
  has(pointer: string): boolean {
    return this.#pointers.has(pointer);
  }

  /** Adds a problem; the same again, of another matrix value say, only adds its notes. */
  add<C extends Code>(code: C, values: Values<C>, pointer: string, details: FindingDetails = {}): void {
    if (this.#isSilenced(pointer)) return;
    const { hint, notes = [] } = details;
    const at = this.#placeOf(pointer, details);
    const id = idOf(code, at, pointer, details);
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
    details: FindingDetails = {},
  ): void {
    const before = this.has(pointer);
    const isRepeat = this.#found.has(idOf(code, this.#placeOf(pointer, details), pointer, details));
    if (!before || isRepeat) this.add(code, values, pointer, details);
  }

  /** All problems, sorted by file and position. */
  sorted(): readonly Diagnostic[] {
    const fileOf = ({ at }: Diagnostic) => this.#files.indexOf(at?.file ?? '');
    return [...this.#found.values()].sort(
      (a, b) =>
        fileOf(a) - fileOf(b) || (a.at?.start ?? -1) - (b.at?.start ?? -1) || a.code.localeCompare(b.code),
    );
  }

  #placeOf(pointer: string, { side = 'value', at }: FindingDetails): Span {
    return at ?? this.#places.nearestSpan(pointer, side);
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

/** Two files may have a problem of one kind at one pointer, where only one of them counts. */
function idOf(code: Code, at: Span, pointer: string, { subject = '' }: FindingDetails): string {
  return `${code} ${at.file} ${pointer} ${subject}`;
}
