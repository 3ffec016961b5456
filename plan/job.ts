import type { Digest, JsonObject } from './digest.ts';

/**
 * The operations of the pipeline language, as `uses` names them, and what they imply: `extract` comes before each
 * `evaluate`, `tabulate` is what a table asks for and `plot` what a figure asks for.
 */
export type Operation =
  | 'preprocess'
  | 'pretrain'
  | 'train'
  | 'extract'
  | 'evaluate'
  | 'command'
  | 'tabulate'
  | 'plot';

/** An artifact that a job reads: its files lie in `directory` under the names that its maker gave them. */
export interface JobInput {
  readonly digest: Digest;
  readonly directory: string;
}

/**
 * One call of an operation, with everything it may depend on and nothing else. The bytes that it writes to
 * `outputDirectory` are a function of `operation`, `params` and the digests in `inputs`.
 *
 * Roles in `inputs`: preprocess `data` where samples lie in a folder, and `vocabulary` or `tokenizer`; pretrain `dataset`;
 * train `dataset` and `encoder.MODALITY` for each; extract the same and `model`; evaluate `features`; command `code`
 * and `input.NAME` for each; tabulate and plot `scores`, many, in the order of `params.runs`.
 */
export interface Job<Params = JsonObject> {
  readonly operation: Operation;
  readonly params: Params;
  readonly inputs: { readonly [role: string]: readonly JobInput[] };
  /** An empty folder; every file in it becomes part of the artifact when the job succeeds. */
  readonly outputDirectory: string;
  /** An empty folder for temporary files, removed afterwards. */
  readonly scratchDirectory: string;
  /**
   * A folder beside the logs for what is no part of the result but should outlive the attempt: times, the last good
   * parameters of a run that failed. Who writes to it makes it. Absent where no logs are kept.
   */
  readonly logDirectory?: string;
  /** File that takes what programs of the job print. Absent where no logs are kept. */
  readonly logFile?: string;
}

/** How far a job is. `metrics` are numbers worth showing while it runs (loss, accuracy, lr, samplesPerSecond). */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly unit: string;
  readonly metrics?: { readonly [name: string]: number };
  /** The step before which the last state was kept, see `Checkpoints`. */
  readonly checkpoint?: number;
}

/** What a finished job says of its result besides the files: a media type and a few numbers for people. */
export interface Outcome {
  readonly mediaType: string;
  readonly summary: { readonly [name: string]: string | number };
}

/** Files of a finished part of a job, kept for attempts after this one and for other workers. */
export interface Parts {
  /** Lays the files of a part into a new folder; false when nobody has made it yet. */
  readonly take: (name: string, directory: string) => Promise<boolean>;
  /** Keeps every file of a folder as a part. */
  readonly keep: (name: string, directory: string) => Promise<void>;
}

/**
 * States of a job under way, for the attempt after this one. A job that goes on from a state writes the same bytes as
 * one that was never interrupted.
 */
export interface Checkpoints {
  readonly every: CheckpointEvery;
  /** Copies the newest sound state into a new folder and says the step before which it was saved; undefined: none. */
  readonly take: (directory: string) => Promise<number | undefined>;
  /** Keeps every file of a folder as the state before a step. */
  readonly keep: (step: number, directory: string) => Promise<void>;
}

/** How often a job saves its state: after so many minutes, and after so many steps where that is said. */
export interface CheckpointEvery {
  readonly minutes: number;
  readonly steps?: number;
}

export interface JobContext {
  readonly report: (progress: Progress) => void;
  /** When it aborts, the job saves its state, where it can, and ends. */
  readonly signal: AbortSignal;
  /** Absent where nothing outlives an attempt. */
  readonly parts?: Parts;
  readonly checkpoints?: Checkpoints;
}

/** Every operation has this shape; failures are thrown as `Failure`. */
export type RunJob<Params = JsonObject> = (job: Job<Params>, context: JobContext) => Promise<Outcome>;
