import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rooms as watchedRooms } from '../../setup/build.mjs';

const root = resolve(import.meta.dirname, '../..');

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

interface Rule {
  readonly name: string;
  readonly to: { readonly pathNot?: string };
}

/** The tool has exit code 0 with this output type whatever it finds. */
function cruise(folder: string): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', '.'];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
}

describe('the rooms of this tree', () => {
  const { modules, summary } = cruise(root);

  it('are all seen: with a TypeScript that it does not know the tool reads nothing and is content', () => {
    const sources = modules.map(({ source }) => source);
    expect(sources.filter((source) => /^[a-z]+\/.*\.ts$/.test(source)).length).toBeGreaterThan(40);
    expect(sources).toEqual(
      expect.arrayContaining(['plan/plan.ts', 'setup/main.mjs', 'diagnostics/failure.ts']),
    );
  });

  it('import only what ARCHITECTURE.md lets them', () => {
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});

describe('the rules', () => {
  const table = [
    ...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| (\w+)\/ \|.*\| (.*) \|$/gm),
  ];
  const rows = table.filter(([, , allowed]) => !['everything', 'no code'].includes(allowed ?? ''));
  const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))
    .forbidden as readonly Rule[];

  it('cover every row of the table of rooms', () => {
    expect(rows.length).toBeGreaterThan(15);
  });

  it('the build watches every room that has code, and no other folder', () => {
    const withCode = table.filter(([, , allowed]) => allowed !== 'no code').map(([, room]) => room);
    expect([...watchedRooms].sort()).toEqual(withCode.sort());
  });

  for (const [, room, allowed = ''] of rows) {
    it(`say of ${room}/ what the table says`, () => {
      const [, values = '', types = ''] = /^(?:-|(.*?)(?:, ([^,]*) \(types\))?)$/.exec(allowed) ?? [];
      const names = (text: string) => text.split(/[ ,]+/).filter(Boolean);
      const pattern = (others: readonly string[]) => `^(?:${[room, ...others].join('|')})/`;
      const exceptions = (name: string) => rules.find((rule) => rule.name === name)?.to.pathNot;
      expect(exceptions(`only-${room}`)).toBe(pattern(names(values)));
      expect(exceptions(`only-${room}-types`)).toBe(pattern([...names(values), ...names(types)]));
    });
  }
});

describe('a planted violation', () => {
  let folder = '';
  const value = 'export const value = 1;\n';
  const type = 'export interface Shape { readonly side: number }\n';

  const cases: readonly {
    title: string;
    rule: string | undefined;
    files: { readonly [path: string]: string };
  }[] = [
    {
      title: 'of a workflow that reads the store fails',
      rule: 'only-workflows',
      files: {
        'workflows/run.ts': "import { value } from '../store/a.ts';\nexport const b = value;\n",
        'store/a.ts': value,
      },
    },
    {
      title: 'of a room that may import nothing fails',
      rule: 'only-grid',
      files: {
        'grid/run.ts': "import { value } from '../random/a.ts';\nexport const b = value;\n",
        'random/a.ts': value,
      },
    },
    {
      title: 'by way of a type that is not allowed fails',
      rule: 'only-score-types',
      files: {
        'score/run.ts': "import type { Shape } from '../plan/a.ts';\nexport type B = Shape;\n",
        'plan/a.ts': type,
      },
    },
    {
      title: 'of a value where only types may be imported fails',
      rule: 'only-plan',
      files: {
        'plan/run.ts': "import { value } from '../spec/a.ts';\nexport const b = value;\n",
        'spec/a.ts': value,
      },
    },
    {
      title: 'of a pure room that reads the disk fails',
      rule: 'pure-rooms',
      files: { 'table/run.ts': "import { readFileSync } from 'node:fs';\nexport const b = readFileSync;\n" },
    },
    {
      title: 'of a workflow that takes a package fails',
      rule: 'workflows-packages',
      files: {
        'workflows/run.ts': "import { value } from 'ajv';\nexport const b = value;\n",
        'node_modules/ajv/package.json': '{"name": "ajv", "version": "1.0.0", "main": "index.js"}',
        'node_modules/ajv/index.js': 'exports.value = 1;\n',
      },
    },
    {
      title: 'of two files that import each other fails',
      rule: 'no-circular',
      files: {
        'grid/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
        'grid/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
      },
    },
    {
      title: 'of an import that leads nowhere fails',
      rule: 'no-unresolvable',
      files: { 'grid/a.ts': "import { b } from './b.ts';\nexport const a = b;\n" },
    },
    {
      title: 'is none where the table allows the import',
      rule: undefined,
      files: {
        'plan/run.ts': "import type { Shape } from '../spec/a.ts';\nexport type B = Shape;\n",
        'spec/a.ts': type,
        'train/run.ts': "import { value } from '../model/a.ts';\nexport const b = value;\n",
        'model/a.ts': value,
      },
    },
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lacuna-rooms-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const { title, rule, files } of cases) {
    it(title, () => expect(violations(files)).toEqual(rule === undefined ? [] : [rule]));
  }

  function violations(files: { readonly [path: string]: string }): string[] {
    const tree = mkdtempSync(join(folder, 'tree-'));
    for (const [path, text] of Object.entries({
      'package.json': '{"type": "module", "dependencies": {"ajv": "1.0.0"}}',
      ...files,
    })) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    return [...new Set(cruise(tree).summary.violations.map((violation) => violation.rule.name))];
  }
});
