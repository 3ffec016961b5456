import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { startServer } from '../../engine/server.ts';
import { openLocalStore } from '../../store/local-store.ts';
import type { RunRecord } from '../../store/store.ts';
import { type RunOptions, runCli, startCli, tempFolder } from '../rig/cli.ts';
import { quiet, temporalBinary } from '../workflows/rig.ts';
import { waitUntilGone } from './run-processes.ts';
import { tinyPipeline, writeTinyPipeline } from './tiny-pipeline.ts';

/* Verbs that steer a run, from the built command line, while `lacuna run` goes on in another process. */

vi.setConfig({ testTimeout: 300_000 });

/** Long enough to be steered; a run of it that is not cancelled takes minutes. */
const long = tinyPipeline.replace('epochs: 2 }', 'epochs: 4000 }');

interface Shown {
  readonly id: string;
  readonly state: string;
  /** Of the process that runs the pipeline. */
  readonly pid: number;
  readonly live?: { readonly paused: boolean };
  readonly tasks: { readonly [task: string]: { readonly state: string; readonly underWay?: boolean } };
}

async function statusOf(options: RunOptions, run: string): Promise<Shown> {
  const { stdout } = await runCli(['status', run, '--json'], options);
  return JSON.parse(stdout) as Shown;
}

async function waitFor(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await wait(500);
}

const isTraining = async (options: RunOptions, run: string) =>
  Object.entries((await statusOf(options, run)).tasks).some(
    ([task, { underWay }]) => task.startsWith('train[') && underWay === true,
  );

describe('a run in the background', () => {
  test('is followed, paused, resumed and cancelled from other terminals', async () => {
    await using folder = await tempFolder();
    await writeTinyPipeline(folder.path, long);
    const options = { cwd: folder.path, timeoutMs: 240_000 };
    // Not under the rig's watch: that it stays behind is what is asked for.
    const started = await startDetached(options);
    const run = started.trim();
    expect(run).toMatch(/^[0-9a-f]{8}$/);
    await waitFor(() => isTraining(options, run));

    const follower = startCli(['attach', run], options);
    const paused = await runCli(['pause', run.slice(0, 4)], options);
    expect(paused.stdout).toMatch(new RegExp(`^run ${run} is paused: nothing new starts, \\d tasks? go on`));
    expect((await statusOf(options, run)).live?.paused).toBe(true);
    expect((await runCli(['status', run], options)).stdout).toContain(`Next: lacuna resume ${run}`);
    const resumed = await runCli(['resume', run], options);
    expect(resumed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`run ${run} goes on`) });
    expect((await statusOf(options, run)).live?.paused).toBe(false);

    const nothing = await runCli(['retry', run, '--failed'], options);
    expect(nothing.exitCode).toBe(1);
    expect(nothing.stderr).toContain('no task has failed');
    const unknown = await runCli(['retry', run, 'trian'], options);
    expect(unknown.exitCode).toBe(2);
    expect(unknown.stderr).toContain('did you mean "train"?');
    const first = await runCli(['priority', run, 'evaluate', '1'], options);
    expect(first.stdout).toContain('2 tasks of priority 1');

    const leaver = startCli(['attach', run], options);
    // Long enough to be following; before that ^C would end the program without a word.
    await wait(15_000);
    leaver.kill('SIGINT');
    const left = await leaver.finished;
    expect(left.exitCode).toBe(130);
    expect(left.stderr).toContain(`left run ${run}, which goes on`);

    expect((await runCli(['cancel', run], options)).stdout).toContain(`run ${run} is being cancelled`);
    const followed = await follower.finished;
    expect(followed.exitCode).toBe(130);
    expect(followed.stderr).toContain('paused: what is under way goes on');
    expect(followed.stderr).toContain('Go on with: lacuna run tiny.yaml');
    await waitUntilGone(folder.path);

    expect((await statusOf(options, run)).state).toBe('interrupted');
    const over = await runCli(['pause', run], options);
    expect(over.exitCode).toBe(4);
    expect(over.stderr).toContain('To go on with it: lacuna run tiny.yaml');
    const log = await runCli(['logs', run], options);
    expect(log.stdout).toContain('== the run');
    expect(log.stdout).toContain('Interrupted. Finished tasks are kept');
  });

  test('that cannot start says why, with the exit code that it has in the foreground', async () => {
    await using folder = await tempFolder();
    await writeTinyPipeline(folder.path);
    const env = { LACUNA_TEMPORAL_BIN: '/nowhere/temporal' };
    const { exitCode, stderr } = await runCli(['run', 'tiny.yaml', '--detach'], { cwd: folder.path, env });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('error[LAC6023]');
    expect(stderr).toContain('/nowhere/temporal');
  });
});

describe('a run on a server of the user', () => {
  test('is followed from another folder, and ended there when nobody works on it any more', async () => {
    await using folder = await tempFolder();
    const [here, there] = [join(folder.path, 'here'), join(folder.path, 'there')];
    await mkdir(there);
    await writeTinyPipeline(here, long);
    const directory = join(folder.path, 'server');
    const server = await startServer({ ...quiet, binary: temporalBinary, directory });
    try {
      const env = { TEMPORAL_ADDRESS: server.address, LACUNA_STORE: join(folder.path, 'store') };
      const run = (await startDetached({ cwd: here, env })).trim();
      const elsewhere = { cwd: there, env, timeoutMs: 240_000 };
      const isUnderWay = () => isTraining(elsewhere, run);
      await waitFor(isUnderWay);
      const second = startCli(['run', 'tiny.yaml'], { ...elsewhere, cwd: here });
      // Long enough to be following; before that nothing of the run has been seen.
      await wait(15_000);
      second.kill('SIGINT');
      const left = await second.finished;
      expect(left.exitCode).toBe(130);
      expect(left.stderr).toContain('this plan is being run already; following it');
      expect(left.stderr).toMatch(/left run [0-9a-f]{8}, which goes on\..* Stop it: lacuna cancel/);

      const follower = startCli(['attach', run], elsewhere);
      process.kill((await statusOf(elsewhere, run)).pid, 'SIGKILL');
      await waitFor(async () => !(await isUnderWay()));

      // Nobody wrote down what of it was done.
      expect((await runCli(['status'], elsewhere)).stdout).toMatch(
        new RegExp(`${run} .* interrupted +-/10 `),
      );
      const status = (await runCli(['status', run], elsewhere)).stdout;
      expect(status).toContain('no worker answers for this run');
      expect(status).toContain('Next: lacuna run tiny.yaml');
      const cancelled = await runCli(['cancel', run], elsewhere);
      expect(cancelled).toMatchObject({ exitCode: 0, stderr: '' });
      expect(cancelled.stdout).toContain(
        `run ${run} is cancelled: no worker answers for it, so the server has ended it`,
      );
      const followed = await follower.finished;
      expect(followed.exitCode).toBe(130);
      expect(followed.stderr).toMatch(/train\[.*: attempt 1 failed \(LAC6010 /);
      const afterwards = followed.stderr.slice(followed.stderr.indexOf('LAC6010'));
      expect(afterwards).not.toMatch(/train \d+\/\d+ steps/);
      expect(afterwards).toContain('Go on with: lacuna run tiny.yaml');
      expect((await statusOf(elsewhere, run)).state).toBe('interrupted');
    } finally {
      await server.stop();
    }
  });
});

/** Output of `run --detach`. Its own process ends; the one in the background has closed the pipes. */
async function startDetached({ cwd, env }: RunOptions): Promise<string> {
  const { spawn } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'run', 'tiny.yaml', '--detach'], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const part of child.stdout) text += String(part);
  return text;
}

describe('runs of a store', () => {
  const record = (id: string, changes: Partial<RunRecord> = {}): RunRecord => ({
    id,
    pipeline: 'tiny',
    file: 'tiny.yaml',
    plan: `sha256-${'a'.repeat(64)}` as RunRecord['plan'],
    state: 'done',
    startedAt: '2026-01-01T00:00:00.000Z',
    host: 'here',
    pid: 1,
    versions: {},
    tasks: Object.fromEntries(
      Array.from({ length: 50 }, (_, n) => [`train[seed=${n}]`, { state: 'done' as const }]),
    ),
    ...changes,
  });

  test('two thousand are listed within seconds', async () => {
    await using folder = await tempFolder();
    const location = join(folder.path, '.lacuna');
    const store = await openLocalStore(location);
    const ids = Array.from({ length: 2_000 }, (_, n) => `1${n.toString(16).padStart(7, '0')}`);
    const lane = async () => {
      for (let id = ids.pop(); id !== undefined; id = ids.pop()) await store.putRun(record(id));
    };
    await Promise.all(Array.from({ length: 32 }, lane));
    const start = performance.now();
    const { stdout, exitCode } = await runCli(['status'], { cwd: folder.path });
    const seconds = (performance.now() - start) / 1000;
    console.log(`2,000 runs of 50 tasks listed in ${seconds.toFixed(1)} s`);
    expect(exitCode).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2_001);
    expect(seconds).toBeLessThan(20);
    const several = await runCli(['pause', '1'], { cwd: folder.path });
    expect(several.exitCode).toBe(2);
    expect(several.stderr).toContain('2000 runs begin with "1"');
  });

  test('one that is over cannot be steered, and what to do instead is said', async () => {
    await using folder = await tempFolder();
    await mkdir(join(folder.path, '.lacuna'), { recursive: true });
    const store = await openLocalStore(join(folder.path, '.lacuna'));
    await store.putRun(record('aaaa0000'));
    for (const args of [
      ['pause'],
      ['resume'],
      ['cancel'],
      ['attach'],
      ['retry', '--failed'],
      ['priority', 'train', '2'],
    ]) {
      const [verb = '', ...rest] = args;
      const { exitCode, stderr } = await runCli([verb, 'aaaa', ...rest], { cwd: folder.path });
      expect({ verb, exitCode }).toEqual({ verb, exitCode: 1 });
      expect(stderr).toContain('run aaaa0000 is over (done)');
      expect(stderr).toContain('lacuna run tiny.yaml');
    }
    const wrong = await runCli(['priority', 'aaaa', 'train', '9'], { cwd: folder.path });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain('from 1 (first) to 5 (last), not "9"');
    const none = await runCli(['logs', 'aaaa', 'train'], { cwd: folder.path });
    expect(none.exitCode).toBe(1);
    expect(none.stderr).toContain('no log of task "train"');
  });
});
