import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../diagnostics/failure.ts';
import type { Code } from '../../diagnostics/message.ts';
import type { Job, JobContext, Outcome } from '../../plan/job.ts';
import { codeOf } from '../../store/refusal.ts';

/** What a test makes of a task. Every attempt leaves a line in `marks/<name>`. */
export interface Part {
  readonly name: string;
  readonly marks: string;
  /** Text of its result; what it reads is appended. */
  readonly says?: string;
  /** Attempts that kill their own process first. */
  readonly dies?: number;
  /** Failure to report in the first `failures` attempts, otherwise in all. */
  readonly fails?: Code;
  readonly failures?: number;
  /** File whose appearance ends the task; until then it reports progress. */
  readonly waitsFor?: string;
  /** Its result names the process that made it, as no real operation's does. */
  readonly signs?: boolean;
}

/** File in the folder of marks with the name of every attempt, in the order in which they began. */
export const orderFile = '.order';

/** Plays a part: the whole of an operation, as far as the engine can tell. */
export async function play(job: Job, { report, signal }: JobContext): Promise<Outcome> {
  const {
    name,
    marks,
    says = name,
    dies = 0,
    fails,
    failures = 100,
    waitsFor,
    signs = false,
  } = job.params as unknown as Part;
  await appendFile(join(marks, name), `${process.pid}\n`);
  await appendFile(join(marks, orderFile), `${name}\n`);
  const attempt = (await attemptsOf(marks, name)).length;
  if (attempt <= dies) process.kill(process.pid, 'SIGKILL');
  if (fails !== undefined && attempt <= failures) throw new Failure(fails, `${name} failed on purpose`);
  for (let done = 0; waitsFor !== undefined && !(await exists(waitsFor)); done++) {
    report({ phase: 'waiting', done, total: 0, unit: 'looks' });
    await wait(20, undefined, { signal });
  }
  const inputs = Object.keys(job.inputs)
    .sort()
    .flatMap((role) => job.inputs[role] ?? []);
  const read = await Promise.all(inputs.map(({ directory }) => readFile(join(directory, 'out.txt'), 'utf8')));
  await writeFile(
    join(job.outputDirectory, 'out.txt'),
    [says, ...(signs ? [process.pid] : []), ...read].join('+'),
  );
  return { mediaType: 'text/plain', summary: { attempt } };
}

/** Process numbers of the attempts of a task so far. */
export async function attemptsOf(marks: string, name: string): Promise<readonly number[]> {
  try {
    return (await readFile(join(marks, name), 'utf8')).trim().split('\n').map(Number);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
