import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TabulateParams } from '../../plan/params.ts';
import { assemble, type RunScores } from '../../table/assemble.ts';
import { renderCsv } from '../../table/csv.ts';
import { rank, rankMatrix } from '../../table/emphasis.ts';
import { renderJson } from '../../table/json.ts';
import { escapeLatex, renderLatex } from '../../table/latex.ts';
import { escapeMarkdown, renderMarkdown } from '../../table/markdown.ts';
import { renderTerminal } from '../../table/terminal.ts';
import { oneLine } from '../../table/text-width.ts';
import { scoresOf, tableParams } from './tables.ts';

const specials = fc.constantFrom(
  ...'\\{}$&#%_~^<>|±†[]*`"\n\r\t,',
  '\\textbackslash{}',
  '$\\pm$',
  'a',
  'é',
  '模',
  '😀',
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(specials).map((parts) => parts.join('')),
);

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
    '$\\pm$': '±',
  };
  let printed = '';
  let rest = latex;
  while (rest !== '') {
    const token = /^(?:\\[a-z]+\{\}|\$\\pm\$|\\[{}$&#%_]|[^\\{}$&#%_~^<>|])/u.exec(rest)?.[0];
    if (token === undefined) return null;
    printed += commands[token] ?? (token.length === 2 && token.startsWith('\\') ? token.slice(1) : token);
    rest = rest.slice(token.length);
  }
  return printed;
}

/** A reader of RFC 4180 that knows nothing of the writer. */
function parseCsv(csv: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    record.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

const number = fc.double({ min: 0, max: 100, noNaN: true });
const numbers = fc.record({ complete: number, 'only-image': number, 'only-text': number });
const grid = fc.record({
  scores: fc.array(fc.array(numbers, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
  digits: fc.integer({ min: 0, max: 6 }),
  per: fc.constantFrom('row' as const, 'column' as const),
});

interface Run {
  readonly axes: TabulateParams['entries'][number];
  readonly scores: RunScores;
}

function paramsAndRuns({ scores, digits, per }: typeof grid extends fc.Arbitrary<infer T> ? T : never) {
  const params = tableParams({
    cell: { metric: 'accuracy', aggregate: 'mean±sd', digits },
    emphasis: { best: 'bold', second: 'underline', per },
  });
  const rows = scores.map((seeds, row) =>
    seeds.map(
      (values, seed): Run => ({
        axes: { method: `m${row}`, seed },
        scores: scoresOf(row * 8 + seed, values),
      }),
    ),
  );
  return { params, rows };
}

function tableOf(params: TabulateParams, runs: readonly Run[]) {
  return assemble(
    { ...params, entries: runs.map(({ axes }) => axes) },
    runs.map(({ scores }) => scores),
  );
}

describe('LaTeX', () => {
  it('prints every text as it was, with no special character bare', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(typeset(escapeLatex(given))).toBe(oneLine(given));
      }),
    );
  });

  it('has one line break per row whatever the labels hold', () => {
    fc.assert(
      fc.property(text, text, text, (label, source, caption) => {
        const latex = renderLatex(
          assemble(tableParams({ caption, literature: [{ label, source, values: { complete: 1 } }] }), []),
        );
        const body = latex.split('\n').filter((line) => !line.trimStart().startsWith('%'));
        expect(body.filter((line) => line.endsWith(' \\\\'))).toHaveLength(2);
        expect(body.filter((line) => /^\s*[[*]/.test(line))).toEqual([]);
      }),
    );
  });
});

describe('Markdown', () => {
  it('has as many lines and bars as the table has rows and columns whatever the labels hold', () => {
    fc.assert(
      fc.property(text, text, (label, caption) => {
        const markdown = renderMarkdown(
          assemble(tableParams({ caption, literature: [{ label, source: 's', values: {} }] }), []),
        );
        const lines = markdown
          .split('\n')
          .slice(2, 5)
          .map((line) => line.replace(/\\[\\|]/g, ''));
        expect(lines.map((line) => line.split('|').length)).toEqual([6, 6, 6]);
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

describe('CSV', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(text, text, number, (label, source, complete) => {
        const table = assemble(
          tableParams({ columns: ['complete'], literature: [{ label, source, values: { complete } }] }),
          [],
        );
        const [header, record, ...more] = parseCsv(renderCsv(table));
        expect(more).toEqual([]);
        expect(header?.length).toBe(record?.length);
        expect([record?.[0], record?.at(-1)]).toEqual([label, source]);
        expect(Number(record?.[4])).toBe(complete);
      }),
    );
  });

  it('carries every value of every run unrounded', () => {
    fc.assert(
      fc.property(grid, (given) => {
        const { params, rows } = paramsAndRuns(given);
        const values = parseCsv(renderCsv(tableOf(params, rows.flat())))
          .slice(1)
          .map((record) => record[7]);
        const expected = given.scores.flatMap((seeds) =>
          params.columns.map((column) =>
            seeds.map((scores) => String(scores[column as keyof typeof scores])).join(' '),
          ),
        );
        expect(values).toEqual(expected);
      }),
    );
  });
});

describe('emphasis', () => {
  const shown = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }), { maxLength: 8 });

  it('marks exactly the largest number best and the next distinct one second', () => {
    fc.assert(
      fc.property(shown, (given) => {
        const marks = rank(given);
        const present = given.flatMap((value) => value ?? []);
        const below = present.filter((value) => value < Math.max(...present));
        const expected = given.map((value) => {
          if (value === null || present.length < 2) return null;
          if (value === Math.max(...present)) return 'best';
          return value === Math.max(...below) ? 'second' : null;
        });
        expect(marks).toEqual(expected);
      }),
    );
  });

  it('within rows is emphasis within columns of the table turned over', () => {
    const matrix = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    const turn = <T>(rows: readonly (readonly T[])[]) =>
      (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
    fc.assert(
      fc.property(matrix, (given) => {
        expect(rankMatrix(given, 'row')).toEqual(turn(rankMatrix(turn(given) as number[][], 'column')));
      }),
    );
  });

  it('never contradicts the numbers shown', () => {
    fc.assert(
      fc.property(grid, (given) => {
        const { params, rows } = paramsAndRuns(given);
        const table = tableOf(params, rows.flat());
        const byRow = table.rows.map(({ cells }) => cells);
        const groups =
          given.per === 'row'
            ? byRow
            : table.columns.map((_, column) => byRow.flatMap((cells) => cells[column] ?? []));
        const leading = ({ shown }: { shown: string }) => Number.parseFloat(shown);
        for (const cells of groups.filter(({ length }) => length > 1)) {
          const top = Math.max(...cells.map(leading));
          expect(cells.filter(({ mark }) => mark === 'best')).toEqual(
            cells.filter((cell) => leading(cell) === top),
          );
        }
      }),
    );
  });
});

describe('the bytes of a table', () => {
  it('do not depend on the order of runs within a row', () => {
    const shuffled = grid.chain((given) => {
      const { params, rows } = paramsAndRuns(given);
      // Rows keep their order of first appearance, so only what stands within a row is moved.
      const moved = fc.tuple(...rows.map((row) => fc.shuffledSubarray(row, { minLength: row.length })));
      return moved.map((other) => [tableOf(params, rows.flat()), tableOf(params, other.flat())] as const);
    });
    fc.assert(
      fc.property(shuffled, ([table, other]) => {
        for (const render of [renderMarkdown, renderLatex, renderCsv, renderJson, renderTerminal]) {
          expect(render(other)).toBe(render(table));
        }
      }),
    );
  });

  it('hold no number of a run that the table was not given', () => {
    fc.assert(
      fc.property(grid, (given) => {
        const { params, rows } = paramsAndRuns(given);
        const gone = rows.flat().map((run, index) => (index === 0 ? { ...run, scores: null } : run));
        const table = tableOf(params, gone);
        const count = table.rows.flatMap(({ cells }) => cells).reduce((sum, { n }) => sum + n, 0);
        expect(count).toBe((gone.length - 1) * params.columns.length);
        expect(table.rows[0]?.cells.every(({ partial }) => partial)).toBe(true);
      }),
    );
  });
});
