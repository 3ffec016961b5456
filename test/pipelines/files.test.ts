import { describe, expect, test } from 'vitest';
import { experiments, filesOf, fragments, planOf, readExperiment, textOf } from './pipeline-files.ts';

describe.each(experiments)('%s', (file) => {
  test('has no errors', () => {
    const { pipeline, diagnostics } = readExperiment(file);
    expect(diagnostics).toEqual([]);
    expect(pipeline).toBeDefined();
  });

  test('can be planned without any data', () => {
    expect(planOf(file).tasks.length).toBeGreaterThan(0);
  });

  test('is named after its place', () => {
    expect(`pipelines/${readExperiment(file).pipeline?.name}.yaml`).toBe(file);
  });

  test('begins by saying what it is, how to run it, what that costs and what comes out', () => {
    const head = textOf(file).split('\nversion:')[0] ?? '';
    for (const word of ['What', 'Command', 'Cost', 'Expected']) expect(head).toMatch(`\n# ${word}`);
    const named = [...head.matchAll(/npx lacuna \w+ (\S+\.yaml)/g)].map(([, path]) => path);
    expect(named.filter((path) => path !== file)).toEqual([]);
  });
});

test('nothing under shared/ is left over: every fragment is part of an experiment', () => {
  const read = new Set(experiments.flatMap(filesOf));
  expect(fragments.filter((file) => !read.has(file))).toEqual([]);
});
