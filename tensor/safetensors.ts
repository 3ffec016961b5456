import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure, failure } from '../diagnostics/failure.ts';
import { decode, type TensorData, type TensorValue, typeOf, typeRank } from './element-type.ts';
import { type Header, HeaderFault, largestHeader, parseHeader, type TensorEntry } from './header.ts';

/*
 * Reading and writing of safetensors files (huggingface/safetensors): 8 bytes little-endian header length, a JSON
 * header, the tensors' bytes. The order of tensors is that of the reference implementation, so that the same
 * tensors give the same bytes as in Python.
 */

/** Tensors by name. */
export type TensorValues = { readonly [name: string]: TensorValue };

/** A tensor of bytes that lie in memory piece by piece, to be written without a copy of all of them. */
export interface TensorPieces {
  readonly shape: readonly number[];
  readonly pieces: readonly Uint8Array[];
}

/** What can be written, by name. */
export type WritableTensors = { readonly [name: string]: TensorValue | TensorPieces };

type Writable = WritableTensors[string];

function piecesOf(tensor: Writable): readonly TensorData[] {
  return 'pieces' in tensor ? tensor.pieces : [tensor.data];
}

function elementType(tensor: Writable) {
  return 'pieces' in tensor ? 'U8' : typeOf(tensor.data);
}

const lengthBytes = 8;
/** One read or write call moves at most this much. */
const largestChunk = 1 << 30;

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

async function withFile<T>(file: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    return await use(handle);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof HeaderFault) throw failure('LAC4111', { file, reason: cause.message });
    throw failure('LAC4110', { file, reason: reasonOf(cause) }, cause);
  } finally {
    await handle?.close();
  }
}

/** The bytes at [begin, end) of a file, in a buffer of their own. */
async function readBytes(handle: FileHandle, begin: number, end: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(end - begin);
  for (let done = 0; done < bytes.length; ) {
    const length = Math.min(bytes.length - done, largestChunk);
    const { bytesRead } = await handle.read(bytes, done, length, begin + done);
    if (bytesRead === 0) throw new HeaderFault(`it ends at byte ${begin + done}, before byte ${end}`);
    done += bytesRead;
  }
  return bytes.buffer;
}

async function headerOf(handle: FileHandle): Promise<Header> {
  const { size } = await handle.stat();
  if (size < lengthBytes) throw new HeaderFault(`it has ${size} bytes, too few for a header`);
  const length = new DataView(await readBytes(handle, 0, lengthBytes)).getBigUint64(0, true);
  if (length > BigInt(largestHeader))
    throw new HeaderFault(`its header of ${length} bytes is beyond the limit`);
  const dataStart = lengthBytes + Number(length);
  if (dataStart > size) throw new HeaderFault(`its header of ${length} bytes ends beyond the file's ${size}`);
  const bytes = await readBytes(handle, lengthBytes, dataStart);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HeaderFault('its header is not UTF-8');
  }
  return parseHeader(text, dataStart, size - dataStart);
}

async function readValue(
  handle: FileHandle,
  file: string,
  start: number,
  tensor: string,
  entry: TensorEntry,
) {
  const bytes = await readBytes(handle, start + entry.begin, start + entry.end);
  const data = decode(entry.type, bytes);
  if (data === undefined) throw failure('LAC4113', { tensor, file, dtype: entry.type });
  if ('tooWide' in data) throw failure('LAC4114', { tensor, file, value: String(data.tooWide) });
  return { shape: entry.shape, data };
}

/** Names, types, shapes and places of a file's tensors, checked against the file's size. Reads no tensor. */
export function readHeader(file: string): Promise<Header> {
  return withFile(file, headerOf);
}

/**
 * The named tensors of a file, all of them by default. F32, F16 and BF16 become Float32Array, I32 and I64
 * Int32Array, U8 Uint8Array.
 */
export function readTensors(file: string, names?: readonly string[]): Promise<TensorValues> {
  return withFile(file, async (handle) => {
    const header = await headerOf(handle);
    const values: [string, TensorValue][] = [];
    for (const name of names ?? header.tensors.keys()) {
      const entry = header.tensors.get(name);
      if (entry === undefined) throw failure('LAC4112', { file, tensor: name });
      values.push([name, await readValue(handle, file, header.dataStart, name, entry)]);
    }
    return Object.fromEntries(values);
  });
}

/** One tensor of a file, as `readTensors` gives it. */
export async function readTensor(file: string, name: string): Promise<TensorValue> {
  const values = await readTensors(file, [name]);
  return values[name] ?? failBug(name);
}

function failBug(name: string): never {
  throw failure('LAC9001', { what: `tensor "${name}" was read and is not there` });
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Wider types first, then by name: the order of the reference implementation. */
function inOrder(tensors: WritableTensors): [string, Writable][] {
  return Object.entries(tensors).sort(
    ([a, first], [b, second]) =>
      typeRank(elementType(second)) - typeRank(elementType(first)) || compareBytes(a, b),
  );
}

function checkSize(name: string, tensor: Writable): void {
  const { shape } = tensor;
  const size = shape.reduce((product, side) => product * side, 1);
  const length = piecesOf(tensor).reduce((sum, piece) => sum + piece.length, 0);
  if (size !== length) {
    throw failure('LAC9001', { what: `tensor "${name}" of shape [${shape}] was given ${length} values` });
  }
}

/** Length and JSON, padded with spaces so that the tensors start at a multiple of 8. */
function headerBytes(ordered: readonly [string, Writable][], metadata: Metadata): Buffer {
  let offset = 0;
  const entries = ordered.map(([name, tensor]) => {
    const begin = offset;
    offset += piecesOf(tensor).reduce((sum, { byteLength }) => sum + byteLength, 0);
    const { shape } = tensor;
    return [name, { dtype: elementType(tensor), shape, data_offsets: [begin, offset] }] as const;
  });
  const sorted = Object.entries(metadata).sort(([a], [b]) => compareBytes(a, b));
  const fields = [
    ...(sorted.length === 0 ? [] : [['__metadata__', Object.fromEntries(sorted)] as const]),
    ...entries,
  ];
  // Written field by field: an object would move names that look like numbers to the front.
  const json = Buffer.from(
    `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)}}`,
  );
  const padded = Buffer.alloc(lengthBytes + Math.ceil(json.length / 8) * 8, ' ');
  padded.writeBigUInt64LE(BigInt(padded.length - lengthBytes));
  json.copy(padded, lengthBytes);
  return padded;
}

type Metadata = { readonly [key: string]: string };

async function writeAll(handle: FileHandle, data: TensorData | Buffer): Promise<void> {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, Math.min(bytes.length - done, largestChunk));
    done += bytesWritten;
  }
}

/** All pieces in as few calls as the system takes them in. */
async function writePieces(handle: FileHandle, pieces: readonly TensorData[]): Promise<void> {
  const [only] = pieces;
  if (only === undefined) return;
  if (pieces.length === 1) return writeAll(handle, only);
  let { bytesWritten } = await handle.writev(pieces);
  // What a call has left over, of the first piece that it did not finish and of those after it.
  for (const { buffer, byteOffset, byteLength } of pieces) {
    const done = Math.min(bytesWritten, byteLength);
    bytesWritten -= done;
    if (done < byteLength)
      await writeAll(handle, new Uint8Array(buffer, byteOffset + done, byteLength - done));
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Replaces `file` by what `write` puts into a temporary file beside it, or leaves it as it was. */
export function replaceFile(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const temporary = `${file}.${process.pid}.partial`;
  return writing(file, temporary, async () => {
    await withNew(temporary, async (handle) => {
      await write(handle);
      await handle.sync();
    });
    await rename(temporary, file);
    await syncFolder(dirname(file));
  });
}

async function withNew(path: string, use: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(path, 'w');
  await use(handle).finally(() => handle.close());
}

/** Runs the writing of `file`; where it fails nothing is left of what it wrote to `target`. */
async function writing(file: string, target: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    await rm(target, { force: true }).catch(() => undefined);
    if (cause instanceof Failure) throw cause;
    throw failure('LAC4115', { file, reason: reasonOf(cause) }, cause);
  }
}

/**
 * Writes tensors to a safetensors file, atomically. The bytes are a function of names, values and metadata, not of
 * the order of the record.
 */
export async function writeTensors(
  file: string,
  tensors: TensorValues,
  metadata: Metadata = {},
): Promise<void> {
  const write = writerOf(tensors, metadata);
  await replaceFile(file, write);
}

/**
 * As `writeTensors`, for a file that nobody reads before the one who writes it says so, and that is not to survive the
 * machine: to wait for the disk would take longer than to write.
 */
export async function writePassingTensors(file: string, tensors: WritableTensors): Promise<void> {
  const write = writerOf(tensors, {});
  await writing(file, file, () => withNew(file, write));
}

function writerOf(tensors: WritableTensors, metadata: Metadata): (handle: FileHandle) => Promise<void> {
  const ordered = inOrder(tensors);
  for (const [name, value] of ordered) checkSize(name, value);
  return async (handle) => {
    await writeAll(handle, headerBytes(ordered, metadata));
    for (const [, tensor] of ordered) await writePieces(handle, piecesOf(tensor));
  };
}
