import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { failure } from '../../diagnostics/failure.ts';
import type { WeightUse } from '../../plan/external-sources.ts';
import { cacheRoot } from '../../setup/cache-root.mjs';
import { withLease } from '../../setup/lease.mjs';
import { makeWorkFolder, sweepWorkFolders } from '../../setup/work-folder.mjs';
import { replaceFile } from '../../tensor/safetensors.ts';
import { foreignWeights, indexFile, shardsOf, weightsFile } from '../../tensor/weight-files.ts';
import { explain, type HubFile, listModel, openHubFile, resolveCommit } from './hub-client.ts';
import type { FetchContext } from './packages.ts';
import type { HubSource } from './weight-source.ts';

/*
 * Models of the Hub in the cache: one folder per commit, `hub/OWNER--MODEL@COMMIT`, with the list of the repository's
 * files and those of them that were needed so far. A file appears under its name only when all its bytes are verified, so
 * that a download that was cut off goes on with the next file. What is there is used without a request.
 */
const listingFile = '.lacuna-files.json';
const reportMs = 500;

interface Place {
  readonly source: HubSource;
  readonly folder: string;
  readonly context: FetchContext;
}

type Listing = readonly HubFile[];

/** The folder of a model, with a configuration and safetensors weights, or with a vocabulary. Treat it as read-only. */
export async function fetchHubFolder(
  named: HubSource,
  use: WeightUse,
  context: FetchContext,
): Promise<string> {
  const source = { ...named, revision: await resolveCommit(named, context.signal) };
  const name = `${source.model.replace('/', '--')}@${source.revision}`;
  const folder = join(cacheRoot(), 'hub', name);
  const place = { source, folder, context };
  if (await isWhole(place, use)) return folder;
  await inCache(folder, async () => {
    await mkdir(folder, { recursive: true });
    await withLease({ folder: join(cacheRoot(), 'leases'), name: `hub-${name}` }, () => complete(place, use));
  });
  return folder;
}

async function isWhole(place: Place, use: WeightUse): Promise<boolean> {
  const listing = await readListing(place.folder);
  if (listing === undefined) return false;
  const files = [...firstFiles(listing, use, place), ...(await shardFiles(listing, use, place))];
  const sizes = await Promise.all(files.map((file) => isThere(place.folder, file)));
  return sizes.every((is) => is);
}

async function complete(place: Place, use: WeightUse): Promise<void> {
  const listing = (await readListing(place.folder)) ?? (await keepListing(place));
  await fetchAll(place, firstFiles(listing, use, place));
  await fetchAll(place, await shardFiles(listing, use, place));
}

async function readListing(folder: string): Promise<Listing | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, listingFile), 'utf8')) as Listing;
  } catch {
    return undefined;
  }
}

async function keepListing({ source, folder, context }: Place): Promise<Listing> {
  const listing = await listModel(source, context.signal);
  await replaceFile(join(folder, listingFile), async (handle) => {
    await handle.writeFile(JSON.stringify(listing));
  });
  return listing;
}

/** What is known to be needed before any file was read. */
function firstFiles(listing: Listing, use: WeightUse, { source }: Place): Listing {
  const names = listing.map(({ path }) => path);
  if (use === 'vocabulary') return pick(listing, ['vocab.txt'], source);
  if (use === 'tokenizer') return pick(listing, ['tokenizer.json'], source);
  const weights = names.includes(indexFile) && !names.includes(weightsFile) ? indexFile : weightsFile;
  const other = names.includes(weights) ? undefined : foreignWeights(names);
  if (other) {
    const { model, revision } = source;
    throw failure('LAC3216', {
      model,
      revision,
      problem: `its weights are only in ${other.found}. Another revision, often refs/pr/N, may have safetensors; or convert them: python3 -c 'from transformers import AutoModel; AutoModel.from_pretrained("${model}", revision="${revision}"${other.options}).save_pretrained("model", safe_serialization=True)', and write from: ./model`,
    });
  }
  return pick(listing, ['config.json', weights], source);
}

/** The shards that the index names; none where it is not there yet, or not needed. */
async function shardFiles(listing: Listing, use: WeightUse, { folder, source }: Place): Promise<Listing> {
  const isSharded = !listing.some(({ path }) => path === weightsFile);
  if (use !== 'encoder' || !isSharded) return [];
  const file = join(folder, indexFile);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? [] : pick(listing, shardsOf(text, file), source);
}

function pick(listing: Listing, names: readonly string[], { model, revision }: HubSource): Listing {
  const found = names.flatMap((name) => listing.filter(({ path }) => path === name));
  const absent = names.filter((name) => !found.some(({ path }) => path === name));
  if (absent.length > 0)
    throw failure('LAC3216', { model, revision, problem: `it has no ${absent.join(', ')}` });
  return found;
}

async function isThere(folder: string, { path, bytes }: HubFile): Promise<boolean> {
  const stats = await stat(join(folder, path)).catch(() => undefined);
  return stats?.isFile() === true && stats.size === bytes;
}

async function fetchAll(place: Place, files: Listing): Promise<void> {
  for (const file of files) {
    if (!(await isThere(place.folder, file))) await fetchOne(place, file);
  }
}

async function fetchOne(place: Place, file: HubFile): Promise<void> {
  const cache = cacheRoot();
  sweepWorkFolders(cache);
  const work = makeWorkFolder(cache);
  try {
    const arriving = join(work, 'file');
    const found = await receive(place, file, arriving);
    if (found !== file.hash.hex) {
      const { model } = place.source;
      throw failure('LAC3217', { file: file.path, model, expected: file.hash.hex, found });
    }
    await rename(arriving, join(place.folder, file.path));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Writes the bytes of a file as they come and gives their hash; too few or too many of them are refused. */
async function receive({ source, context }: Place, file: HubFile, target: string): Promise<string> {
  const hash = createHash(file.hash.kind === 'sha256' ? 'sha256' : 'sha1');
  if (file.hash.kind === 'git-blob') hash.update(`blob ${file.bytes}\0`);
  let done = 0;
  let told = 0;
  const tell = () => {
    told = Date.now();
    const phase = `download ${file.path} of ${source.model}`;
    context.report({ phase, done, total: file.bytes, unit: 'bytes' });
  };
  const stream = await openHubFile(source, file.path, context.signal);
  await pipeline(
    Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        done += chunk.length;
        if (Date.now() - told >= reportMs) tell();
        yield chunk;
      }
    },
    createWriteStream(target, { flush: true }),
  ).catch((error: unknown) => {
    throw isOfDisk(error) ? error : explain(error, source);
  });
  if (done < file.bytes) {
    throw explain(new Error(`${file.path} ended after ${done} of ${file.bytes} bytes`), source);
  }
  return hash.digest('hex');
}

const diskErrors: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR'];

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && diskErrors.includes(String(error.code));
}

async function inCache(folder: string, use: () => Promise<void>): Promise<void> {
  try {
    await use();
  } catch (error) {
    if (isOfDisk(error)) throw failure('LAC3218', { folder, reason: (error as Error).message }, error);
    throw error;
  }
}
