import { failure } from '../diagnostics/failure.ts';
import type { TabulateParams } from '../plan/params.ts';
import { mean } from '../score/aggregate.ts';
import { holm, pairedBootstrap, wilcoxon } from '../score/significance.ts';
import type { Kind } from './kind.ts';
import { fixed } from './number-text.ts';
import { combination, type RunCell, runAt } from './run-cell.ts';

type Comparison = NonNullable<TabulateParams['compare']>;

/** Fewer pairs than this cannot come out below 0.05 of either test, since 2 / 2^5 = 0.0625. */
const fewestPairs = 6;

const draws = 10_000;

/** Differences of runs that agree in the aggregated axes: the row that all are compared with minus another row. */
interface Contrast {
  readonly row: string;
  readonly column: string;
  readonly differences: readonly number[];
  readonly digits: number;
}

/**
 * What `compare` found, for the notes: the row `with` against every other row of runs, column by column, where both
 * are of one kind. p-values are corrected by Holm over all tests of the table. Throws LAC7207.
 */
export function comparisonNotes(
  params: TabulateParams,
  made: readonly (readonly RunCell[])[],
  kinds: readonly (readonly Kind[])[],
): string[] {
  if (params.compare === undefined) return [];
  const contrasts = contrastsOf(params, params.compare, made, kinds);
  const tested = contrasts.filter(({ differences }) => differences.length >= 2);
  if (tested.length === 0)
    return [`No row has two runs to compare with those of ${params.compare.with} yet.`];
  const { test } = params.compare;
  const corrected = holm(tested.map(({ differences }) => pOf(test, differences)));
  const findings = new Map<string, string[]>();
  tested.forEach((contrast, index) => {
    const found = findings.get(contrast.column) ?? [];
    findings.set(contrast.column, [...found, describe(contrast, corrected[index] ?? Number.NaN)]);
  });
  return [
    introduction(params, params.compare, tested.length),
    ...[...findings].map(([column, found]) => `${column}: ${found.join('; ')}.`),
    ...(tested.some(({ differences }) => differences.length < fewestPairs) ? [tooFew[test]] : []),
  ];
}

const tooFew: { readonly [test in Comparison['test']]: string } = {
  wilcoxon: `Fewer than ${fewestPairs} pairs cannot reach p < 0.05 by Wilcoxon's test.`,
  bootstrap: `Fewer than ${fewestPairs} pairs cannot reach p < 0.05: p of n pairs is at least 2^(1 - n).`,
};

function introduction(params: TabulateParams, compare: Comparison, tests: number): string {
  const test =
    compare.test === 'wilcoxon'
      ? "Wilcoxon's signed-rank test"
      : `paired bootstrap of the mean (${draws.toLocaleString('en')} draws)`;
  const pairs = params.over.length === 0 ? 'paired' : `paired by ${params.over.join(', ')}`;
  const correction = tests === 1 ? '' : `, corrected by Holm over ${tests} tests`;
  return `Differences, ${compare.with} minus another row, ${pairs}; two-sided p of a ${test}${correction}.`;
}

function describe({ row, differences, digits }: Contrast, p: number): string {
  const difference = mean(differences);
  const sign = difference > 0 ? '+' : '';
  const shown = p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
  return `${row} ${sign}${fixed(difference, digits)} (${differences.length} pairs, ${shown})`;
}

function pOf(test: Comparison['test'], differences: readonly number[]): number {
  return test === 'wilcoxon' ? wilcoxon(differences).p : pairedBootstrap(differences, { draws, seed: 0 }).p;
}

function contrastsOf(
  params: TabulateParams,
  compare: Comparison,
  made: readonly (readonly RunCell[])[],
  kinds: readonly (readonly Kind[])[],
): Contrast[] {
  const rows = params.rows.flatMap(({ name }, row) =>
    params.cells[row]?.some(({ kind }) => kind === 'runs') ? [{ name, row }] : [],
  );
  const reference = rows.find(({ name }) => name === compare.with);
  if (reference === undefined) {
    const known = rows.map(({ name }) => name).join(', ') || 'none';
    throw failure('LAC7207', { table: params.name, row: compare.with, known });
  }
  return params.columns.flatMap((column, c) =>
    rows.flatMap(({ name, row }): Contrast[] => {
      const isComparable = kinds[row]?.[c]?.key === kinds[reference.row]?.[c]?.key;
      if (row === reference.row || !isComparable) return [];
      const ours = numbersByRun(params, made, reference.row, c);
      const differences = [...numbersByRun(params, made, row, c)].flatMap(([key, number]) => {
        const partner = ours.get(key);
        return partner === undefined ? [] : [partner - number];
      });
      return [{ row: name, column: column.name, differences, digits: digitsOf(params, row, c) }];
    }),
  );
}

/** Numbers of a cell by the values of the aggregated axes. */
function numbersByRun(
  params: TabulateParams,
  made: readonly (readonly RunCell[])[],
  row: number,
  column: number,
): ReadonlyMap<string, number> {
  const cell = params.cells[row]?.[column];
  if (cell?.kind !== 'runs') return new Map();
  const numbers = made[row]?.[column]?.numbers ?? [];
  return new Map(
    cell.runs.flatMap((run, index) => {
      const number = numbers[index] ?? null;
      return number === null ? [] : [[combination(params.over, runAt(params, run)), number] as const];
    }),
  );
}

function digitsOf(params: TabulateParams, row: number, column: number): number {
  const cell = params.cells[row]?.[column];
  return cell?.kind === 'runs' ? cell.digits : 0;
}
