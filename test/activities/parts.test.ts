import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runTask } from '../../activities/run-task.ts';
import type { JobContext, RunJob } from '../../plan/job.ts';
import { keyRecordOf } from '../../plan/key.ts';
import type { Task } from '../../plan/plan.ts';
import { keyOf } from '../../store/hash.ts';
import { openLocalStore } from '../../store/local-store.ts';
import { temporaryFolder } from '../store/sample.ts';

const task: Task = {
  id: 'prepare',
  step: 'prepare',
  operation: 'preprocess',
  queue: 'cpu',
  axes: {},
  params: { data: 'x' },
  inputs: [],
  after: [],
};

/** Makes the parts 0, 1, 2 one after the other, and dies before `dieAt`; `made` takes down what it made itself. */
function threeParts(made: string[], dieAt = Number.POSITIVE_INFINITY): RunJob {
  return async ({ outputDirectory, scratchDirectory }, { parts }) => {
    for (const part of ['0', '1', '2']) {
      if (Number(part) >= dieAt) throw new Error('the lights went out');
      const folder = join(scratchDirectory, part);
      if (!(await parts?.take(part, folder))) {
        made.push(part);
        await mkdir(folder);
        await writeFile(join(folder, 'values'), `part ${part}`);
        await parts?.keep(part, folder);
      }
      await rename(join(folder, 'values'), join(outputDirectory, part));
    }
    return { mediaType: 'application/x-parts', summary: {} };
  };
}

async function attempt(folder: string, run: RunJob, params = task.params): Promise<string> {
  const store = await openLocalStore(join(folder, 'store'));
  const dependencies = {
    store,
    operations: { preprocess: run },
    program: { module: 'none', execArgv: [] },
    fetchInput: async () => undefined,
    versions: {},
  };
  const context: JobContext = { report: () => undefined, signal: new AbortController().signal };
  const own = { task: { ...task, params }, artifacts: new Map(), run: 'r', log: join(folder, 'log') };
  return (await runTask(own, dependencies, context)).artifact;
}

test('An attempt takes over the parts that the one before it has finished', async () => {
  await using folder = await temporaryFolder();
  const [first, second, alone]: string[][] = [[], [], []];
  await expect(attempt(folder.path, threeParts(first ?? [], 2))).rejects.toThrow('the lights went out');
  const resumed = await attempt(folder.path, threeParts(second ?? []));
  expect([first, second]).toEqual([['0', '1'], ['2']]);

  await using other = await temporaryFolder();
  expect(await attempt(other.path, threeParts(alone ?? []))).toBe(resumed);
});

test('Parts of a task with other params are not taken over', async () => {
  await using folder = await temporaryFolder();
  const made: string[] = [];
  await expect(attempt(folder.path, threeParts([], 2))).rejects.toThrow();
  await attempt(folder.path, threeParts(made), { data: 'y' });
  expect(made).toEqual(['0', '1', '2']);
});

test('A part whose bytes are damaged is made again', async () => {
  await using folder = await temporaryFolder();
  const made: string[] = [];
  await expect(attempt(folder.path, threeParts([], 2))).rejects.toThrow();
  await damage(join(folder.path, 'store'), 'part 1');
  const artifact = await attempt(folder.path, threeParts(made));
  expect(made).toEqual(['1', '2']);

  await using other = await temporaryFolder();
  expect(await attempt(other.path, threeParts([]))).toBe(artifact);
});

test('A part has a key of its own', () => {
  const record = keyRecordOf(task, new Map());
  if (record === undefined) throw new Error('no record');
  const keys = [record, { ...record, part: '0' }, { ...record, part: '1' }].map(keyOf);
  expect(new Set(keys).size).toBe(3);
});

/** Changes one letter of every file of a store that holds just `text`. */
async function damage(store: string, text: string): Promise<void> {
  const files = (await readdir(store, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  let damaged = 0;
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    if ((await readFile(file, 'utf8')) !== text) continue;
    await chmod(file, 0o600);
    await writeFile(file, text.replace('part', 'port'));
    damaged += 1;
  }
  expect(damaged).toBe(1);
}
