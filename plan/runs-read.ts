import type { Axes, RunsAsked, ScoredRun } from './params.ts';
import type { Task } from './plan.ts';

type Where = { readonly [axis: string]: string | number | boolean } | undefined;

/** The scored runs that a table or a figure reads, each once, numbered in the order in which they were asked for. */
export class RunsRead {
  readonly tasks: Task[] = [];
  readonly #places = new Map<string, number>();
  readonly #tasksOf: (step: string) => readonly Task[];
  readonly #over: readonly string[];

  /** `over`: the axes that are aggregated, which order the runs of a number. */
  constructor(tasksOf: (step: string) => readonly Task[], over: readonly string[]) {
    this.#tasksOf = tasksOf;
    this.#over = over;
  }

  /** The runs of a step that have all values of `where`, and their partners where a second run is read too. */
  ask(step: string, where: Where, against: Where): Pick<RunsAsked, 'runs' | 'against'> {
    const runs = this.matching(step, where).toSorted((a, b) => compareAxes(this.#over, a.axes, b.axes));
    const partners =
      against && runs.map(({ axes }) => this.#place(this.#only(step, { ...axes, ...against })));
    return { runs: runs.map((task) => this.#place(task)), ...(partners && { against: partners }) };
  }

  /** The tasks of a step that have all values of `where`, in the order of the plan. */
  matching(step: string, where: Where): readonly Task[] {
    const wanted = Object.entries(where ?? {});
    return this.#tasksOf(step).filter(({ axes }) => wanted.every(([axis, value]) => axes[axis] === value));
  }

  /** The values of an axis among the runs of a step, in the order of the plan. */
  valuesOf(step: string, where: Where, axis: string): readonly (string | number | boolean)[] {
    return [...new Set(this.matching(step, where).flatMap(({ axes }) => axes[axis] ?? []))];
  }

  get runs(): readonly ScoredRun[] {
    return this.tasks.map(({ axes }) => ({ axes }));
  }

  /** The one run with these axes; the spec has made sure that there is one. */
  #only(step: string, axes: Axes): Task {
    const [task, other] = this.matching(step, axes);
    if (task === undefined || other !== undefined)
      throw new Error(`not one run of ${step} has ${JSON.stringify(axes)}`);
    return task;
  }

  #place(task: Task): number {
    const known = this.#places.get(task.id);
    if (known !== undefined) return known;
    this.#places.set(task.id, this.tasks.length);
    this.tasks.push(task);
    return this.tasks.length - 1;
  }
}

function compareAxes(over: readonly string[], a: Axes, b: Axes): number {
  for (const axis of over) {
    const order = compareScalars(a[axis], b[axis]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareScalars(a: Axes[string] | undefined, b: Axes[string] | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [`${typeof a} ${a}`, `${typeof b} ${b}`];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
