/** A value of a pipeline file once YAML is behind it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonRecord;
export type JsonRecord = { readonly [name: string]: JsonValue };
export type Scalar = string | number | boolean;

/** Whether a value is a mapping. */
export function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The value as a mapping; anything else counts as an empty one. */
export function asRecord(value: JsonValue | undefined): JsonRecord {
  return isRecord(value) ? value : {};
}

/** The value as a list; anything else counts as an empty one. */
export function asList(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value : [];
}

/** The texts of a list with their index; items of other types are left out. */
export function textsOf(value: JsonValue | undefined): readonly (readonly [index: number, text: string])[] {
  return asList(value).flatMap((item, index) => (typeof item === 'string' ? [[index, item] as const] : []));
}

/** The member `name` of a mapping, never one that every object inherits. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The value that a path of names leads to. */
export function memberAt(value: JsonValue | undefined, ...names: readonly string[]): JsonValue | undefined {
  return names.reduce(member, value);
}

/** A value as it reads in a message: JSON, cut after 60 characters. */
export function shown(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
