import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { failure } from '../../diagnostics/failure.ts';
import type { Digest } from '../../plan/digest.ts';
import type { JobContext, JobInput } from '../../plan/job.ts';
import type { DataSource } from '../../schemas/generated/resolved.ts';
import type { FetchContext } from '../sources/packages.ts';
import type { Adapter, FolderAdapter } from './adapter.ts';
import { avDigits } from './av-digits.ts';
import { ave } from './ave.ts';
import { cremaD } from './crema-d.ts';
import { emoji } from './emoji.ts';
import { type FolderRoot, openRoot } from './folder-root.ts';
import { fontAwesome } from './font-awesome.ts';
import { food101 } from './food101.ts';
import { kineticsSound } from './kinetics-sound.ts';
import { manifest } from './manifest.ts';
import { digestFiles } from './media-digests.ts';
import { mmimdb } from './mmimdb.ts';
import type { RawSamples } from './raw-sample.ts';

/** Adapters by the name that `adapter` gives in a pipeline. */
const adapters: {
  readonly [Name in DataSource['adapter']]: Adapter<Extract<DataSource, { adapter: Name }>>;
} = {
  emoji,
  'font-awesome': fontAwesome,
  manifest,
  food101,
  mmimdb,
  'kinetics-sound': kineticsSound,
  ave,
  'crema-d': cremaD,
  'av-digits': avDigits,
};

/** An adapter for any source; only the one of its own name is ever given a source. */
function adapterOf(source: DataSource): Adapter<DataSource> {
  return adapters[source.adapter] as Adapter<DataSource>;
}

/**
 * What a data source is made of: its digest for keys, and where it is, for people and workers. Packages are known by
 * their pins. A folder, relative to `baseDirectory`, is listed and hashed, files that did not change since the last
 * time excepted; its digest is made of the contents and relative names of the files that the samples need, so that the
 * folder may be moved.
 */
export async function describeData(
  source: DataSource,
  baseDirectory: string,
  context: FetchContext,
): Promise<{ digest: Digest; source: string }> {
  const adapter = adapterOf(source);
  const packages = adapter.packagesOf(source);
  if ('read' in adapter) {
    const digest = digestOf([source.adapter, adapter.version, ...packages.map(({ sha256 }) => sha256)]);
    return {
      digest,
      source: packages.map(({ kind, name, version }) => `${kind}:${name}@${version}`).join(' '),
    };
  }
  const folder = folderOf(source, baseDirectory);
  const { digest } = await listFolder(adapter, source, await openRoot(folder.path, folder.text), context);
  return { digest, source: folder.path };
}

/**
 * Lists the samples of a data source, in an order that depends on the data alone, and fetches what it needs. `input` is
 * the task's input of role `data`: the folder of a source that has one, refused with LAC3178 if it is not what was
 * planned.
 */
export async function readSamples(
  source: DataSource,
  context: JobContext,
  input?: JobInput,
): Promise<RawSamples> {
  const adapter = adapterOf(source);
  if ('read' in adapter) return adapter.read(source, context);
  if (input === undefined) throw failure('LAC9001', { what: `${source.adapter} was given no folder` });
  const root = await openRoot(input.directory, input.directory);
  const { raw, digest } = await listFolder(adapter, source, root, context);
  if (digest !== input.digest)
    throw failure('LAC3178', { folder: input.directory, planned: input.digest, found: digest });
  return adapter.complete ? adapter.complete(raw, source, context) : raw;
}

async function listFolder(
  adapter: FolderAdapter<DataSource>,
  source: DataSource,
  root: FolderRoot,
  context: FetchContext,
): Promise<{ raw: RawSamples; digest: Digest }> {
  const raw = await adapter.list(source, root);
  const files = [...(await digestFiles(root.path, root.used(), context))];
  const packages = adapter.packagesOf(source).map(({ sha256 }) => sha256);
  return { raw, digest: digestOf([source.adapter, adapter.version, packages, files]) };
}

function folderOf(source: DataSource, baseDirectory: string): { path: string; text: string } {
  if (!('root' in source.with)) throw failure('LAC9001', { what: `${source.adapter} has no root` });
  return { path: resolve(baseDirectory, source.with.root), text: source.with.root };
}

function digestOf(record: readonly unknown[]): Digest {
  return `sha256-${createHash('sha256').update(JSON.stringify(record)).digest('hex')}` as Digest;
}
