import type { Findings } from './findings.ts';
import { joinPath } from './include-path.ts';
import { asRecord, isRecord, type JsonRecord, type JsonValue, memberAt, textsOf } from './json-value.ts';
import type { Places } from './places.ts';
import { childPointer, pointerNames } from './pointer.ts';
import type { SourceFile } from './read-includes.ts';
import { findReferences } from './references.ts';
import type { Outside } from './resolve-references.ts';
import { childSchema, fileSchema, type SchemaNode, schemaFor } from './schema-node.ts';

const dotted = /^\.{1,2}(?:\/|$)/;

/** What is known of the texts that paths were made of. */
export interface PathOrigins {
  /** The pipeline before its references were replaced. */
  readonly written: JsonRecord;
  readonly files: readonly SourceFile[];
  readonly outside: Outside;
  readonly places: Places;
}

/**
 * The pipeline with every path made relative to its own file. A path is meant relative to the file in which its
 * beginning stands: that of the option, or that of the parameter that it begins with. What comes from outside, by
 * `--set` or from the environment, is relative to the pipeline's own file.
 */
export function rebasePaths(resolved: JsonRecord, origins: PathOrigins, findings: Findings): JsonRecord {
  if (origins.files.length === 1) return resolved;
  const rebased = ['data', 'encoders', 'steps'].flatMap((section) => {
    const value = resolved[section];
    const node = childSchema(fileSchema(), section);
    if (value === undefined || node === undefined) return [];
    return [[section, rebase(node, value, childPointer('', section), { ...origins, findings })] as const];
  });
  return { ...resolved, ...Object.fromEntries(rebased) };
}

interface Context extends PathOrigins {
  readonly findings: Findings;
}

function rebase(node: SchemaNode, value: JsonValue, pointer: string, context: Context): JsonValue {
  const schema = schemaFor(node, value);
  if (typeof value === 'string') {
    const form = schema['x-path'];
    return form === undefined ? value : rebasePath(value, form, pointer, context);
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => {
    const child = childSchema(schema, name);
    return [name, child ? rebase(child, item, childPointer(pointer, name), context) : item] as const;
  });
  return Object.fromEntries(entries);
}

function rebasePath(text: string, form: 'any' | 'dotted', pointer: string, context: Context): string {
  const folder = folderAt(pointer, context);
  if (folder === '' || text.startsWith('/')) return text;
  const [first] = findReferences(text);
  if (first?.start === 0) {
    if (first.kind !== 'matrix' || !hasPaths(pointer, first.name, context.written)) return text;
    const hint = { text: `write ./${first.text} and values without "./"` };
    context.findings.add('LAC1018', { text: first.text }, pointer, { hint });
    return text;
  }
  if (form === 'dotted' && !dotted.test(text)) return text;
  const path = joinPath(folder, text);
  return form === 'any' || /^(?:\.{1,2}(?:\/|$)|\/)/.test(path) ? path : `./${path}`;
}

/** Whether an axis, whose values are not known to be paths, has one that is. */
function hasPaths(pointer: string, axis: string, written: JsonRecord): boolean {
  const values = textsOf(memberAt(written, 'steps', pointerNames(pointer)[1] ?? '', 'matrix', axis));
  return values.some(([, text]) => dotted.test(text));
}

/** The folder of the file in which the beginning of a text stands, seen from that of the pipeline's own file. */
function folderAt(pointer: string, { written, files, outside, places }: PathOrigins): string {
  const text = memberAt(written, ...pointerNames(pointer));
  const first = typeof text === 'string' ? findReferences(text)[0] : undefined;
  const folderOfPlace = (at: string) =>
    files.find(({ file }) => file === places.get(at)?.source.file)?.folder ?? '';
  if (typeof text !== 'string' || first === undefined || text.trimStart().indexOf(first.text) !== 0) {
    return folderOfPlace(pointer);
  }
  if (first.kind === 'env') return outside.env[first.name] ? '' : folderOfPlace(pointer);
  if (first.kind !== 'params') return folderOfPlace(pointer);
  if (Object.hasOwn(outside.set, first.name)) return '';
  const param = childPointer('/params', first.name);
  const isText = typeof asRecord(written['params'])[first.name] === 'string';
  return isText ? folderAt(param, { written, files, outside, places }) : folderOfPlace(param);
}
