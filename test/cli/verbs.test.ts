import { readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, type TempFolder, tempFolder } from '../rig/cli.ts';
import { tinyPipeline, writeTinyPipeline } from './tiny-pipeline.ts';

const broken = fileURLToPath(new URL('../fixtures/broken', import.meta.url));
let folder: TempFolder;

beforeAll(async () => {
  folder = await tempFolder();
  await writeTinyPipeline(folder.path);
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const lacuna = (...args: string[]) => runCli(args, { cwd: folder.path });

describe('a broken pipeline file', () => {
  test.each(readdirSync(broken))(
    '%s: exits 2 with every problem of the file and no stack trace',
    async (name) => {
      await using copy = await tempFolder();
      await cp(join(broken, name), copy.path, { recursive: true });
      const { exitCode, stdout, stderr } = await runCli(['validate', 'pipeline.yaml'], { cwd: copy.path });
      expect(stderr.trimEnd()).toBe(readFileSync(join(broken, name, 'expected.txt'), 'utf8').trimEnd());
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    },
  );

  test.each(['plan', 'run', 'table'])('stops %s as well, before anything is touched', async (verb) => {
    await using copy = await tempFolder();
    await cp(join(broken, '01-unknown-key'), copy.path, { recursive: true });
    const { exitCode } = await runCli([verb, 'pipeline.yaml'], { cwd: copy.path });
    expect(exitCode).toBe(2);
    expect(readdirSync(copy.path).sort()).toEqual(['expected.txt', 'pipeline.yaml']);
  });

  test('is described as JSON with --json', async () => {
    const { exitCode, stdout } = await lacuna(
      'validate',
      join(broken, '24-several-problems/pipeline.yaml'),
      '--json',
    );
    const problems = JSON.parse(stdout) as { code: string; line: number; column: number }[];
    expect(exitCode).toBe(2);
    expect(problems.length).toBeGreaterThan(2);
    for (const problem of problems)
      expect(problem).toMatchObject({ code: expect.stringMatching(/^LAC1\d{3}$/), line: expect.any(Number) });
  });
});

describe('lacuna validate', () => {
  test('prints nothing for a valid file', async () => {
    expect(await lacuna('validate', 'tiny.yaml')).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('names a file that is not there', async () => {
    const { exitCode, stderr } = await lacuna('validate', 'absent.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('cannot read absent.yaml');
  });

  test('reports a malformed and an unknown --set', async () => {
    expect((await lacuna('validate', 'tiny.yaml', '--set', 'epochs')).stderr).toContain('LAC1902');
    const { exitCode, stderr } = await lacuna('validate', 'tiny.yaml', '--set', 'epoch=3');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('did you mean "epochs"?');
  });
});

describe('lacuna plan', () => {
  test('says what runs and why, and how to run exactly this', async () => {
    const { exitCode, stdout } = await lacuna('plan', 'tiny.yaml');
    expect(exitCode).toBe(0);
    const digest = /plan ([0-9a-f]{12})/.exec(stdout)?.[1] ?? 'none';
    expect(
      stdout.replaceAll(digest, 'DIGEST').replaceAll(digest.slice(0, 8), 'DIGEST'),
    ).toBe(`tiny   plan DIGEST   10 tasks
  step               tasks  reuse  run  because
  prepare                1      0    1  never run
  pretrain               1      0    1  follows prepare
  train                  2      0    2  follows prepare, pretrain
  evaluate/features      2      0    2  follows train, prepare, pretrain
  evaluate               2      0    2  follows evaluate/features
  robustness             1      0    1  follows evaluate
  classes                1      0    1  follows evaluate
Grid: 6 cells in 2 evaluations; each model runs once per sample.
Run exactly this: lacuna run tiny.yaml --plan DIGEST
`);
  });

  test('prints every default with --resolved, and where the other values stand', async () => {
    const { stdout } = await lacuna('plan', 'tiny.yaml', '--resolved');
    expect(stdout).toContain('lambda: 0.2  # default');
    const line = tinyPipeline.split('\n').findIndex((text) => text.includes('batchSize')) + 1;
    expect(stdout).toContain(`batchSize: 16  # line ${line}`);
  });

  test('gives the tasks with keys, inputs and decisions as JSON', async () => {
    const { stdout } = await lacuna('plan', 'tiny.yaml', '--json');
    const { tasks } = JSON.parse(stdout) as {
      tasks: { id: string; decision: { action: string; key?: string } }[];
    };
    expect(tasks).toHaveLength(10);
    expect(tasks[0]).toMatchObject({
      id: 'prepare',
      decision: { action: 'execute', key: expect.stringMatching(/^sha256-/) },
    });
    expect(tasks[1]).toMatchObject({ id: 'pretrain', decision: { action: 'deferred' } });
  });

  test('names a folder of weights that is not there', async () => {
    await using copy = await tempFolder();
    await writeTinyPipeline(copy.path, tinyPipeline.replaceAll('./bert-tiny', './bert-absent'));
    const planned = await runCli(['plan', 'tiny.yaml'], { cwd: copy.path });
    expect(planned).toMatchObject({ exitCode: 0, stderr: '' });
    expect(planned.stdout).toMatch(/ {2}prepare +1 +0 +1 {2}\.\/bert-absent: not there/);
    expect(planned.stdout).toMatch(/^Not there:\n {2}\.\/bert-absent: .*\nIt can be run when/m);
    const { exitCode, stderr } = await runCli(['run', 'tiny.yaml'], { cwd: copy.path });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('bert-absent');
    expect(stderr).not.toContain('LAC9001');
  });
});

describe('the command line', () => {
  test('suggests the verb that was meant and exits 2', async () => {
    const { exitCode, stderr } = await lacuna('validat', 'tiny.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('validate');
  });

  test('exits 2 for an unknown flag', async () => {
    expect((await lacuna('plan', 'tiny.yaml', '--jsn')).exitCode).toBe(2);
  });

  test.each(['validate', 'plan', 'run', 'status', 'table', 'why', 'report', 'doctor', 'worker', 'explain'])(
    '%s --help shows examples',
    async (verb) => {
      const { exitCode, stdout } = await lacuna(verb, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`  lacuna ${verb}`);
    },
  );

  test('explains a code, and says so when there is none', async () => {
    expect((await lacuna('explain', 'lac1901')).stdout).toContain('LAC1901 unreadable-file');
    expect((await lacuna('explain', 'LAC0000')).exitCode).toBe(2);
  });

  test('lists no runs where there are none, and names an unknown run', async () => {
    await using copy = await tempFolder();
    expect((await runCli(['status'], { cwd: copy.path })).stdout).toContain('No runs in');
    const { exitCode, stderr } = await runCli(['status', 'abc'], { cwd: copy.path });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('there is no run "abc"');
  });

  test('a table that is not finished is shown as far as it is; one that does not exist is an error', async () => {
    const unfinished = await lacuna('table', 'tiny.yaml');
    expect(unfinished.exitCode).toBe(0);
    expect(unfinished.stdout).toMatch(/^ {2}- no number$/m);
    expect(unfinished.stderr).toContain('0 of 2 runs are finished; go on with: lacuna run tiny.yaml');
    expect((await lacuna('table', 'tiny.yaml', 'robust')).stderr).toContain('it has robustness');
  });

  test('prints no colour into a pipe', async () => {
    const { stderr } = await lacuna('validate', join(broken, '01-unknown-key/pipeline.yaml'));
    expect(stderr).not.toContain('\u001b');
  });

  test('doctor finds everything in place', async () => {
    const { exitCode, stdout, stderr } = await lacuna('doctor');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/ok +tensorflow +TensorFlow 2\./);
    expect(stdout).toMatch(/ok +program +temporal version/);
    expect(stdout).toMatch(/ok +gpu +(in use|not in use, training runs on the CPU: \S)/);
  });

  test('a worker without a named server says what to set', async () => {
    const { exitCode, stderr } = await lacuna('worker', '--queue', 'gpu');
    expect(exitCode).toBe(4);
    expect(stderr).toContain('TEMPORAL_ADDRESS');
  });
});
