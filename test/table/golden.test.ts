import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TabulateParams } from '../../plan/params.ts';
import { assemble } from '../../table/assemble.ts';
import { renderCsv } from '../../table/csv.ts';
import { renderJson } from '../../table/json.ts';
import { renderLatex } from '../../table/latex.ts';
import { renderMarkdown } from '../../table/markdown.ts';
import type { Table } from '../../table/table.ts';
import { renderTerminal } from '../../table/terminal.ts';
import { partialRuns, scoresOf, tableParams } from './tables.ts';

interface PaperTable {
  readonly source: string;
  readonly rows: readonly {
    readonly dataset: string;
    readonly available: string;
    readonly values: { readonly [method: string]: number };
    readonly derived_emphasis: { readonly best: readonly string[]; readonly second: readonly string[] };
  }[];
}

const paper: PaperTable = JSON.parse(
  readFileSync(new URL('../vectors/paper-table-4.json', import.meta.url), 'utf8'),
);

/** Table 4 for one data set: the paper's own row as a run, the others as literature; QMF lacks its last column. */
function paperTable(dataset: string, withGap: boolean): Table {
  const rows = paper.rows.filter((row) => row.dataset === dataset);
  const columns = rows.map(({ available }) => available) as unknown as TabulateParams['columns'];
  const numbersOf = (method: string) =>
    Object.fromEntries(rows.map((row) => [row.available, row.values[method] ?? Number.NaN]));
  const literature = Object.keys(rows[0]?.values ?? {})
    .filter((method) => method !== 'Ours')
    .map((label) => {
      const values = numbersOf(label);
      if (withGap && label === 'QMF') delete values[columns.at(-1) ?? ''];
      return { label, source: paper.source, values };
    });
  const entries = [{ method: 'Ours', seed: 0 }];
  const caption = `Accuracy on ${dataset} with 100 % of one modality missing & both there`;
  const params = tableParams({ name: 'modality_missing', caption, columns, entries, literature });
  return assemble(params, [scoresOf(7, numbersOf('Ours'))]);
}

function partialTable(): Table {
  const { entries, scores } = partialRuns();
  return assemble(tableParams({ entries }), scores);
}

/** Names that mean something to a renderer, and wide characters. */
function hostileTable(): Table {
  const labels = [
    '[a] & b_c | 100 % $x$ {~^#}\\\n',
    '* <b>"模态", 欠損</b>',
    '- 😀\nend \\end{tabular} `` é',
  ];
  const literature = labels.map((label, index) => ({
    label,
    source: `key_${index}, p. 1`,
    values: { complete: index },
  }));
  const params = tableParams({
    name: 'a_b/c',
    caption: 'First line\n\nsecond & last',
    rows: '[axis]',
    literature,
  });
  return assemble(params, []);
}

const cases: readonly (readonly [string, Table])[] = [
  ['robustness', partialTable()],
  ['hostile', hostileTable()],
  ['paper-table-4', paperTable('UPMC Food-101', true)],
];
const renderers: readonly (readonly [string, (table: Table) => string])[] = [
  ['md', renderMarkdown],
  ['tex', renderLatex],
  ['csv', renderCsv],
  ['json', renderJson],
  ['txt', renderTerminal],
];

describe.each(cases)('the table %s', (name, table) => {
  it.each(renderers)('renders as %s', async (extension, render) => {
    await expect(render(table)).toMatchFileSnapshot(`../golden/table-${name}.${extension}`);
  });
});

describe('emphasis', () => {
  it.each(['CREMA-D', 'KS', 'UPMC Food-101'])('agrees with Table 4 of the paper on %s', (dataset) => {
    const table = paperTable(dataset, false);
    const marked = (column: number, mark: string) =>
      table.rows.filter(({ cells }) => cells[column]?.mark === mark).map(({ label }) => label);
    const derived = paper.rows.filter((row) => row.dataset === dataset).map((row) => row.derived_emphasis);
    expect(
      derived.map((_, column) => ({ best: marked(column, 'best'), second: marked(column, 'second') })),
    ).toEqual(derived);
  });
});
