import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, type RunScores } from '../../table/assemble.ts';
import { renderCsv } from '../../table/csv.ts';
import { type Ranked, rank, rankMatrix } from '../../table/emphasis.ts';
import { spansOf } from '../../table/headers.ts';
import type { Table } from '../../table/table.ts';
import { parseCsv } from './readers.ts';
import { renderers } from './renderers.ts';
import { methodTable, scoresOf } from './tables.ts';

const number = fc.double({ min: 0, max: 100, noNaN: true });
const numbers = fc.record({ complete: number, 'only-image': number, 'only-text': number });
const grid = fc.record({
  scores: fc.array(fc.array(numbers, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
  digits: fc.integer({ min: 0, max: 6 }),
  per: fc.constantFrom('row' as const, 'column' as const),
});

function tableOf(
  { scores, digits, per }: typeof grid extends fc.Arbitrary<infer T> ? T : never,
  gone = -1,
): Table {
  const rows = scores.map((seeds, row) =>
    seeds.map((values, seed) => ({ axes: { method: `m${row}`, seed }, values })),
  );
  const params = methodTable({
    entries: rows.flat().map(({ axes }) => axes),
    digits,
    change: { emphasis: { best: 'bold', second: 'underline', per } },
  });
  return assemble(
    params,
    rows.flat().map(({ values }, index): RunScores => (index === gone ? null : scoresOf(index, values))),
  );
}

describe('CSV', () => {
  it('carries every value of every run unrounded', () => {
    fc.assert(
      fc.property(grid, (given) => {
        const table = tableOf(given);
        const [header = [], ...records] = parseCsv(renderCsv(table));
        const values = records.map((record) => record[header.indexOf('values')]);
        const expected = given.scores.flatMap((seeds) =>
          table.columns.map(({ name }) =>
            seeds.map((scores) => String(scores[name as keyof typeof scores])).join(' '),
          ),
        );
        expect(values).toEqual(expected);
      }),
    );
  });
});

describe('emphasis', () => {
  const kinds = [
    { key: 'accuracy', better: 'higher' },
    { key: 'ece', better: 'lower' },
    { key: 'parameters', better: 'neither' },
  ] as const;
  const ranked: fc.Arbitrary<Ranked> = fc.record({
    shown: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    kind: fc.constantFrom(...kinds),
  });

  /** Of numbers of which more is better. */
  function marksOf(numbers: readonly number[]): (string | null)[] {
    const best = Math.max(...numbers);
    const second = Math.max(...numbers.filter((number) => number < best));
    return numbers.map((number) => {
      if (numbers.length < 2) return null;
      if (number === best) return 'best';
      return number === second ? 'second' : null;
    });
  }

  it('calls the best number of a kind best and the next distinct one second', () => {
    fc.assert(
      fc.property(fc.array(ranked, { maxLength: 10 }), (given) => {
        const marks = rank(given);
        for (const { key, better } of kinds) {
          const own = given.flatMap(({ shown, kind }, index) =>
            kind.key === key && shown !== null
              ? [{ shown: better === 'lower' ? -shown : shown, mark: marks[index] }]
              : [],
          );
          const expected =
            better === 'neither' ? own.map(() => null) : marksOf(own.map(({ shown }) => shown));
          expect(own.map(({ mark }) => mark)).toEqual(expected);
        }
        expect(given.every(({ shown }, index) => shown !== null || marks[index] === null)).toBe(true);
      }),
    );
  });

  it('within rows is emphasis within columns of the table turned over', () => {
    const matrix = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(ranked, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    const turn = <T>(rows: readonly (readonly T[])[]) =>
      (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row.slice(column, column + 1)));
    fc.assert(
      fc.property(matrix, (given) => {
        expect(rankMatrix(given, 'row')).toEqual(turn(rankMatrix(turn(given), 'column')));
      }),
    );
  });

  it('never contradicts the numbers shown', () => {
    fc.assert(
      fc.property(grid, (given) => {
        const table = tableOf(given);
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

describe('headers', () => {
  const levels = fc.integer({ min: 1, max: 3 });
  const lines = levels.chain((count) =>
    fc.array(fc.array(fc.constantFrom('a', 'b', ''), { minLength: count, maxLength: count }), {
      minLength: 1,
      maxLength: 8,
    }),
  );

  it('of every level cover each line once, and inner ones never cross the end of an outer one', () => {
    fc.assert(
      fc.property(lines, (labels) => {
        const spans = spansOf(labels.map((label, index) => ({ name: String(index), label })));
        for (const level of spans) {
          const covered = level.flatMap(({ start, length }) =>
            Array.from({ length }, (_, index) => start + index),
          );
          expect(covered).toEqual(labels.map((_, index) => index));
        }
        spans.slice(1).forEach((inner, level) => {
          const starts = new Set(inner.map(({ start }) => start));
          expect(spans[level]?.every(({ start }) => starts.has(start))).toBe(true);
        });
        expect(spans.at(-1)?.every(({ length }) => length === 1)).toBe(true);
      }),
    );
  });
});

describe('a table without one of its runs', () => {
  it('holds no number of that run, and its row is partial', () => {
    fc.assert(
      fc.property(grid, (given) => {
        const table = tableOf(given, 0);
        const runs = given.scores.flat().length;
        const count = table.rows.flatMap(({ cells }) => cells).reduce((sum, { n }) => sum + n, 0);
        expect(count).toBe((runs - 1) * table.columns.length);
        expect(table.rows[0]?.cells.every(({ n, asked }) => n < asked)).toBe(true);
        for (const [format, render] of renderers)
          expect([format, render(table).includes('NaN')]).toEqual([format, false]);
      }),
    );
  });
});
