import type { S3Settings } from '../store/s3-address.ts';

/** What temporal.config.ts says. Every key may be left out. */
export interface LacunaConfig {
  /** Host and port of a Temporal server of your own. Left out: a private one is started for each run. */
  readonly address?: string;
  /** Namespace there; `default` when left out. */
  readonly namespace?: string;
  /** The Temporal program to use for the private server, instead of the one that the set-up installs. */
  readonly temporalBinary?: string;
  /** Folder of a TensorFlow C library to use, instead of the one that the set-up installs. */
  readonly tensorflowDirectory?: string;
  /** Where results and run records are: a folder, or `s3://BUCKET/PREFIX`. */
  readonly store?: string;
  /** Folder of this machine for a store in a bucket: attempts under way, copies, logs, the private server's database. */
  readonly work?: string;
  /** How a bucket is reached. Its secrets come from the environment. */
  readonly s3?: S3Settings;
  /** How many bytes of copies of a bucket's contents this machine keeps; 50 GB when left out. */
  readonly cacheBytes?: number;
  /** Queues that this machine works on, and how many tasks of each at once. */
  readonly queues?: { readonly [queue: string]: number };
}

/** Gives temporal.config.ts its type, so that an editor completes and explains the keys. */
export function defineConfig<Config extends LacunaConfig>(config: Config): LacunaConfig {
  return config;
}
