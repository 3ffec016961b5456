import { parseDocument } from 'yaml';
import type { Scalar } from './json-value.ts';

/** One `${{ }}` of a text: what it names, and where it stands in the text. */
export interface Reference {
  readonly kind: 'params' | 'seeds' | 'env' | 'matrix' | 'unknown' | 'unclosed';
  readonly name: string;
  /** What follows `||`: the default of an environment variable. */
  readonly fallback?: string;
  readonly text: string;
  readonly start: number;
}

const opening = '${{';
const grammar =
  /^\s*(?:(?<kind>params|env|matrix)\.(?<name>[A-Za-z_][\w-]*)|(?<seeds>seeds))\s*(?:\|\|(?<fallback>[\s\S]*))?$/;

/** Whether a text may hold a reference; cheap, for the many that hold none. */
export function mayRefer(text: string): boolean {
  return text.includes(opening);
}

/** All references of a text, in order. */
export function findReferences(text: string): readonly Reference[] {
  const found: Reference[] = [];
  for (let start = text.indexOf(opening); start >= 0; ) {
    const end = text.indexOf('}}', start + opening.length);
    if (end < 0) return [...found, { kind: 'unclosed', name: '', text: text.slice(start), start }];
    found.push(readReference(text.slice(start, end + 2), text.slice(start + opening.length, end), start));
    start = text.indexOf(opening, end + 2);
  }
  return found;
}

function readReference(text: string, inside: string, start: number): Reference {
  const groups = grammar.exec(inside)?.groups;
  const kind = groups?.['seeds'] ?? groups?.['kind'];
  const fallback = groups?.['fallback'];
  // Only the environment is unknown to the file: nothing else takes a default.
  const isKnown = kind !== undefined && (fallback === undefined || kind === 'env');
  if (!isKnown) return { kind: 'unknown', name: inside.trim(), text, start };
  return {
    kind: kind as Reference['kind'],
    name: groups?.['name'] ?? '',
    ...(fallback !== undefined && { fallback: fallback.trim() }),
    text,
    start,
  };
}

/** The reference that is all of a text, so that its value keeps its type. */
export function wholeReference(text: string): Reference | undefined {
  const references = findReferences(text);
  return references.length === 1 && references[0]?.text === text.trim() ? references[0] : undefined;
}

/** A text from outside the file read as a YAML scalar: `0.1` is a number. Undefined for anything but a scalar. */
export function readScalar(text: string): Scalar | undefined {
  if (text.trim() === '') return '';
  try {
    const document = parseDocument(text, { schema: 'core' });
    if (document.errors.length > 0) return undefined;
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isScalar ? value : undefined;
  } catch {
    return undefined;
  }
}
