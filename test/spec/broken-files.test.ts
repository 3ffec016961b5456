import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../diagnostics/render-diagnostic.ts';
import type { ReadText } from '../../spec/read-includes.ts';
import { readPipeline } from '../../spec/read-pipeline.ts';

const folder = new URL('../fixtures/broken/', import.meta.url);
/** The files beside the one that is read. */
const readIn = (name: string): ReadText => {
  return (file) => {
    const place = new URL(`${name}/${file}`, folder);
    return existsSync(place) ? { text: readFileSync(place, 'utf8') } : { why: 'there is no such file' };
  };
};

const cases = readdirSync(folder).sort();

describe('a broken pipeline file gets all of its problems, with places and hints', () => {
  test('there are at least 24 of them', () => expect(cases.length).toBeGreaterThanOrEqual(24));

  test.each(cases)('%s', (name) => {
    const text = readFileSync(new URL(`${name}/pipeline.yaml`, folder), 'utf8');
    const expected = readFileSync(new URL(`${name}/expected.txt`, folder), 'utf8');
    const { pipeline, diagnostics, texts } = readPipeline({
      file: 'pipeline.yaml',
      text,
      readText: readIn(name),
    });
    expect(pipeline).toBeUndefined();
    expect(renderDiagnostics(diagnostics, texts)).toBe(expected);
  });
});
