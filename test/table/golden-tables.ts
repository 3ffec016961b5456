import type { CellParams } from '../../plan/params.ts';
import { assemble } from '../../table/assemble.ts';
import type { Table } from '../../table/table.ts';
import { asRuns, paperTables } from './paper.ts';
import { line, methodTable, partialRuns, tableParams } from './tables.ts';

function partialTable(): Table {
  const { entries, scores } = partialRuns();
  const expected = { u2a: { complete: 77.5, 'only-image': 70 }, 'late-zero': { complete: 76 } };
  const change = { compare: { with: 'u2a', test: 'wilcoxon' as const } };
  return assemble(methodTable({ entries, expected, change }), scores);
}

/** Names that mean something to a renderer, and wide characters. */
function hostileTable(): Table {
  const labels = [
    '[a] & b_c | 100 % $x$ {~^#}\\\n',
    '* <b>"模态", 欠損</b>',
    '- 😀\nend \\end{tabular} `` é',
  ];
  const literature = labels.map((label, index) => ({
    label: [index < 2 ? '</th> & % {' : '[2]', label],
    source: `key_${index}, p. 1`,
    values: { complete: index, 'only-image': '<i>&' },
    marks: { complete: '‡' },
  }));
  const columns = [
    ['\\hline & <th>', 'complete'],
    ['\\hline & <th>', 'only image'],
    ['', '[1pt]'],
  ];
  return assemble(
    methodTable({
      literature,
      change: {
        name: 'a_b/c',
        caption: 'First line\n\nsecond & last',
        rowHeaders: ['[axis]', '*'],
        columns: columns.map((label, index) => ({ name: `c${index}`, label })),
        marks: { '‡': 'means </ul> & %.' },
      },
    }),
    [],
  );
}

/** Resolved options, as words. */
function optionsTable(): Table {
  const text = (value: string): CellParams =>
    value === '' ? { kind: 'none' } : { kind: 'text', text: value };
  const rows = [
    ['Learning rate', '0.001', '0.00005'],
    ['Epsilon', '1e-8', '1e-8'],
    ['Encoders', 'ViT-B/16, BERT', 'ViT-B/16, AST'],
    ['Frames per video', '', '3'],
  ];
  return assemble(
    tableParams({
      name: 'hyperparameters',
      caption: 'Hyperparameters.',
      rowHeaders: ['Option'],
      rows: rows.map(([label = '']) => line(label)),
      columns: [line('Image and text'), line('Audio and video')],
      cells: rows.map((cells) => cells.slice(1).map(text)),
    }),
    [],
  );
}

const papers = paperTables.map((paper) => {
  const { params, scores } = asRuns(paper);
  return [`paper-${paper.name}`, assemble(params, scores)] as const;
});

/** Tables whose rendering in every format is kept in test/golden. */
export const goldenTables: readonly (readonly [string, Table])[] = [
  ['robustness', partialTable()],
  ['hostile', hostileTable()],
  ['options', optionsTable()],
  ...papers,
];
