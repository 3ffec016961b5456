import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Client, CopyDestinationOptions, CopySourceOptions } from 'minio';
import type { CopyCache } from './copy-cache.ts';
import { sizeOf } from './disk.ts';
import { reach } from './fault-points.ts';
import type { Listed, Medium } from './medium.ts';
import { temporaryName } from './owner.ts';
import { ServerAnswer, troubleOf } from './s3-answer.ts';
import { type Bucket, orNothing, type Try } from './s3-bucket.ts';
import { download, readObject } from './s3-download.ts';
import { upload } from './s3-upload.ts';

/** How many names a server lists at once, by the rules of S3. */
const pageNames = 1000;

/** A folder of a bucket on a server that speaks S3, with copies of large things on this machine. */
export class S3Medium implements Medium {
  readonly location: string;
  readonly #bucket: Bucket;
  readonly #cache: CopyCache;

  constructor(bucket: Bucket, cache: CopyCache) {
    this.location = bucket.location;
    this.#bucket = bucket;
    this.#cache = cache;
  }

  describe(name: string): string {
    return `s3://${this.#bucket.address.bucket}/${this.#bucket.keyOf(name)}`;
  }

  read(name: string): Promise<Uint8Array | undefined> {
    return readObject(this.#bucket, this.#bucket.keyOf(name));
  }

  async fetch(name: string, makesNewCopy = false): Promise<string | undefined> {
    const kept = hasFixedBytes(name) && !makesNewCopy ? await this.#cache.find(name) : undefined;
    const key = this.#bucket.keyOf(name);
    return kept ?? this.#cache.fill(name, (temporary) => download(this.#bucket, key, temporary));
  }

  size(name: string): Promise<number | undefined> {
    const { bucket } = this.#bucket.address;
    return this.#on('look at', name, async (key, { client }) => {
      const look = () => client.statObject(bucket, key);
      const found = await orNothing(
        look().catch((error: unknown) => tellRefusal(error, client, bucket, key)),
        undefined,
      );
      return found?.size;
    });
  }

  async write(name: string, bytes: string | Uint8Array): Promise<void> {
    await this.#on('write', name, (key, { client }) => this.#put(client, key, bytes));
  }

  /**
   * What is named by its bytes, and is there with the right size, is not sent again. Should it be damaged, whoever reads
   * it next notices and sets it aside; then it is absent here, and the next one is sent.
   */
  async adopt(name: string, file: string): Promise<void> {
    try {
      const isThere = hasFixedBytes(name) && (await this.size(name)) === (await sizeOf(file));
      if (!isThere) await upload(this.#bucket, this.#bucket.keyOf(name), file);
      if (hasFixedBytes(name)) await this.#cache.keep(name, file);
    } finally {
      await rm(file, { force: true });
    }
  }

  async create(name: string, bytes: string | Uint8Array): Promise<boolean> {
    reach('store:before-entry-link');
    return this.#on('write', name, async (key, { client, isRepeat }) => {
      try {
        await this.#put(client, key, bytes, { 'If-None-Match': '*' });
        return true;
      } catch (error) {
        if (troubleOf(error) !== 'taken') throw error;
        // By ourselves, when the answer to the try before was lost?
        return isRepeat && Buffer.from(bytes).equals((await this.read(name)) ?? Buffer.alloc(0));
      }
    });
  }

  async list(folder: string): Promise<readonly Listed[]> {
    const { bucket } = this.#bucket.address;
    const listed: Listed[] = [];
    for (let [page, isLast] = ['', false]; !isLast; ) {
      const found = await this.#on('list', folder, (key, { client }) =>
        client.listObjectsV2Query(bucket, key, page, '', pageNames, ''),
      );
      for (const { name, size, lastModified } of found.objects) {
        if (name !== undefined)
          listed.push({ name: this.#bucket.nameOf(name), bytes: size, modifiedAt: lastModified.getTime() });
      }
      [page, isLast] = [found.nextContinuationToken, !found.isTruncated];
    }
    return listed;
  }

  async remove(name: string): Promise<void> {
    const { bucket } = this.#bucket.address;
    await this.#on('remove', name, (key, { client }) =>
      orNothing(client.removeObject(bucket, key), undefined),
    );
    await this.#cache.forget(name);
  }

  async quarantine(name: string): Promise<string> {
    const { bucket } = this.#bucket.address;
    const aside = `quarantine/${basename(name)}.${temporaryName()}`;
    await this.#on('set aside', name, async (key, { client }) => {
      const [from, to] = [key, this.#bucket.keyOf(aside)];
      const source = new CopySourceOptions({ Bucket: bucket, Object: from });
      const target = new CopyDestinationOptions({ Bucket: bucket, Object: to });
      // That it is gone means that another reader found the same damage first. The server copies, in parts what is large.
      await orNothing(client.composeObject(target, [source]), undefined);
    });
    await this.remove(name);
    return this.describe(aside);
  }

  /**
   * Ends uploads that began longer ago than this and never became complete; says how many. Whoever still works on one
   * begins anew.
   */
  async sweep(olderThanMs: number): Promise<number> {
    const { bucket } = this.#bucket.address;
    let swept = 0;
    for (let [after, isLast] = ['', false]; !isLast; ) {
      const found = await this.#on('list unfinished uploads in', '', (key, { client }) =>
        client.listIncompleteUploadsQuery(bucket, key, after, '', ''),
      );
      const old = found.uploads.filter(({ initiated }) => Date.now() - initiated.getTime() > olderThanMs);
      for (const { key, uploadId } of old) {
        await this.#bucket.persist(`end an upload of ${key}`, ({ client }) =>
          client.abortMultipartUpload(bucket, key, encodeURIComponent(uploadId)),
        );
        swept += 1;
      }
      [after, isLast] = [found.nextKeyMarker, !found.isTruncated];
    }
    return swept;
  }

  async #put(
    client: Client,
    key: string,
    content: string | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<void> {
    const { bucket } = this.#bucket.address;
    const bytes = Buffer.from(content);
    await client.putObject(bucket, key, bytes, bytes.length, headers);
  }

  #on<Result>(
    what: string,
    name: string,
    effect: (key: string, options: Try) => Promise<Result>,
  ): Promise<Result> {
    const key = this.#bucket.keyOf(name);
    return this.#bucket.persist(`${what} ${key}`, (options) => effect(key, options));
  }
}

/** The answer to HEAD has no body, so that the reason of a refusal must be asked for. */
async function tellRefusal(error: unknown, client: Client, bucket: string, key: string): Promise<never> {
  if (troubleOf(error) !== 'refused') throw error;
  (await client.getPartialObject(bucket, key, 0, 1)).destroy();
  throw new ServerAnswer('HTTP 403', 'what was refused is allowed now');
}

/** Whether a name says what its bytes are, so that a copy of once is a copy for ever. */
function hasFixedBytes(name: string): boolean {
  return name.startsWith('blobs/');
}
