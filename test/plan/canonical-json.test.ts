import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../plan/canonical-json.ts';
import type { Json } from '../../plan/digest.ts';

/** The same value with the members of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reordered(member)]),
  );
}

const json = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>;

test('canonical text is JSON for the same value, whatever the order of members', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      // JSON has no -0; everything else comes back as it was.
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reordered(value) as Json)).toBe(text);
    }),
  );
});

test.each<[string, Json, string]>([
  [
    'members are sorted by code unit, as RFC 8785 asks',
    { b: 1, a: 2, '€': 3, '\u{1F600}': 4, '\uFB33': 5 },
    '{"a":2,"b":1,"€":3,"😀":4,"\uFB33":5}',
  ],
  [
    'numbers are as short as they can be',
    [1e21, 1e-7, 0.1, -0, 100, 333333333.3333333],
    '[1e+21,1e-7,0.1,0,100,333333333.3333333]',
  ],
  ['control characters are escaped and others are not', '\u0000\n"\\é', '"\\u0000\\n\\"\\\\é"'],
])('%s', (_, value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [{ a: undefined }]])(
  '%s has no digest',
  (value) => {
    expect(() => canonicalJson(value as unknown as Json)).toThrow(/is not JSON/);
  },
);
