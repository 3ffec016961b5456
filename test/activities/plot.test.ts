import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plot } from '../../activities/plot.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Job, Progress } from '../../plan/job.ts';
import type { PlotParams } from '../../plan/params.ts';
import { digestOf, plotParams, sweep, sweepSeries } from '../figure/figures.ts';
import { tempFolder, writeFiles } from '../rig/cli.ts';

const runs = sweep(['u2a', 'map'], 2);
const params = plotParams({
  panels: [{ title: '', series: sweepSeries(['u2a', 'map'], runs) }],
  runs: runs.map(({ axes }) => ({ axes })),
});
const fileOf = (scores: readonly object[]) =>
  JSON.stringify({
    version: 2,
    dataset: `sha256-${'a'.repeat(64)}`,
    split: 'test',
    n: 327,
    cells: [...new Set(scores.map((score) => (score as { cell: string }).cell))].map((name) => ({
      name,
      n: 327,
    })),
    scores,
  });
const whole = runs.map(({ scores }) => fileOf(scores ?? []));
const quiet = { report: () => undefined, signal: new AbortController().signal };

/** A job whose inputs hold these texts as scores.json; undefined leaves the file out. */
async function jobIn(folder: string, files: readonly (string | undefined)[]): Promise<Job<PlotParams>> {
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
  return { operation: 'plot', params, inputs: { scores: inputs }, outputDirectory, scratchDirectory };
}

describe('plot', () => {
  it('writes pictures, specification and numbers, and counts what they show', async () => {
    await using folder = await tempFolder();
    const job = await jobIn(folder.path, whole);
    const reports: Progress[] = [];
    const outcome = await plot(job, { ...quiet, report: (progress) => reports.push(progress) });
    expect(outcome).toEqual({
      mediaType: 'application/vnd.lacuna.figure',
      summary: { panels: 1, series: 2, points: 22, runs: 4 },
    });
    expect((await readdir(job.outputDirectory)).sort()).toEqual([
      'figure-dark.svg',
      'figure.csv',
      'figure.json',
      'figure.pdf',
      'figure.png',
      'figure.svg',
      'figure.vl.json',
    ]);
    const figure: Figure = JSON.parse(await readFile(join(job.outputDirectory, 'figure.json'), 'utf8'));
    const last = figure.panels[0]?.series[1]?.points.at(-1);
    expect(last).toMatchObject({ x: 100, n: 2, asked: 2, sources: [digestOf(2), digestOf(3)] });
    const csv = await readFile(join(job.outputDirectory, 'figure.csv'), 'utf8');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(23);
    expect(csv).toContain(`,100,${last?.mean},`);
    expect(reports.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });

  it('refuses a run without a number that the figure asks for, and writes nothing', async () => {
    await using folder = await tempFolder();
    const short = fileOf((runs[2]?.scores ?? []).slice(1));
    const job = await jobIn(
      folder.path,
      whole.map((file, index) => (index === 2 ? short : file)),
    );
    await expect(plot(job, quiet)).rejects.toMatchObject({
      code: 'LAC7301',
      retryable: false,
      message: expect.stringMatching(
        /asks for accuracy of cell "text@0", but the scores of method=map,seed=0 /,
      ),
    });
    expect(await readdir(job.outputDirectory)).toEqual([]);
  });

  it('names the figure and the run whose scores cannot be read', async () => {
    await using folder = await tempFolder();
    const job = await jobIn(
      folder.path,
      whole.map((file, index) => (index === 1 ? undefined : file)),
    );
    await expect(plot(job, quiet)).rejects.toMatchObject({
      code: 'LAC7205',
      message: expect.stringMatching(
        /method=u2a,seed=1.*figure "text-sweep"|figure "text-sweep".*method=u2a,seed=1/,
      ),
    });
  });

  it('names the file that cannot be written, and may be tried again', async () => {
    await using folder = await tempFolder();
    const job = await jobIn(folder.path, whole);
    await expect(
      plot({ ...job, outputDirectory: join(folder.path, 'nowhere') }, quiet),
    ).rejects.toMatchObject({
      code: 'LAC7302',
      retryable: true,
      message: expect.stringMatching(/figure\.svg of figure "text-sweep": ENOENT/),
    });
  });

  it('stops when it is cancelled', async () => {
    await using folder = await tempFolder();
    const job = await jobIn(folder.path, whole);
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(plot(job, { ...quiet, signal })).rejects.toThrow('cancelled');
    expect(await readdir(job.outputDirectory)).toEqual([]);
  });
});
