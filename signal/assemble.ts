/** A function in WebAssembly's stack code. Its numbers are 32-bit integers, its vectors 128 bits. */
export interface Routine {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly numbers: readonly string[];
  readonly vectors: readonly string[];
  /** One instruction a line: its name, then its immediates: a local's name, a number, a depth, or an offset. */
  readonly code: string;
}

/**
 * The bytes of a WebAssembly module that exports `memory`, one page at first, and the routines by name; none of them
 * returns anything. Knows the instructions listed below and no others (core specification 2.0, section 5).
 */
export function assemble(routines: readonly Routine[]): Uint8Array<ArrayBuffer> {
  const types = routines.map(({ parameters }) => [0x60, ...list(parameters.map(() => [i32])), 0]);
  const exports = routines.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(3, list(routines.map((_, index) => unsigned(index)))),
    ...section(5, list([[0, 1]])),
    ...section(7, list([[...text('memory'), 2, 0], ...exports])),
    ...section(10, list(routines.map((routine) => sized(body(routine))))),
  ]);
}

const i32 = 0x7f;
const v128 = 0x7b;
const vectorPrefix = 0xfd;

/** What an instruction's immediates are. */
type Immediate = 'none' | 'local' | 'number' | 'depth' | 'address' | 'lane' | 'block';

const instructions: Readonly<Record<string, readonly [opcode: number, Immediate]>> = {
  loop: [0x03, 'block'],
  end: [0x0b, 'none'],
  br_if: [0x0d, 'depth'],
  'local.get': [0x20, 'local'],
  'local.set': [0x21, 'local'],
  'local.tee': [0x22, 'local'],
  'i32.load': [0x28, 'address'],
  'i32.const': [0x41, 'number'],
  'i32.lt_u': [0x49, 'none'],
  'i32.ge_u': [0x4f, 'none'],
  'i32.add': [0x6a, 'none'],
  'i32.sub': [0x6b, 'none'],
  'i32.mul': [0x6c, 'none'],
};

const vectorInstructions: Readonly<Record<string, readonly [opcode: number, Immediate]>> = {
  'v128.load': [0x00, 'address'],
  'v128.load32_splat': [0x09, 'address'],
  'v128.store': [0x0b, 'address'],
  'i32x4.splat': [0x11, 'none'],
  'v128.store32_lane': [0x5a, 'lane'],
  'v128.load32_zero': [0x5c, 'address'],
  'i8x16.narrow_i16x8_u': [0x66, 'none'],
  'i16x8.narrow_i32x4_s': [0x85, 'none'],
  'i16x8.extend_low_i8x16_u': [0x89, 'none'],
  'i16x8.extend_high_i8x16_u': [0x8a, 'none'],
  'i32x4.extend_low_i16x8_u': [0xa9, 'none'],
  'i32x4.extend_high_i16x8_u': [0xaa, 'none'],
  'i32x4.shr_s': [0xac, 'none'],
  'i32x4.add': [0xae, 'none'],
  'i32x4.mul': [0xb5, 'none'],
};

function body({ parameters, numbers, vectors, code }: Routine): number[] {
  const names = [...parameters, ...numbers, ...vectors];
  const locals = list([
    [...unsigned(numbers.length), i32],
    [...unsigned(vectors.length), v128],
  ]);
  const lines = code.split('\n').map((line) => line.trim());
  const encoded = lines.filter((line) => line !== '').flatMap((line) => encode(line.split(' '), names));
  return [...locals, ...encoded, ...encode(['end'], names)];
}

function encode([name = '', operand = '']: readonly string[], names: readonly string[]): number[] {
  const plain = instructions[name];
  const vector = vectorInstructions[name];
  const [opcode, immediate] = plain ?? vector ?? [];
  if (opcode === undefined || immediate === undefined) throw new Error(`no instruction ${name}`);
  const code = plain === undefined ? [vectorPrefix, ...unsigned(opcode)] : [opcode];
  return [...code, ...immediates(immediate, operand, names)];
}

function immediates(kind: Immediate, operand: string, names: readonly string[]): readonly number[] {
  if (kind === 'none') return [];
  // A block without a type; addresses say nothing of their alignment, and the lane is the first.
  if (kind === 'block') return [0x40];
  if (kind === 'number') return signed(Number(operand));
  if (kind === 'depth') return unsigned(Number(operand));
  if (kind === 'address') return [0, ...unsigned(Number(operand))];
  if (kind === 'lane') return [0, ...unsigned(Number(operand)), 0];
  const local = names.indexOf(operand);
  if (local < 0) throw new Error(`no local ${operand}`);
  return unsigned(local);
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  return sized(Array.from(value, (letter) => letter.charCodeAt(0)));
}

/** LEB128: seven bits a byte, the lowest first, the top bit set on all but the last. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  if (value >= -0x40 && value < 0x40) return [value & 0x7f];
  return [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
