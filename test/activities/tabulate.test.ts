import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseScores } from '../../activities/read-scores.ts';
import { tabulate } from '../../activities/tabulate.ts';
import type { Job, Progress } from '../../plan/job.ts';
import type { TabulateParams } from '../../plan/params.ts';
import type { Table } from '../../table/table.ts';
import { tempFolder, writeFiles } from '../rig/cli.ts';
import { digestOf, methodTable } from '../table/tables.ts';

const score = (cell: string, value: number, metric = 'accuracy') => ({ cell, metric, value, n: 327 });
const fileOf = (...scores: readonly object[]) =>
  JSON.stringify({ version: 2, dataset: 'emoji', split: 'test', n: 327, cells: [], scores });
const whole = (base: number) =>
  fileOf(score('complete', base), score('only-image', base - 10), score('only-text', base - 20));
const entries = ['u2a', 'late-zero'].flatMap((method) => [0, 1].map((seed) => ({ method, seed })));
const quiet = { report: () => undefined, signal: new AbortController().signal };

/** A job whose inputs hold these texts as scores.json; undefined leaves the file out. */
async function jobIn(folder: string, files: readonly (string | undefined)[]): Promise<Job<TabulateParams>> {
  const inputs = files.map((_, index) => ({
    digest: digestOf(index),
    directory: join(folder, `input-${index}`),
  }));
  for (const [index, text] of files.entries()) {
    await mkdir(join(folder, `input-${index}`));
    if (text !== undefined) await writeFiles(folder, { [`input-${index}/scores.json`]: text });
  }
  const [outputDirectory, scratchDirectory] = [join(folder, 'output'), join(folder, 'scratch')];
  await mkdir(outputDirectory);
  return {
    operation: 'tabulate',
    params: methodTable({ entries }),
    inputs: { scores: inputs },
    outputDirectory,
    scratchDirectory,
  };
}

describe('tabulate', () => {
  it('writes the table in five forms and counts rows, columns and runs', async () => {
    await using folder = await tempFolder();
    const job = await jobIn(folder.path, [whole(80), whole(82), whole(70), whole(72)]);
    const reports: Progress[] = [];
    const outcome = await tabulate(job, { ...quiet, report: (progress) => reports.push(progress) });
    expect(outcome.summary).toEqual({ rows: 2, columns: 3, runs: 4 });
    expect((await readdir(job.outputDirectory)).sort()).toEqual([
      'table.csv',
      'table.html',
      'table.json',
      'table.md',
      'table.tex',
    ]);
    const table: Table = JSON.parse(await readFile(join(job.outputDirectory, 'table.json'), 'utf8'));
    expect(table.rows.map(({ cells }) => cells.map(({ shown }) => shown))).toEqual([
      ['81.00 ± 1.41', '71.00 ± 1.41', '61.00 ± 1.41'],
      ['71.00 ± 1.41', '61.00 ± 1.41', '51.00 ± 1.41'],
    ]);
    expect(table.rows[1]?.cells[0]?.sources).toEqual([digestOf(2), digestOf(3)]);
    expect(reports.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });

  it('refuses a run without a score that the table asks for, by run, row and column, and writes nothing', async () => {
    await using folder = await tempFolder();
    const other = fileOf(score('complete', 1), score('only-image', 1, 'f1-macro'), score('only-text', 1));
    const job = await jobIn(folder.path, [whole(80), whole(82), other, whole(72)]);
    await expect(tabulate(job, quiet)).rejects.toMatchObject({
      code: 'LAC7201',
      retryable: false,
      message: expect.stringContaining(
        'table "robustness" asks for accuracy of only-image in row "late-zero", column "only-image", but the scores of ' +
          'method=late-zero,seed=0 have no such number; they have accuracy of complete, only-text.',
      ),
    });
    expect(await readdir(job.outputDirectory)).toEqual([]);
  });

  it('names the run whose file is not there, and may be tried again', async () => {
    await using folder = await tempFolder();
    const job = await jobIn(folder.path, [whole(80), undefined, whole(70), whole(72)]);
    await expect(tabulate(job, quiet)).rejects.toMatchObject({
      code: 'LAC7205',
      retryable: true,
      message: expect.stringMatching(/the scores of method=u2a,seed=1 for table "robustness": ENOENT/),
    });
  });

  it('names the file that cannot be written', async () => {
    await using folder = await tempFolder();
    const job = await jobIn(
      folder.path,
      entries.map(() => whole(80)),
    );
    const gone = { ...job, outputDirectory: join(folder.path, 'nowhere') };
    await expect(tabulate(gone, quiet)).rejects.toMatchObject({
      code: 'LAC7206',
      message: expect.stringContaining('table.md'),
    });
  });

  it('stops when it is cancelled', async () => {
    await using folder = await tempFolder();
    const job = await jobIn(
      folder.path,
      entries.map(() => whole(80)),
    );
    await expect(
      tabulate(job, { ...quiet, signal: AbortSignal.abort(new Error('cancelled')) }),
    ).rejects.toThrow('cancelled');
    expect(await readdir(job.outputDirectory)).toEqual([]);
  });
});

describe('parseScores', () => {
  const asker = { reader: 'table "t"', run: 'seed=0' };
  const whole = { version: 2, dataset: 'd', split: 'test', n: 1, cells: [], scores: [] };
  const withCells = (...cells: unknown[]) => JSON.stringify({ ...whole, cells });

  it.each([
    ['text that is not JSON', '{"version":1', 'scores.json is not JSON'],
    ['a list', '[]', '`version` is not 2'],
    ['another version', '{"version":1,"scores":[]}', '`version` is not 2'],
    ['no data set', '{"version":2,"scores":[]}', '`dataset` or `split` is not a text'],
    ['no list of cells', '{"version":2,"dataset":"d","split":"s"}', '`cells` is not a list'],
    ['no list of scores', '{"version":2,"dataset":"d","split":"s","cells":[]}', '`scores` is not a list'],
    ['a cell without a count', withCells({ name: 'a' }), 'cell 1 of 1 is not {name, n, digest?}'],
    ['a digest that is a number', withCells({ name: 'a', n: 1, digest: 1 }), 'cell 1 of 1 is not'],
    ['a cell twice', withCells({ name: 'a', n: 1 }, { name: 'a', n: 1 }), 'cell "a" stands twice'],
    [
      'a value that is null, as NaN is in JSON',
      fileOf(score('a', 1), score('b', Number.NaN)),
      'score 2 of 2 is not',
    ],
    ['a value that is text', fileOf({ ...score('a', 1), value: '1' }), 'score 1 of 1 is not'],
    ['a class that is a number', fileOf({ ...score('a', 1), class: 1 }), 'score 1 of 1 is not'],
    ['a score that is null', fileOf(JSON.parse('null')), 'score 1 of 1 is not'],
    [
      'a number beyond the largest',
      fileOf(score('a', 7)).replace('"value":7', '"value":1e999'),
      'score 1 of 1 is not',
    ],
    ['a cell and metric twice', fileOf(score('a', 1), score('a', 2)), 'accuracy of cell "a" stands twice'],
    [
      'a class and direction twice',
      fileOf(...[1, 2].map((value) => ({ ...score('a', value), class: 'x', direction: 'image-to-text' }))),
      'accuracy of class "x" image-to-text of cell "a" stands twice',
    ],
  ])('refuses %s', (_, text, reason) => {
    expect(() => parseScores(text, asker)).toThrow(
      expect.objectContaining({
        code: 'LAC7204',
        message: expect.stringMatching(/^the scores of seed=0, which table "t" reads, are not/),
      }),
    );
    expect(() => parseScores(text, asker)).toThrow(reason);
  });

  it('takes what differs in cell, metric, class or direction, and hands on the cells', () => {
    const scores = [
      score('a', 1),
      score('b', 2),
      score('a', 3, 'f1-macro'),
      { ...score('a', 4), class: 'x' },
      { ...score('a', 5), class: 'x', direction: 'image-to-text' },
    ];
    const cells = [{ name: 'a', n: 3, lacking: { text: 1 }, digest: 'sha256-1' }];
    expect(parseScores(JSON.stringify({ ...whole, cells, scores }), asker)).toEqual({
      dataset: 'd',
      split: 'test',
      cells,
      scores,
    });
  });
});
