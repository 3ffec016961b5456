import type { ErrorObject } from 'ajv';
import validate from '../schemas/generated/validate.cjs';
import type { Findings } from './findings.ts';
import { isList, isRecord, type JsonRecord, type JsonValue, shown } from './json-value.ts';
import { childPointer, describePlace, pointerNames } from './pointer.ts';
import { branchMeant, followsFromAnother } from './schema-choices.ts';
import type { NotesFor, SchemaContext } from './schema-context.ts';
import { addBadName } from './schema-names.ts';
import { discriminatorValues, type SchemaNode, schemaFor } from './schema-node.ts';
import { choices, suggest } from './suggest.ts';

/** Checks a whole file, references replaced, against the schema of the language. */
export function checkSchema(file: JsonRecord, findings: Findings, notesFor: NotesFor): void {
  if (validate(file)) return;
  const errors = validate.errors ?? [];
  const failedChoices = errors.filter(({ keyword }) => keyword === 'oneOf');
  const choiceAt = new Map(failedChoices.map((error) => [error.instancePath, branchMeant(error)]));
  const context = { findings, notesFor };
  for (const error of errors) if (!followsFromAnother(error, choiceAt)) addSchemaError(error, context);
}

function addSchemaError(error: ErrorObject, context: SchemaContext): void {
  const add = reporters[error.keyword];
  // A keyword of the schema without words of ours would pass in silence.
  if (add === undefined) addWrongChoice(error, context);
  else add(error, context);
}

const reporters: { readonly [keyword: string]: (error: ErrorObject, context: SchemaContext) => void } = {
  required: addMissing,
  additionalProperties: addUnknown,
  type: addWrongType,
  enum: addWrongChoice,
  const: addWrongChoice,
  oneOf: addWrongChoice,
  discriminator: addUnknownKind,
  minimum: addOutOfRange,
  maximum: addOutOfRange,
  exclusiveMinimum: addOutOfRange,
  exclusiveMaximum: addOutOfRange,
  pattern: addBadName,
  maxLength: addBadName,
  minLength: addEmpty,
  minItems: addTooFew,
  maxItems: addWrongCount,
  minProperties: addEmpty,
  uniqueItems: addRepeated,
};

function addMissing(
  { params, instancePath, data, parentSchema }: ErrorObject,
  { findings }: SchemaContext,
): void {
  const name = String(params['missingProperty']);
  const properties = (parentSchema as SchemaNode | undefined)?.properties ?? {};
  const near = suggest(
    name,
    Object.keys(asObject(data)).filter((key) => !Object.hasOwn(properties, key)),
  );
  // What is misspelt is reported as unknown, with the name that is missing as its hint.
  if (near) return;
  findings.add('LAC1101', { name, where: describePlace(instancePath) }, instancePath, {
    side: 'key',
    subject: name,
    hint: missingHint(name),
  });
}

function missingHint(name: string) {
  if (name === 'uses') return { text: `add \`uses\`: ${choices(discriminatorValues('step'))}` };
  if (name === 'adapter') return { text: `add \`adapter\`: ${choices(discriminatorValues('dataSource'))}` };
  return { text: name === 'version' ? 'add `version: 1`' : `add \`${name}\`` };
}

function addUnknown(
  { params, instancePath, parentSchema, data }: ErrorObject,
  { findings }: SchemaContext,
): void {
  const name = String(params['additionalProperty']);
  const known = Object.keys((parentSchema as SchemaNode | undefined)?.properties ?? {});
  const free = known.filter((key) => !Object.hasOwn(asObject(data), key));
  const merge = { text: 'merge keys are not part of YAML 1.2: write the keys out' };
  findings.add('LAC1102', { name, where: describePlace(instancePath) }, childPointer(instancePath, name), {
    side: 'key',
    hint: name === '<<' ? merge : suggest(name, free),
    notes: [`Known here: ${known.join(', ')}.`],
  });
}

const typeNames: { readonly [type: string]: string } = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

function addWrongType(
  { params, instancePath, data }: ErrorObject,
  { findings, notesFor }: SchemaContext,
): void {
  const types = [params['type'] as string | readonly string[]].flat();
  const values = {
    where: describePlace(instancePath),
    expected: choices(types.map((type) => typeNames[type] ?? type)),
    actual: describeActual(data as JsonValue),
  };
  findings.add('LAC1103', values, instancePath, {
    notes: notesFor(instancePath),
    hint: typeHint(types, data),
  });
}

function describeActual(value: JsonValue): string {
  if (value === null) return 'nothing';
  if (isList(value)) return 'a list';
  if (isRecord(value)) return 'a mapping';
  if (typeof value === 'string') return `the text ${shown(value)}`;
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : shown(value);
}

function typeHint(types: readonly string[], data: unknown) {
  if (types.includes('string')) {
    const isQuotable = typeof data === 'number' || typeof data === 'boolean';
    return isQuotable ? { text: `put it in quotes: "${data}"` } : undefined;
  }
  if (types.includes('array') && typeof data !== 'object') return { text: `a list of one: [${data}]` };
  const isNumeric = typeof data === 'string' && /^[-+]?[\d._]+(e[-+]?\d+)?$/i.test(data);
  const bare = isNumeric ? String(data).replaceAll('_', '') : '';
  return bare === '' || Number.isNaN(Number(bare)) ? undefined : { text: `write ${bare}` };
}

function addWrongChoice(error: ErrorObject, { findings, notesFor }: SchemaContext): void {
  const { instancePath, keyword, parentSchema, data, propertyName } = error;
  const notes = notesFor(instancePath);
  if (instancePath === '/version') {
    findings.add('LAC1109', { value: shown(data as JsonValue) }, instancePath, {
      hint: { text: 'write 1' },
      notes,
    });
    return;
  }
  const known = allowedValues((parentSchema ?? {}) as SchemaNode).map(String);
  const hint = typeof data === 'string' ? suggest(data, known) : undefined;
  const values = { where: describePlace(instancePath), value: shown(data as JsonValue) };
  const isInList = known.includes(typeNames['array'] ?? '');
  const otherwise = `${choices(known)}${keyword === 'oneOf' && isInList ? `, such as [${data}]` : ''}`;
  const pointer = propertyName === undefined ? instancePath : childPointer(instancePath, propertyName);
  findings.add('LAC1104', values, pointer, {
    side: propertyName === undefined ? 'value' : 'key',
    hint: hint ?? { text: `must be ${otherwise}` },
    notes: [...notes, ...(hint ? [`Known here: ${known.join(', ')}.`] : [])],
  });
}

function allowedValues(schema: SchemaNode): readonly JsonValue[] {
  if (schema.enum) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  return (schema.oneOf ?? []).flatMap((branch) => {
    const form = schemaFor(branch, undefined);
    const values = allowedValues(form);
    return values.length > 0 ? values : [form.type ?? []].flat().map((type) => typeNames[type] ?? type);
  });
}

function addUnknownKind({ params, instancePath }: ErrorObject, { findings, notesFor }: SchemaContext): void {
  const tag = String(params['tag']);
  const pointer = childPointer(instancePath, tag);
  const text = params['tagValue'] as JsonValue;
  const known = discriminatorValues(tag === 'uses' ? 'step' : 'dataSource');
  const hint = (typeof text === 'string' ? suggest(text, known) : undefined) ?? {
    text: `must be ${choices(known)}`,
  };
  const code = tag === 'uses' ? 'LAC1107' : 'LAC1108';
  findings.add(code, { value: shown(text) }, pointer, { hint, notes: notesFor(pointer) });
}

const bounds: { readonly [keyword: string]: string } = {
  minimum: 'at least',
  maximum: 'at most',
  exclusiveMinimum: 'more than',
  exclusiveMaximum: 'less than',
};

function addOutOfRange(
  { keyword, params, instancePath, data }: ErrorObject,
  { findings, notesFor }: SchemaContext,
): void {
  const values = {
    where: describePlace(instancePath),
    range: `${bounds[keyword]} ${params['limit']}`,
    value: String(data),
  };
  findings.add('LAC1105', values, instancePath, { notes: notesFor(instancePath) });
}

function addEmpty({ instancePath }: ErrorObject, { findings }: SchemaContext): void {
  const [section, step = '', part, axis] = pointerNames(instancePath);
  if (section === 'steps' && part === 'matrix') {
    const what = axis === undefined ? 'matrix' : `axis "${axis}"`;
    findings.add('LAC1113', { step, what }, instancePath);
  } else findings.add('LAC1110', { where: describePlace(instancePath) }, instancePath);
}

function addTooFew(error: ErrorObject, context: SchemaContext): void {
  const isEmpty = isList(error.data as JsonValue) && (error.data as readonly unknown[]).length === 0;
  if (isEmpty) addEmpty(error, context);
  else addWrongCount(error, context);
}

function addWrongCount({ instancePath, params, data }: ErrorObject, { findings }: SchemaContext): void {
  const values = {
    where: describePlace(instancePath),
    count: String(params['limit']),
    actual: (data as readonly unknown[]).length,
  };
  findings.add('LAC1112', values, instancePath);
}

function addRepeated({ instancePath, params, data }: ErrorObject, { findings }: SchemaContext): void {
  const later = Math.max(Number(params['i']), Number(params['j']));
  const repeated = (data as readonly JsonValue[])[later];
  findings.add(
    'LAC1111',
    { where: describePlace(instancePath), value: shown(repeated) },
    childPointer(instancePath, later),
    {
      subject: 'repeated',
    },
  );
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
