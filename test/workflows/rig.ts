import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { writeBundle } from '../../engine/bundle.ts';
import { programOf } from '../../engine/modules.ts';
import type { RunEvent, RunResult } from '../../engine/run-events.ts';
import { type RunOptions, runPlan } from '../../engine/run-plan.ts';
import type { Digest } from '../../plan/digest.ts';
import type { Operation } from '../../plan/job.ts';
import type { Plan, Task } from '../../plan/plan.ts';
import { locateTools } from '../../setup/package-cache.mjs';
import { openLocalStore } from '../../store/local-store.ts';
import { temporaryFolder } from '../store/sample.ts';
import type { Part } from './puppet.ts';

/** One task of a test's plan: what it reads and follows, and the part that it plays. */
export interface Puppet extends Partial<Omit<Part, 'name' | 'marks'>> {
  readonly reads?: readonly string[];
  readonly after?: readonly string[];
  readonly operation?: Operation;
  readonly queue?: string;
}

export const temporalBinary = locateTools(process.env).temporal.path ?? '';

/** What a private server tells, to nobody. */
export const quiet = { onMessage: () => {}, onProcess: () => {}, onLost: () => {} };

let bundle: Promise<string> | undefined;

/** The workflow bundle, made once for a test file. */
export function sharedBundle(): Promise<string> {
  bundle ??= (async () => {
    const path = join(tmpdir(), `lacuna-test-bundle-${process.pid}.js`);
    await writeBundle(path);
    return path;
  })();
  return bundle;
}

/** Removes the bundle, after the last test of a file. */
export async function removeBundle(): Promise<void> {
  if (bundle) await rm(await bundle, { force: true });
}

const local = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A folder with a store and marks, and a way to run plans in it. */
export async function setUp() {
  const folder = await temporaryFolder();
  const [location, marks] = [join(folder.path, 'store'), join(folder.path, 'marks')];
  await mkdir(marks);
  const store = await openLocalStore(location);
  const events: RunEvent[] = [];
  const listeners = new Set<() => void>();
  return {
    folder: folder.path,
    marks,
    store,
    events,
    plan: (puppets: { readonly [name: string]: Puppet }) => planOf(puppets, marks),
    run: async (plan: Plan, options: Partial<RunOptions> = {}): Promise<RunResult> =>
      runPlan({
        plan,
        planDigest: await storePlan(store, plan),
        run: 'run-1',
        store: { location, workDirectory: location },
        config: {},
        env: {},
        temporalBinary,
        versions: { lacuna: 'test' },
        signal: new AbortController().signal,
        ...options,
        onEvent: (event) => {
          events.push(event);
          for (const listener of listeners) listener();
        },
        parts: await puppetParts(options.parts),
      }),
    /** Waits until something that was told or that happened makes the condition true. */
    until: (condition: () => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition()) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    textOf: async (digest: Digest | undefined) => {
      const copy = join(folder.path, `copy-${Math.random()}`);
      await store.materialise(digest ?? expect.unreachable('no artifact'), copy);
      return readFile(join(copy, 'out.txt'), 'utf8');
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

export type Rig = Awaited<ReturnType<typeof setUp>>;

export async function puppetParts(more: RunOptions['parts'] = {}): Promise<NonNullable<RunOptions['parts']>> {
  const program = programOf(local('./puppet-child.ts'));
  return {
    parts: local('./puppet-parts.ts'),
    program,
    bundle: more.bundle ?? (await sharedBundle()),
    ...more,
  };
}

export function storePlan(store: Rig['store'], plan: Plan): Promise<Digest> {
  return store.putBytes(new TextEncoder().encode(JSON.stringify(plan)));
}

function planOf(puppets: { readonly [name: string]: Puppet }, marks: string): Plan {
  const tasks = Object.entries(puppets).map(
    ([name, { reads = [], after = [], operation = 'train', queue = 'gpu', ...part }]): Task => ({
      id: name,
      step: name,
      operation,
      queue,
      axes: {},
      after,
      params: { name, marks, ...part },
      inputs: reads.map((task) => ({ role: task, task })),
    }),
  );
  return { version: 1, pipeline: 'puppets', tasks };
}

/** States by task, as a table in a test reads best. */
export function statesOf({ tasks }: RunResult): { readonly [task: string]: string } {
  return Object.fromEntries([...tasks].map(([id, { state }]) => [id, state]));
}
