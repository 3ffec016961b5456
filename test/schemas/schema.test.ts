import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { ownKeywords, renderAll, renderResolvedTypes, renderTypes } from '../../schemas/generate.ts';

type Node = { readonly [key: string]: unknown };

const read = (file: string) => readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8');
const schema: Node = JSON.parse(read('pipeline.schema.json'));
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema in the schema, by path: properties, items, branches, definitions, the root. */
function* nodes(node: Node, path = '#'): Generator<[path: string, node: Node]> {
  yield [path, node];
  for (const group of ['properties', 'definitions']) {
    for (const [name, child] of Object.entries((node[group] as Node | undefined) ?? {})) {
      yield* nodes(child as Node, `${path}/${group}/${name}`);
    }
  }
  for (const single of ['items', 'additionalProperties', 'propertyNames']) {
    const child = node[single];
    if (isNode(child)) yield* nodes(child, `${path}/${single}`);
  }
  for (const list of ['oneOf', 'allOf']) {
    const children = (node[list] as readonly Node[] | undefined) ?? [];
    for (const [index, child] of children.entries()) yield* nodes(child, `${path}/${list}/${index}`);
  }
}

const all = [...nodes(schema)];
const strict = {
  discriminator: true,
  strictTypes: true,
  strictTuples: true,
  allowUnionTypes: true,
  keywords: ownKeywords,
};

describe('generated files are up to date', async () => {
  const rendered = Object.entries(await renderAll());
  test.each(rendered)('%s', (file, text) => expect(read(`generated/${file}`)).toBe(text));
});

describe('the schema of a pipeline', () => {
  test('describes every node, its own or the one that it refers to', () => {
    const silent = all.filter(([, node]) => !('description' in node || '$ref' in node || 'allOf' in node));
    expect(silent.map(([path]) => path)).toEqual([]);
    expect(all.length).toBeGreaterThan(120);
  });

  test('lets no mapping take unknown keys', () => {
    const open = all.filter(([, node]) => {
      const isMapping = node['type'] === 'object' && !('discriminator' in node);
      const rest = node['additionalProperties'];
      return (isMapping || 'properties' in node) && rest !== false && !isNode(rest);
    });
    expect(open.map(([path]) => path)).toEqual([]);
  });

  test('compiles in the strict mode of a plain validator that ignores our words', () => {
    const ajv = new Ajv(strict);
    expect(typeof ajv.compile(schema)).toBe('function');
  });

  test('has defaults that its own nodes accept', () => {
    const ajv = new Ajv(strict);
    ajv.addSchema(schema, 'pipeline');
    const withDefault = all.filter(([, node]) => 'default' in node);
    const refused = withDefault.filter(([path, node]) => !ajv.validate(`pipeline${path}`, node['default']));
    expect(refused.map(([path]) => path)).toEqual([]);
    expect(withDefault.length).toBeGreaterThan(30);
  });

  test('refers only to definitions that exist, and to every one of them', () => {
    const used = new Set(all.flatMap(([, node]) => (typeof node['$ref'] === 'string' ? [node['$ref']] : [])));
    const defined = Object.keys(schema['definitions'] as Node).map((name) => `#/definitions/${name}`);
    expect([...used].sort()).toEqual(defined.sort());
  });
});

describe('the types', () => {
  test('have no type twice under a numbered name', async () => {
    for (const types of [await renderTypes(), await renderResolvedTypes()]) {
      const names = [...types.matchAll(/export (?:type|interface) (\w+)/g)].map(([, name]) => name ?? '');
      expect(names.filter((name) => /\d$/.test(name))).toEqual([]);
    }
  });

  test('require after defaults what the schema has a default for', async () => {
    expect(await renderResolvedTypes()).toContain('  optimizer: Optimizer;');
    expect(await renderTypes()).toContain('  optimizer?: Optimizer;');
  });
});
