import type { Span } from '../diagnostics/diagnostic.ts';
import { parentPointer } from './pointer.ts';
import type { SourceText } from './source-text.ts';

export type Range = readonly [start: number, end: number];

/** Where a value stands, and its key where it has one. */
export interface Place {
  readonly key?: Range;
  readonly value: Range;
}

/** Which part of an entry to point at. */
export type Side = 'key' | 'value';

/** Where every value of a file stands, by JSON pointer. What is not here was filled in from a default. */
export class Places {
  readonly source: SourceText;
  readonly #places = new Map<string, Place>();

  constructor(source: SourceText) {
    this.source = source;
  }

  set(pointer: string, place: Place): void {
    this.#places.set(pointer, place);
  }

  get(pointer: string): Place | undefined {
    return this.#places.get(pointer);
  }

  /** Span of a key or value that the file has; undefined for a default. */
  spanAt(pointer: string, side: Side = 'value'): Span | undefined {
    const place = this.#places.get(pointer);
    if (place === undefined) return undefined;
    const isEmpty = place.value[0] === place.value[1];
    const [start, end] = (side === 'key' || isEmpty ? place.key : undefined) ?? place.value;
    return this.source.span(start, end);
  }

  /** The same, or the key of the nearest value around it that the file has. */
  nearestSpan(pointer: string, side: Side): Span {
    const exact = this.spanAt(pointer, side);
    if (exact) return exact;
    for (let around = parentPointer(pointer); around !== ''; around = parentPointer(around)) {
      const span = this.spanAt(around, 'key');
      if (span) return span;
    }
    const start = this.#places.get('')?.value[0] ?? 0;
    const lineEnd = this.source.text.slice(start).search(/\r?\n|$/);
    return this.source.span(start, start + lineEnd);
  }
}
