import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../data/adapters/csv.ts';

const cells = (text: string, delimiter = ',') => {
  const rows = parseCsv(text, delimiter);
  return 'problem' in rows ? rows : rows.map((row) => row.cells);
};

describe('A CSV table', () => {
  test.each([
    {
      name: 'plain cells',
      text: 'a,b\nc,d\n',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { name: 'no line break at the end', text: 'a,b', rows: [['a', 'b']] },
    { name: 'delimiters in quotes', text: '"a,b",c\n', rows: [['a,b', 'c']] },
    { name: 'doubled quotes', text: '"say ""cheese""",c\n', rows: [['say "cheese"', 'c']] },
    { name: 'a cell of nothing but a quote', text: '"""",c', rows: [['"', 'c']] },
    {
      name: 'line breaks in quotes',
      text: '"a\nb","c\r\nd"\ne,f\n',
      rows: [
        ['a\nb', 'c\r\nd'],
        ['e', 'f'],
      ],
    },
    {
      name: 'empty cells',
      text: ',,\n"",,""\n',
      rows: [
        ['', '', ''],
        ['', '', ''],
      ],
    },
    {
      name: 'CRLF',
      text: 'a,b\r\nc,d\r\n',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    {
      name: 'CR',
      text: 'a,b\rc,d\r',
      rows: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
    { name: 'empty lines', text: '\na\n\n\nb\n\n', rows: [['a'], ['b']] },
    { name: 'blanks, which belong to cells', text: ' a , b \n', rows: [[' a ', ' b ']] },
    { name: 'a quote inside a cell', text: '5" pipe,c\n', rows: [['5" pipe', 'c']] },
    { name: 'an empty cell at the end', text: 'a,', rows: [['a', '']] },
    { name: 'nothing', text: '', rows: [] },
  ])('is read with $name', ({ text, rows }) => expect(cells(text)).toEqual(rows));

  test.each([
    {
      delimiter: ';',
      text: 'a;"b;c"\n1,5;2\n',
      rows: [
        ['a', 'b;c'],
        ['1,5', '2'],
      ],
    },
    {
      delimiter: '\t',
      text: 'a\t"b\tc"\n1\\t\t2\n',
      rows: [
        ['a', 'b\tc'],
        ['1\\t', '2'],
      ],
    },
  ])('is read with the delimiter $delimiter', ({ text, delimiter, rows }) => {
    expect(cells(text, delimiter)).toEqual(rows);
  });

  test('knows in which line of the file each row begins', () => {
    const rows = parseCsv('a\n"b\n\r\nc"\r\n\nd\n"e"', ',');
    expect(rows).toMatchObject([{ line: 1 }, { line: 2 }, { line: 6 }, { line: 7 }]);
  });

  test.each([
    { name: 'a quote that is never closed', text: 'a,b\nc,"d\ne\n', line: 2, problem: 'never closed' },
    { name: 'text after a closing quote', text: 'a\n"b"c\n', line: 2, problem: '"c\\n"' },
    { name: 'text after a closing quote lines later', text: '"a\nb" ,c\n', line: 2, problem: '" ,c\\n"' },
  ])('with $name is refused with its line', ({ text, line, problem }) => {
    expect(parseCsv(text, ',')).toEqual({ line, problem: expect.stringContaining(problem) });
  });

  const anyCell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '\t') });

  test('comes back as it was written, whatever is in its cells', () => {
    const table = fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, by, end) => {
        const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quote).join(by)).join(end);
        expect(cells(text, by)).toEqual(rows);
      }),
    );
  });

  test('is never half read: any text gives rows in ascending lines, or a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') }), (text) => {
        const rows = parseCsv(text, ',');
        if ('problem' in rows) return;
        const lines = rows.map(({ line }) => line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        const letters = (parts: string) => parts.replaceAll(/[^a]/g, '').length;
        expect(letters(rows.flatMap((row) => row.cells).join(''))).toBe(letters(text));
      }),
    );
  });
});
