import type { ErrorObject } from 'ajv';
import { isRecord, type JsonValue } from './json-value.ts';
import { mayRefer } from './references.ts';
import { branchFor, type SchemaNode } from './schema-node.ts';

/** Of a choice between forms the one that a value was meant to have, by its type. */
export function branchMeant({ parentSchema, data }: ErrorObject): SchemaNode | undefined {
  const choice = (parentSchema ?? {}) as SchemaNode;
  const branch = branchFor(choice, data as JsonValue);
  return branch === choice ? undefined : branch;
}

/** Ajv reports a failed choice once per branch; what is wrong with the one that was meant is enough. */
export function followsFromAnother(
  error: ErrorObject,
  choiceAt: ReadonlyMap<string, SchemaNode | undefined>,
): boolean {
  const { instancePath, keyword } = error;
  if (keyword === 'propertyNames') return true;
  // What is still a reference could not be resolved, and that was reported.
  if (typeof error.data === 'string' && mayRefer(error.data)) return true;
  if (keyword === 'discriminator')
    return !isRecord(error.data as JsonValue) || error.params['tagValue'] === undefined;
  if (!choiceAt.has(instancePath)) return false;
  const meant = choiceAt.get(instancePath);
  if (meant === undefined) return keyword !== 'oneOf';
  return JSON.stringify(error.parentSchema) !== JSON.stringify(meant);
}
