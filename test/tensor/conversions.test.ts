import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../tensor/element-type.ts';

/** Made by test/vectors/tensor/make-conversions.py. */
const vectors: {
  readonly cases: { readonly [type: string]: readonly (readonly [number, number])[] };
  readonly digests: { readonly [type: string]: string };
} = JSON.parse(readFileSync(new URL('../vectors/tensor/conversions.json', import.meta.url), 'utf8'));

/** Bits of the float32 values that 16-bit ones become; every NaN as the quiet one. */
function widened(type: string, halves: Uint16Array<ArrayBuffer>): Uint32Array {
  const values = decode(type, halves.buffer);
  if (!(values instanceof Float32Array)) throw new Error(`${type} became something else`);
  const bits = new Uint32Array(values.buffer);
  return bits.map((word, index) => (Number.isNaN(values[index]) ? 0x7fc00000 : word));
}

describe.each(['F16', 'BF16'])('%s becomes float32 exactly', (type) => {
  it.each(vectors.cases[type] ?? [])('for the bits %i', (bits, wanted) => {
    expect(widened(type, Uint16Array.of(bits))).toEqual(Uint32Array.of(wanted));
  });

  it('for all 65536 of them', () => {
    const every = Uint16Array.from({ length: 0x10000 }, (_, bits) => bits);
    const bytes = Buffer.from(widened(type, every).buffer);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(vectors.digests[type]);
  });
});
