import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Failure, failure } from '../diagnostics/failure.ts';
import type { Checkpoints } from '../plan/job.ts';
import { readState, type Standing, type StatefulRun, writeState } from './saved-state.ts';

/** A run whose states are kept. */
export interface KeptRun extends StatefulRun {
  /** Steps of the stages before. */
  readonly stepsBefore: number;
  /** For the files of a state on their way. */
  readonly scratchDirectory: string;
}

const msPerMinute = 60_000;

/** The states of a run: the newest is gone on from, new ones are kept from time to time. Without `checkpoints` none. */
export class RunStates {
  readonly #run: KeptRun;
  readonly #checkpoints: Checkpoints | undefined;
  /** The last state that is kept: where the run stood, and when that was. */
  #step = 0;
  #at = performance.now();

  constructor(run: KeptRun, checkpoints: Checkpoints | undefined) {
    this.#run = run;
    this.#checkpoints = checkpoints;
  }

  /** Puts the run into its newest state and says where it stands; undefined when it begins at its beginning. */
  async goOn(): Promise<Standing | undefined> {
    const directory = join(this.#run.scratchDirectory, 'state-taken');
    if ((await this.#checkpoints?.take(directory)) === undefined) return undefined;
    const read = await readState(directory, this.#run);
    await rm(directory, { recursive: true, force: true });
    if (read === 'of another stage') return undefined;
    if ('misfit' in read) {
      say(failure('LAC4230', { why: read.misfit }));
      return undefined;
    }
    this.#step = read.standing.step;
    this.#at = performance.now();
    return read.standing;
  }

  /** Whether the time has come to keep a state before a step. */
  isDue(step: number): boolean {
    if (this.#checkpoints === undefined || step === this.#step) return false;
    const { minutes, steps = Number.POSITIVE_INFINITY } = this.#checkpoints.every;
    return step - this.#step >= steps || performance.now() - this.#at >= minutes * msPerMinute;
  }

  /**
   * Keeps the state, unless it is the one that was kept last. A state is no result: when it cannot be kept, that is
   * said, and the run goes on.
   */
  async keep(standing: Standing): Promise<void> {
    if (this.#checkpoints === undefined || standing.step === this.#step) return;
    try {
      await this.#write(this.#checkpoints, standing);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      say(failure('LAC4231', { step: standing.step, why }, error));
    }
    this.#step = standing.step;
    this.#at = performance.now();
  }

  async #write(checkpoints: Checkpoints, standing: Standing): Promise<void> {
    const directory = join(this.#run.scratchDirectory, 'state-kept');
    try {
      await mkdir(directory, { recursive: true });
      await writeState(directory, this.#run, standing);
      await checkpoints.keep(this.#run.stepsBefore + standing.step, directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
}

/** In the log of the task. */
function say({ code, message }: Failure): void {
  process.stderr.write(`${code}: ${message}\n`);
}
