import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { supervise } from '../../activities/supervise.ts';
import type { Job, Progress } from '../../plan/job.ts';
import { ownerOf } from '../../store/owner.ts';
import { temporaryFolder, writeFiles } from '../store/sample.ts';
import { msUntilGone } from '../workflows/processes.ts';

/** Runs a program of one line under supervision. `go` starts when the job has arrived. */
async function runProgram(folder: string, go: string, { graceMs = 200, stop = new AbortController() } = {}) {
  const place = await mkdtemp(join(folder, 'program-'));
  await writeFiles(place, { 'child.cjs': `process.once('message', ({ job }) => { ${go} });` });
  const job: Job = {
    operation: 'train',
    params: {},
    inputs: {},
    outputDirectory: place,
    scratchDirectory: place,
  };
  const progress: Progress[] = [];
  const program = { module: join(place, 'child.cjs'), execArgv: [] };
  const log = join(place, 'log');
  const report = (one: Progress) => {
    progress.push(one);
    if (one.phase === 'stop me') stop.abort(new Error('cancelled'));
  };
  const { signal } = stop;
  return {
    progress,
    log,
    outcome: await supervise({ program, task: 'train[seed=0]', job, log, graceMs, signal, report }),
  };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

const outcome = { mediaType: 'text/plain', summary: {} };
const tellOutcome = `process.send(${JSON.stringify({ outcome })}, () => process.exit(0))`;

test('progress and outcome arrive, and what is printed is in the log', async () => {
  await using folder = await temporaryFolder();
  const told: Progress = { phase: 'train', done: 1, total: 2, unit: 'epochs' };
  const result = await runProgram(
    folder.path,
    `console.log('printed'); process.send({ progress: ${JSON.stringify(told)} }); ${tellOutcome}`,
  );
  expect(result.outcome).toEqual(outcome);
  expect(result.progress).toEqual([told]);
  expect(await readFile(result.log, 'utf8')).toBe('printed\n');
});

test.each([
  [
    'is killed',
    `process.kill(process.pid, 'SIGKILL')`,
    'LAC6011',
    true,
    'SIGKILL, perhaps for lack of memory',
  ],
  ['crashes in native code', `process.kill(process.pid, 'SIGSEGV')`, 'LAC6011', true, 'killed by SIGSEGV.'],
  ['is asked to stop by somebody else', 'process.exit(143)', 'LAC6011', true, 'SIGTERM'],
  [
    'ends without a result',
    `console.error('no such library'); process.exit(3)`,
    'LAC6012',
    false,
    'exit code 3 and no result. Its last words: no such library.',
  ],
  ['throws', `throw new Error('lost')`, 'LAC6012', false, 'Error: lost'],
  ['says nothing at all', 'process.exit(0)', 'LAC6012', false, 'Its last words: none'],
  [
    'reports a failure of the world',
    `process.send({ failure: { code: 'LAC5001', message: 'full', retryable: true } }, () => process.exit(1))`,
    'LAC5001',
    true,
    'full',
  ],
  [
    'reports a code that nobody knows',
    `process.send({ failure: { code: 'LAC0000', message: 'new', retryable: true } }, () => process.exit(1))`,
    'LAC9001',
    false,
    'LAC0000: new',
  ],
])('a program that %s is a failure that says so', async (_, go, code, retryable, text) => {
  await using folder = await temporaryFolder();
  await expect(runProgram(folder.path, go)).rejects.toMatchObject({
    code,
    retryable,
    message: expect.stringContaining(text),
  });
});

const stopMe = `process.send({ progress: { phase: 'stop me', done: 0, total: 0, unit: '' } });`;

test('an abort asks the program to stop, and what it leaves behind is not a result', async () => {
  await using folder = await temporaryFolder();
  const go = `process.on('SIGTERM', () => { ${tellOutcome} }); setInterval(() => {}, 1000); ${stopMe}`;
  await expect(runProgram(folder.path, go, { graceMs: 60_000 })).rejects.toThrow('cancelled');
});

test.each([
  ['ignores the request to stop', `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); ${stopMe}`],
  ['blocks its thread', `process.on('SIGTERM', () => {}); ${stopMe} setImmediate(() => { for (;;); });`],
])('a program that %s is killed after the grace time', async (_, go) => {
  await using folder = await temporaryFolder();
  await expect(runProgram(folder.path, go)).rejects.toThrow('cancelled');
});

test('a program that hangs after its last word is killed and its result counts', async () => {
  await using folder = await temporaryFolder();
  const result = await runProgram(
    folder.path,
    `process.send(${JSON.stringify({ outcome })}); setInterval(() => {}, 1000);`,
  );
  expect(result.outcome).toEqual(outcome);
});

test('processes that a program started end with it', async () => {
  await using folder = await temporaryFolder();
  const go = `const { pid } = require('node:child_process').spawn('sleep', ['1000'], { stdio: 'ignore' });
    process.send(${JSON.stringify({ outcome: { mediaType: 'x', summary: {} } }).replace('{}', '{ pid }')}, () => process.exit(0));`;
  const {
    outcome: { summary },
  } = await runProgram(folder.path, go);
  const owner = ownerOf(Number(summary['pid']));
  expect(await msUntilGone(owner ? [owner] : [])).toBeLessThan(5_000);
});

test('an aborted attempt starts no program', async () => {
  await using folder = await temporaryFolder();
  const stop = new AbortController();
  stop.abort(new Error('cancelled'));
  await expect(runProgram(folder.path, tellOutcome, { stop })).rejects.toThrow('cancelled');
});

test('the program sees the environment without the secrets of store and server', async () => {
  await using folder = await temporaryFolder();
  const names = ['LACUNA_S3_SECRET_KEY', 'AWS_SESSION_TOKEN', 'TEMPORAL_API_KEY', 'PLAIN_VALUE'];
  for (const name of names) vi.stubEnv(name, 'told');
  const print = `console.log(${JSON.stringify(names)}.filter((name) => process.env[name])); ${tellOutcome}`;
  const { log } = await runProgram(folder.path, print);
  expect(await readFile(log, 'utf8')).toBe("[ 'PLAIN_VALUE' ]\n");
});
