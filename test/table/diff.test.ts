import { describe, expect, it } from 'vitest';
import { assemble } from '../../table/assemble.ts';
import { differencesOf } from '../../table/diff.ts';
import type { Table } from '../../table/table.ts';
import { goldenTables } from './golden-tables.ts';
import { digestOf, type MethodTable, methodTable, scoresOf } from './tables.ts';

const entries = ['a', 'b'].map((method) => ({ method, seed: 0 }));

/** Two methods; what the second one reached, and where that stands. */
function tableOf(second: number, digest = 2, change: MethodTable = {}): Table {
  const scores = [scoresOf(1, { complete: 80 }), scoresOf(digest, { complete: second })];
  return assemble(methodTable({ columns: ['complete'], entries, ...change }), scores);
}

describe('the differences of a table computed again', () => {
  it.each(goldenTables)('from itself, read back from JSON, are none: %s', (_, table) => {
    expect(differencesOf(JSON.parse(JSON.stringify(table)), table)).toEqual([]);
  });

  it('name the cell, the old and the new number, and scores that are new', () => {
    expect(differencesOf(tableOf(70), tableOf(71, 3))).toEqual([
      {
        place: 'row b, column complete',
        row: 'b',
        column: 'complete',
        before: '70.00',
        after: '71.00',
        sources: [digestOf(3)],
      },
    ]);
  });

  it('name every cell whose mark changes with it', () => {
    const found = differencesOf(tableOf(70), tableOf(81, 3));
    expect(found.map(({ place, before, after }) => [place, before, after])).toEqual([
      ['row a, column complete', '80.00 (mark "best")', '80.00 (mark "second")'],
      ['row b, column complete', '70.00', '81.00'],
    ]);
    expect(found[0]?.sources).toEqual([]);
  });

  it('see what lies below the digits shown, and other scores of the same number', () => {
    expect(differencesOf(tableOf(70), tableOf(70.001))).toMatchObject([
      {
        before: '70.00 (value 70; values [70])',
        after: '70.00 (value 70.001; values [70.001])',
        sources: [],
      },
    ]);
    expect(differencesOf(tableOf(70), tableOf(70, 3))).toMatchObject([{ sources: [digestOf(3)] }]);
  });

  it('name rows that came and went, and the list of rows', () => {
    const other = [entries[0] ?? {}, { method: 'c', seed: 0 }];
    const found = differencesOf(tableOf(70), tableOf(70, 2, { entries: other }));
    expect(found.map(({ place, before, after }) => [place, before, after]).slice(0, 2)).toEqual([
      ['row c, column complete', 'nothing', '70.00'],
      ['row b, column complete', '70.00', 'nothing'],
    ]);
    expect(found.map(({ place }) => place).slice(2)).toEqual(['rows']);
  });

  it('see captions, labels, sources of lines, the order of rows, and notes', () => {
    const table = tableOf(70);
    const [first, second] = table.rows;
    const places = (changed: Partial<Table>) =>
      differencesOf(table, { ...table, ...changed }).map(({ place, before, after }) => [
        place,
        before,
        after,
      ]);
    expect(places({ caption: 'x' })).toEqual([['caption', table.caption, 'x']]);
    expect(places({ rowHeaders: ['x'] }).map(([place]) => place)).toEqual(['rowHeaders']);
    expect(places({ columns: [{ name: 'complete', label: ['x'] }] }).map(([place]) => place)).toEqual([
      'columns',
    ]);
    expect(places({ rows: [second, first].flatMap((row) => row ?? []) }).map(([place]) => place)).toEqual([
      'rows',
    ]);
    expect(places({ notes: [...table.notes, 'new.'] })).toEqual([['note', 'nothing', 'new.']]);
    expect(places({ notes: [] })).toEqual([['note', table.notes[0], 'nothing']]);
    const twice = { ...table, notes: ['a.', 'b.'] };
    expect(differencesOf(twice, { ...twice, notes: ['b.', 'a.'] })).toMatchObject([
      { place: 'order of notes' },
    ]);
  });
});
