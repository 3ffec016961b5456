import { describe, expect, test } from 'vitest';
import type { ReadText } from '../../spec/read-includes.ts';
import { readPipeline } from '../../spec/read-pipeline.ts';
import { completed, exampleFile, readExamples, readFrom } from './example-file.ts';

// Their examples would be files of a size that nobody wants to read.
const withoutExample: { readonly [code: string]: string } = {
  LAC1003: `version: 1\nname: ${'x'.repeat(1024 * 1024)}\n`,
  LAC1114: `version: 1\nname: x\nsteps:\n${Array.from({ length: 2001 }, (_, index) => `  s${index}: {}\n`).join('')}`,
  LAC1016: completed('include: [1.yaml]\n'),
  LAC1422: completed(`tables:
  main:
    rows: [${Array.from({ length: 201 }, (_, row) => `{ label: r${row}, source: a, values: {} }`).join(', ')}]
    columns: [${Array.from({ length: 101 }, (_, column) => `{ label: c${column} }`).join(', ')}]
`),
};

/** Files that each include the next. */
const endless: ReadText = (file) => ({
  text: `version: 1\ninclude: [${Number.parseInt(file, 10) + 1}.yaml]\n`,
});

describe('the catalogue of problems in a pipeline file', () => {
  test('its introduction shows a file without problems', () => {
    expect(readPipeline({ file: 'example.yaml', text: exampleFile }).diagnostics).toEqual([]);
  });

  test.each(readExamples())('the example of $code has exactly that problem', ({ code, text, set, files }) => {
    const reading = readPipeline({
      file: 'example.yaml',
      text: withoutExample[code] ?? text,
      set,
      readText: code === 'LAC1016' ? endless : readFrom(files),
    });
    expect(reading.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(reading.pipeline).toBeUndefined();
  });
});
