import type { JobContext } from '../../plan/job.ts';
import type { DataSource } from '../../schemas/generated/resolved.ts';
import type { FetchContext, Pin } from '../sources/packages.ts';
import type { FolderRoot } from './folder-root.ts';
import type { RawSamples } from './raw-sample.ts';

interface Versioned<Source> {
  /** Raised when the code changes which samples are read or how they are split. */
  readonly version: number;
  /** The packages that hold data, pinned by digest. */
  readonly packagesOf: (source: Source) => readonly Pin[];
}

/** Reads a data set made of packages. Its samples are a function of `version`, the packages and the options alone. */
export interface PackageAdapter<Source extends DataSource> extends Versioned<Source> {
  readonly read: (source: Source, context: JobContext) => Promise<RawSamples>;
}

/**
 * Reads a data set in a folder of the author's. Its samples are a function of `version`, the packages, the options and
 * the files that it asks `root` for, which are hashed into the digest of the data.
 */
export interface FolderAdapter<Source extends DataSource> extends Versioned<Source> {
  /** The samples as far as the folder tells; done while planning, so it fetches nothing. */
  readonly list: (source: Source, root: FolderRoot) => Promise<RawSamples>;
  /** Adds to the samples what comes from packages. */
  readonly complete?: (raw: RawSamples, source: Source, context: FetchContext) => Promise<RawSamples>;
}

export type Adapter<Source extends DataSource> = PackageAdapter<Source> | FolderAdapter<Source>;
