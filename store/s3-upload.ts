import { type FileHandle, open, readFile } from 'node:fs/promises';
import { failure } from '../diagnostics/failure.ts';
import { sizeOf } from './disk.ts';
import { troubleOf } from './s3-answer.ts';
import { type Bucket, orNothing } from './s3-bucket.ts';

/** What goes in one request, and how much of a larger file is in memory at once. */
const partBytes = 16 * 2 ** 20;
/** An upload has no more parts than this, by the rules of S3. */
const mostParts = 10_000;
/** How often an upload begins anew that the server has forgotten. */
const mostBeginnings = 3;

interface Part {
  readonly part: number;
  readonly etag: string;
}

/** Sends a file under a key; it is there whole, or as it was before. Large ones go in parts. */
export async function upload(bucket: Bucket, key: string, path: string): Promise<void> {
  const size = (await sizeOf(path)) ?? 0;
  if (size <= partBytes) {
    const bytes = await readFile(path);
    await bucket.persist(`write ${key}`, ({ client }) =>
      client.putObject(bucket.address.bucket, key, bytes, bytes.length),
    );
    return;
  }
  for (let beginning = 1; ; beginning += 1) {
    if (await uploadInParts(bucket, key, path, size)) return;
    if (beginning === mostBeginnings) {
      const reason = `the server forgot the upload ${mostBeginnings} times`;
      const { location, server } = bucket;
      throw failure('LAC5107', { location, server, what: `write ${key}`, reason });
    }
  }
}

/** False: the server does not know the upload any more. */
async function uploadInParts(bucket: Bucket, key: string, path: string, size: number): Promise<boolean> {
  const { address } = bucket;
  const begin = `begin to write ${key}`;
  const id = await bucket.persist(begin, ({ client }) =>
    client.initiateNewMultipartUpload(address.bucket, key, {}),
  );
  try {
    await using file = await open(path, 'r');
    const step = Math.max(partBytes, Math.ceil(size / mostParts));
    const parts: Part[] = [];
    for (let start = 0; start < size; start += step) {
      const bytes = await readPart(file, start, Math.min(step, size - start));
      const part = await sendPart(bucket, key, id, parts.length + 1, bytes);
      if (part === undefined) return false;
      parts.push(part);
    }
    return await complete(bucket, key, id, parts, size);
  } catch (error) {
    // What cannot be cleared away now is swept later.
    const giveUp = `give up writing ${key}`;
    await bucket
      .persist(
        giveUp,
        ({ client }) => client.abortMultipartUpload(address.bucket, key, encodeURIComponent(id)),
        0,
      )
      .catch(() => undefined);
    throw error;
  }
}

async function readPart(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
    if (bytesRead === 0)
      throw failure('LAC9001', { what: 'a temporary file became shorter while it was read' });
    filled += bytesRead;
  }
  return bytes;
}

async function sendPart(
  bucket: Bucket,
  key: string,
  id: string,
  part: number,
  bytes: Buffer,
): Promise<Part | undefined> {
  const { address } = bucket;
  return bucket.persist(`write part ${part} of ${key}`, async ({ client }) => {
    // The client puts the upload's name into the address as it is.
    const config = { bucketName: address.bucket, objectName: key, uploadID: encodeURIComponent(id) };
    try {
      const { etag } = await client.uploadPart({ ...config, partNumber: part, headers: {} }, bytes);
      return { part, etag };
    } catch (error) {
      if (troubleOf(error) === 'lost') return undefined;
      throw error;
    }
  });
}

async function complete(
  bucket: Bucket,
  key: string,
  id: string,
  parts: readonly Part[],
  size: number,
): Promise<boolean> {
  const { address } = bucket;
  return bucket.persist(`write ${key}`, async ({ client, isRepeat }) => {
    try {
      await client.completeMultipartUpload(address.bucket, key, id, [...parts]);
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === 'passing') throw error;
      // The try before may have succeeded without our hearing of it, or this one, with an answer that the client cannot read.
      const found = await orNothing(client.statObject(address.bucket, key), undefined);
      if (found?.size === size && (isRepeat || trouble === 'ours')) return true;
      if (trouble === 'lost') return false;
      throw error;
    }
  });
}
