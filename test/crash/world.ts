import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frozenBuild } from './build.ts';
import { startProgram } from './programs.ts';
import { writeSmallPipeline } from './small-pipeline.ts';
import { artifactsOf, forgetTasks } from './store-files.ts';

/** What all cells share: code, the pipeline, stores to begin with, and what an undisturbed run gave. */
export interface World {
  readonly folder: string;
  /** Argument vector of `lacuna`. */
  readonly lacuna: readonly string[];
  /** Stores by what they hold, see `Cell`. */
  readonly stores: { readonly prepared: string; readonly trained: string };
  /** The table's files, one after the other. */
  readonly table: string;
  /** Digests of the artifacts of all tasks, by key. */
  readonly artifacts: ReadonlyMap<string, string>;
}

const limitMs = 240_000;
const after = ['train', 'evaluate', 'robustness'];

/** The pipeline file; on a queue of its own the training can run on another machine. */
export function pipelineFile({ folder }: Pick<World, 'folder'>, queue: 'gpu' | 'far'): string {
  return join(folder, queue, 'tiny.yaml');
}

/** Builds the code, unless `main` names a command line that is built, and runs the pipeline once, undisturbed. */
export async function makeWorld(folder: string, main?: string): Promise<World> {
  const lacuna = [process.execPath, main ?? (await frozenBuild(join(folder, 'code')))];
  for (const queue of ['gpu', 'far']) await writeSmallPipeline(join(folder, queue), queue);
  const undisturbed = join(folder, 'undisturbed');
  mkdirSync(undisturbed);
  const file = pipelineFile({ folder }, 'gpu');
  const command = startProgram([...lacuna, 'run', file], {
    cwd: undisturbed,
    env: cleanEnvironment(),
    limitMs,
  });
  const { exit, stderr } = await command.finished;
  if (exit !== 0) throw new Error(`the undisturbed run ended with ${exit}:\n${stderr}`);
  const store = join(undisturbed, '.lacuna');
  const stores = { prepared: join(folder, 'prepared'), trained: join(folder, 'trained') };
  for (const copy of Object.values(stores)) cpSync(store, copy, { recursive: true });
  forgetTasks(stores.prepared, after);
  forgetTasks(stores.trained, ['robustness']);
  return { folder, lacuna, stores, table: readTable(undisturbed), artifacts: artifactsOf(store) };
}

/** All files of the table in a folder's results, one after the other. */
export function readTable(folder: string): string {
  const results = join(folder, 'results/crash');
  const names = readdirSync(results).filter((name) => !name.endsWith('.new'));
  return names
    .sort()
    .map((name) => `== ${name}\n${readFileSync(join(results, name), 'utf8')}`)
    .join('\n');
}

/** The environment without what a test runner, a terminal or another run put there. */
export function cleanEnvironment(added: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(VITEST|NODE_OPTIONS$|NODE_ENV$|FORCE_COLOR$|CI$|TEST$|TEMPORAL_|LACUNA_STORE$|LACUNA_FAULT)/.test(
        name,
      ),
  );
  return { ...Object.fromEntries(inherited), NO_COLOR: '1', ...added };
}

/** The module that makes a clock jump. */
export const clockModule = fileURLToPath(new URL('./clock.mjs', import.meta.url));
