import { createHash } from 'node:crypto';
import type { Digest } from '../plan/digest.ts';
import type { JobContext } from '../plan/job.ts';
import type { DataSource } from '../schemas/generated/resolved.ts';
import type { Adapter } from './adapter.ts';
import { emoji } from './emoji.ts';
import type { RawSamples } from './raw-sample.ts';

/** Adapters by the name that `adapter` gives in a pipeline. */
const adapters: {
  readonly [Name in DataSource['adapter']]: Adapter<Extract<DataSource, { adapter: Name }>>;
} = {
  emoji,
};

/** What a data source is made of, from the pins alone: its digest for keys, its packages for people. */
export function describeData(source: DataSource): { digest: Digest; source: string } {
  const adapter = adapters[source.adapter];
  const packages = adapter.packagesOf(source);
  const record = [source.adapter, adapter.version, ...packages.map(({ sha256 }) => sha256)];
  return {
    digest: `sha256-${createHash('sha256').update(JSON.stringify(record)).digest('hex')}` as Digest,
    source: packages.map(({ kind, name, version }) => `${kind}:${name}@${version}`).join(' '),
  };
}

/** Fetches what a data source needs and lists its samples, in an order that depends on the data alone. */
export function readSamples(source: DataSource, context: JobContext): Promise<RawSamples> {
  return adapters[source.adapter].read(source, context);
}
