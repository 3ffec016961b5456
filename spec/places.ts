import type { Span } from '../diagnostics/diagnostic.ts';
import { parentPointer, pointerNames } from './pointer.ts';
import type { SourceText } from './source-text.ts';

export type Range = readonly [start: number, end: number];

/** Where a value stands, and its key where it has one. */
export interface Place {
  readonly key?: Range;
  readonly value: Range;
}

/** A place in the file that it belongs to. */
export interface LocatedPlace extends Place {
  readonly source: SourceText;
}

/** Which part of an entry to point at. */
export type Side = 'key' | 'value';

/**
 * Where every value of a pipeline stands, by JSON pointer: in the file itself or in one that it includes. What is not
 * here was filled in from a default.
 */
export class Places {
  /** The file itself. */
  readonly source: SourceText;
  readonly #places = new Map<string, LocatedPlace>();

  constructor(source: SourceText) {
    this.source = source;
  }

  set(pointer: string, place: Place): void {
    this.#places.set(pointer, { ...place, source: this.source });
  }

  get(pointer: string): LocatedPlace | undefined {
    return this.#places.get(pointer);
  }

  /** Takes over the places of an included file below the entries that `isTaken`; a section stands where it stood first. */
  adopt(included: Places, isTaken: (section: string, name: string) => boolean): void {
    for (const [pointer, place] of included.#places) {
      const [section, name = ''] = pointerNames(pointer);
      if (section === undefined || !isTaken(section, name)) continue;
      if (!this.#places.has(pointer)) this.#places.set(pointer, place);
    }
  }

  /** Span of a key or value that the file has; undefined for a default. */
  spanAt(pointer: string, side: Side = 'value'): Span | undefined {
    const place = this.#places.get(pointer);
    if (place === undefined) return undefined;
    const isEmpty = place.value[0] === place.value[1];
    const [start, end] = (side === 'key' || isEmpty ? place.key : undefined) ?? place.value;
    return place.source.span(start, end);
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
