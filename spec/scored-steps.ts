import { cellNamesOf, setsOf } from '../grid/cells.ts';
import type { FileView, StepView } from './file-view.ts';
import { gridOf, requestOf } from './grid-view.ts';
import { type JsonValue, member, textsOf } from './json-value.ts';
import { definition } from './schema-node.ts';
import { axesOf, datasetOf, isFolder, modalitiesOf, stepNamed } from './step-graph.ts';

/** What can be read from a step that scores; lists are empty where the file does not say. */
export interface ScoredStep {
  readonly name: string;
  /** The axes of its models with their values. */
  readonly axes: ReadonlyMap<string, readonly JsonValue[]>;
  /** The modalities of the samples. */
  readonly modalities: readonly string[];
  /** Names of all non-empty sets of these modalities, where all models have the same ones. */
  readonly sets: readonly string[];
  /** Names of the cells that are scored. */
  readonly cells: readonly string[];
  readonly metrics: readonly string[];
}

/** The step of a name that scores: models of a train step, or by a program of its own. Every step is looked at once. */
export type ScoredStepNamed = (name: JsonValue | undefined) => ScoredStep | undefined;

/** Finds the steps of a file that score. */
export function scoredSteps(view: FileView): ScoredStepNamed {
  const known = new Map<JsonValue | undefined, ScoredStep | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, readScoredStep(view, name));
    return known.get(name);
  };
}

function readScoredStep(view: FileView, name: JsonValue | undefined): ScoredStep | undefined {
  const command = stepNamed(view, name, 'command');
  if (command !== undefined) return readScoredCommand(view, command);
  const evaluate = stepNamed(view, name, 'evaluate');
  if (evaluate === undefined) return undefined;
  const options = evaluate.variants[0];
  const reader = isFolder(options['model']) ? evaluate : stepNamed(view, options['model'], 'train');
  if (reader === undefined) return undefined;
  const data = dataModalities(view, reader);
  const grid = gridOf(evaluate).map(requestOf);
  const [one = []] = data;
  return {
    name: evaluate.name,
    axes: axesOf(view, evaluate),
    modalities: [...new Set(data.flat())],
    sets: data.length === 1 ? setsOf(one).map((set) => set.name) : [],
    cells: [...new Set(data.flatMap((modalities) => cellNamesOf(modalities, grid)))],
    metrics: textsOf(options['metrics']).map(([, text]) => text),
  };
}

/** What a program declares that it reports; of its samples only the modalities are known that its cells name. */
function readScoredCommand(view: FileView, command: StepView): ScoredStep | undefined {
  const scores = member(command.variants[0], 'scores');
  if (scores === undefined) return undefined;
  const cells = textsOf(member(scores, 'cells')).map(([, text]) => text);
  const words = cells.flatMap((cell) => cell.split(/[^a-z]+/));
  return {
    name: command.name,
    axes: axesOf(view, command),
    modalities: (definition('modality').enum ?? []).map(String).filter((name) => words.includes(name)),
    sets: [],
    cells,
    metrics: textsOf(member(scores, 'metrics')).map(([, text]) => text),
  };
}

/** The modalities of each data set that a step reads in one of its combinations, equal ones once. */
function dataModalities(view: FileView, reader: StepView): readonly (readonly string[])[] {
  const sets = reader.variants.flatMap((variant) => {
    const dataset = datasetOf(view, variant);
    return dataset ? [modalitiesOf(dataset)] : [];
  });
  return [...new Map(sets.map((modalities) => [modalities.join(' '), modalities])).values()];
}
