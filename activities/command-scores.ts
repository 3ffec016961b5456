import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../diagnostics/failure.ts';
import type { ScoresFile } from '../evaluate/evaluate.ts';
import type { Job, Outcome } from '../plan/job.ts';
import type { CommandParams } from '../plan/params.ts';
import type { Score } from '../score/score.ts';
import { isAbsence } from '../store/disk.ts';
import { reasonOf } from './read-scores.ts';

type Declared = NonNullable<CommandParams['scores']>;

const fileName = 'scores.json';

/**
 * Checks what a program reported against what its step declares, and writes it to its output as the `scores.json` that
 * tables and figures read. Throws LAC4407 to LAC4410.
 */
export async function keepScores(
  file: string,
  declared: Declared,
  program: string,
  job: Job<CommandParams>,
): Promise<Outcome['summary']> {
  const scores = parseReport(await readReport(file, program), program);
  const difference = differenceOf(scores, declared);
  if (difference !== '') throw failure('LAC4409', { program, difference });
  const sizes = new Map(scores.map(({ cell, n }) => [cell, n]));
  const contents: ScoresFile = {
    version: 2,
    dataset: await dataSetOf(job),
    split: declared.split,
    n: Math.max(...sizes.values()),
    cells: [...sizes].map(([name, n]) => ({ name, n, lacking: {} })),
    scores,
  };
  const place = join(job.outputDirectory, fileName);
  const isTaken = await access(place).then(
    () => true,
    () => false,
  );
  if (isTaken) throw failure('LAC4410', { program, name: fileName });
  await writeFile(place, `${JSON.stringify(contents)}\n`, { flag: 'wx' });
  return Object.fromEntries(scores.map(({ cell, metric, value }) => [`${cell} ${metric}`, value]));
}

async function readReport(file: string, program: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsence(error)) throw failure('LAC4407', { program }, error);
    throw failure('LAC4408', { program, reason: reasonOf(error) }, error);
  }
}

function parseReport(text: string, program: string): readonly Score[] {
  const refuse = (reason: string) => failure('LAC4408', { program, reason });
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch (error) {
    throw refuse(`it is no JSON (NaN and Infinity are none): ${reasonOf(error)}`);
  }
  if (!Array.isArray(report) || report.length === 0) throw refuse('it is no list, or an empty one');
  const sizes = new Map<string, number>();
  return report.map((item: unknown, index) => {
    const score = scoreIn(item);
    if (score === undefined) throw refuse(`item ${index + 1} is not {cell, metric, value, n}`);
    const { cell, metric, value, n } = score;
    if (!metric.startsWith('parameters-') && (value < 0 || value > 100)) {
      throw refuse(`${metric} of cell "${cell}" is ${value}, but it is in percent`);
    }
    const before = sizes.get(cell) ?? n;
    if (before !== n)
      throw refuse(`cell "${cell}" has ${before} samples for one metric and ${n} for another`);
    sizes.set(cell, n);
    return score;
  });
}

function scoreIn(item: unknown): Score | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { cell, metric, value, n, ...others } = item as { readonly [name: string]: unknown };
  const isNamed = typeof cell === 'string' && typeof metric === 'string';
  const isCounted = typeof n === 'number' && Number.isInteger(n) && n > 0;
  if (!isNamed || !isCounted || typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Object.keys(others).length === 0 ? { cell, metric, value, n } : undefined;
}

/** What is declared and not reported, reported and not declared, or reported twice; empty when nothing is. */
function differenceOf(scores: readonly Score[], { cells, metrics }: Declared): string {
  const nameOf = (metric: string, cell: string) => `${metric} of cell "${cell}"`;
  const wanted = metrics.flatMap((metric) =>
    (metric.startsWith('parameters-') ? ['complete'] : cells).map((cell) => nameOf(metric, cell)),
  );
  const found = scores.map(({ metric, cell }) => nameOf(metric, cell));
  const parts = [
    ['missing: ', wanted.filter((name) => !found.includes(name))],
    ['not declared: ', found.filter((name) => !wanted.includes(name))],
    ['twice: ', found.filter((name, index) => found.indexOf(name) !== index)],
  ] as const;
  return parts.flatMap(([what, names]) => (names.length > 0 ? [what + names.join(', ')] : [])).join('; ');
}

/**
 * The data set of ours that the program read, so that its numbers are ranked with those of other models on the same;
 * a name of its own where it read none or several.
 */
async function dataSetOf({ inputs }: Job<CommandParams>): Promise<string> {
  const names = new Set<string>();
  for (const { directory } of Object.values(inputs).flat()) {
    const text = await readFile(join(directory, 'dataset.json'), 'utf8').catch(() => '{}');
    const { name } = JSON.parse(text) as { readonly name?: unknown };
    if (typeof name === 'string') names.add(name);
  }
  const [only, other] = names;
  return only !== undefined && other === undefined ? only : 'unknown';
}
