import { describe, expect, it } from 'vitest';
import { assemble } from '../../table/assemble.ts';
import type { Table } from '../../table/table.ts';
import { asLiterature, asRuns, type PaperTable, paperTables } from './paper.ts';
import { cellReaders } from './readers.ts';
import { renderers } from './renderers.ts';

/** What is marked in the line of this name, along which numbers are ranked. */
function marksIn(table: Table, { per }: PaperTable, name: string, mark: 'best' | 'second'): string[] {
  if (per === 'row') {
    const cells = table.rows.find((row) => row.name === name)?.cells ?? [];
    return table.columns.flatMap((column, index) => (cells[index]?.mark === mark ? [column.name] : []));
  }
  const column = table.columns.findIndex((line) => line.name === name);
  return table.rows.flatMap((row) => (row.cells[column]?.mark === mark ? [row.name] : []));
}

function markedLines(table: Table, paper: PaperTable, lines: readonly string[]) {
  return Object.fromEntries(
    lines.map((name) => [
      name,
      { best: marksIn(table, paper, name, 'best'), second: marksIn(table, paper, name, 'second') },
    ]),
  );
}

const others = (paper: PaperTable) => {
  const rows = paper.cells.filter((_, row) => paper.rows[row]?.name !== 'Ours');
  return rows.map((row) => row.filter((_, column) => paper.columns[column]?.name !== 'Ours'));
};

describe.each(paperTables.map((paper) => [paper.name, paper] as const))('%s of the paper', (_, paper) => {
  it.each(renderers)('as literature alone has the paper’s numbers to the digit in %s', (format, render) => {
    const table = assemble(asLiterature(paper, false), []);
    const printed = others(paper).map((row) =>
      row.map((number) => (number === null ? '-' : number.text + (number.mark ?? ''))),
    );
    expect(cellReaders[format]?.(render(table), table.columns.length)).toEqual(printed);
  });

  it('as literature alone holds the numbers of the transcription, unrounded', () => {
    const table = assemble(asLiterature(paper, false), []);
    expect(table.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual(
      others(paper).map((row) => row.map((number) => number?.mean ?? null)),
    );
  });

  it('has the paper’s emphasis with its own numbers as literature', () => {
    const table = assemble(asLiterature(paper, true), []);
    expect(markedLines(table, paper, Object.keys(paper.emphasis))).toEqual(paper.emphasis);
  });

  it('has the paper’s emphasis and no other with its own numbers as runs, which show what was printed', () => {
    const { params, scores } = asRuns(paper);
    const table = assemble(params, scores);
    expect(markedLines(table, paper, Object.keys(paper.emphasis))).toEqual(paper.emphasis);
    const ranked = paper.per === 'row' ? table.rows : table.columns;
    const rest = ranked.map(({ name }) => name).filter((name) => paper.emphasis[name] === undefined);
    expect(rest.flatMap((name) => marksIn(table, paper, name, 'best'))).toEqual([]);
    expect(table.rows.map(({ cells }) => cells.map(({ shown }) => shown))).toEqual(
      paper.cells.map((row) =>
        row.map((number) => (number === null ? '-' : number.text + (number.mark ?? ''))),
      ),
    );
    const expected = table.rows.flatMap(({ cells }) => cells.flatMap(({ expected }) => expected ?? []));
    expect(expected.length).toBeGreaterThan(4);
    expect(expected.every(({ holds }) => holds)).toBe(true);
  });
});
