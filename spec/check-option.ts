import type { FileView, StepView } from './file-view.ts';
import type { Findings } from './findings.ts';
import { type JsonValue, member, memberAt } from './json-value.ts';
import { findReferences } from './references.ts';
import { childSchema, definition, fileSchema, type SchemaNode, schemaFor } from './schema-node.ts';
import { suggest } from './suggest.ts';

interface OptionAsked {
  readonly step: string;
  /** Paths such as `optimizer.lr`, separated by spaces. */
  readonly option: string;
  readonly pointer: string;
}

/**
 * Each option that a table shows must be one that the step can have, with the same value in all of its runs. One that is
 * not set shows a dash. A path goes on in the step that it names, `dataset.image.size`, and in the encoders of the file.
 */
export function checkOption(
  view: FileView,
  { step: name, option, pointer }: OptionAsked,
  findings: Findings,
): void {
  const step = view.steps.get(name);
  if (step?.uses === undefined) return;
  for (const path of option.split(/\s+/).filter((part) => part !== '')) {
    checkPath(view, step, { path, names: path.split('.'), pointer }, findings);
  }
}

interface PathAsked {
  /** As written. */
  readonly path: string;
  /** What is left of it below the options of a step. */
  readonly names: readonly string[];
  readonly pointer: string;
}

function checkPath(view: FileView, step: StepView, asked: PathAsked, findings: Findings): void {
  const { path, names, pointer } = asked;
  const [first = '', ...rest] = names;
  if (first === 'encoders') {
    const [modality = '', ...options] = rest;
    const encoders = childSchema(fileSchema(), 'encoders');
    if (options.length === 0 || encoders?.properties?.[modality] === undefined) {
      addUnknown(
        step,
        { path, name: modality, known: Object.keys(encoders?.properties ?? {}) },
        pointer,
        findings,
      );
    } else checkBelow(definition('encoder'), options, { step, path, pointer }, findings);
    return;
  }
  const named = member(step.variants[0], first);
  const next = typeof named === 'string' && rest.length > 0 ? view.steps.get(named) : undefined;
  if (next !== undefined) {
    checkPath(view, next, { ...asked, names: rest }, findings);
    return;
  }
  const options = childSchema(schemaFor(definition('step'), memberAt(view.file, 'steps', step.name)), 'with');
  checkBelow(options, names, { step, path, pointer }, findings);
  const axis = axisOf(step, memberAt(view.file, 'steps', step.name, 'with', ...names));
  if (axis === undefined) return;
  const subject = `${step.name} ${path}`;
  findings.addUnlessFound('LAC1426', { step: step.name, option: path, axis }, pointer, { subject });
}

/** Whether the schema has each name below the one before. */
function checkBelow(
  start: SchemaNode | undefined,
  names: readonly string[],
  { step, path, pointer }: { readonly step: StepView; readonly path: string; readonly pointer: string },
  findings: Findings,
): void {
  let node = start;
  for (const name of names) {
    const options = node ? (schemaFor(node, undefined).properties ?? {}) : {};
    node = Object.hasOwn(options, name) ? options[name] : undefined;
    if (node !== undefined) continue;
    addUnknown(step, { path, name, known: Object.keys(options) }, pointer, findings);
    return;
  }
}

function addUnknown(
  step: StepView,
  { path, name, known }: { readonly path: string; readonly name: string; readonly known: readonly string[] },
  pointer: string,
  findings: Findings,
): void {
  const text = known.length === 0 ? 'nothing lies below it' : `there is ${known.slice(0, 12).join(', ')}`;
  findings.addUnlessFound('LAC1425', { step: step.name, option: path }, pointer, {
    hint: suggest(name, known) ?? { text },
    subject: `${step.name} ${path}`,
  });
}

/** An axis of more than one value that a value refers to. */
function axisOf(step: StepView, value: JsonValue | undefined): string | undefined {
  return findReferences(JSON.stringify(value ?? null))
    .filter(({ kind, name }) => kind === 'matrix' && (step.axes.get(name)?.length ?? 0) > 1)
    .map(({ name }) => name)[0];
}
