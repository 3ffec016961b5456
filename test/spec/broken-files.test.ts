import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../diagnostics/render-diagnostic.ts';
import { readPipeline } from '../../spec/read-pipeline.ts';

const folder = new URL('../fixtures/broken/', import.meta.url);
const cases = readdirSync(folder).sort();

describe('a broken pipeline file gets all of its problems, with places and hints', () => {
  test('there are at least 24 of them', () => expect(cases.length).toBeGreaterThanOrEqual(24));

  test.each(cases)('%s', (name) => {
    const text = readFileSync(new URL(`${name}/pipeline.yaml`, folder), 'utf8');
    const expected = readFileSync(new URL(`${name}/expected.txt`, folder), 'utf8');
    const { pipeline, diagnostics } = readPipeline({ file: 'pipeline.yaml', text });
    expect(pipeline).toBeUndefined();
    expect(renderDiagnostics(diagnostics, text)).toBe(expected);
  });
});
