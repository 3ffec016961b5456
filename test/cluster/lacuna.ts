import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../setup/run-command.mjs';
import { type Service, startService, until } from './commands.ts';
import type { Machine } from './machines.ts';

/** The command line as it is shipped: what the set-up built. */
const program = [process.execPath, fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))];

type Environment = { readonly [name: string]: string | undefined };

/** Of the one who runs the tests: must not decide where they run. */
const foreign = Object.keys(process.env).filter((name) => /^(?:TEMPORAL|LACUNA_(?!CACHE)|AWS)_/.test(name));
const cleared = Object.fromEntries(foreign.map((name) => [name, undefined]));

/** The end of a `lacuna` command. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `lacuna` on the host, in a folder that is made. */
export async function lacuna(args: readonly string[], folder: string, env: Environment): Promise<Ended> {
  await mkdir(folder, { recursive: true });
  const [node = '', main = ''] = program;
  return runCommand(node, [main, ...args], { cwd: folder, env: { ...process.env, ...cleared, ...env } });
}

/** Starts `lacuna worker` on a machine, in a folder that is made, and waits until it is at work. */
export async function startWorker(machine: Machine, folder: string, env: Environment): Promise<Service> {
  await mkdir(folder, { recursive: true });
  const log = join(folder, 'worker.out');
  const queues = ['--queue', 'cpu', '--queue', 'gpu'];
  const worker = startService([...machine.enter, ...program, 'worker', ...queues], {
    log,
    cwd: folder,
    env: { ...cleared, ...env, LACUNA_WORK: join(folder, 'work') },
  });
  await until(
    `the worker on ${machine.name} is at work`,
    async () => /^working on/m.test(readFileSync(log, 'utf8')),
    worker,
  );
  return worker;
}

/** Content of every file below a folder, by path. */
export async function readFiles(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  if (!existsSync(folder)) return new Map();
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths
    .sort()
    .map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const);
  return new Map(await Promise.all(files));
}

/** Names of files that are not the same bytes in both, or are in one only. */
export function differences(
  expected: ReadonlyMap<string, Buffer>,
  found: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const names = new Set([...expected.keys(), ...found.keys()]);
  return [...names].filter((name) => {
    const [one, other] = [expected.get(name), found.get(name)];
    return one === undefined || other === undefined || !one.equals(other);
  });
}
