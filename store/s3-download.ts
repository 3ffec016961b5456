import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Client } from 'minio';
import { troubleOf } from './s3-answer.ts';
import { type Bucket, orNothing, type Try } from './s3-bucket.ts';

/** Small bytes; undefined when there are none. */
export function readObject(bucket: Bucket, key: string, retryMs?: number): Promise<Uint8Array | undefined> {
  const read = async ({ client }: Try) => {
    const answer = await orNothing(client.getObject(bucket.address.bucket, key), undefined);
    if (answer === undefined) return undefined;
    const chunks: Buffer[] = [];
    for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  return bucket.persist(`read ${key}`, read, retryMs);
}

/**
 * Writes an object to a new file as it comes, and goes on where it was cut off. False: there is none. Whether the bytes
 * are right is for the caller to check.
 */
export async function download(bucket: Bucket, key: string, path: string): Promise<boolean> {
  await using file = await open(path, 'wx', 0o644);
  let had = 0;
  return await bucket.persist(`read ${key}`, async ({ client, progress }) => {
    const answer = await openFrom(client, bucket.address.bucket, key, had);
    if (answer === undefined) return had > 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      await writeWhole(file, chunk, had);
      had += chunk.length;
      progress();
    }
    return true;
  });
}

/** Undefined: the object is not there, or has no more bytes. */
async function openFrom(
  client: Client,
  bucket: string,
  key: string,
  had: number,
): Promise<Readable | undefined> {
  try {
    return await client.getPartialObject(bucket, key, had);
  } catch (error) {
    if (troubleOf(error) === 'absent' || (had > 0 && isBeyondEnd(error))) return undefined;
    throw error;
  }
}

function isBeyondEnd(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'InvalidRange';
}

async function writeWhole(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let written = 0; written < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, written, chunk.length - written, position + written);
    written += bytesWritten;
  }
}
