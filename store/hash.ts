import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { failure } from '../diagnostics/failure.ts';
import { canonicalJson } from '../plan/canonical-json.ts';
import type { Digest, Json, Key } from '../plan/digest.ts';
import type { KeyRecord } from '../plan/plan.ts';

/** SHA-256 of bytes, or of a text as UTF-8. */
export function sha256(content: string | Uint8Array): Digest {
  return `sha256-${createHash('sha256').update(content).digest('hex')}` as Digest;
}

/** Digest of a JSON value: the SHA-256 of its canonical text. */
export function digestOf(value: Json): Digest {
  return sha256(canonicalJson(value));
}

/** What the result of a task is stored under. */
export function keyOf(record: KeyRecord): Key {
  const { operation, operationVersion, params, inputs, part } = record;
  // Named one by one: a field that someone adds to the record for display must not enter the key.
  return digestOf({
    operation,
    operationVersion,
    params,
    inputs,
    ...(part !== undefined && { part }),
  }) as string as Key;
}

/** Digest and size of a file, read as a stream. */
export async function digestOfFile(
  path: string,
): Promise<{ readonly digest: Digest; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { digest: `sha256-${hash.digest('hex')}` as Digest, bytes };
}

/** The 64 hex digits of a digest or key of ours. */
export function hexIn(name: string): string {
  const hex = hexOf(name);
  if (hex === undefined) throw failure('LAC9001', { what: `neither a digest nor a key: ${name}` });
  return hex;
}

/** The 64 hex digits of a digest or key; undefined for anything else that came from outside. */
export function hexOf(name: string): string | undefined {
  return /^sha256-([0-9a-f]{64})$/.exec(name)?.[1];
}
