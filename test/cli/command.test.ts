import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, type TempFolder, tempFolder } from '../rig/cli.ts';
import { tinyPipeline, writeTinyPipeline } from './tiny-pipeline.ts';

/*
 * A program of the author's beside a training of ours, through the whole of the engine: it reads the same samples, is
 * killed in its third round, goes on from what it kept, and its number stands in the same table.
 */

/** Always says the class that most samples of training have. Counts one class of samples per round. */
const majority = `const fs = require('node:fs');
const { LACUNA_INPUTS, LACUNA_CHECKPOINTS, LACUNA_PROGRESS, LACUNA_SCORES, LACUNA_OUTPUT, LACUNA_PARAMS } = process.env;
const { classes, samples } = JSON.parse(fs.readFileSync(LACUNA_INPUTS + '/samples/dataset.json', 'utf8'));
const { split } = JSON.parse(fs.readFileSync(LACUNA_PARAMS, 'utf8'));
const kept = LACUNA_CHECKPOINTS + '/counts.json';
const counts = fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, 'utf8')) : [];
const begin = counts.length;
console.log('begins with class ' + begin + ', argument ' + JSON.stringify(process.argv[2]));
const of = (name) => samples.filter((sample) => sample.split === name);
function round() {
  if (counts.length === classes.length) return finish();
  counts.push(of('train').filter(({ label }) => label === counts.length).length);
  fs.writeFileSync(kept + '.tmp', JSON.stringify(counts));
  fs.renameSync(kept + '.tmp', kept);
  fs.appendFileSync(LACUNA_PROGRESS, JSON.stringify({ done: counts.length, total: classes.length, unit: 'classes' }) + '\\n');
  if (begin === 0 && counts.length === 3) setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2500);
  else setTimeout(round, 50);
}
function finish() {
  const best = counts.indexOf(Math.max(...counts));
  const asked = of(split);
  const value = (100 * asked.filter(({ label }) => label === best).length) / asked.length;
  fs.writeFileSync(LACUNA_SCORES, JSON.stringify([{ cell: 'complete', metric: 'accuracy', value, n: asked.length }]));
  fs.writeFileSync(LACUNA_OUTPUT + '/class.txt', classes[best]);
}
round();
`;

const pipeline = `${tinyPipeline
  .replace('epochs: 2', 'epochs: 1')
  .replace('method: [u2a, late-zero]', 'method: [u2a]')
  .replace(
    'tables:\n',
    `  majority:
    uses: command
    matrix: { seed: '\${{ seeds }}' }
    with:
      run: [node, majority.cjs, '; rm -rf \${{ matrix.seed }} $(touch here)']
      code: [majority.cjs]
      inputs: { samples: prepare }
      params: { split: test }
      scores: { metrics: [accuracy] }
tables:
  beside:
    rows:
      - { label: U2A, from: evaluate, where: { method: u2a } }
      - { label: Majority, from: majority }
    columns: [complete]
`,
  )}`;

let folder: TempFolder;
let expected = '';

beforeAll(async () => {
  folder = await tempFolder();
  await writeTinyPipeline(folder.path, pipeline);
  await writeFile(join(folder.path, 'majority.cjs'), majority);
  const { exitCode, stderr } = await runCli(['run', 'tiny.yaml'], { cwd: folder.path, timeoutMs: 300_000 });
  expect(stderr).toContain('majority[seed=0]: done');
  expect(exitCode).toBe(0);
  expected = await tableOf(folder.path);
}, 320_000);

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const tableOf = (cwd: string): Promise<string> => readFile(join(cwd, 'results/tiny/beside.csv'), 'utf8');

/** The text of each attempt's log, in order. */
async function logsOf(cwd: string): Promise<readonly string[]> {
  const logs = join(cwd, '.lacuna/logs');
  const found = await readdir(logs, { recursive: true });
  const names = found.filter((name) => /majority.*\.log$/.test(name)).sort();
  return Promise.all(names.map((name) => readFile(join(logs, name), 'utf8')));
}

describe('a command step', () => {
  test('stands in one table with a model of ours', () => {
    expect(expected).toMatch(/^U2A,.*\d/m);
    expect(expected).toMatch(/^Majority,.*\d/m);
  });

  test('was killed, and its next attempt went on from what it had kept', async () => {
    const [first, second, ...others] = await logsOf(folder.path);
    expect(first).toBe('begins with class 0, argument "; rm -rf 0 $(touch here)"\n');
    expect(second).toMatch(/^begins with class 3, /);
    expect(others).toEqual([]);
    expect(await readdir(folder.path)).not.toContain('here');
  });

  test('is not run again when nothing changed', async () => {
    const { exitCode, stderr } = await runCli(['run', 'tiny.yaml'], { cwd: folder.path });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('are in the store, nothing to run');
  });

  test('is run again when its code changed, alone, and the plan says so', async () => {
    const file = join(folder.path, 'majority.cjs');
    await writeFile(file, `${majority}\n// Another way to the same numbers.\n`);
    try {
      const { stdout } = await runCli(['plan', 'tiny.yaml'], { cwd: folder.path });
      expect(stdout).toMatch(/input\.code\b/);
      const { exitCode, stderr } = await runCli(['run', 'tiny.yaml'], {
        cwd: folder.path,
        timeoutMs: 120_000,
      });
      expect(exitCode).toBe(0);
      expect(stderr).not.toMatch(/(?:prepare|train|evaluate)\S*: running/);
      expect(await tableOf(folder.path)).toBe(expected);
    } finally {
      await writeFile(file, majority);
    }
  }, 180_000);

  test('whose code is not there can be planned and not run', async () => {
    const file = join(folder.path, 'majority.cjs');
    await rm(file);
    try {
      const planned = await runCli(['plan', 'tiny.yaml'], { cwd: folder.path });
      expect(planned.exitCode).toBe(0);
      expect(planned.stdout).toContain('majority.cjs: not there');
      const { exitCode, stderr } = await runCli(['run', 'tiny.yaml'], { cwd: folder.path });
      expect(exitCode).not.toBe(0);
      expect(stderr).toContain('LAC4411');
    } finally {
      await writeFile(file, majority);
    }
  });

  test('that fails ends the run, which says its last words, where its log is and how to go on', async () => {
    const file = join(folder.path, 'majority.cjs');
    await writeFile(file, `console.error('CUDA out of memory'); process.exit(1);`);
    try {
      const { exitCode, stderr } = await runCli(['run', 'tiny.yaml'], {
        cwd: folder.path,
        timeoutMs: 120_000,
      });
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(
        /LAC4401 the program node majority\.cjs .* exit code 1\. Its last words: CUDA out of memory\. Its log is /,
      );
      expect(stderr).not.toMatch(/^ {4}at /m);
    } finally {
      await writeFile(file, majority);
    }
  }, 180_000);
});
