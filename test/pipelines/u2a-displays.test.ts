import { describe, expect, test } from 'vitest';
import type { CellParams, PlotParams } from '../../plan/params.ts';
import { textOf } from './pipeline-files.ts';
import { all, type PaperRow, paperVector, tableOf } from './u2a.ts';

const paper = paperVector('paper-tables') as {
  readonly tables: { readonly [name: string]: { readonly rows: readonly PaperRow[] } };
};

/** What is shown, mark and whether it is expected of runs, of each cell by the names of row and column. */
function numbersOf(name: string): { readonly [place: string]: unknown } {
  const { rows, columns, cells } = tableOf(name);
  const entries = rows.flatMap((row, y) =>
    columns.map((column, x) => [`${row.name} | ${column.name}`, numberOf(cells[y]?.[x])] as const),
  );
  return Object.fromEntries(entries);
}

function numberOf(cell: CellParams | undefined): unknown {
  if (cell?.kind === 'literature') return `${shown(cell.value, cell.digits)}${cell.mark ?? ''}`;
  if (cell?.kind === 'runs') return { expected: cell.expected };
  return null;
}

/** A text as it is, a number with the table's digits: what the file prints, to the digit. */
function shown(value: string | number, digits: number): string {
  return typeof value === 'string' ? value : value.toFixed(digits);
}

/** Tables 1 and 2 print one decimal where a number has one; the vector lost the zero of 92.0. */
function printedIn12(value: unknown): string {
  return Number.isInteger(value) ? Number(value).toFixed(1) : String(value);
}

describe('numbers of the paper', () => {
  const short: { readonly [dataset: string]: string } = {
    'MM-IMDb': 'mmimdb',
    'UPMC Food-101': 'food101',
    'CREMA-D': 'crema-d',
    KS: 'kinetics-sound',
  };
  const scenarioOf = (side: unknown) => (side as { readonly scenario: string }).scenario;
  const cellsOf: { readonly [available: string]: string } = {
    Audio: 'only-audio',
    Video: 'only-video',
    Image: 'only-image',
    Text: 'only-text',
  };
  /** By table: the name of a row of the paper, as the files here name it. */
  const rowNames: { readonly [table: string]: (row: PaperRow) => string } = {
    table3: (row) => `${short[String(row['dataset'])]}-${scenarioOf(row['train_and_test'])}`,
    table4: (row) => `${short[String(row['dataset'])]}-${cellsOf[String(row['available'])] ?? 'complete'}`,
    table6: (row) =>
      [short[String(row['dataset'])], scenarioOf(row['train']), scenarioOf(row['test'])]
        .map((part) => part?.replace('missing-', ''))
        .join('-'),
  };

  test.each([
    ['table1', ['total', 'learnable', 'food101', 'mmimdb-macro', 'mmimdb-micro']],
    ['table2', ['total', 'learnable', 'ks', 'ave', 'crema-d']],
  ] as const)('%s has them all, method by method', (table, columns) => {
    const printed = (paper.tables[table]?.rows ?? []).flatMap((row) => {
      const [, ...names] = Object.keys(row).filter((name) => name !== 'source' && name !== 'dagger');
      const marked = (row['dagger'] ?? []) as readonly string[];
      return names.map((name, index) => {
        const value = row[name];
        const text = value === null ? null : `${printedIn12(value)}${marked.includes(name) ? '†' : ''}`;
        return [
          `${row['method']} | ${columns[index]}`,
          row['source'] === 'run' ? { expected: value } : text,
        ] as const;
      });
    });
    expect(printed.length).toBeGreaterThan(0);
    expect(numbersOf(table.replace('table', 'table-'))).toEqual(Object.fromEntries(printed));
  });

  test.each(Object.entries(rowNames))('%s has them all, row by row', (table, nameOf) => {
    const printed = (paper.tables[table]?.rows ?? []).flatMap((row) =>
      Object.entries(row['values'] as { readonly [method: string]: number | { readonly mean: number } }).map(
        ([method, value]) => {
          const number = typeof value === 'number' ? value : value.mean;
          return [
            `${nameOf(row)} | ${method}`,
            method === 'Ours' ? { expected: number } : number.toFixed(2),
          ] as const;
        },
      ),
    );
    expect(printed.length).toBeGreaterThan(0);
    expect(numbersOf(table.replace('table', 'table-'))).toEqual(Object.fromEntries(printed));
  });

  test('have a source in references.bib', () => {
    const known = new Set(
      [...textOf('pipelines/u2a/references.bib').matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key),
    );
    const cited = ['table-1', 'table-2', 'table-3', 'table-4', 'table-6'].flatMap((name) =>
      tableOf(name)
        .cells.flat()
        .flatMap((cell) => (cell.kind === 'literature' ? [cell.source] : [])),
    );
    expect(cited.filter((key) => !known.has(key))).toEqual([]);
    expect(new Set(cited).size).toBe(known.size - 1);
  });
});

describe('figures', () => {
  const figureOf = (name: string) =>
    all.tasks.find(({ id }) => id === name)?.params as unknown as PlotParams | undefined;

  test('Figure 2 has eleven levels of text in both panels', () => {
    const levels = figureOf('figure-2')?.panels.map(({ series }) => series[0]?.points.map(({ x }) => x));
    const wanted = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
    expect(levels).toEqual([wanted, wanted]);
  });

  test.each(['figure-3', 'figure-3-zeroed', 'figure-4', 'figure-5', 'figure-6'])(
    '%s has runs behind every bar',
    (name) => {
      const series = figureOf(name)?.panels.flatMap(({ series }) => series) ?? [];
      expect(series.length).toBeGreaterThan(1);
      for (const { points } of series) expect(points.map(({ runs }) => runs.length)).toEqual([1]);
    },
  );

  test('Figure 3 compares u2a with a model that was trained without mask tokens, and with its own zeros', () => {
    const stepOf = (name: string, run: number | undefined) => {
      const input = all.tasks.find(({ id }) => id === name)?.inputs[run ?? -1];
      return all.tasks.find(({ id }) => input !== undefined && 'task' in input && id === input.task)?.step;
    };
    const runsOf = (name: string) =>
      figureOf(name)?.panels.map(({ series }) =>
        series.map(({ points }) => stepOf(name, points[0]?.runs[0])),
      );
    expect(runsOf('figure-3')).toEqual(Array(2).fill(['evaluate-mmimdb-late-zero', 'evaluate-mmimdb']));
    expect(runsOf('figure-3-zeroed')).toEqual(Array(2).fill(['evaluate-mmimdb-zeroed', 'evaluate-mmimdb']));
  });
});
