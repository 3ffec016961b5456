import {
  ActivityCancellationType,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  setWorkflowOptions,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities, Found } from '../activities/contract.ts';
import { type Graph, predecessorsOf, Schedule, type TaskFailure } from '../plan/schedule.ts';
import { verdictOf } from './attempt.ts';
import {
  type InterpretInput,
  type InterpretResult,
  maximumAttempts,
  names,
  pageSize,
  type StatusPage,
} from './contract.ts';

const status = defineQuery<StatusPage, [revision: number]>(names.status);
const cancel = defineSignal(names.cancel);

/** Temporal advises at most 500 pending activities. */
const maximumInFlight = 500;
/** How often damaged inputs of one task are made again before the damage counts as its failure. */
const maximumRepairs = 2;

const retry = { initialInterval: '1 s', backoffCoefficient: 2, maximumAttempts } as const;
// Local: a look-up takes milliseconds and must not wait for a slot behind a long task.
const { loadGraph, settle } = proxyLocalActivities<Activities>({ startToCloseTimeout: '10 minutes', retry });
const { execute } = proxyActivities<Activities>({
  startToCloseTimeout: '7 days',
  // The worker reports every second. Ten make room for a machine that is busy to the limit.
  heartbeatTimeout: '10 s',
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry,
});

// An error that we did not foresee must end the run with its text. Temporal's default retries it for ever.
setWorkflowOptions({ failureExceptionTypes: [Error] }, interpret);

/** Runs every task of a plan that is not in the store yet, each as soon as what it needs is there. */
export async function interpret(input: InterpretInput): Promise<InterpretResult> {
  const work = new CancellationScope();
  let interpreter: Interpreter | undefined;
  setHandler(cancel, () => work.cancel());
  setHandler(status, (revision) => interpreter?.page(revision) ?? emptyPage(revision));
  interpreter = new Interpreter(input, await loadGraph(input.planDigest), work);
  return interpreter.run();
}

function emptyPage(revision: number): StatusPage {
  return { execution: workflowInfo().runId, revision, hasMore: false, tasks: [] };
}

class Interpreter {
  readonly #input: InterpretInput;
  readonly #graph: Graph;
  readonly #work: CancellationScope;
  readonly #schedule: Schedule;
  readonly #repairs = new Map<number, number>();
  /** Looked up, not in the store, not started yet. */
  readonly #waiting: number[] = [];
  /** Seconds of tasks that an earlier execution of this run made. */
  readonly #made: ReadonlyMap<number, number>;
  #inFlight = 0;
  #activities = 0;
  #isCancelled = false;
  #bug: unknown;

  constructor(input: InterpretInput, graph: Graph, work: CancellationScope) {
    this.#input = input;
    this.#graph = graph;
    this.#work = work;
    this.#schedule = new Schedule(graph);
    this.#made = new Map(input.carried?.done);
    for (const [place, failure] of input.carried?.failed ?? []) this.#schedule.fail(place, failure);
  }

  async run(): Promise<InterpretResult> {
    try {
      await this.#work.run(() => this.#loop());
    } catch (error) {
      if (!isCancellation(error)) throw error;
      this.#isCancelled = true;
      // Attempts under way were told to stop; their processes are gone when they have answered.
      await CancellationScope.nonCancellable(() => condition(() => this.#inFlight === 0));
    }
    if (this.#isCancelled) return { state: 'interrupted' };
    const hasFailed = this.#graph.ids.some((_, place) => this.#schedule.statusOf(place).state === 'failed');
    return { state: hasFailed ? 'failed' : 'done' };
  }

  async #loop(): Promise<void> {
    await this.#settle();
    while (!this.#schedule.isFinished) {
      if (this.#mustContinue) return this.#continueAsNew();
      this.#startWaiting();
      // Invariant: as long as a task is open, one that it waits for is under way. Better a failed run than a hanging one.
      if (this.#inFlight === 0 && !this.#schedule.hasReady) throw new Error('no task can go on');
      await condition(() => this.#hasNews);
      if (this.#bug !== undefined) throw this.#bug;
      if (this.#schedule.hasReady) await this.#settle(this.#schedule.takeReady());
    }
  }

  /** Looks up tasks in the store, all at first: what is there is reused, what is not will be executed. */
  async #settle(candidates?: readonly number[]): Promise<void> {
    const { planDigest } = this.#input;
    const known = candidates === undefined ? [] : this.#artifactsBefore(candidates);
    const reply = await settle({ planDigest, known, ...(candidates && { candidates }) });
    if (candidates === undefined) this.#schedule.takeReady();
    for (const [place, artifact] of reply.reused) {
      const seconds = this.#made.get(place);
      this.#schedule.finish(
        place,
        seconds === undefined ? { state: 'reused', artifact } : { state: 'done', artifact, seconds },
      );
    }
    this.#waiting.push(
      ...reply.missing.filter((place) => this.#schedule.statusOf(place).state === 'waiting'),
    );
    // What became ready on the way was among the candidates, and so among those that are missing.
    if (candidates === undefined) this.#schedule.takeReady();
  }

  #artifactsBefore(candidates: readonly number[]): readonly Found[] {
    const places = new Set(candidates.flatMap((place) => predecessorsOf(this.#graph, place)));
    return this.#artifactsOf([...places]);
  }

  #artifactsOf(places: readonly number[]): readonly Found[] {
    return places.flatMap((place) => {
      const { artifact } = this.#schedule.statusOf(place);
      return artifact === undefined ? [] : [[place, artifact] as const];
    });
  }

  get #hasNews(): boolean {
    const isIdle = this.#inFlight === 0 || this.#bug !== undefined;
    return isIdle || this.#canStart || this.#schedule.hasReady || this.#schedule.isFinished;
  }

  get #canStart(): boolean {
    return this.#waiting.length > 0 && this.#inFlight < maximumInFlight && !this.#isFull;
  }

  /** Time for a new execution: nothing more is started in this one. */
  get #isFull(): boolean {
    const limit = this.#input.continueAfter ?? Number.POSITIVE_INFINITY;
    return workflowInfo().continueAsNewSuggested || this.#activities >= limit;
  }

  get #mustContinue(): boolean {
    return this.#isFull && this.#inFlight === 0;
  }

  #startWaiting(): void {
    while (this.#canStart) {
      const place = this.#waiting.shift();
      if (place === undefined) return;
      if (!this.#schedule.isReady(place)) continue;
      this.#inFlight += 1;
      this.#activities += 1;
      this.#schedule.start(place);
      void this.#execute(place);
    }
  }

  /** One task to its end. Never rejects: a bug is left for the loop to throw. */
  async #execute(place: number): Promise<void> {
    try {
      const { artifact, seconds } = await this.#attempt(place);
      this.#schedule.finish(place, { state: 'done', artifact, seconds });
    } catch (error) {
      this.#judge(place, error);
    } finally {
      this.#inFlight -= 1;
    }
  }

  #attempt(place: number) {
    const [summary, taskQueue] = [this.#graph.ids[place] ?? '', this.#graph.queues[place] ?? ''];
    const { planDigest, run } = this.#input;
    const request = {
      planDigest,
      run,
      task: place,
      reads: this.#artifactsOf(this.#graph.reads[place] ?? []),
    };
    // The activity's id tells a client, which sees it with its progress, whose it is.
    return execute.executeWithOptions({ taskQueue, summary, activityId: String(place) }, [request]);
  }

  #judge(place: number, error: unknown): void {
    try {
      const verdict = verdictOf(error);
      if (verdict.kind === 'cancelled') this.#schedule.putBack(place);
      else if (verdict.kind === 'damaged' && this.#mayRepair(place)) this.#schedule.reopenInputs(place);
      else this.#schedule.fail(place, verdict.failure);
    } catch (bug) {
      this.#bug = bug;
    }
  }

  #mayRepair(place: number): boolean {
    const repairs = this.#repairs.get(place) ?? 0;
    this.#repairs.set(place, repairs + 1);
    return repairs < maximumRepairs;
  }

  #continueAsNew(): Promise<never> {
    const failed: [number, TaskFailure][] = [];
    const done: [number, number][] = [];
    for (const place of this.#graph.ids.keys()) {
      const { state, failure, seconds = 0 } = this.#schedule.statusOf(place);
      if (failure !== undefined) failed.push([place, failure]);
      if (state === 'done') done.push([place, seconds]);
    }
    return continueAsNew<typeof interpret>({ ...this.#input, carried: { failed, done } });
  }

  /** What changed after a revision, oldest first. */
  page(revision: number): StatusPage {
    const changed = this.#schedule.changesSince(revision);
    const tasks = changed.slice(0, pageSize).map((place) => [place, this.#schedule.statusOf(place)] as const);
    return {
      ...emptyPage(tasks.at(-1)?.[1].revision ?? revision),
      hasMore: changed.length > pageSize,
      tasks,
    };
  }
}
