import {
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  isCancellation,
  patched,
  setHandler,
  setWorkflowOptions,
  workflowInfo,
} from '@temporalio/workflow';
import type { Found } from '../activities/contract.ts';
import { type Graph, predecessorsOf, Schedule } from '../plan/schedule.ts';
import { execute, loadGraph, settle } from './ask.ts';
import { verdictOf } from './attempt.ts';
import { carriedResults } from './carried-results.ts';
import { type InterpretInput, type InterpretResult, names, type StatusPage } from './contract.ts';
import { pageOf } from './status-page.ts';
import { Steering } from './steering.ts';

const status = defineQuery<StatusPage, [revision: number]>(names.status);

/** Temporal advises at most 500 pending activities. */
const maximumInFlight = 500;
/** Runs that began before: an attempt that a stopping worker gave back counted as one that failed. */
const givenBackAnew = 'given-back-anew';
/** How often damaged inputs of one task are made again before the damage counts as its failure. */
const maximumRepairs = 2;

// An error that we did not foresee must end the run with its text. Temporal's default retries it for ever.
setWorkflowOptions({ failureExceptionTypes: [Error] }, interpret);

/** Runs every task of a plan that is not in the store yet, each as soon as what it needs is there. */
export async function interpret(input: InterpretInput): Promise<InterpretResult> {
  const work = new CancellationScope();
  let isCancelled = false;
  const steering = new Steering(input.carried?.steering, () => {
    isCancelled = true;
    work.cancel();
  });
  let interpreter: Interpreter | undefined;
  setHandler(status, (revision) => ({
    execution: workflowInfo().runId,
    isPaused: steering.isPaused,
    ...(interpreter?.page(revision) ?? { revision, hasMore: false, tasks: [] }),
  }));
  interpreter = new Interpreter(input, await loadGraph(input.planDigest), work, steering);
  const state = await interpreter.run();
  return { state: isCancelled && state !== 'done' ? 'interrupted' : state };
}

class Interpreter {
  readonly #input: InterpretInput;
  readonly #graph: Graph;
  readonly #work: CancellationScope;
  readonly #schedule: Schedule;
  readonly #steering: Steering;
  readonly #repairs = new Map<number, number>();
  /** Looked up, not in the store, not started yet. */
  readonly #waiting: number[] = [];
  /** Seconds of tasks that an earlier execution of this run made. */
  readonly #made: ReadonlyMap<number, number>;
  readonly #inFlight = new Set<number>();
  #activities = 0;
  #bug: unknown;

  constructor(input: InterpretInput, graph: Graph, work: CancellationScope, steering: Steering) {
    this.#input = input;
    this.#graph = graph;
    this.#work = work;
    this.#steering = steering;
    this.#schedule = new Schedule(graph);
    this.#made = new Map(input.carried?.done);
    for (const [place, failure] of input.carried?.failed ?? []) this.#schedule.fail(place, failure);
    steering.attach({
      onFailFast: () => this.#stopIfFailed(),
      onRetry: (places) => this.#retry(places),
    });
  }

  async run(): Promise<InterpretResult['state']> {
    try {
      await this.#work.run(() => this.#loop());
    } catch (error) {
      if (!isCancellation(error)) throw error;
      // Attempts under way were told to stop; their processes are gone when they have answered.
      await CancellationScope.nonCancellable(() => condition(() => this.#inFlight.size === 0));
    }
    if (this.#hasFailed) return 'failed';
    return this.#schedule.isFinished ? 'done' : 'interrupted';
  }

  get #hasFailed(): boolean {
    return this.#graph.ids.some((_, place) => this.#schedule.statusOf(place).state === 'failed');
  }

  /** Places that the plan does not have are passed over: a signal comes from outside and must not end the run. */
  #retry(places: readonly number[]): void {
    for (const place of places) if (place in this.#graph.ids) this.#schedule.retry(place);
  }

  #stopIfFailed(): void {
    if (this.#steering.failsFast && this.#hasFailed) this.#work.cancel();
  }

  async #loop(): Promise<void> {
    await this.#settle();
    while (!this.#schedule.isFinished) {
      if (this.#mustContinue) return this.#continueAsNew();
      this.#startWaiting();
      // Invariant: as long as a task is open, one that it waits for is under way. Better a failed run than a hanging one.
      if (this.#isIdle && !this.#schedule.hasReady) throw new Error('no task can go on');
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
    const mustLook = this.#isIdle || this.#mustContinue || this.#bug !== undefined;
    return mustLook || this.#canStart || this.#schedule.hasReady || this.#schedule.isFinished;
  }

  /** Nothing is under way, and nobody asked for that. */
  get #isIdle(): boolean {
    return this.#inFlight.size === 0 && !this.#steering.isPaused;
  }

  get #canStart(): boolean {
    const hasRoom = this.#inFlight.size < maximumInFlight && !this.#isFull;
    return this.#waiting.length > 0 && hasRoom && !this.#steering.isPaused;
  }

  /** Time for a new execution: nothing more is started in this one. */
  get #isFull(): boolean {
    const limit = this.#input.continueAfter ?? Number.POSITIVE_INFINITY;
    return workflowInfo().continueAsNewSuggested || this.#activities >= limit;
  }

  get #mustContinue(): boolean {
    return this.#isFull && this.#inFlight.size === 0;
  }

  #startWaiting(): void {
    while (this.#canStart) {
      const [place] = this.#waiting.splice(this.#steering.firstOf(this.#waiting), 1);
      if (place === undefined) return;
      // Of a task that was skipped and opened again an attempt may still be under way; its end decides.
      if (!this.#schedule.isReady(place) || this.#inFlight.has(place)) continue;
      this.#inFlight.add(place);
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
      this.#inFlight.delete(place);
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
    const priorityKey = this.#steering.priorityOf(place);
    const options = { taskQueue, summary, activityId: String(place) };
    return execute.executeWithOptions(
      priorityKey === undefined ? options : { ...options, priority: { priorityKey } },
      [request],
    );
  }

  #judge(place: number, error: unknown): void {
    try {
      const verdict = verdictOf(error);
      if (verdict.kind === 'cancelled' || (verdict.kind === 'given-back' && patched(givenBackAnew)))
        this.#schedule.putBack(place);
      else if (verdict.kind === 'damaged' && this.#mayRepair(place)) this.#schedule.reopenInputs(place);
      else {
        this.#schedule.fail(place, verdict.failure);
        this.#stopIfFailed();
      }
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
    const carried = { ...carriedResults(this.#graph, this.#schedule), steering: this.#steering.carry() };
    return continueAsNew<typeof interpret>({ ...this.#input, carried });
  }

  page(revision: number): Pick<StatusPage, 'revision' | 'hasMore' | 'tasks'> {
    return pageOf(this.#schedule, revision);
  }
}
