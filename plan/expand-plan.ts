import type { DataSource, TextProcessing } from '../schemas/generated/resolved.ts';
import type { Pipeline, PipelineStep } from '../spec/pipeline.ts';
import type { Digest, JsonObject } from './digest.ts';
import type { EncoderParams } from './params.ts';
import type { Plan, Task, TaskId, TaskInput } from './plan.ts';

/** Bytes from outside, known by digest: `source` says to people and to workers where they come from. */
export interface ExternalSource {
  readonly digest: Digest;
  readonly source: string;
}

/** What a pipeline reads from outside, looked up before planning so that planning stays pure. */
export interface ExternalSources {
  /** By name of the data set. */
  readonly data: ReadonlyMap<string, ExternalSource>;
  /** By the text of `from` or `vocabulary`. */
  readonly weights: ReadonlyMap<string, ExternalSource>;
}

type Axes = Task['axes'];

/** What bytes from outside are read for. */
export type WeightUse = 'encoder' | 'vocabulary' | 'tokenizer';

/** The texts of `from` and `vocabulary` that name bytes outside the pipeline, each with all that it is read for. */
export function weightSourcesOf(pipeline: Pipeline): ReadonlyMap<string, readonly WeightUse[]> {
  const steps = new Set(pipeline.steps.map(({ name }) => name));
  const encoders = Object.values(pipeline.encoders).flatMap((encoder) =>
    encoder && !steps.has(encoder.from) ? [encoder.from] : [],
  );
  const texts = pipeline.steps.flatMap((step) => {
    if (step.uses !== 'preprocess') return [];
    return combinationsOfMatrix(step).flatMap((axes) => {
      const { text } = pipeline.resolveWith(step, axes);
      return text === undefined ? [] : [{ from: text.vocabulary, use: useOf(text) }];
    });
  });
  const named = [...encoders.map((from) => ({ from, use: 'encoder' as const })), ...texts];
  const usesOf = (text: string) => named.filter(({ from }) => from === text).map(({ use }) => use);
  return new Map(named.map(({ from }) => [from, [...new Set(usesOf(from))]]));
}

/** What a text is cut up by, as an input's role and as what its folder is read for. */
function useOf({ tokenizer }: Pick<TextProcessing, 'tokenizer'>): 'vocabulary' | 'tokenizer' {
  return tokenizer === 'file' ? 'tokenizer' : 'vocabulary';
}

/**
 * Every task of a valid pipeline: matrices multiplied out, references turned into inputs, defaults filled in.
 * A step takes over the axes of the steps whose artifacts it reads, and joins them on axes of equal name.
 */
export function expandPlan(pipeline: Pipeline, sources: ExternalSources): Plan {
  const expansion = new Expansion(pipeline, sources);
  for (const step of pipeline.steps) expansion.tasksOf(step.name);
  const tables = pipeline.tables.map((table) => {
    const { from, ...params } = table.options;
    const evaluations = expansion.tasksOf(from);
    return {
      id: table.name,
      step: table.name,
      operation: 'tabulate' as const,
      queue: 'cpu',
      axes: {},
      params: asJson({ ...params, name: table.name, entries: evaluations.map(({ axes }) => axes) }),
      inputs: evaluations.map(({ id }) => ({ role: 'scores', task: id })),
      after: [],
    };
  });
  return { version: 1, pipeline: pipeline.name, tasks: [...expansion.ordered, ...tables] };
}

/** Tasks by step, made on demand so that each comes after what it reads. The spec has ruled out cycles. */
class Expansion {
  readonly pipeline: Pipeline;
  readonly sources: ExternalSources;
  readonly ordered: Task[] = [];
  readonly #byId = new Map<TaskId, Task>();
  readonly #made = new Map<string, readonly Task[]>();
  readonly #steps: ReadonlyMap<string, PipelineStep>;

  constructor(pipeline: Pipeline, sources: ExternalSources) {
    this.pipeline = pipeline;
    this.sources = sources;
    this.#steps = new Map(pipeline.steps.map((step) => [step.name, step]));
  }

  tasksOf(name: string): readonly Task[] {
    const made = this.#made.get(name);
    if (made) return made;
    const step = this.#steps.get(name);
    if (step === undefined) throw new Error(`the spec let an unknown step pass: ${name}`);
    const after = step.needs.flatMap((needed) => this.tasksOf(needed));
    const tasks = this.#combinations(step).map((axes) => this.#task(step, axes, after));
    this.#made.set(name, tasks);
    for (const task of tasks) {
      this.ordered.push(task);
      this.#byId.set(task.id, task);
    }
    return tasks;
  }

  /** Axes of the step's own matrix, joined with those of every step that it reads. */
  #combinations(step: PipelineStep): readonly Axes[] {
    const own = combinationsOfMatrix(step);
    const read = new Set(own.flatMap((axes) => this.#stepsRead(step, axes).map(([, name]) => name)));
    return [...read].reduce(
      (combinations, name) =>
        join(
          combinations,
          this.tasksOf(name).map(({ axes }) => axes),
        ),
      own,
    );
  }

  #task(step: PipelineStep, axes: Axes, after: readonly Task[]): Task {
    const read = this.#stepsRead(step, axes).map(([role, name]) => ({
      role,
      task: this.#matching(name, axes),
    }));
    const inputs = [
      ...read.map(({ role, task }) => ({ role, task: task.id })),
      ...this.#inherited(step, read),
      ...this.#external(step, axes),
    ];
    const reads = new Set(inputs.flatMap((input) => ('task' in input ? [input.task] : [])));
    return {
      id: taskId(step.name, axes),
      step: step.name,
      operation: step.uses,
      queue: step.queue,
      axes,
      params: this.#params(step, axes),
      inputs,
      after: after.map(({ id }) => id).filter((id) => !reads.has(id)),
    };
  }

  /** Role and name of every step whose artifact is read. */
  #stepsRead(step: PipelineStep, axes: Axes): readonly (readonly [string, string])[] {
    if (step.uses === 'preprocess') return [];
    if (step.uses === 'evaluate') return [['model', this.pipeline.resolveWith(step, axes).model]];
    if (step.uses === 'pretrain') return [['dataset', this.pipeline.resolveWith(step, axes).dataset]];
    const { dataset } = this.pipeline.resolveWith(step, axes);
    const encoders = this.#encodersOf(dataset).flatMap(([modality, encoder]) =>
      this.#steps.has(encoder.from) ? [[`encoder.${modality}`, encoder.from] as const] : [],
    );
    return [['dataset', dataset], ...encoders];
  }

  /** An evaluation reads what its model was trained from: the same data set and the same encoders. */
  #inherited(step: PipelineStep, read: readonly { role: string; task: Task }[]): readonly TaskInput[] {
    if (step.uses !== 'evaluate') return [];
    return read.flatMap(({ task }) => task.inputs);
  }

  #external(step: PipelineStep, axes: Axes): readonly TaskInput[] {
    if (step.uses === 'preprocess') {
      const { data, text } = this.pipeline.resolveWith(step, axes);
      return [
        { role: 'data', ...known(this.sources.data, data) },
        ...(text ? [{ role: useOf(text), ...known(this.sources.weights, text.vocabulary) }] : []),
      ];
    }
    if (step.uses !== 'train') return [];
    return this.#encodersOf(this.pipeline.resolveWith(step, axes).dataset).flatMap(([modality, encoder]) =>
      this.#steps.has(encoder.from)
        ? []
        : [{ role: `encoder.${modality}`, ...known(this.sources.weights, encoder.from) }],
    );
  }

  /** The encoders of the modalities that a preprocess step makes. */
  #encodersOf(preprocess: string) {
    const step = this.#steps.get(preprocess);
    if (step?.uses !== 'preprocess') throw new Error(`the spec let ${preprocess} pass as a preprocess step`);
    const options = this.pipeline.resolveWith(step, combinationsOfMatrix(step)[0] ?? {});
    return (['image', 'text', 'audio', 'video'] as const).flatMap((modality) => {
      const encoder = this.pipeline.encoders[modality];
      return options[modality] && encoder ? [[modality, encoder] as const] : [];
    });
  }

  #matching(name: string, axes: Axes): Task {
    // All tasks of a step have the same axes, so the wanted id can be built instead of searched for.
    const names = Object.keys(this.tasksOf(name)[0]?.axes ?? {});
    const id = taskId(name, Object.fromEntries(names.map((axis) => [axis, axes[axis] ?? ''])));
    const match = this.#byId.get(id);
    if (match === undefined) throw new Error(`no task ${id} for ${taskId(name, axes)}`);
    return match;
  }

  /** Options without names of steps and data sets: those became inputs, and names never enter a key. */
  #params(step: PipelineStep, axes: Axes): JsonObject {
    switch (step.uses) {
      case 'preprocess': {
        const { data, text, ...rest } = this.pipeline.resolveWith(step, axes);
        const { vocabulary: _, ...words } = text ?? { vocabulary: '' };
        return asJson({
          ...rest,
          data: withoutPlace(this.pipeline.data[data]),
          ...(text && { text: words }),
        });
      }
      case 'pretrain': {
        const { dataset: _, ...rest } = this.pipeline.resolveWith(step, axes);
        return asJson(rest);
      }
      case 'train': {
        const { dataset, ...rest } = this.pipeline.resolveWith(step, axes);
        return asJson({ ...rest, encoders: this.#architectures(dataset) });
      }
      case 'evaluate': {
        const { model, ...rest } = this.pipeline.resolveWith(step, axes);
        const train = this.#matching(model, axes);
        return asJson({ ...rest, encoders: train.params['encoders'] });
      }
    }
  }

  #architectures(dataset: string): EncoderParams {
    return Object.fromEntries(
      this.#encodersOf(dataset).map(([modality, { from: _, ...use }]) => [modality, use]),
    );
  }
}

/** `train[method=u2a,seed=0]`; the bare name where there are no axes. */
function taskId(step: string, axes: Axes): TaskId {
  const values = Object.entries(axes).map(([axis, value]) => `${axis}=${value}`);
  return values.length === 0 ? step : `${step}[${values.join(',')}]`;
}

/** Axes in the order of their names, so that the order in which a file lists them changes nothing. */
function combinationsOfMatrix(step: PipelineStep): readonly Axes[] {
  return sortedEntries(step.matrix).reduce<readonly Axes[]>(
    (combinations, [axis, values]) =>
      combinations.flatMap((axes) => values.map((value) => ({ ...axes, [axis]: value }))),
    [{}],
  );
}

/** All unions of a left and a right combination that do not contradict each other. */
function join(left: readonly Axes[], right: readonly Axes[]): readonly Axes[] {
  const joined = left.flatMap((one) =>
    right
      .filter((other) => agree(one, other))
      .map((other): Axes => Object.fromEntries(sortedEntries({ ...other, ...one }))),
  );
  return [...new Map(joined.map((axes) => [taskId('', axes), axes])).values()];
}

function sortedEntries<Value>(record: { readonly [name: string]: Value }): readonly [string, Value][] {
  return Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
}

function agree(one: Axes, other: Axes): boolean {
  return Object.entries(one).every(([axis, value]) => other[axis] === undefined || other[axis] === value);
}

function known(sources: ReadonlyMap<string, ExternalSource>, name: string): ExternalSource {
  const source = sources.get(name);
  if (source === undefined) throw new Error(`the digest of ${name} was not looked up before planning`);
  return source;
}

/** The folder of a data set is an input, known by its content: where it lies never enters a key. */
function withoutPlace(source: DataSource | undefined): DataSource | undefined {
  if (source === undefined || !('root' in source.with)) return source;
  return { ...source, with: { ...source.with, root: '.' } } as DataSource;
}

/** Drops what is undefined, so that a plan survives a round trip through JSON unchanged. */
function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
