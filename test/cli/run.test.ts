import { chmod, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, startCli, type TempFolder, tempFolder } from '../rig/cli.ts';
import { findProcess, waitUntilGone } from './run-processes.ts';
import { tinyPipeline, writeTinyPipeline } from './tiny-pipeline.ts';

/*
 * The whole way through the built command line, on real data and the real engine; then again with each of its
 * processes killed in the middle of a training.
 */
let folder: TempFolder;
let table = '';
const suffixes = ['md', 'tex', 'csv', 'json', 'html'];

const readTableFiles = async (cwd: string): Promise<string> =>
  (
    await Promise.all(
      suffixes.map((suffix) => readFile(join(cwd, `results/tiny/robustness.${suffix}`), 'utf8')),
    )
  ).join('\n');

beforeAll(async () => {
  folder = await tempFolder();
  await writeTinyPipeline(folder.path);
  const { exitCode, stderr } = await runCli(['run', 'tiny.yaml'], { cwd: folder.path, timeoutMs: 300_000 });
  expect(stderr).toContain('robustness: done');
  expect(exitCode).toBe(0);
  table = await readTableFiles(folder.path);
}, 320_000);

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

describe('lacuna run', () => {
  test('prints the table, and writes it in five formats', async () => {
    const { stdout } = await runCli(['table', 'tiny.yaml'], { cwd: folder.path });
    expect(stdout).toMatch(/u2a\s+\S*\d+\.\d\d/);
    expect(table).toContain('\\toprule');
  });

  test('a second time reuses every task, contacts no server and prints the same table', async () => {
    // A program that does not exist and an address at which nothing listens: either use would fail.
    const env = { TEMPORAL_ADDRESS: '127.0.0.1:1', LACUNA_TEMPORAL_BIN: '/nowhere/temporal' };
    const { exitCode, stdout, stderr } = await runCli(['run', 'tiny.yaml'], { cwd: folder.path, env });
    expect({ exitCode, stderr: stderr.split('\n')[0] }).toEqual({
      exitCode: 0,
      stderr: 'tiny: all 10 tasks are in the store, nothing to run',
    });
    expect(stdout).toMatch(/complete +only image +only text/);
    expect(await readTableFiles(folder.path)).toBe(table);
  });

  test('lists the run as done, with its tasks', async () => {
    const { stdout } = await runCli(['status', '--json'], { cwd: folder.path });
    const [run] = JSON.parse(stdout) as { state: string; tasks: Record<string, { state: string }> }[];
    expect(run?.state).toBe('done');
    expect(new Set(Object.values(run?.tasks ?? {}).map(({ state }) => state))).toEqual(new Set(['done']));
  });

  test('a changed training value re-runs that branch only, and plan names the value and its line', async () => {
    await using copy = await copyOf(folder.path);
    await writeTinyPipeline(copy.path, tinyPipeline.replace('batchSize: 16', 'batchSize: 32'));
    const { stdout } = await runCli(['plan', 'tiny.yaml'], { cwd: copy.path });
    const line = tinyPipeline.split('\n').findIndex((text) => text.includes('batchSize')) + 1;
    expect(stdout).toMatch(/prepare +1 +1 +-/);
    expect(stdout).toMatch(/pretrain +1 +1 +-/);
    expect(stdout).toContain(`with.batchSize 16 -> 32 (line ${line})`);
    const { exitCode, stderr } = await runCli(['run', 'tiny.yaml'], { cwd: copy.path, timeoutMs: 120_000 });
    expect(exitCode).toBe(0);
    expect(stderr).not.toContain('prepare: running');
    expect(stderr).not.toContain('pretrain: running');
    expect(stderr).toContain('train[method=u2a,seed=0]: done');
  }, 180_000);

  test('a plan that is not the one asked for is refused with exit code 3', async () => {
    const { exitCode, stderr } = await runCli(['run', 'tiny.yaml', '--plan', 'abcdef'], { cwd: folder.path });
    expect(exitCode).toBe(3);
    expect(stderr).toContain('LAC1903');
  });

  test('why goes from a cell down to the data', async () => {
    const { exitCode, stdout } = await runCli(['why', 'tiny.yaml', 'robustness', 'u2a', 'only-text'], {
      cwd: folder.path,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^robustness: u2a \/ only-text {3}\d+\.\d\d {3}accuracy of only-text$/m);
    expect(stdout).toMatch(/^ {4}scores [0-9a-f]{12} {2}evaluate\[method=u2a,seed=0\]/m);
    expect(stdout).toMatch(/^ {10}dataset [0-9a-f]{12} {2}prepare/m);
    expect(stdout).toMatch(/^ {12}data [0-9a-f]{12} {2}npm:emoji-datasource-google@/m);
    const wrong = await runCli(['why', 'tiny.yaml', 'robustness', 'u2b', 'only-text'], { cwd: folder.path });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain('did you mean "u2a"?');
  });

  test('a figure is written as picture, as vector drawing and as data', async () => {
    const written = await readdir(join(folder.path, 'results/tiny'));
    for (const suffix of ['.svg', '-dark.svg', '.png', '.pdf', '.vl.json', '.csv', '.json']) {
      expect(written).toContain(`classes${suffix}`);
    }
    const svg = await readFile(join(folder.path, 'results/tiny/classes.svg'), 'utf8');
    expect(svg).toContain('smileys &amp; emotion');
  });

  test('a report inputs every table and figure; without a TeX it says that there is no PDF', async () => {
    await using copy = await copyOf(folder.path);
    const { exitCode, stdout, stderr } = await runCli(['report', 'tiny.yaml'], {
      cwd: copy.path,
      env: { PATH: '/nowhere' },
    });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'results/tiny/report.tex\n' });
    expect(stderr).toContain('no TeX here');
    const text = await readFile(join(copy.path, 'results/tiny/report.tex'), 'utf8');
    expect(text).toContain('\\input{robustness.tex}');
    expect(text).toContain('{classes.pdf}');
  });

  test('written tables are checked: equal ones pass, a new number is named with the tasks that made it', async () => {
    const same = await runCli(['table', 'tiny.yaml', '--check'], { cwd: folder.path });
    expect(same).toMatchObject({ exitCode: 0, stdout: '' });
    await using copy = await copyOf(folder.path);
    const changed = tinyPipeline.replace('batchSize: 16', 'batchSize: 32');
    await writeTinyPipeline(copy.path, changed.replace('[u2a, late-zero]', '[u2a]'));
    await runCli(['run', 'tiny.yaml'], { cwd: copy.path, timeoutMs: 120_000 });
    await writeTinyPipeline(copy.path, changed);
    const committed = join(folder.path, 'results/tiny');
    const drifted = await runCli(['table', 'tiny.yaml', '--check', '--against', committed], {
      cwd: copy.path,
    });
    expect(drifted.exitCode).toBe(3);
    expect(drifted.stdout).toMatch(
      /u2a\D+complete: \S.* -> \S.*, from evaluate\[method=u2a,seed=0\] of train\[method=u2a,seed=0\]/,
    );
  }, 180_000);

  test('a written table that was edited by hand is found', async () => {
    await using copy = await copyOf(folder.path);
    const file = join(copy.path, 'results/tiny/robustness.tex');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/\d\.\d\d/, '9.99'));
    const { exitCode, stdout } = await runCli(['table', 'tiny.yaml', '--check'], { cwd: copy.path });
    expect(exitCode).toBe(3);
    expect(stdout).toContain('robustness.tex differs in line ');
  });

  test('a score that was changed by hand in the store is an integrity error that names it', async () => {
    await using copy = await copyOf(folder.path);
    const blob = await scoresBlob(copy.path);
    await chmod(blob, 0o644);
    const better = (await readFile(blob, 'utf8')).replace(/"value":(\d)/, (_, digit: string) => {
      return `"value":${digit === '9' ? 8 : 9}`;
    });
    await writeFile(blob, better);
    const { exitCode, stdout, stderr } = await runCli(['table', 'tiny.yaml'], { cwd: copy.path });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('error[LAC5004]');
    expect(stderr).toContain(basename(blob).slice(0, 8));
    expect(stdout).toBe('');
  });

  test('damage in the store is said, and what is damaged is made again to the same bytes', async () => {
    await using copy = await copyOf(folder.path);
    await rm(await scoresBlob(copy.path));
    const healed = await runCli(['run', 'tiny.yaml'], { cwd: copy.path, timeoutMs: 120_000 });
    expect(healed.stderr).toContain('evaluate[method=u2a,seed=0]: done');
    expect(healed.stderr).not.toContain('train[method=u2a,seed=0]: running');
    expect(healed.exitCode).toBe(0);
    expect(await readTableFiles(copy.path)).toBe(table);
  }, 180_000);
});

describe('kill -9 in the middle of training', () => {
  // Longer trainings, so that a kill meets one; what comes before them is reused.
  const long = tinyPipeline.replace('epochs: 2', 'epochs: 12');
  let undisturbed: TempFolder;
  let expected = '';

  beforeAll(async () => {
    undisturbed = await copyOf(folder.path);
    await writeTinyPipeline(undisturbed.path, long);
    const { exitCode } = await runCli(['run', 'tiny.yaml'], { cwd: undisturbed.path, timeoutMs: 300_000 });
    expect(exitCode).toBe(0);
    expected = await readTableFiles(undisturbed.path);
  }, 320_000);

  afterAll(async () => {
    await undisturbed[Symbol.asyncDispose]();
  });

  test.each(['lacuna run', 'worker', 'trainer', 'server'] as const)(
    'of the %s: the same command ends with the same table bytes',
    async (victim) => {
      await using copy = await copyOf(folder.path);
      await writeTinyPipeline(copy.path, long);
      const running = startCli(['run', 'tiny.yaml', '--json'], { cwd: copy.path, timeoutMs: 300_000 });
      // The rig reports it when a process stays behind.
      const ended = running.finished.catch((error: unknown) => error);
      const killed = await findProcess(running.pid, victim);
      process.kill(killed, 'SIGKILL');
      if (victim === 'lacuna run') await waitUntilGone(copy.path);
      expect(await ended).not.toBeInstanceOf(Error);
      const again = await runCli(['run', 'tiny.yaml'], { cwd: copy.path, timeoutMs: 300_000 });
      expect(again.exitCode).toBe(0);
      expect(await readTableFiles(copy.path)).toBe(expected);
    },
    400_000,
  );
});

/** The file in the store that holds the scores of the first run. */
async function scoresBlob(path: string): Promise<string> {
  const { stdout } = await runCli(['plan', 'tiny.yaml', '--json'], { cwd: path });
  const { tasks } = JSON.parse(stdout) as { tasks: { id: string; decision: { key: string } }[] };
  const key =
    tasks.find(({ id }) => id === 'evaluate[method=u2a,seed=0]')?.decision.key.replace('sha256-', '') ?? '';
  const entry = JSON.parse(
    await readFile(join(path, '.lacuna/entries', key.slice(0, 2), `${key}.json`), 'utf8'),
  );
  const hex: string = entry.artifact.files[0].digest.replace('sha256-', '');
  return join(path, '.lacuna/blobs', hex.slice(0, 2), hex);
}

async function copyOf(path: string): Promise<TempFolder> {
  const copy = await tempFolder();
  await cp(path, copy.path, { recursive: true });
  return copy;
}
