import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** What a side says when its model is ready. */
export interface Ready {
  readonly learnable: number;
  /** The library and its version. */
  readonly version: string;
  readonly peakRssMiB: number;
}

/** One training step. */
export interface Step {
  readonly ms: number;
  readonly loss: number;
  /** Most memory of the process so far. */
  readonly peakRssMiB: number;
}

/**
 * A process that holds one side of a comparison and answers one line of JSON per line that it is sent. It ends with its
 * stdin, so never outlives this one.
 */
export class Contestant<Start = Ready> {
  readonly #name: string;
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  /** What it says when it can be asked. */
  readonly ready: Promise<Start>;

  constructor(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.#name = name;
    this.#process = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    // A side that has ended says so by the end of its output; a second error would only hide the first.
    this.#process.stdin.on('error', () => {});
    this.#process.on('error', () => {});
    this.ready = this.#answer<Start>();
  }

  /** Of the process; 0 when it could not be started. */
  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Runs training step `index` on the case's batch of that number. */
  step(index: number): Promise<Step> {
    return this.ask<Step>(String(index));
  }

  /** The loss of the first batch without dropout, before any step. */
  async check(): Promise<number> {
    return (await this.ask<Pick<Step, 'loss'>>('check')).loss;
  }

  /** Sends a line, and gives the answer to it. */
  ask<Answer>(line: string): Promise<Answer> {
    this.#process.stdin.write(`${line}\n`);
    return this.#answer<Answer>();
  }

  /** Ends the process and waits for it, so that the next one has the machine to itself. */
  async end(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null || this.#process.pid === undefined) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.stdin.end();
    await ended;
  }

  /** Skips lines that are no JSON objects: libraries talk too. */
  async #answer<Answer>(): Promise<Answer> {
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done) throw new Error(`The ${this.#name} side ended without an answer; what it said stands above.`);
      if (value.startsWith('{')) return JSON.parse(value) as Answer;
    }
  }
}
