import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointEvery, Checkpoints, JobContext, Parts, Progress } from '../../plan/job.ts';
import type { Workplace } from './tiny.ts';

/** What attempts of one job leave for each other, in a folder, and what they did with it. */
export interface Keeper {
  /** Steps of the states that there are, in the order in which they were kept. */
  readonly states: readonly number[];
  /** The folder of the state that was kept last. */
  readonly newest: () => string;
  readonly taken: readonly string[];
  readonly made: readonly string[];
  /** The context of another attempt, which is dead after it has kept so many states or parts. */
  readonly attempt: (options?: Partial<Life>) => JobContext & { readonly reports: readonly Progress[] };
}

interface Life {
  readonly states: number;
  readonly parts: number;
  readonly every: CheckpointEvery;
  /** Asked to stop rather than killed: it may keep its state before it ends. */
  readonly asked: boolean;
}

/** A keeper of an empty folder. */
export function keeper(place: Workplace): Keeper {
  const root = place.folder('kept');
  const states: number[] = [];
  const [taken, made]: [string[], string[]] = [[], []];
  const folderOf = (index: number) => join(root, `state-${index}`);
  return {
    states,
    taken,
    made,
    newest: () => folderOf(states.length - 1),
    attempt: ({ states: mayKeep = Infinity, parts: mayMake = Infinity, every, asked = false } = {}) => {
      const end = new AbortController();
      let [left, leftParts] = [mayKeep, mayMake];
      const isDead = () => end.signal.aborted && !asked;
      const checkpoints: Checkpoints = {
        every: every ?? { minutes: 1000, steps: 1 },
        take: async (directory) => {
          if (states.length === 0) return undefined;
          await cp(folderOf(states.length - 1), directory, { recursive: true });
          return states.at(-1);
        },
        keep: async (step, directory) => {
          if (isDead()) return;
          await cp(directory, folderOf(states.length), { recursive: true });
          states.push(step);
          left -= 1;
          if (left === 0) end.abort(new Error('killed'));
        },
      };
      const parts: Parts = {
        take: async (name, directory) => {
          if (!made.includes(name)) return false;
          await cp(join(root, name), directory, { recursive: true });
          taken.push(name);
          return true;
        },
        keep: async (name, directory) => {
          if (isDead()) return;
          await rm(join(root, name), { recursive: true, force: true });
          await mkdir(join(root, name));
          await cp(directory, join(root, name), { recursive: true });
          made.push(name);
          leftParts -= 1;
          if (leftParts === 0) end.abort(new Error('killed'));
        },
      };
      const reports: Progress[] = [];
      return {
        reports,
        report: (progress) => reports.push(progress),
        signal: end.signal,
        checkpoints,
        parts,
      };
    },
  };
}

/**
 * Runs attempts, each killed after it has kept one state, until one comes to its end; gives the steps before which they
 * went on.
 */
export async function runInPieces(
  kept: Keeper,
  run: (context: JobContext) => Promise<unknown>,
  life: Partial<Life> = { states: 1 },
): Promise<void> {
  for (;;) {
    const context = kept.attempt(life);
    const isDone = await run(context).then(
      () => true,
      (error: unknown) => {
        if (error !== context.signal.reason) throw error;
        return false;
      },
    );
    if (isDone) return;
  }
}
