import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import {
  type Paint,
  renderDiagnostic,
  renderDiagnostics,
  toJson,
} from '../../diagnostics/render-diagnostic.ts';
import { SourceText } from '../../spec/source-text.ts';

function diagnose(text: string, part: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(part);
  const at = new SourceText('a.yaml', text).span(start, start + part.length);
  return { code: 'LAC1102', severity: 'error', message: 'unknown key', notes: [], at, ...more };
}

/** The excerpt and the marks below it, without the gutter. */
function excerptOf(text: string, part: string): readonly string[] {
  const lines = renderDiagnostic(diagnose(text, part), text).split('\n').slice(2, 4);
  return lines.map((line) => line.slice(line.indexOf('|') + 2));
}

describe('an excerpt', () => {
  const cases: [title: string, text: string, part: string, line: string, marks: string][] = [
    ['marks the part', 'a: 1\n  bc: 2\n', 'bc', '  bc: 2', '  ^^'],
    ['shows a tab as the spaces that it takes', 'a:\tbc', 'bc', 'a:  bc', '    ^^'],
    ['counts wide characters twice', '日本: bc', 'bc', '日本: bc', '      ^^'],
    ['marks a wide character on all of its width', 'a: 日本', '日本', 'a: 日本', '   ^^^^'],
    ['counts an emoji twice', '😀 bc', 'bc', '😀 bc', '   ^^'],
    ['counts a combining accent not at all', 'e\u0301 bc', 'bc', 'e\u0301 bc', '  ^^'],
    ['marks to the end of the first line only', 'a: [1,\n  2]', '[1,\n  2]', 'a: [1,', '   ^^^'],
    ['leaves a carriage return out', 'a: bc\r\nd: 1', 'bc', 'a: bc', '   ^^'],
    ['shows a control character without letting it act', 'a: \u001b[2J', 'a', 'a: \uFFFD[2J', '^'],
    ['shows a turned direction without letting it act', 'a: \u202Ebc', 'a', 'a: \uFFFDbc', '^'],
    ['marks one column for an empty part', 'a: ', '', 'a:', '^'],
  ];
  test.each(cases)('%s', (_, text, part, line, marks) => {
    expect(excerptOf(text, part)).toEqual([line, marks]);
  });

  test('of a long line is cut on both sides and keeps its marks under the part', () => {
    const text = `${'x'.repeat(300)} bc ${'y'.repeat(300)}`;
    const [line = '', marks = ''] = excerptOf(text, 'bc');
    expect(line.length).toBeLessThanOrEqual(102);
    expect(line.startsWith('…') && line.endsWith('…')).toBe(true);
    expect(line.slice(marks.indexOf('^'), marks.indexOf('^') + 2)).toBe('bc');
  });
});

describe('a rendered diagnostic', () => {
  const text = 'steps:\n  train:\n    epoch: 10\n';
  const hint = { text: 'did you mean "epochs"?', replace: 'epochs' };

  test('has message, place, excerpt, hint, notes and where to read more', () => {
    const shown = renderDiagnostic(diagnose(text, 'epoch', { hint, notes: ['Known here: epochs.'] }), text);
    expect(shown).toBe(`error[LAC1102] unknown key
  a.yaml:3:5
    3 |     epoch: 10
      |     ^^^^^ did you mean "epochs"?
  Known here: epochs.  More: lacuna explain LAC1102`);
  });

  test('without a place or a text is still complete', () => {
    const { at: _, ...placeless } = diagnose(text, 'epoch', { hint });
    expect(renderDiagnostic(placeless, undefined)).toBe(`error[LAC1102] unknown key
  did you mean "epochs"?
  More: lacuna explain LAC1102`);
  });

  test('says the same in colour', () => {
    const mark = (text: string) => `\u001b[1m${text}\u001b[22m`;
    const paint: Paint = { red: mark, yellow: mark, cyan: mark, bold: mark, dim: mark };
    const diagnostic = diagnose(text, 'epoch', { hint });
    const painted = renderDiagnostic(diagnostic, text, paint);
    const plain = renderDiagnostic(diagnostic, text);
    expect(painted).not.toBe(plain);
    expect(painted.replaceAll('\u001b[1m', '').replaceAll('\u001b[22m', '')).toBe(plain);
  });

  test('is one flat record as JSON', () => {
    expect(toJson(diagnose(text, 'epoch', { hint }))).toEqual({
      code: 'LAC1102',
      severity: 'error',
      message: 'unknown key',
      file: 'a.yaml',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 10,
      hint: 'did you mean "epochs"?',
      notes: [],
    });
  });
});

describe('several diagnostics end in a count', () => {
  const one = diagnose('a: 1', 'a');
  const warning: Diagnostic = { ...one, severity: 'warning' };
  const cases: [diagnostics: Diagnostic[], last: string][] = [
    [[one], '1 error. Nothing was run.'],
    [[one, one], '2 errors. Nothing was run.'],
    [[one, warning], '1 error, 1 warning. Nothing was run.'],
    [[warning, warning], '2 warnings.'],
  ];
  test.each(cases)('%#', (diagnostics, last) => {
    expect(
      renderDiagnostics(diagnostics, new Map([['a.yaml', 'a: 1']]))
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe(last);
  });

  test('and none of them in nothing', () => expect(renderDiagnostics([], new Map())).toBe(''));
});
