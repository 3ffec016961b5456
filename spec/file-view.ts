import {
  asList,
  asRecord,
  isList,
  isRecord,
  type JsonRecord,
  type JsonValue,
  member,
  textsOf,
} from './json-value.ts';
import type { Combination } from './pipeline.ts';
import { childPointer } from './pointer.ts';
import {
  branchFor,
  childSchema,
  definition,
  discriminatorValues,
  fileSchema,
  type SchemaNode,
  schemaFor,
} from './schema-node.ts';
import { holdsReference, substituteAxes } from './substitute.ts';

/** A value in the options that names something, as the schema's `x-names` marks it. */
export interface NamedThing {
  readonly kind: string;
  /** The operations of which a named step must have one; undefined: any. */
  readonly operations: readonly string[] | undefined;
  readonly text: string;
  readonly pointer: string;
}

/** A step as far as it can be understood: fields that are at fault are left out rather than guessed. */
export interface StepView {
  readonly name: string;
  readonly uses: string | undefined;
  readonly pointer: string;
  /** Every axis that is written; one without values where they are written wrongly. */
  readonly axes: ReadonlyMap<string, readonly JsonValue[]>;
  /**
   * The options for enough combinations that each value of each axis occurs; one where the axes do not reach what
   * is checked. At least one.
   */
  readonly variants: readonly [JsonRecord, ...JsonRecord[]];
  /** Everything that the options name, in any combination. */
  readonly names: readonly NamedThing[];
  readonly needs: readonly NamedThing[];
}

/** A file, defaults filled in, as the checks of meaning read it; right or wrong in form. */
export interface FileView {
  readonly file: JsonRecord;
  readonly steps: ReadonlyMap<string, StepView>;
}

/** Reads a file leniently: its form may have problems that are reported elsewhere. */
export function viewFile(file: JsonRecord): FileView {
  const steps = Object.entries(asRecord(member(file, 'steps'))).map(([name, step]) => viewStep(name, step));
  return { file, steps: new Map(steps.map((step) => [step.name, step])) };
}

function viewStep(name: string, step: JsonValue): StepView {
  const uses = member(step, 'uses');
  const pointer = childPointer('/steps', name);
  const options = asRecord(member(step, 'with'));
  const combinations = sampleCombinations(matrixOf(step));
  return {
    name,
    uses: discriminatorValues('step').find((operation) => operation === uses),
    pointer,
    axes: new Map(writtenAxes(uses === 'evaluate' ? {} : step)),
    variants: variantsOf(options, combinations),
    names: namesIn(step, options, childPointer(pointer, 'with'), combinations),
    needs: textsOf(member(step, 'needs')).map(([index, text]) => ({
      kind: 'step',
      operations: undefined,
      text,
      pointer: childPointer(pointer, 'needs', index),
    })),
  };
}

/** The options whose values the checks of meaning look at. */
const compared = ['data', 'dataset', 'model', 'encoder', 'image', 'split', 'run', 'code', 'params'];

function variantsOf(
  options: JsonRecord,
  combinations: readonly Combination[],
): readonly [JsonRecord, ...JsonRecord[]] {
  const inOptions = (combination: Combination) => asRecord(substituteAxes(options, combination));
  const [first = {}, ...others] = combinations;
  const isReached = compared.some((name) => holdsReference(member(options, name)));
  return [inOptions(first), ...(isReached ? others.map(inOptions) : [])];
}

/** The axes of a step that have values. */
export function matrixOf(step: JsonValue | undefined): { readonly [axis: string]: readonly JsonValue[] } {
  return Object.fromEntries(writtenAxes(step).filter(([, values]) => values.length > 0));
}

function writtenAxes(step: JsonValue | undefined): readonly (readonly [string, readonly JsonValue[]])[] {
  const axes = Object.entries(asRecord(member(step, 'matrix')));
  return axes.map(([axis, values]) => [axis, asList(values)] as const);
}

/** The combination of all first values, then for each axis each other value: as many as all axes are long, not their product. */
export function sampleCombinations(matrix: {
  readonly [axis: string]: readonly JsonValue[];
}): readonly Combination[] {
  const first = Object.fromEntries(Object.entries(matrix).map(([axis, values]) => [axis, values[0]]));
  const others = Object.entries(matrix).flatMap(([axis, values]) =>
    values.slice(1).map((value) => ({ ...first, [axis]: value })),
  );
  return [first, ...others] as readonly Combination[];
}

/** Everything that the tables or the figures of a file name. */
export function namesOfSection(file: JsonRecord, section: 'tables' | 'figures'): readonly NamedThing[] {
  const node = childSchema(fileSchema(), section);
  const value = member(file, section);
  return node === undefined || value === undefined
    ? []
    : [...collectNames(node, value, childPointer('', section))];
}

function namesIn(
  step: JsonValue,
  options: JsonRecord,
  pointer: string,
  combinations: readonly Combination[],
): readonly NamedThing[] {
  const node = childSchema(schemaFor(definition('step'), step), 'with');
  if (node === undefined) return [];
  return [...collectNames(node, options, pointer)].flatMap((named) => {
    if (!holdsReference(named.text)) return [named];
    const texts = combinations.map((combination) => substituteAxes(named.text, combination));
    return [...new Set(texts)].flatMap((text) => (typeof text === 'string' ? [{ ...named, text }] : []));
  });
}

function operationsIn({ 'x-operation': operation }: SchemaNode): readonly string[] | undefined {
  return typeof operation === 'string' ? [operation] : operation;
}

function* collectNames(node: SchemaNode, value: JsonValue, pointer: string): Generator<NamedThing> {
  const schema = branchFor(schemaFor(node, value), value);
  const kind = schema['x-names'];
  if (kind !== undefined && typeof value === 'string') {
    yield { kind, operations: operationsIn(schema), text: value, pointer };
  }
  if (isList(value)) {
    const { items } = schema;
    if (items === undefined) return;
    for (const [index, item] of value.entries())
      yield* collectNames(items, item, childPointer(pointer, index));
  }
  if (!isRecord(value)) return;
  for (const [name, item] of Object.entries(value)) {
    const child = childSchema(schema, name);
    if (child) yield* collectNames(child, item, childPointer(pointer, name));
  }
}
