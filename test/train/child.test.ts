import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '../../plan/job.ts';
import { type ChildMessage, childExit } from '../../plan/job-protocol.ts';
import { tinyJob, tinyParams, type Workplace, workplace, writeTinyDataset } from './tiny.ts';

const program = new URL('../../train/child.ts', import.meta.url).pathname;
const execArgv = ['--import', 'tsx'];

let place: Workplace;
let dataset: string;

beforeAll(async () => {
  place = workplace();
  dataset = place.folder('dataset');
  await writeTinyDataset(dataset, { train: 256, val: 0, test: 0 });
});
afterAll(() => place[Symbol.dispose]());

interface Ended {
  readonly messages: readonly ChildMessage[];
  readonly code: number | null;
  readonly stderr: string;
}

/** Sends a job to a child and waits until it is gone. */
async function runChild(
  job: unknown,
  onMessage: (child: ChildProcess, message: ChildMessage) => void = () => undefined,
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = fork(program, {
    execArgv,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const messages: ChildMessage[] = [];
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  child.on('message', (message: ChildMessage) => {
    messages.push(message);
    onMessage(child, message);
  });
  child.send({ job });
  const [code] = (await once(child, 'close')) as [number | null];
  return { messages, code, stderr };
}

function training(changes: Partial<typeof tinyParams> = {}): Job {
  const job = tinyJob(place, 'train', { ...tinyParams, epochs: 1, batchSize: 64, ...changes }, { dataset });
  return job as unknown as Job;
}

describe('the process that runs a job', () => {
  it('reports progress, then the outcome, and ends', async () => {
    const job = training();
    const { messages, code } = await runChild(job);
    expect(code).toBe(childExit.done);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.slice(0, -1).every((message) => 'progress' in message)).toBe(true);
    expect(messages.at(-1)).toMatchObject({ outcome: { mediaType: 'application/vnd.lacuna.model' } });
    expect(existsSync(join(job.outputDirectory, 'model.safetensors'))).toBe(true);
  });

  it('writes the same bytes with one thread and with two, and others with another seed', async () => {
    const bytes = async (threads: number, seed: number) => {
      const job = training({ seed });
      const { code } = await runChild(job, undefined, { TF_NUM_INTRAOP_THREADS: String(threads) });
      expect(code).toBe(childExit.done);
      return ['model.safetensors', 'log.ndjson'].map((file) =>
        readFileSync(join(job.outputDirectory, file)).toString('base64'),
      );
    };
    const one = await bytes(1, 0);
    expect(await bytes(2, 0)).toEqual(one);
    expect(await bytes(4, 0)).toEqual(one);
    expect((await bytes(2, 1))[0]).not.toBe(one[0]);
  });

  it('sends a failure with its code', async () => {
    const job = training({ optimizer: { ...tinyParams.optimizer, lr: 1e30 } });
    const { messages, code, stderr } = await runChild(job);
    expect(code).toBe(childExit.failed);
    expect(messages.at(-1)).toMatchObject({ failure: { code: 'LAC4201', retryable: false } });
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('calls whatever it cannot explain a bug, without a stack', async () => {
    const { messages, code, stderr } = await runChild({ ...training(), params: null });
    expect(code).toBe(childExit.failed);
    expect(messages.at(-1)).toMatchObject({ failure: { code: 'LAC9001', retryable: false } });
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('refuses an operation that is not its own', async () => {
    const { messages } = await runChild({ ...training(), operation: 'tabulate' });
    expect(messages.at(-1)).toMatchObject({
      failure: { code: 'LAC9001', message: expect.stringContaining('tabulate') },
    });
  });

  it('stops at the next step on SIGTERM and says nothing more', async () => {
    const job = training({ epochs: 10_000 });
    const { messages, code } = await runChild(job, (child) => child.kill('SIGTERM'));
    expect(code).toBe(childExit.terminated);
    expect(messages.every((message) => 'progress' in message)).toBe(true);
    expect(existsSync(join(job.outputDirectory, 'model.safetensors'))).toBe(false);
  });

  it('ends within a second of its parent being killed, in the middle of a step', async () => {
    // One step over all samples takes longer than that, and nothing else runs in it.
    const job = training({ epochs: 10_000, batchSize: 256 });
    const parent = `
      const { fork } = require('node:child_process');
      const child = fork(${JSON.stringify(program)}, { execArgv: ${JSON.stringify(execArgv)}, stdio: ['ignore', 'inherit', 'ignore', 'ipc'] });
      child.on('message', (message) => process.stdout.write(Object.keys(message)[0] + '\\n'));
      child.send({ job: ${JSON.stringify(job)} });
    `;
    const supervisor = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [said] = (await once(supervisor.stdout, 'data')) as [Buffer];
    expect(String(said)).toBe('progress\n');
    const killedAt = performance.now();
    supervisor.kill('SIGKILL');
    // The child holds the other end of this pipe: it closes when the child is gone, however it ends.
    await once(supervisor.stdout, 'close');
    expect(performance.now() - killedAt).toBeLessThan(1000);
  });
});
