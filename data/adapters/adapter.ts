import type { JobContext } from '../plan/job.ts';
import type { DataSource } from '../schemas/generated/resolved.ts';
import type { Pin } from './packages.ts';
import type { RawSamples } from './raw-sample.ts';

/** Reads one kind of data set. Its samples are a function of `version`, the packages and the options alone. */
export interface Adapter<Source extends DataSource> {
  /** Raised when the code changes which samples are read or how they are split. */
  readonly version: number;
  /** The packages that hold the data, pinned by digest. */
  readonly packagesOf: (source: Source) => readonly Pin[];
  readonly read: (source: Source, context: JobContext) => Promise<RawSamples>;
}
