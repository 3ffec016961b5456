import { defineSignal, setHandler } from '@temporalio/workflow';
import { type CarriedSteering, names, priorities } from './contract.ts';

const [cancel, pause, resume, failFast] = [
  defineSignal(names.cancel),
  defineSignal(names.pause),
  defineSignal(names.resume),
  defineSignal(names.failFast),
];
const retry = defineSignal<[places: readonly number[]]>(names.retry);
const prioritise = defineSignal<[places: readonly number[], priority: number]>(names.prioritise);

/** What becomes of a run when somebody steers it. */
interface Steered {
  readonly onFailFast: () => void;
  readonly onRetry: (places: readonly number[]) => void;
}

/**
 * What people ask of a run. It listens from the first moment, before the plan is known; what it cannot pass on yet
 * waits until somebody is there to take it.
 */
export class Steering {
  isPaused: boolean;
  failsFast: boolean;
  readonly #priorities: Map<number, number>;
  readonly #retries: number[] = [];
  #steered: Steered | undefined;

  constructor(carried: CarriedSteering | undefined, onCancel: () => void) {
    this.isPaused = carried?.isPaused ?? false;
    this.failsFast = carried?.failsFast ?? false;
    this.#priorities = new Map(carried?.priorities);
    setHandler(cancel, onCancel);
    setHandler(pause, () => {
      this.isPaused = true;
    });
    setHandler(resume, () => {
      this.isPaused = false;
    });
    setHandler(failFast, () => {
      this.failsFast = true;
      this.#steered?.onFailFast();
    });
    setHandler(retry, (places) => {
      if (this.#steered) this.#steered.onRetry(places);
      else this.#retries.push(...places);
    });
    setHandler(prioritise, (places, priority) => {
      for (const place of places) this.#priorities.set(place, priority);
    });
  }

  /** From now on `steered` hears of everything, and of what was asked before. */
  attach(steered: Steered): void {
    this.#steered = steered;
    if (this.#retries.length > 0) steered.onRetry(this.#retries.splice(0));
    if (this.failsFast) steered.onFailFast();
  }

  priorityOf(place: number): number | undefined {
    return this.#priorities.get(place);
  }

  /** Which of some waiting tasks goes first: the one that waits longest of those with the best priority. */
  firstOf(waiting: readonly number[]): number {
    if (this.#priorities.size === 0) return 0;
    let best = 0;
    for (const [index, place] of waiting.entries()) {
      if (this.#rank(place) < this.#rank(waiting[best] ?? place)) best = index;
    }
    return best;
  }

  #rank(place: number): number {
    return this.#priorities.get(place) ?? priorities.usual;
  }

  carry(): CarriedSteering {
    const { isPaused, failsFast } = this;
    return { isPaused, failsFast, priorities: [...this.#priorities] };
  }
}
