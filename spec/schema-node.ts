import { pipelineSchema } from '../schemas/generated/schema.ts';
import { isList, isRecord, type JsonRecord, type JsonValue, member } from './json-value.ts';

/** A node of the JSON Schema of a pipeline: the keywords that the language uses. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly allOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly discriminator?: { readonly propertyName: string };
  readonly properties?: { readonly [name: string]: SchemaNode };
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly enum?: readonly JsonValue[];
  readonly const?: JsonValue;
  readonly default?: JsonValue;
  readonly type?: string | readonly string[];
  readonly 'x-names'?: string;
  /** The operations that a step with this name may have; any where it is not said. */
  readonly 'x-operation'?: string | readonly string[];
  /** A path relative to the file: any text, or one that begins with a dot. */
  readonly 'x-path'?: 'any' | 'dotted';
}

const root: SchemaNode & { readonly definitions: { readonly [name: string]: SchemaNode } } = pipelineSchema;

/** A definition of the schema by its name. */
export function definition(name: string): SchemaNode {
  return root.definitions[name] ?? {};
}

/** The schema of a whole file. */
export function fileSchema(): SchemaNode {
  return root;
}

/** The node with references followed and, where `oneOf` is discriminated, the branch that the value chooses. */
export function schemaFor(node: SchemaNode, value: JsonValue | undefined): SchemaNode {
  if (node.$ref !== undefined) {
    return { ...schemaFor(definition(node.$ref.replace('#/definitions/', '')), value), ...defaultOf(node) };
  }
  const [base] = node.allOf ?? [];
  if (base) return { ...schemaFor(base, value), ...defaultOf(node) };
  if (node.discriminator === undefined || node.oneOf === undefined) return node;
  const key = node.discriminator.propertyName;
  const chosen = member(value, key);
  const branch = node.oneOf
    .map((candidate) => schemaFor(candidate, value))
    .find((candidate) => candidate.properties?.[key]?.const === chosen);
  return branch ?? {};
}

/** Of a choice between forms, such as a name or a list, the one that the value has; any other node itself. */
export function branchFor(node: SchemaNode, value: JsonValue): SchemaNode {
  const type = isList(value) ? 'array' : typeof value;
  const branches = (node.oneOf ?? []).map((branch) => schemaFor(branch, value));
  return branches.find((branch) => typeOf(branch) === type) ?? node;
}

function typeOf({ type, enum: values }: SchemaNode): unknown {
  return type === 'integer' ? 'number' : (type ?? (values && typeof values[0]));
}

function defaultOf(node: SchemaNode): Pick<SchemaNode, 'default'> {
  return node.default === undefined ? {} : { default: node.default };
}

/** The values that `uses` or `adapter` can choose from. */
export function discriminatorValues(name: 'step' | 'dataSource'): readonly string[] {
  const { discriminator, oneOf = [] } = definition(name);
  const key = discriminator?.propertyName ?? '';
  return oneOf.map((branch) => String(schemaFor(branch, undefined).properties?.[key]?.const));
}

/** The schema of a member of a mapping or of a list's items. */
export function childSchema(schema: SchemaNode, name: string | number): SchemaNode | undefined {
  if (typeof name === 'number') return schema.items;
  const property =
    schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
  if (property) return property;
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** The value with every default of the schema filled in, those of filled-in mappings included. */
export function fillDefaults(node: SchemaNode, value: JsonValue): JsonValue {
  const schema = schemaFor(node, value);
  if (isList(value)) {
    const { items } = schema;
    return items ? value.map((item) => fillDefaults(items, item)) : value;
  }
  return isRecord(value) ? fillRecord(schema, value) : value;
}

function fillRecord(schema: SchemaNode, record: JsonRecord): JsonRecord {
  const filled: [string, JsonValue][] = Object.entries(record).map(([name, value]) => {
    const child = childSchema(schema, name);
    return [name, child ? fillDefaults(child, value) : value];
  });
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const fallback = schemaFor(property, undefined).default;
    if (fallback === undefined || Object.hasOwn(record, name)) continue;
    filled.push([name, fillDefaults(property, fallback)]);
  }
  return Object.fromEntries(filled);
}
