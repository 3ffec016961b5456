import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

/* Makes types, validator and a typed copy of the pipeline language from its schema, so that none is written twice. */
type SchemaNode = { readonly [key: string]: unknown };

const banner = '// Generated from schemas/pipeline.schema.json by `npm run gen`. Do not edit.';
const read = (): SchemaNode =>
  JSON.parse(readFileSync(new URL('./pipeline.schema.json', import.meta.url), 'utf8'));

/** Words of ours that a plain JSON Schema validator does not know; `x-operation` refines `x-names: step`; `x-path` marks paths relative to the file. */
export const ownKeywords = ['x-names', 'x-operation', 'x-path'];

function mapNodes(node: unknown, change: (node: SchemaNode) => SchemaNode): unknown {
  if (Array.isArray(node)) return node.map((item) => mapNodes(item, change));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, mapNodes(value, change)]);
  return change(Object.fromEntries(entries));
}

/** TypeScript types of a pipeline file, one exported type per titled node of the schema. */
export async function renderTypes(schema: SchemaNode = read()): Promise<string> {
  // A default beside a reference would make a second type of the same name.
  const plain = mapNodes(schema, ({ default: _, ...rest }) => rest);
  return compile(plain as SchemaNode, 'PipelineFile', {
    bannerComment: banner,
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

/** The same types after defaults: import from `generated/resolved.ts` wherever a plan or a task is read. */
export async function renderResolvedTypes(): Promise<string> {
  const schema = read();
  const definitions = schema['definitions'] as { readonly [name: string]: SchemaNode };
  const hasDefault = (node: SchemaNode): boolean => {
    const name = String(node['$ref'] ?? '').replace('#/definitions/', '');
    return 'default' in node || 'default' in (definitions[name] ?? {});
  };
  const resolved = mapNodes(schema, (node) => {
    const properties = Object.entries((node['properties'] ?? {}) as Record<string, SchemaNode>);
    const filled = properties.filter(([, property]) => hasDefault(property)).map(([name]) => name);
    const required = (node['required'] as string[] | undefined) ?? [];
    return filled.length === 0 ? node : { ...node, required: [...required, ...filled] };
  });
  return renderTypes(resolved as SchemaNode);
}

/** The compiled validator as CommonJS: its ESM form calls `require` and throws. */
export function renderValidator(): string {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    verbose: true,
    code: { source: true, lines: true },
    keywords: ownKeywords,
    allowUnionTypes: true,
  });
  return `${banner}\n${standalone.default(ajv, ajv.compile(read()))}\n`;
}

/** The schema as a module: it needs no file at run time, and Node 20 imports JSON only with a warning. */
export function renderSchema(): string {
  return `${banner}\nexport const pipelineSchema = ${JSON.stringify(read(), null, 2)} as const;\n`;
}

/** Every generated file by name. */
export async function renderAll(): Promise<{ readonly [file: string]: string }> {
  return {
    'pipeline.ts': await renderTypes(),
    'resolved.ts': await renderResolvedTypes(),
    'schema.ts': renderSchema(),
    'validate.cjs': renderValidator(),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of Object.entries(await renderAll())) {
    writeFileSync(new URL(`./generated/${file}`, import.meta.url), text);
  }
}
