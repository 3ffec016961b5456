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
  /** Folder of results, run records and the private server's database. */
  readonly store?: string;
  /** Queues that this machine works on, and how many tasks of each at once. */
  readonly queues?: { readonly [queue: string]: number };
}

/** Gives temporal.config.ts its type, so that an editor completes and explains the keys. */
export function defineConfig<Config extends LacunaConfig>(config: Config): LacunaConfig {
  return config;
}
