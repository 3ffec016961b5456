import { megabytes } from './bytes.mjs';

const progressMs = 5_000;

/**
 * Tells a person on stderr what set-up does: a line when a step begins, one every five seconds of a long
 * download, one at its end with size and time. Says one line when there was nothing to do.
 */
export class StepLog {
  #heading;
  #place;
  #started = performance.now();
  #steps = 0;

  /**
   * @param {string} heading
   * @param {string} place
   */
  constructor(heading, place) {
    this.#heading = heading;
    this.#place = place;
  }

  /**
   * Runs a step; what it returns is said of its result.
   * @param {string} title
   * @param {string} about
   * @param {() => Promise<string>} body
   */
  async step(title, about, body) {
    if (this.#steps === 0) this.#say(`${this.#heading}; ${this.#place}`);
    this.#steps += 1;
    this.#say(`  ${title}: ${about} ...`);
    const started = performance.now();
    const result = await body();
    this.#say(`  ${title}: ${result}, ${seconds(started)}`);
  }

  /**
   * A receiver of download progress that speaks every few seconds.
   * @returns {(progress: import('./package-cache.mjs').Progress) => void}
   */
  progress() {
    let [phase, spoken] = ['', performance.now()];
    return (progress) => {
      const isNew = progress.phase !== phase && progress.unit !== 'bytes';
      if (!isNew && performance.now() - spoken < progressMs) return;
      [phase, spoken] = [progress.phase, performance.now()];
      const amount =
        progress.unit === 'bytes' ? `: ${megabytes(progress.done)} of ${megabytes(progress.total)}` : '';
      this.#say(`    ${progress.phase}${amount}`);
    };
  }

  /**
   * @param {string} what is being waited for
   * @returns {(pid: number) => void}
   */
  waiting(what) {
    return (pid) => this.#say(`  waiting for another set-up of ${what} (process ${pid}) to finish`);
  }

  /** @param {string} tools */
  close(tools) {
    if (this.#steps === 0) this.#say(`Lacuna is set up (checked in ${seconds(this.#started)}).`);
    else this.#say(`Lacuna is set up, ${seconds(this.#started)} in all, with ${tools}.`);
  }

  /** @param {string} line */
  #say(line) {
    console.error(line);
  }
}

/** @param {number} since in milliseconds of the process's clock */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
