import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';

/* Makes the types and the validator of the pipeline language from its schema, so that neither is written twice. */
const read = () => JSON.parse(readFileSync(new URL('./pipeline.schema.json', import.meta.url), 'utf8'));

/** TypeScript types of a pipeline file, one exported type per titled node of the schema. */
export async function renderTypes(schema: SchemaNode = read()): Promise<string> {
  return compile(schema, 'PipelineFile', {
    bannerComment: '// Generated from schemas/pipeline.schema.json by `npm run gen`. Do not edit.',
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

type SchemaNode = { [key: string]: unknown };

/** The schema as it reads once every default is filled in: what has a default is required. */
function requireDefaults(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(requireDefaults);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, requireDefaults(value)]));
  const properties = Object.entries((copy['properties'] ?? {}) as Record<string, SchemaNode>);
  const filled = properties.filter(([, property]) => 'default' in property).map(([name]) => name);
  if (filled.length > 0) copy['required'] = [...((copy['required'] as string[] | undefined) ?? []), ...filled];
  return copy;
}

/** The same types after defaults: import from `generated/resolved.ts` wherever a plan or a task is read. */
export async function renderResolvedTypes(): Promise<string> {
  return renderTypes(requireDefaults(read()) as SchemaNode);
}

/** The compiled validator as CommonJS: its ESM form calls `require` and throws. */
export function renderValidator(): string {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    verbose: true,
    code: { source: true, lines: true },
    keywords: ['x-names', 'x-operation'],
    allowUnionTypes: true,
  });
  const code = standalone.default(ajv, ajv.compile(read()));
  return `// Generated from schemas/pipeline.schema.json by \`npm run gen\`. Do not edit.\n${code}\n`;
}

if (process.argv[1] === import.meta.filename) {
  const generated = new URL('./generated/', import.meta.url);
  writeFileSync(new URL('pipeline.ts', generated), await renderTypes());
  writeFileSync(new URL('resolved.ts', generated), await renderResolvedTypes());
  writeFileSync(new URL('validate.cjs', generated), renderValidator());
}
