import type { FileView, StepView } from './file-view.ts';
import { asRecord, type JsonValue, member, memberAt } from './json-value.ts';
import { childPointer } from './pointer.ts';

/** That one step waits for another, and where the file says so. */
export interface Dependency {
  readonly to: StepView;
  readonly pointer: string;
  /** Whether what the other step makes is read, and is of the right kind. Only steps of commands form cycles of these. */
  readonly isInput: boolean;
}

/** Every step that a step waits for: what its options name, the makers of its encoders, and `needs`. */
export function dependenciesOf(view: FileView, step: StepView): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  const add = (name: string, pointer: string, isInput: boolean) => {
    const to = view.steps.get(name);
    if (to && !found.has(name)) found.set(name, { to, pointer, isInput });
  };
  for (const { kind, operations = [], text, pointer } of step.names) {
    if (kind === 'step' || kind === 'model')
      add(text, pointer, operations.includes(view.steps.get(text)?.uses ?? ''));
  }
  if (step.uses === 'train') {
    for (const [modality, encoder] of Object.entries(asRecord(member(view.file, 'encoders')))) {
      const from = member(encoder, 'from');
      if (typeof from !== 'string') continue;
      add(from, childPointer('/encoders', modality, 'from'), view.steps.get(from)?.uses === 'pretrain');
    }
  }
  for (const { text, pointer } of step.needs) add(text, pointer, false);
  return [...found.values()];
}

/**
 * The axes that the tasks of a step have: its own and those of every step whose results it reads. An axis that is
 * written wrongly has no values.
 */
export function axesOf(view: FileView, step: StepView): ReadonlyMap<string, readonly JsonValue[]> {
  const read = inputsOf(view, step);
  return new Map([...[...read].reverse().flatMap(({ axes }) => [...axes]), ...step.axes]);
}

/** Every step whose results a step reads, directly or not, the nearest first; each once, even in a cycle. */
function inputsOf(view: FileView, step: StepView): ReadonlySet<StepView> {
  const found = new Set([step]);
  // A set hands out what is added while it is walked.
  for (const reader of found) {
    for (const { to, isInput } of dependenciesOf(view, reader)) if (isInput) found.add(to);
  }
  found.delete(step);
  return found;
}

/** Whether an option names a folder, from the file on or from the root. */
export function isFolder(text: JsonValue | undefined): boolean {
  return typeof text === 'string' && /^(?:\.{1,2}(?:\/|$)|\/)/.test(text);
}

/** The step that an option names, if it is there and has the operation. */
export function stepNamed(
  view: FileView,
  name: JsonValue | undefined,
  operation: string,
): StepView | undefined {
  const step = typeof name === 'string' ? view.steps.get(name) : undefined;
  return step?.uses === operation ? step : undefined;
}

/** The preprocess step whose samples a step reads, for the first of its combinations. */
export function datasetOf(view: FileView, options: JsonValue): StepView | undefined {
  return stepNamed(view, member(options, 'dataset'), 'preprocess');
}

/** The modalities that a preprocess step makes. */
export function modalitiesOf(step: StepView): readonly string[] {
  return ['image', 'text', 'audio', 'video'].filter(
    (modality) => memberAt(step.variants[0], modality) !== undefined,
  );
}
