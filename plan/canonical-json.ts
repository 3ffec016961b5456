import { failure } from '../diagnostics/failure.ts';
import type { Json } from './digest.ts';

/**
 * The one text of a JSON value: keys sorted by UTF-16 code unit, no white space, numbers and strings as
 * `JSON.stringify` writes them (RFC 8785). Equal values give equal bytes, so digests are taken over this.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  // Invariant: types forbid undefined; a cast that lets one through must not change a digest silently.
  throw failure('LAC9001', { what: `${typeof value} is not JSON and has no digest` });
}

function canonicalObject(value: { readonly [name: string]: Json }): string {
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name] as Json)}`);
  return `{${members.join(',')}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw failure('LAC9001', { what: `${value} is not JSON and has no digest` });
  return JSON.stringify(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
