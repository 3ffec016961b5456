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
function inOrder(tensors: TensorValues): [string, TensorValue][] {
  return Object.entries(tensors).sort(
    ([a, { data: first }], [b, { data: second }]) =>
      typeRank(typeOf(second)) - typeRank(typeOf(first)) || compareBytes(a, b),
  );
}

function checkSize(name: string, { shape, data }: TensorValue): void {
  const size = shape.reduce((product, side) => product * side, 1);
  if (size !== data.length) {
    throw failure('LAC9001', {
      what: `tensor "${name}" of shape [${shape}] was given ${data.length} values`,
    });
  }
}

/** Length and JSON, padded with spaces so that the tensors start at a multiple of 8. */
function headerBytes(ordered: readonly [string, TensorValue][], metadata: Metadata): Buffer {
  let offset = 0;
  const entries = ordered.map(([name, { shape, data }]) => {
    const begin = offset;
    offset += data.byteLength;
    return [name, { dtype: typeOf(data), shape, data_offsets: [begin, offset] }] as const;
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

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Replaces `file` by what `write` puts into a temporary file beside it, or leaves it as it was. */
export async function replaceFile(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const temporary = `${file}.${process.pid}.partial`;
  try {
    const handle = await open(temporary, 'w');
    await write(handle)
      .then(() => handle.sync())
      .finally(() => handle.close());
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
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
  const ordered = inOrder(tensors);
  for (const [name, value] of ordered) checkSize(name, value);
  await replaceFile(file, async (handle) => {
    await writeAll(handle, headerBytes(ordered, metadata));
    for (const [, { data }] of ordered) await writeAll(handle, data);
  });
}
