import { isList, isRecord, type JsonRecord, type JsonValue } from './json-value.ts';
import { childPointer } from './pointer.ts';
import { findReferences, mayRefer, type Reference, wholeReference } from './references.ts';

/** The value of a reference at a place, or undefined to leave its text as it is. */
export type Resolve = (reference: Reference, pointer: string, isWhole: boolean) => JsonValue | undefined;

// Values are immutable, so that what is known of one stays true. It makes a matrix of thousands cheap: of the
// options of a step, only the way down to a reference is visited again.
const knownToRefer = new WeakMap<object, boolean>();

/** Whether a value holds a text with a reference. */
export function holdsReference(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return mayRefer(value);
  if (typeof value !== 'object' || value === null) return false;
  const known = knownToRefer.get(value);
  if (known !== undefined) return known;
  const holds = Object.values(value).some(holdsReference);
  knownToRefer.set(value, holds);
  return holds;
}

/**
 * The value with its references replaced. A text that is one reference takes the value with its type; inside a
 * longer text a value becomes text. Parts without references are shared, not copied.
 */
export function substitute(value: JsonValue, pointer: string, resolve: Resolve): JsonValue {
  if (!holdsReference(value)) return value;
  if (typeof value === 'string') return substituteText(value, pointer, resolve);
  if (isList(value)) {
    return value.map((item, index) => substitute(item, childPointer(pointer, index), resolve));
  }
  return isRecord(value) ? substituteRecord(value, pointer, resolve) : value;
}

function substituteRecord(record: JsonRecord, pointer: string, resolve: Resolve): JsonRecord {
  const entries = Object.entries(record).map(([name, value]) =>
    holdsReference(value)
      ? ([name, substitute(value, childPointer(pointer, name), resolve)] as const)
      : ([name, value] as const),
  );
  return Object.fromEntries(entries);
}

function substituteText(text: string, pointer: string, resolve: Resolve): JsonValue {
  const whole = wholeReference(text);
  if (whole) return resolve(whole, pointer, true) ?? text;
  let result = '';
  let end = 0;
  for (const reference of findReferences(text)) {
    const value = resolve(reference, pointer, false);
    result += text.slice(end, reference.start) + (value === undefined ? reference.text : String(value));
    end = reference.start + reference.text.length;
  }
  return result + text.slice(end);
}

/** The value with `${{ matrix.AXIS }}` replaced by the values of one combination. */
export function substituteAxes(value: JsonValue, axes: { readonly [axis: string]: JsonValue }): JsonValue {
  return substitute(value, '', ({ kind, name }) =>
    kind === 'matrix' && Object.hasOwn(axes, name) ? axes[name] : undefined,
  );
}
