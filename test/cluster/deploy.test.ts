import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

/*
 * The files of deploy/ that `npm run test:cluster` does not run, and the guide that names them. Those that it does run are
 * only read here.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const units = readdirSync(join(root, 'deploy/systemd'));
const guide = read('docs/cluster.md');

interface Compose {
  readonly services: {
    readonly [name: string]: {
      readonly volumes?: readonly string[];
      readonly build?: { readonly context: string; readonly dockerfile: string };
      readonly environment?: { readonly [name: string]: string };
      readonly depends_on?: readonly string[] | { readonly [name: string]: unknown };
    };
  };
  readonly volumes: { readonly [name: string]: null };
}

const compose = parse(read('deploy/compose.yaml')) as Compose;

test('every file and volume that the Compose file names is there', () => {
  for (const [name, { volumes = [], build }] of Object.entries(compose.services)) {
    const sources = volumes.map((volume) => volume.split(':')[0] ?? '');
    const files = sources.filter((source) => source.startsWith('.')).map((source) => join('deploy', source));
    if (build) files.push(join('deploy', build.context, build.dockerfile));
    for (const file of files) expect(existsSync(join(root, file)), `${name}: ${file}`).toBe(true);
    for (const source of sources.filter((each) => !each.startsWith('.'))) {
      expect(Object.keys(compose.volumes), name).toContain(source);
    }
  }
});

test('services wait only for services that are there', () => {
  const names = Object.keys(compose.services);
  for (const { depends_on: before = [] } of Object.values(compose.services)) {
    const awaited = Array.isArray(before) ? before : Object.keys(before);
    expect(names).toEqual(expect.arrayContaining(awaited as string[]));
  }
});

test('secrets of the Compose file come from outside', () => {
  for (const { environment = {} } of Object.values(compose.services)) {
    for (const [name, value] of Object.entries(environment)) {
      if (/SECRET|ACCESS_KEY|PASSWORD/.test(name)) expect(value, name).toMatch(/^\$\{\w+:\?/);
    }
  }
});

test("Temporal's files are YAML, with and without what is optional in them", () => {
  const text = read('deploy/temporal/server.yaml');
  const isOptional = (line: string) => /^\{\{-? (?:with|end)/.test(line.trim());
  const lines = text.split('\n').filter((line) => !isOptional(line));
  const full = parse(lines.join('\n').replaceAll(/'[^'\n]*\{\{[^'\n]*\}\}[^'\n]*'/g, "'value'"));
  expect(Object.keys(full.global)).toEqual(['membership', 'metrics', 'tls']);
  expect(Object.keys(full.services)).toEqual(['frontend', 'history', 'matching', 'worker']);
  const dynamic = parse(read('deploy/temporal/dynamic.yaml')) as Record<
    string,
    readonly { value: unknown }[]
  >;
  for (const [key, values] of Object.entries(dynamic))
    expect(values, key).toEqual([{ value: expect.anything() }]);
});

test('the files of deploy/ that hold places for secrets hold no secret', () => {
  for (const file of ['temporal/server.env', 'lacuna/lab.env', 'lacuna/s3.env']) {
    const values = read(`deploy/${file}`).matchAll(/^\w*(?:PASSWORD|SECRET_KEY|ACCESS_KEY)=(.*)$/gm);
    for (const [, value] of values) expect(value, file).toBe('change-me');
  }
});

test('the guide names every file of deploy/, and only files that are there', () => {
  const named = [...guide.matchAll(/deploy\/[\w./@-]*\w/g)].map(([path]) => path);
  for (const path of named) expect(existsSync(join(root, path)), path).toBe(true);
  const all = readdirSync(join(root, 'deploy'), { withFileTypes: true, recursive: true });
  for (const entry of all.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name).slice(root.length);
    expect(guide, path).toContain(path);
  }
});

const analyse = spawnSync('systemd-analyze', ['--version']);

test.skipIf(analyse.error !== undefined)('systemd accepts the units, and would not accept any', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lacuna-units-'));
  const verify = (name: string, text: string) => {
    // Programs that are not on this machine would be complained about.
    const path = join(folder, name.replace('@.', '@main.'));
    writeFileSync(path, text.replace(/^ExecStart=\S+/m, 'ExecStart=/bin/sh'));
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], {
      encoding: 'utf8',
    });
    return `${stdout}${stderr}`
      .split('\n')
      .filter((line) => line.includes(folder))
      .join('\n');
  };
  try {
    for (const unit of units) expect(verify(unit, read(`deploy/systemd/${unit}`))).toBe('');
    const [unit = ''] = units;
    const broken = read(`deploy/systemd/${unit}`).replace(/^Restart=.*$/m, 'Restart=perhaps');
    expect(verify(unit, broken)).not.toBe('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
