import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../table/csv.ts';
import { spansOf } from '../../table/headers.ts';
import { escapeHtml, renderHtml } from '../../table/html.ts';
import { escapeLatex, renderLatex } from '../../table/latex.ts';
import { escapeMarkdown, renderMarkdown } from '../../table/markdown.ts';
import { renderTerminal } from '../../table/terminal.ts';
import { oneLine } from '../../table/text-width.ts';
import { anyTable, text } from './arbitraries.ts';
import { parseCsv } from './readers.ts';

/** What LaTeX prints for escaped text, one token at a time; null when a special character stands bare. */
function typeset(latex: string): string | null {
  const commands: Readonly<Record<string, string>> = {
    '\\textbackslash{}': '\\',
    '\\textasciitilde{}': '~',
    '\\textasciicircum{}': '^',
    '\\textless{}': '<',
    '\\textgreater{}': '>',
    '\\textbar{}': '|',
    '\\textdagger{}': '†',
    '\\textdaggerdbl{}': '‡',
    '\\textsection{}': '§',
    '\\textparagraph{}': '¶',
    '\\textasciigrave{}': '`',
    '$\\pm$': '±',
    '$\\times$': '×',
    '$-$': '−',
    '$\\geq$': '≥',
    '$\\leq$': '≤',
  };
  let printed = '';
  let rest = latex;
  while (rest !== '') {
    const token = /^(?:\\[a-z]+\{\}|\$(?:\\[a-z]+|-)\$|\\[{}$&#%_]|[^\\{}$&#%_~^<>|`])/u.exec(rest)?.[0];
    if (token === undefined) return null;
    printed += commands[token] ?? (token.length === 2 && token.startsWith('\\') ? token.slice(1) : token);
    rest = rest.slice(token.length);
  }
  return printed;
}

describe('LaTeX', () => {
  it('prints every text as it was, with no special character bare', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(typeset(escapeLatex(given))).toBe(oneLine(given));
      }),
    );
  });

  it('has as many lines and columns as the table whatever its texts hold', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const lines = renderLatex(table)
          .split('\n')
          .filter((line) => !line.trimStart().startsWith('%'));
        const rows = lines.filter((line) => line.endsWith(' \\\\'));
        expect(rows).toHaveLength(table.rows.length + 2);
        // A group of columns counts for as many as it spans.
        const groups = Math.max(...spansOf(table.columns).map(({ length }) => length));
        const ends = rows.map((line) => line.replaceAll('\\&', '').split('&').length);
        expect(ends.slice(1)).toEqual(rows.slice(1).map(() => table.columns.length + 2));
        expect(ends[0]).toBe((spansOf(table.columns)[0]?.length ?? groups) + 2);
        expect(rows.filter((line) => /^\s*[[*]/.test(line))).toEqual([]);
      }),
    );
  });

  it('balances braces and leaves no special character bare outside its own commands', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const bare = renderLatex(table)
          .split('\n')
          .filter((line) => !line.trimStart().startsWith('%'))
          .join('\n')
          .replace(/\\[\\{}$&#%_]/g, '');
        const depths = [0];
        for (const brace of bare.match(/[{}]/g) ?? [])
          depths.push((depths.at(-1) ?? 0) + (brace === '{' ? 1 : -1));
        expect([Math.min(...depths), depths.at(-1)]).toEqual([0, 0]);
        // A citation key is no text: `\cite{a_b}` is what it is called in the bibliography.
        const words = bare.replace(/\\resizebox.*/, '').replace(/\\cite\{[^}]*\}/g, '\\cite');
        expect(words).not.toMatch(/[#_~^<>|`](?!\\cite)/);
      }),
    );
  });
});

describe('Markdown', () => {
  it('has as many lines and bars as the table has rows and columns whatever its texts hold', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const lines = renderMarkdown(table)
          .split('\n')
          .slice(2, 4 + table.rows.length)
          .map((line) => line.replace(/\\[\\|]/g, ''));
        expect(lines.map((line) => line.split('|').length)).toEqual(
          lines.map(() => table.columns.length + 4),
        );
      }),
    );
  });

  it('escapes without loss', () => {
    const read = (markdown: string) => markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
    fc.assert(
      fc.property(text, (given) => {
        expect(read(escapeMarkdown(given))).toBe(oneLine(given));
      }),
    );
  });
});

describe('HTML', () => {
  const read = (html: string) =>
    html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

  it('escapes without loss, and leaves nothing that ends a text or an attribute', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(read(escapeHtml(given))).toBe(oneLine(given));
        expect(escapeHtml(given)).not.toMatch(/[<>"']|&(?!#\d+;)/);
      }),
    );
  });

  it('has tags of its own only, each closed', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const html = renderHtml(table).replace(/<style>.*<\/style>/s, '');
        const open: string[] = [];
        for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
          if (name === 'meta') continue;
          if (end === '') open.push(name);
          else expect(open.pop()).toBe(name);
        }
        expect(open).toEqual([]);
        expect(html).not.toMatch(/<script|<img|\son\w+=|https?:/);
      }),
    );
  });

  it('covers every place of the table by one cell, rows and columns that span others included', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const width = table.columns.length + 2;
        for (const part of renderHtml(table).match(/<(thead|tbody)>.*?<\/\1>/gs) ?? []) {
          const taken = new Set<string>();
          const rows = part.match(/<tr>.*<\/tr>/g) ?? [];
          for (const [row, line] of rows.entries()) fill(taken, line, row, width);
          expect(taken.size).toBe(rows.length * width);
          expect([...taken].every((place) => Number(place.split(',')[0]) < rows.length)).toBe(true);
        }
      }),
    );
  });

  /** Places cells as a browser does: each at the first free place of its row. */
  function fill(taken: Set<string>, line: string, row: number, width: number): void {
    for (const [cell] of line.matchAll(/<t[hd][^>]*>/g)) {
      const span = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(cell)?.[1] ?? 1);
      let column = 0;
      while (taken.has(`${row},${column}`)) column += 1;
      expect(column + span('colspan')).toBeLessThanOrEqual(width);
      for (let down = 0; down < span('rowspan'); down += 1) {
        for (let right = 0; right < span('colspan'); right += 1) {
          expect(taken.has(`${row + down},${column + right}`)).toBe(false);
          taken.add(`${row + down},${column + right}`);
        }
      }
    }
  }
});

describe('the terminal', () => {
  it('has a line for each row and each level of headers, without a control character', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const lines = renderTerminal(table).split('\n');
        const extra = table.notes.filter((note) => oneLine(note) !== '').length;
        const legends = lines.filter((line) => / {2}(?:\* best|_ second|- no number)/.test(line)).length;
        expect(lines.length).toBeGreaterThanOrEqual(1 + 2 + table.rows.length + extra + 1);
        expect(lines.length).toBeLessThanOrEqual(
          1 + 2 + table.rows.length + extra + 1 + Math.max(1, legends),
        );
        expect(lines.join('')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

describe('CSV', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const [header = [], ...records] = parseCsv(renderCsv(table));
        const field = (name: string) => records.map((record) => record[header.indexOf(name)]);
        const cells = table.rows.flatMap((row) =>
          row.cells.map((cell, column) => ({ row, cell, column: table.columns[column] })),
        );
        expect(records.every(({ length }) => length === header.length)).toBe(true);
        expect(field('row label')).toEqual(cells.map(({ row }) => row.label.join(' / ')));
        expect(field('column label')).toEqual(cells.map(({ column }) => column?.label.join(' / ')));
        expect(field('shown')).toEqual(cells.map(({ cell }) => cell.shown));
        expect(field('sources')).toEqual(cells.map(({ row }) => row.source));
        expect(field('value').map((value) => (value === '' ? null : Number(value)))).toEqual(
          cells.map(({ cell }) => (cell.value === 0 ? 0 : cell.value)),
        );
      }),
    );
  });
});
