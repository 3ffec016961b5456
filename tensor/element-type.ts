/** An array that a tensor's bytes are read into or written from. */
export type TensorData = Float32Array | Int32Array | Uint8Array;

/** Values of a tensor, row-major. */
export interface TensorValue {
  readonly shape: readonly number[];
  readonly data: TensorData;
}

/** Bits per element of every type of the format, in the order of the reference implementation. */
export const elementBits: { readonly [type: string]: number } = {
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  C64: 64,
  F64: 64,
  I64: 64,
  U64: 64,
};

/** Position in which the reference implementation ranks a type; files list wider types first. */
export function typeRank(type: string): number {
  return Object.keys(elementBits).indexOf(type);
}

/** The type under which an array is stored. */
export function typeOf(data: TensorData): 'F32' | 'I32' | 'U8' {
  if (data instanceof Float32Array) return 'F32';
  return data instanceof Int32Array ? 'I32' : 'U8';
}

/** Value of an IEEE 754 half-precision number given as its 16 bits. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

let halfTable: Float32Array | undefined;

function widenHalf(halves: Uint16Array): Float32Array {
  halfTable ??= Float32Array.from({ length: 0x10000 }, (_, bits) => halfToNumber(bits));
  const table = halfTable;
  const wide = new Float32Array(halves.length);
  // A plain loop: `from` with a function takes ten times as long, and checkpoints have 10^8 values.
  for (let index = 0; index < halves.length; index += 1) wide[index] = table[halves[index] ?? 0] ?? 0;
  return wide;
}

/** A bfloat16 is the upper half of a float32. */
function widenBrain(halves: Uint16Array): Float32Array {
  const words = new Uint32Array(halves.length);
  for (let index = 0; index < halves.length; index += 1) words[index] = (halves[index] ?? 0) << 16;
  return new Float32Array(words.buffer);
}

/** An integer that 32 bits do not hold. */
interface TooWide {
  readonly tooWide: bigint;
}

function narrow(integers: BigInt64Array): Int32Array | TooWide {
  const narrowed = new Int32Array(integers.length);
  for (const [index, value] of integers.entries()) {
    if (BigInt.asIntN(32, value) !== value) return { tooWide: value };
    narrowed[index] = Number(value);
  }
  return narrowed;
}

/** Bytes of a tensor as an array; undefined for types that are not read here. Little-endian machines only. */
export function decode(type: string, bytes: ArrayBuffer): TensorData | TooWide | undefined {
  switch (type) {
    case 'F32':
      return new Float32Array(bytes);
    case 'I32':
      return new Int32Array(bytes);
    case 'U8':
      return new Uint8Array(bytes);
    case 'F16':
      return widenHalf(new Uint16Array(bytes));
    case 'BF16':
      return widenBrain(new Uint16Array(bytes));
    case 'I64':
      return narrow(new BigInt64Array(bytes));
    default:
      return undefined;
  }
}
