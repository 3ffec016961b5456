import { describe, expect, it } from 'vitest';
import { type CellRequest, cellsOf } from '../../grid/cells.ts';

const both = ['image', 'text'] as const;

describe('cells of a grid', () => {
  it.each<[string, CellRequest[], string[]]>([
    ['all sets', [{ subsets: 'all' }], ['complete', 'only-image', 'only-text']],
    ['names in any order', [{ subsets: ['only-text', 'complete'] }], ['complete', 'only-text']],
    [
      'what several entries repeat once',
      [{ subsets: ['only-text'] }, { subsets: ['only-text'] }],
      ['only-text'],
    ],
    [
      'the union of entries',
      [{ subsets: ['only-image'] }, { subsets: 'all' }],
      ['complete', 'only-image', 'only-text'],
    ],
    ['nothing for no entry', [], []],
  ])('are %s, complete first', (_, entries, names) => {
    expect(cellsOf(both, entries).map((cell) => cell.name)).toEqual(names);
  });

  it('say which modalities are there', () => {
    expect(cellsOf(both, [{ subsets: 'all' }])).toEqual([
      { name: 'complete', available: ['image', 'text'] },
      { name: 'only-image', available: ['image'] },
      { name: 'only-text', available: ['text'] },
    ]);
  });

  it('of one modality are one cell', () => {
    expect(cellsOf(['text'], [{ subsets: 'all' }])).toEqual([{ name: 'complete', available: ['text'] }]);
  });
});
