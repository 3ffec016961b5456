/** A function in WebAssembly's stack code. Its numbers are 32-bit integers, its vectors 128 bits. */
export interface Routine {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly numbers: readonly string[];
  readonly vectors: readonly string[];
  /** One instruction a line: its name, then its immediates as numbers, or a local's name. */
  readonly code: string;
}

/** What a module gives besides its routines. */
export interface WithMemory {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}

/** Unit of a WebAssembly memory's size, in bytes. */
const pageBytes = 65_536;

/** The part of WebAssembly's interface that is used here; the types of Node 20 lack it. */
interface Engine {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

const { WebAssembly: engine } = globalThis as unknown as { readonly WebAssembly: Engine };

/**
 * The routines by name, ready to be called, with a `memory` of at least `bytes` of their own, all 0 and one page or
 * more; none of them returns anything. The caller says which type that is.
 */
export function instantiate<Routines>(routines: readonly Routine[], bytes = 0): Routines & WithMemory {
  const pages = Math.max(1, Math.ceil(bytes / pageBytes));
  return new engine.Instance(new engine.Module(assemble(routines, pages))).exports as Routines & WithMemory;
}

/** Makes a memory at least so many bytes long. Views of it from before are of no use then. */
export function growTo({ memory }: WithMemory, bytes: number): void {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
  if (missing > 0) memory.grow(missing);
}

/**
 * The bytes of a WebAssembly module that exports `memory` and the routines. Knows the instructions listed below and no
 * others (core specification 2.0, section 5).
 */
function assemble(routines: readonly Routine[], pages: number): Uint8Array<ArrayBuffer> {
  const types = routines.map(({ parameters }) => [0x60, ...list(parameters.map(() => [i32])), 0]);
  const exports = routines.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(3, list(routines.map((_, index) => unsigned(index)))),
    ...section(5, list([[0, ...unsigned(pages)]])),
    ...section(7, list([[...text('memory'), 2, 0], ...exports])),
    ...section(10, list(routines.map((routine) => sized(body(routine))))),
  ]);
}

const i32 = 0x7f;
const v128 = 0x7b;
const vectorPrefix = 0xfd;

/**
 * What an instruction's immediates are. `bytes`: the sixteen of a vector; `lane`: an offset and a lane; `halves`: two of the
 * four halves of two vectors, or sixteen of their bytes.
 */
type Immediate =
  | 'none'
  | 'local'
  | 'number'
  | 'float'
  | 'depth'
  | 'address'
  | 'bytes'
  | 'lane'
  | 'halves'
  | 'block';

const instructions: Readonly<Record<string, readonly [opcode: number, Immediate]>> = {
  loop: [0x03, 'block'],
  end: [0x0b, 'none'],
  br_if: [0x0d, 'depth'],
  'local.get': [0x20, 'local'],
  'local.set': [0x21, 'local'],
  'local.tee': [0x22, 'local'],
  'i32.load': [0x28, 'address'],
  'i32.const': [0x41, 'number'],
  'f64.const': [0x44, 'float'],
  'i32.lt_u': [0x49, 'none'],
  'i32.ge_u': [0x4f, 'none'],
  'i32.add': [0x6a, 'none'],
  'i32.sub': [0x6b, 'none'],
  'i32.mul': [0x6c, 'none'],
  'i32.shr_u': [0x76, 'none'],
};

const vectorInstructions: Readonly<Record<string, readonly [opcode: number, Immediate]>> = {
  'v128.load': [0x00, 'address'],
  'v128.load32_splat': [0x09, 'address'],
  'v128.load64_splat': [0x0a, 'address'],
  'v128.store': [0x0b, 'address'],
  'v128.const': [0x0c, 'bytes'],
  'i8x16.shuffle': [0x0d, 'halves'],
  'i8x16.swizzle': [0x0e, 'none'],
  'i32x4.splat': [0x11, 'none'],
  'f64x2.splat': [0x14, 'none'],
  'v128.and': [0x4e, 'none'],
  'v128.or': [0x50, 'none'],
  'v128.store32_lane': [0x5a, 'lane'],
  'v128.store64_lane': [0x5b, 'lane'],
  'v128.load32_zero': [0x5c, 'address'],
  'v128.load64_zero': [0x5d, 'address'],
  'f32x4.demote_f64x2_zero': [0x5e, 'none'],
  'f64x2.promote_low_f32x4': [0x5f, 'none'],
  'i8x16.narrow_i16x8_u': [0x66, 'none'],
  'i16x8.narrow_i32x4_s': [0x85, 'none'],
  'i16x8.extend_low_i8x16_u': [0x89, 'none'],
  'i16x8.extend_high_i8x16_u': [0x8a, 'none'],
  'i32x4.extend_low_i16x8_u': [0xa9, 'none'],
  'i32x4.extend_high_i16x8_u': [0xaa, 'none'],
  'i32x4.shl': [0xab, 'none'],
  'i32x4.shr_s': [0xac, 'none'],
  'i32x4.add': [0xae, 'none'],
  'i32x4.mul': [0xb5, 'none'],
  'i32x4.dot_i16x8_s': [0xba, 'none'],
  'i64x2.shr_u': [0xcd, 'none'],
  'i64x2.add': [0xce, 'none'],
  'i64x2.sub': [0xd1, 'none'],
  'f64x2.add': [0xf0, 'none'],
  'f64x2.sub': [0xf1, 'none'],
  'f64x2.mul': [0xf2, 'none'],
  'f64x2.div': [0xf3, 'none'],
  'f64x2.pmax': [0xf7, 'none'],
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

function encode([name = '', ...operands]: readonly string[], names: readonly string[]): number[] {
  const plain = instructions[name];
  const vector = vectorInstructions[name];
  const [opcode, immediate] = plain ?? vector ?? [];
  if (opcode === undefined || immediate === undefined) throw new Error(`no instruction ${name}`);
  const code = plain === undefined ? [vectorPrefix, ...unsigned(opcode)] : [opcode];
  return [...code, ...immediates(immediate, operands, names)];
}

function immediates(
  kind: Immediate,
  operands: readonly string[],
  names: readonly string[],
): readonly number[] {
  if (kind === 'none') return [];
  // A block without a type; addresses say nothing of their alignment.
  if (kind === 'block') return [0x40];
  if (kind === 'bytes') return operands.map(Number);
  if (kind === 'local') return unsigned(localOf(operands, names));
  const [first = 0, second = 0, ...others] = operands.map(Number);
  if (kind === 'number') return signed(first);
  if (kind === 'float') return [...new Uint8Array(littleEndian(first))];
  if (kind === 'depth') return unsigned(first);
  if (kind === 'address') return [0, ...unsigned(first)];
  if (kind === 'lane') return [0, ...unsigned(first), second];
  if (others.length > 0) return [first, second, ...others];
  return [first, second].flatMap((half) => Array.from({ length: 8 }, (_, byte) => half * 8 + byte));
}

function localOf([name = '']: readonly string[], names: readonly string[]): number {
  const local = names.indexOf(name);
  if (local < 0) throw new Error(`no local ${name}`);
  return local;
}

function littleEndian(value: number): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value, true);
  return bytes.buffer;
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
