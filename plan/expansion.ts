import type { DataSource, GridEntry } from '../schemas/generated/resolved.ts';
import type { Pipeline, PipelineStep, StepUsing } from '../spec/pipeline.ts';
import { combinationsOfMatrix, join, taskId } from './combinations.ts';
import type { Json, JsonObject } from './digest.ts';
import { codeName, type ExternalSources, known, useOf } from './external-sources.ts';
import type { Axes, EncoderParams } from './params.ts';
import type { Task, TaskId, TaskInput } from './plan.ts';

/** Tasks by step, made on demand so that each comes after what it reads. The spec has ruled out cycles. */
export class Expansion {
  readonly pipeline: Pipeline;
  readonly sources: ExternalSources;
  readonly ordered: Task[] = [];
  readonly #byId = new Map<TaskId, Task>();
  readonly #made = new Map<string, readonly Task[]>();
  /** By parameters and inputs. */
  readonly #extractions = new Map<string, Task>();
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
    const combinations = this.#combinations(step);
    const tasks =
      step.uses === 'evaluate'
        ? combinations.map((axes) => this.#evaluation(step, axes, after))
        : combinations.map((axes) => this.#task(step, axes, after));
    this.#made.set(name, tasks);
    for (const task of tasks) this.#add(task);
    return tasks;
  }

  #add(task: Task): void {
    this.ordered.push(task);
    this.#byId.set(task.id, task);
  }

  /**
   * A resolved option of a step for its first combination, as text. A path goes on in the step that it names,
   * `dataset.image.size`, and in the encoders, of a training those that it adapts, `encoders.image.from`.
   */
  optionOf(name: string, path: string): string | undefined {
    const value = path.split('.').reduce<Json | undefined>((inside, key) => this.#member(inside, key), name);
    if (value === undefined || value === null) return undefined;
    return Array.isArray(value) ? value.join(', ') : String(value);
  }

  #member(value: Json | undefined, key: string): Json | undefined {
    const options = typeof value === 'string' ? this.#optionsOf(value) : value;
    if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined;
    return (options as JsonObject)[key];
  }

  #optionsOf(name: string): JsonObject | undefined {
    const step = this.#steps.get(name);
    if (step === undefined) return undefined;
    const options = this.pipeline.resolveWith(step, combinationsOfMatrix(step)[0] ?? {});
    const dataset = step.uses === 'train' && 'dataset' in options ? options.dataset : undefined;
    const encoders =
      dataset === undefined ? this.pipeline.encoders : Object.fromEntries(this.#encodersOf(dataset));
    return asJson({ ...options, encoders });
  }

  gridOf(name: string): readonly GridEntry[] {
    const step = this.#steps.get(name);
    if (step?.uses !== 'evaluate') return [];
    return this.pipeline.resolveWith(step, combinationsOfMatrix(step)[0] ?? {}).grid;
  }

  /**
   * What a model says of each sample is kept apart from what is made of it, so that another grid or metric runs no
   * model. Evaluations of the same model on the same split share it.
   */
  #evaluation(step: StepUsing<'evaluate'>, axes: Axes, after: readonly Task[]): Task {
    const { grid, metrics, maskSeed, split, missingToken } = this.pipeline.resolveWith(step, axes);
    const all = this.#task(step, axes, after);
    const extraction: Task = {
      ...all,
      id: taskId(`${step.name}/features`, axes),
      step: `${step.name}/features`,
      operation: 'extract',
      params: asJson({ split, missingToken, encoders: all.params['encoders'] }),
    };
    const same = JSON.stringify([extraction.params, extraction.inputs]);
    const features = this.#extractions.get(same) ?? extraction;
    if (features === extraction) {
      this.#extractions.set(same, extraction);
      this.#add(extraction);
    }
    return {
      ...all,
      queue: 'cpu',
      params: asJson({ grid, metrics, maskSeed }),
      inputs: [{ role: 'features', task: features.id }],
    };
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
      ...(step.checkpoint && { checkpoint: step.checkpoint }),
    };
  }

  /** Role and name of every step whose artifact is read. */
  #stepsRead(step: PipelineStep, axes: Axes): readonly (readonly [string, string])[] {
    if (step.uses === 'preprocess') return [];
    if (step.uses === 'command') {
      const { inputs } = this.pipeline.resolveWith(step, axes);
      return Object.entries(inputs).map(([name, from]) => [`input.${name}`, from]);
    }
    if (step.uses === 'evaluate') {
      const { model, dataset = '' } = this.pipeline.resolveWith(step, axes);
      return this.#steps.has(model) ? [['model', model]] : [['dataset', dataset]];
    }
    if (step.uses === 'pretrain') return [['dataset', this.pipeline.resolveWith(step, axes).dataset]];
    const { dataset } = this.pipeline.resolveWith(step, axes);
    const encoders = this.#encodersOf(dataset).flatMap(([modality, encoder]) =>
      this.#steps.has(encoder.from) ? [[`encoder.${modality}`, encoder.from] as const] : [],
    );
    return [['dataset', dataset], ...encoders];
  }

  /** An extraction reads what its model was trained from: the same data set and the same encoders. A folder holds its own. */
  #inherited(step: PipelineStep, read: readonly { role: string; task: Task }[]): readonly TaskInput[] {
    if (step.uses !== 'evaluate') return [];
    return read.flatMap(({ role, task }) => (role === 'model' ? task.inputs : []));
  }

  #external(step: PipelineStep, axes: Axes): readonly TaskInput[] {
    if (step.uses === 'preprocess') {
      const { data, text } = this.pipeline.resolveWith(step, axes);
      return [
        { role: 'data', ...known(this.sources.data, data) },
        ...(text ? [{ role: useOf(text), ...known(this.sources.weights, text.vocabulary) }] : []),
      ];
    }
    if (step.uses === 'command') {
      const { code } = this.pipeline.resolveWith(step, axes);
      return code ? [{ role: 'code', ...known(this.sources.code, codeName(code)) }] : [];
    }
    if (step.uses === 'evaluate') {
      const { model } = this.pipeline.resolveWith(step, axes);
      return this.#steps.has(model) ? [] : [{ role: 'model', ...known(this.sources.weights, model) }];
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
        const { model, dataset: _, ...rest } = this.pipeline.resolveWith(step, axes);
        if (!this.#steps.has(model)) return asJson(rest);
        return asJson({ ...rest, encoders: this.#matching(model, axes).params['encoders'] });
      }
      case 'command': {
        const { code: _, inputs: __, run, environment, ...rest } = this.pipeline.resolveWith(step, axes);
        return asJson({ ...rest, run: run.map(String), environment: [...environment].sort() });
      }
    }
  }

  #architectures(dataset: string): EncoderParams {
    return Object.fromEntries(
      this.#encodersOf(dataset).map(([modality, { from: _, ...use }]) => [modality, use]),
    );
  }
}

/** The folder of a data set is an input, known by its content: where it lies never enters a key. */
function withoutPlace(source: DataSource | undefined): DataSource | undefined {
  if (source === undefined || !('root' in source.with)) return source;
  return { ...source, with: { ...source.with, root: '.' } } as DataSource;
}

/** Drops what is undefined, so that a plan survives a round trip through JSON unchanged. */
export function asJson(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
