import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TensorData } from '../../tensor/element-type.ts';
import {
  readHeader,
  readTensor,
  readTensors,
  type TensorValues,
  writePassingTensors,
  writeTensors,
} from '../../tensor/safetensors.ts';

const vectors = (name: string) => new URL(`../vectors/${name}`, import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'safetensors-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The values of `written.safetensors`, which test/vectors/tensor/make.py wrote with the Python package. */
const written: TensorValues = {
  '"quoted"\n': { shape: [3], data: Uint8Array.of(9, 8, 7) },
  '2': { shape: [1, 1], data: Int32Array.of(3) },
  '10': { shape: [2], data: Int32Array.of(1, 2) },
  'weight.ü': { shape: [2, 3], data: Float32Array.of(0, 0.25, 0.5, 0.75, 1, 1.25) },
  a: { shape: [0], data: new Float32Array() },
  B: { shape: [1], data: Float32Array.of(0.1) },
};

describe('reading', () => {
  it('gives the values that Python wrote, whatever their type', async () => {
    expect(await readTensors(vectors('tensor/types.safetensors'))).toEqual({
      half: {
        shape: [2, 4],
        data: Float32Array.of(0, -0, 1, -2.5, 65504, 2 ** -24, Infinity, 0.333251953125),
      },
      brain: {
        shape: [4],
        data: Float32Array.of(1, -3.140625, 9.969209968386869e37, 9.98402083170343e-31),
      },
      single: { shape: [1, 2, 1], data: Float32Array.of(1.5, -0.1) },
      wide: { shape: [3], data: Int32Array.of(-2147483648, 0, 2147483647) },
      ids: { shape: [1, 2], data: Int32Array.of(101, 102) },
      bytes: { shape: [3], data: Uint8Array.of(0, 127, 255) },
      empty: { shape: [0, 3], data: new Float32Array() },
      scalar: { shape: [], data: Float32Array.of(2.5) },
    });
  });

  it('gives metadata and shapes without reading tensors', async () => {
    const { metadata, tensors } = await readHeader(vectors('tensor/types.safetensors'));
    expect(metadata).toEqual({ format: 'np' });
    expect(tensors.get('half')).toMatchObject({ type: 'F16', shape: [2, 4] });
  });

  it('gives the named tensors only', async () => {
    expect(Object.keys(await readTensors(vectors('tensor/types.safetensors'), ['ids', 'single']))).toEqual([
      'ids',
      'single',
    ]);
    expect((await readTensor(vectors('tensor/types.safetensors'), 'ids')).shape).toEqual([1, 2]);
  });

  it.each([
    ['a tensor that is not there', 'tensor/types.safetensors', ['nothing'], 'LAC4112', '"nothing"'],
    ['an unsupported type', 'tensor/double.safetensors', undefined, 'LAC4113', 'F64'],
    ['an integer beyond 32 bits', 'tensor/too-wide.safetensors', undefined, 'LAC4114', '2147483648'],
    ['a file that is not there', 'tensor/absent.safetensors', undefined, 'LAC4110', 'ENOENT'],
    ['a folder', 'tensor', undefined, 'LAC4110', 'EISDIR'],
  ] as const)('refuses %s', async (_, file, names, code, words) => {
    const reading = readTensors(vectors(file), names);
    await expect(reading).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });
});

/** A file with this header, its true length or another, and this many bytes of data. */
function fileOf(header: string | Uint8Array, dataBytes = 0, length?: bigint): Buffer {
  const json = Buffer.from(header);
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(length ?? BigInt(json.length));
  return Buffer.concat([prefix, json, Buffer.alloc(dataBytes)]);
}

function entry(shape: unknown, offsets: unknown, dtype: unknown = 'F32'): string {
  return JSON.stringify({ dtype, shape, data_offsets: offsets });
}

describe('a corrupt or hostile file is refused:', () => {
  const cases: readonly [string, Buffer, string][] = [
    ['empty', Buffer.alloc(0), '0 bytes'],
    ['too short for a length', Buffer.alloc(7), '7 bytes'],
    ['a header of 2^63 bytes', fileOf('{}', 0, 2n ** 63n), 'beyond the limit'],
    ['a header just beyond the limit', fileOf('{}', 0, 100_000_001n), 'beyond the limit'],
    ['a header longer than the file', fileOf('{}', 4, 7n), 'ends beyond'],
    ['a header that is not JSON', fileOf('{"a":'), 'not JSON'],
    ['a header that is a list', fileOf('[]'), 'not a JSON object'],
    ['a header that is not UTF-8', fileOf(Buffer.from([0x7b, 0xff, 0x7d])), 'not UTF-8'],
    ['a tensor named twice', fileOf(`{"a":${entry([1], [0, 4])},"a":${entry([1], [0, 4])}}`, 4), '"a" twice'],
    [
      'a tensor named twice, once escaped',
      fileOf(`{"a":${entry([1], [0, 4])},"\\u0061":${entry([1], [0, 4])}}`, 4),
      '"a" twice',
    ],
    ['metadata that is not text', fileOf('{"__metadata__":{"a":1}}'), 'metadata'],
    ['an entry that is not an object', fileOf('{"a":[1]}'), '"a" is not an object'],
    ['an unknown type', fileOf(`{"a":${entry([1], [0, 4], 'F99')}}`, 4), '"F99"'],
    ['a type named like a method', fileOf(`{"a":${entry([1], [0, 4], 'toString')}}`, 4), '"toString"'],
    ['a negative side', fileOf(`{"a":${entry([-1], [0, 4])}}`, 4), 'shape [-1]'],
    ['a fractional side', fileOf(`{"a":${entry([0.5], [0, 2])}}`, 2), 'shape [0.5]'],
    ['a shape whose size overflows', fileOf(`{"a":${entry([2 ** 40, 2 ** 40], [0, 4])}}`, 4), 'needs'],
    ['three offsets', fileOf(`{"a":${entry([1], [0, 4, 8])}}`, 4), 'no offsets'],
    ['offsets in the wrong order', fileOf(`{"a":${entry([1], [4, 0])}}`, 4), 'has -4'],
    ['offsets beyond the file', fileOf(`{"a":${entry([2], [0, 8])}}`, 4), 'take 8 bytes but 4'],
    ['bytes after the last tensor', fileOf(`{"a":${entry([1], [0, 4])}}`, 5), 'take 4 bytes but 5'],
    [
      'overlapping tensors',
      fileOf(`{"a":${entry([2], [0, 8])},"b":${entry([1], [4, 8])}}`, 8),
      '"b" overlaps',
    ],
    [
      'a gap between tensors',
      fileOf(`{"a":${entry([1], [0, 4])},"b":${entry([1], [6, 10])}}`, 10),
      '2 bytes before tensor "b"',
    ],
    [
      'a size that does not fit the shape',
      fileOf(`{"a":${entry([3], [0, 8])}}`, 8),
      'needs 12 bytes but has 8',
    ],
  ];

  it.each(cases)('%s', async (_, bytes, words) => {
    const file = join(folder, 'corrupt.safetensors');
    await writeFile(file, bytes);
    await expect(readTensors(file)).rejects.toMatchObject({
      code: 'LAC4111',
      message: expect.stringContaining(words),
    });
  });

  it('any file cut short, at whatever byte', async () => {
    const whole = await readFile(vectors('tensor/written.safetensors'));
    const file = join(folder, 'cut.safetensors');
    for (let length = 0; length < whole.length; length += 1) {
      await writeFile(file, whole.subarray(0, length));
      await expect(readTensors(file)).rejects.toMatchObject({ code: 'LAC4111' });
    }
  });
});

describe('writing', () => {
  it('gives the bytes that Python gives', async () => {
    const file = join(folder, 'written.safetensors');
    await writeTensors(file, written, { format: 'pt' });
    expect(await readFile(file)).toEqual(await readFile(vectors('tensor/written.safetensors')));
  });

  it.each(['clip-tiny', 'bert-tiny'])('gives the bytes of the checkpoint %s', async (name) => {
    const source = vectors(`encoders/${name}/model.safetensors`);
    const file = join(folder, 'copy.safetensors');
    await writeTensors(file, await readTensors(source), (await readHeader(source)).metadata);
    expect((await readFile(file)).equals(await readFile(source))).toBe(true);
  });

  const data: fc.Arbitrary<TensorData> = fc.oneof(
    fc.float32Array({ maxLength: 12 }),
    fc.int32Array({ maxLength: 12 }),
    fc.uint8Array({ maxLength: 12 }),
  );
  const name = fc.string({ unit: 'grapheme' }).filter((text) => text !== '__metadata__');
  const tensors = fc.dictionary(
    name,
    data.map((data) => ({ shape: [data.length, 1], data })),
  );

  it('and reading again gives the same tensors', async () => {
    const file = join(folder, 'round-trip.safetensors');
    await fc.assert(
      fc.asyncProperty(tensors, async (tensors) => {
        await writeTensors(file, tensors);
        expect({ ...(await readTensors(file)) }).toEqual({ ...tensors });
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the record', async () => {
    const [one, other] = [join(folder, 'one.safetensors'), join(folder, 'other.safetensors')];
    await writeTensors(one, written, { a: '1', b: '2' });
    await writeTensors(other, Object.fromEntries(Object.entries(written).reverse()), { b: '2', a: '1' });
    expect(await readFile(one)).toEqual(await readFile(other));
  });

  it('writes a view into a larger buffer without its surroundings', async () => {
    const file = join(folder, 'view.safetensors');
    const view = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
    await writeTensors(file, { view: { shape: [2], data: view } });
    expect((await readTensor(file, 'view')).data).toEqual(Float32Array.of(2, 3));
  });

  it('writes a tensor in pieces as one, however many there are', async () => {
    const [whole, parts] = [join(folder, 'whole.safetensors'), join(folder, 'parts.safetensors')];
    const data = Uint8Array.from({ length: 3 * 2500 }, (_, at) => at % 251);
    const pieces = Array.from({ length: 2500 }, (_, at) => data.subarray(3 * at, 3 * at + 3));
    const ends = {
      f: { shape: [2], data: Float32Array.of(1, 2) },
      z: { shape: [1], data: Uint8Array.of(7) },
    };
    await writeTensors(whole, { ...ends, pixels: { shape: [2500, 3], data } });
    await writePassingTensors(parts, { ...ends, pixels: { shape: [2500, 3], pieces } });
    expect((await readFile(parts)).equals(await readFile(whole))).toBe(true);
    const short = { pixels: { shape: [2501, 3], pieces } };
    await expect(writePassingTensors(parts, short)).rejects.toMatchObject({ code: 'LAC9001' });
  });

  it('leaves no file behind where it cannot write, and says why', async () => {
    const file = join(folder, 'absent', 'x.safetensors');
    for (const write of [writeTensors, writePassingTensors])
      await expect(write(file, written)).rejects.toMatchObject({ code: 'LAC4115', retryable: true });
    const taken = join(folder, 'taken.safetensors');
    await writeTensors(join(folder, 'kept.safetensors'), written);
    await expect(writeTensors(`${taken}/`, written)).rejects.toMatchObject({ code: 'LAC4115' });
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('refuses values that do not fill their shape', async () => {
    const short = { a: { shape: [3], data: Float32Array.of(1) } };
    const writing = writeTensors(join(folder, 'short.safetensors'), short);
    await expect(writing).rejects.toMatchObject({
      code: 'LAC9001',
      message: expect.stringContaining('shape [3]'),
    });
  });
});
