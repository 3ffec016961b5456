import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import { ArtifactStore } from './artifact-store.ts';
import type { Damage } from './blobs.ts';
import { CopyCache } from './copy-cache.ts';
import { sweepTemporary } from './disk.ts';
import { refusing } from './refusal.ts';
import { readS3Address } from './s3-address.ts';
import { Bucket } from './s3-bucket.ts';
import { CredentialKeeper, type Environment, findCredentials } from './s3-credentials.ts';
import { readObject } from './s3-download.ts';
import { S3Medium } from './s3-medium.ts';
import type { Store } from './store.ts';
import type { StorePlace } from './store-place.ts';

const defaultCacheBytes = 50e9;

/** Whoever opens a store waits for the answer: a server that is not there is said sooner than in the middle of work. */
const openingRetryMs = 5_000;

/** What is in every bucket that holds a store, so that it is told from one that is something else. */
const marker = 'store.json';
const signature = `${JSON.stringify({ store: 'lacuna', version: 1 })}\n`;

/**
 * Opens (or makes) a store in a bucket, which must be there. Secrets come from this process's environment, or a file
 * that it names, and stay in this process.
 */
export async function openS3Store(
  place: StorePlace,
  environment: Environment,
  onDamage: (damage: Damage) => void,
): Promise<Store> {
  const workDirectory = resolve(place.workDirectory);
  const medium = await openMedium(place, environment, workDirectory);
  return new ArtifactStore(medium, workDirectory, onDamage);
}

/** The medium alone. Throws when the bucket cannot be used. */
export async function openMedium(
  { location, s3 = {}, cacheBytes = defaultCacheBytes }: StorePlace,
  environment: Environment,
  workDirectory: string,
): Promise<S3Medium> {
  const address = readS3Address(location);
  const keeper = await CredentialKeeper.of(findCredentials(environment));
  const bucket = new Bucket(address, s3, keeper);
  const temporaries = join(workDirectory, 'tmp');
  await refusing({ location: workDirectory, what: 'open folders' }, async () => {
    for (const folder of ['tmp', 'logs', 'cache'])
      await mkdir(join(workDirectory, folder), { recursive: true });
    await sweepTemporary(temporaries);
  });
  const medium = new S3Medium(bucket, new CopyCache(join(workDirectory, 'cache'), temporaries, cacheBytes));
  await sign(bucket, medium, s3.retryMs);
  return medium;
}

/** Checks that the bucket can be reached; signs a new store, and with that, whether the server keeps conditions. */
async function sign(bucket: Bucket, medium: S3Medium, retryMs = openingRetryMs): Promise<void> {
  const { location, server } = bucket;
  const key = bucket.keyOf(marker);
  const found = await readObject(bucket, key, Math.min(retryMs, openingRetryMs));
  if (found !== undefined) {
    if (Buffer.from(found).toString() === signature) return;
    const reason = `${key} is not what this version of Lacuna writes there`;
    throw failure('LAC5107', { location, server, what: 'open', reason });
  }
  await medium.create(marker, signature);
  if (await medium.create(marker, signature)) {
    await medium.remove(marker);
    throw failure('LAC5110', { location, server });
  }
}
