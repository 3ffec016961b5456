import { describe, expect, test } from 'vitest';
import type { CellParams, TabulateParams } from '../../plan/params.ts';
import { example, planOf } from './planning.ts';

const short = '{ from: evaluate, rows: method, columns: [complete, only-image, only-text] }';

/** The table of the example written otherwise. */
function tableOf(written: string): TabulateParams {
  const tasks = planOf(example.replace(short, written)).tasks;
  return tasks.find(({ id }) => id === 'robustness')?.params as unknown as TabulateParams;
}

/** What a cell shows, short: its metric, cell and the axes of its runs; the literature's or option's text. */
function shows({ runs }: TabulateParams, cell: CellParams | undefined): string {
  if (cell === undefined) return 'no cell';
  if (cell.kind === 'none') return '-';
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'literature') return `${cell.value}${cell.mark ?? ''} from ${cell.source}`;
  const named = (places: readonly number[]) =>
    places.map((place) => Object.values(runs[place]?.axes ?? {}).join(' ')).join(', ');
  const { metric, cell: name, derive } = cell.query;
  const what = [derive?.what, metric, name].filter((part) => part !== undefined).join(' ');
  return `${what}: ${named(cell.runs)}${cell.against ? ` against ${named(cell.against)}` : ''}`;
}

const texts = (table: TabulateParams) => table.cells.map((row) => row.map((cell) => shows(table, cell)));

describe('expanding a table', () => {
  test('a row per value of an axis, a column per cell; runs in the order of the aggregated axis', () => {
    const table = tableOf(short);
    expect(table.rows.map(({ name }) => name)).toEqual(['u2a', 'late-zero']);
    expect(table.columns.map(({ label }) => label)).toEqual([['complete'], ['only image'], ['only text']]);
    expect(table.rowHeaders).toEqual(['method']);
    expect(texts(table)[1]).toEqual([
      'accuracy complete: late-zero 0, late-zero 1',
      'accuracy only-image: late-zero 0, late-zero 1',
      'accuracy only-text: late-zero 0, late-zero 1',
    ]);
  });

  test('rows and columns that are written out ask for cells together; literature stands in either', () => {
    const table = tableOf(`
    from: evaluate
    rowHeaders: [data, there]
    rows:
      - { label: [Emoji, Image], name: image, cell: only-image, expect: { ours: 70 } }
      - { label: [Emoji, Text], name: text, cell: only-text, metric: f1-macro, digits: 1 }
    columns:
      - { label: FiLM, source: perez2018, values: { image: 60.5 }, marks: { image: † } }
      - { label: Ours, name: ours, where: { method: u2a } }
    literature: [{ label: Chance, source: a sentence, values: { ours: 12.5 } }]`);
    expect(table.rowHeaders).toEqual(['data', 'there']);
    expect(texts(table)).toEqual([
      ['60.5† from perez2018', 'accuracy only-image: u2a 0, u2a 1'],
      ['-', 'f1-macro only-text: u2a 0, u2a 1'],
      ['-', '12.5 from a sentence'],
    ]);
    expect(table.rows.map(({ label }) => label)).toEqual([
      ['Emoji', 'Image'],
      ['Emoji', 'Text'],
      ['', 'Chance'],
    ]);
    expect(table.cells[0]?.[1]).toMatchObject({ expected: 70, digits: 2 });
    expect(table.cells[1]?.[1]).toMatchObject({ digits: 1 });
  });

  test('a recovery names the run that it is measured against, by the values of its other axes', () => {
    const table = tableOf(`
    from: evaluate
    rows: [{ label: u2a, where: { method: u2a } }]
    columns:
      - label: Recovered
        cell: only-text
        derive: { what: recovery, against: { method: late-zero } }`);
    expect(texts(table)).toEqual([
      ['recovery accuracy only-text: u2a 0, u2a 1 against late-zero 0, late-zero 1'],
    ]);
  });

  test('options are shown as they are resolved, defaults included, several joined', () => {
    const table = tableOf(`
    rows: [{ label: Rank, option: lora.rank }, { label: Epochs and batch, option: epochs batchSize }]
    columns: [{ label: Training, step: train }]`);
    expect(texts(table)).toEqual([['1'], ['3, 8']]);
    expect(table.runs).toEqual([]);
  });
});
