import { describe, expect, test } from 'vitest';
import { readPipeline } from '../../spec/read-pipeline.ts';
import { exampleFile, readExamples } from './example-file.ts';

// Their examples would be files of a size that nobody wants to read.
const withoutExample: { readonly [code: string]: string } = {
  LAC1003: `version: 1\nname: ${'x'.repeat(1024 * 1024)}\n`,
  LAC1114: `version: 1\nname: x\nsteps:\n${Array.from({ length: 2001 }, (_, index) => `  s${index}: {}\n`).join('')}`,
};

describe('the catalogue of problems in a pipeline file', () => {
  test('its introduction shows a file without problems', () => {
    expect(readPipeline({ file: 'example.yaml', text: exampleFile }).diagnostics).toEqual([]);
  });

  test.each(readExamples())('the example of $code has exactly that problem', ({ code, text, set }) => {
    const reading = readPipeline({ file: 'example.yaml', text: withoutExample[code] ?? text, set });
    expect(reading.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(reading.pipeline).toBeUndefined();
  });
});
