import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../diagnostics/render-diagnostic.ts';
import { readPipeline } from '../../spec/read-pipeline.ts';
import { exampleFile, readFrom } from './example-file.ts';

const fragments = [
  '\n',
  '  ',
  '\t',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '!x ',
  '? ',
  '| \n',
  '<<: ',
  '---\n',
  '%YAML 1.1\n',
  '${{ ',
  ' }}',
  '${{ matrix.seed }}',
  '${{ seeds }}',
  '${{ params.x }}',
  '0',
  '-1',
  '1e999',
  '.nan',
  'null',
  'train',
  'steps:\n',
  '\0',
  '\uFFFD',
  '\uD800',
  '😀',
  '\r',
  '\u2028',
  '<<<<<<< a\n',
  '__proto__',
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat({ max: 40 }),
  insert: fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 8, unit: 'binary' })),
});

function mutate(text: string, edits: readonly { at: number; cut: number; insert: string }[]): string {
  return edits.reduce((before, { at, cut, insert }) => {
    const start = Math.floor(at * before.length);
    return before.slice(0, start) + insert + before.slice(start + cut);
  }, text);
}

const whole = `${exampleFile}tables:
  main: {from: evaluate, rows: method, columns: [complete, only-text]}
`;

const everything = new URL('../fixtures/everything/', import.meta.url);
const everyFile = ['pipeline.yaml', 'shared/models.yaml', 'shared/scores.yaml', 'shared/data/emoji.yaml'].map(
  (file) => [file, readFileSync(new URL(file, everything), 'utf8')] as const,
);

test('of a mutated pipeline of several files every problem lies inside the file that it names', () => {
  const changes = fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(changes, (edits) => {
      const files = Object.fromEntries(
        everyFile.map(([file, text], index) => [file, mutate(text, edits[index] ?? [])]),
      );
      const reading = readPipeline({
        file: 'pipeline.yaml',
        text: files['pipeline.yaml'] ?? '',
        readText: readFrom(files),
      });
      expect(reading.pipeline === undefined).toBe(reading.diagnostics.length > 0);
      for (const { at, message } of reading.diagnostics) {
        expect(message).not.toMatch(/undefined|\[object|NaN%/);
        const text = files[at?.file ?? ''] ?? '';
        expect(at && 0 <= at.start && at.start <= at.end && at.end <= text.length).toBe(true);
        expect(at && text.slice(0, at.start).split('\n').length).toBe(at?.line);
      }
      expect(renderDiagnostics(reading.diagnostics, reading.texts)).not.toContain('    at ');
    }),
    { numRuns: 400, seed: 22 },
  );
}, 60_000);

describe('a mutated pipeline file', () => {
  test('never throws, and every problem lies inside the text and can be shown', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = mutate(whole, edits);
        const { pipeline, diagnostics, texts } = readPipeline({ file: 'p.yaml', text });
        expect(pipeline === undefined).toBe(diagnostics.length > 0);
        const lines = text.split('\n').length;
        for (const { at, message } of diagnostics) {
          expect(message).not.toMatch(/undefined|\[object|NaN%/);
          expect(at).toBeDefined();
          if (at === undefined) continue;
          expect(0 <= at.start && at.start <= at.end && at.end <= text.length).toBe(true);
          expect(1 <= at.line && at.line <= at.endLine && at.endLine <= lines).toBe(true);
        }
        expect(renderDiagnostics(diagnostics, texts)).not.toContain('    at ');
      }),
      { numRuns: 1500, seed: 20 },
    );
  });

  test('has its problems sorted by position', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const starts = readPipeline({ file: 'p.yaml', text: mutate(whole, edits) }).diagnostics.map(
          ({ at }) => at?.start ?? -1,
        );
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 300, seed: 21 },
    );
  });
});
