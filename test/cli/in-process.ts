import { join } from 'node:path';
import pc from 'picocolors';
import { parts } from '../../activities/default-parts.ts';
import { type Attempt, runTask, type TaskDependencies } from '../../activities/run-task.ts';
import { loadPlan } from '../../cli/load-plan.ts';
import { countOpen } from '../../cli/plan.ts';
import { run } from '../../cli/run.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { modulePath, programOf } from '../../engine/modules.ts';
import type { Digest } from '../../plan/digest.ts';
import type { Operation, RunJob } from '../../plan/job.ts';
import type { Task } from '../../plan/plan.ts';

/** A terminal that keeps what is written to it. */
export interface Heard extends Terminal {
  readonly stdout: () => string;
  readonly stderr: () => string;
}

export function listen(): Heard {
  const [out, talk]: [string[], string[]] = [[], []];
  return {
    out: (text) => void out.push(text),
    talk: (text) => void talk.push(text),
    live: false,
    width: 100,
    colours: pc.createColors(false),
    stdout: () => out.join('\n'),
    stderr: () => talk.join('\n'),
  };
}

/** What stands for an operation: given the task, it makes its files. */
export type Replay = (task: Task) => RunJob;

/**
 * `lacuna run` within this process: tasks are run one after the other as a worker runs them, without an engine; then
 * the command itself finds everything there, prints and writes. Throws what the command would end with.
 */
export async function runHere(
  file: string,
  store: string,
  terminal: Terminal,
  replays: { readonly [operation in Operation]?: Replay } = {},
): Promise<void> {
  const loaded = await loadPlan({ file }, terminal);
  if (loaded === undefined) throw new Error('the pipeline has problems');
  if (countOpen(loaded.decisions) > 0) {
    const artifacts = new Map<string, Digest>();
    for (const task of loaded.plan.tasks) {
      const replay = replays[task.operation];
      const dependencies: TaskDependencies = {
        store: loaded.store,
        operations: { ...parts.operations, ...(replay && { [task.operation]: replay(task) }) },
        program: programOf(modulePath('train/child')),
        fetchInput: parts.fetchInput,
        versions: {},
      };
      const attempt: Attempt = { task, artifacts, run: 'here', log: join(store, 'logs', 'here.log') };
      const context = { report: () => {}, signal: new AbortController().signal };
      artifacts.set(task.id, (await runTask(attempt, dependencies, context)).artifact);
    }
  }
  await run({ file }, terminal);
}
