import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ExecuteReply } from '../../activities/contract.ts';
import { runTask, type TaskDependencies } from '../../activities/run-task.ts';
import type { RunJob } from '../../plan/job.ts';
import type { Task } from '../../plan/plan.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { temporaryFolder, writeFiles } from '../store/sample.ts';

const task: Task = {
  id: 'train[seed=0]',
  step: 'train',
  operation: 'train',
  queue: 'default',
  axes: { seed: 0 },
  params: { seed: 0 },
  inputs: [],
  after: [],
};

interface Ended {
  readonly reply?: ExecuteReply;
  readonly error?: unknown;
  /** What is left of attempts. */
  readonly left: readonly string[];
}

/** Runs the task in a program that does `go` with its job. */
async function runProgram(folder: string, go: string): Promise<Ended> {
  await writeFiles(folder, {
    'child.cjs': `
      const { mkdirSync, writeFileSync } = require('node:fs');
      process.once('message', ({ job }) => { ${go} });
      const end = (message) => process.send(message, () => process.exit(0));`,
  });
  return attempt(folder, {});
}

/** Runs the task by one of these operations in this process, otherwise by the program in the folder. */
async function attempt(folder: string, operations: TaskDependencies['operations']): Promise<Ended> {
  const store = await openLocalStore(join(folder, 'store'));
  const log = join(folder, '3-train.1.log');
  const dependencies = {
    store,
    operations,
    program: { module: join(folder, 'child.cjs'), execArgv: [] },
    fetchInput: async () => undefined,
    versions: {},
  };
  const context = { report: () => undefined, signal: new AbortController().signal };
  const once = { task, artifacts: new Map(), run: 'r', log };
  const outcome = await runTask(once, dependencies, context).then(
    (reply) => ({ reply }),
    (error: unknown) => ({ error }),
  );
  return { ...outcome, left: await readdir(join(folder, 'store', 'tmp')) };
}

test('what a job that fails leaves beside its log outlives the attempt', async () => {
  await using folder = await temporaryFolder();
  const { error, left } = await runProgram(
    folder.path,
    `mkdirSync(job.logDirectory);
     writeFileSync(job.logDirectory + '/checkpoint.safetensors', 'last good');
     writeFileSync(job.outputDirectory + '/log.ndjson', 'half');
     end({ failure: { code: 'LAC4201', message: 'the loss is NaN', retryable: false } });`,
  );
  expect(error).toMatchObject({ code: 'LAC4201', message: 'the loss is NaN' });
  const kept = join(folder.path, '3-train.1.files', 'checkpoint.safetensors');
  expect(await readFile(kept, 'utf8')).toBe('last good');
  expect(left).toEqual([]);
});

test('what a job leaves beside its log is no part of its result, and no folder is made for nothing', async () => {
  await using folder = await temporaryFolder();
  const { reply } = await runProgram(
    folder.path,
    `writeFileSync(job.outputDirectory + '/log.ndjson', 'all');
     end({ outcome: { mediaType: 'text/plain', summary: {} } });`,
  );
  expect(reply?.artifact).toMatch(/^sha256-/);
  await expect(stat(join(folder.path, '3-train.1.files'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a full disk that an operation in the worker process meets is a full disk, not a bug', async () => {
  await using folder = await temporaryFolder();
  const train: RunJob = async () => {
    await writeFile('/dev/full', 'table');
    return { mediaType: 'text/plain', summary: {} };
  };
  const { error, left } = await attempt(folder.path, { train });
  expect(error).toMatchObject({ code: 'LAC5001', retryable: true });
  expect((error as Error).message).toContain('cannot write the files of a train task to the store at');
  expect(left).toEqual([]);
});
